import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportWhole } from '../../src/reports/import/schema.ts';
import { api, once } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords, type Word } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { sayMoment } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { type Action, useChange } from '../ui/use-action.ts';
import { Waiting } from '../ui/waiting.tsx';
import { ClearRows, FlaggedRows, KnownRows } from './other-rows.tsx';
import { type Step, takeIn } from './hand-in.ts';
import { HeldRows } from './held-rows.tsx';
import { StepLine } from './step-line.tsx';
import { RowSum } from './row-sum.tsx';
import { goesTo } from './mapping.ts';
import { useImport } from './use-import.ts';
import './import.css';

/** One file: the sum that proves no row is lost, the rows that wait, taking it in, and taking it back. */
export function OneImportPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useImport(id);
  if (!query.data) return <Waiting failure={query.error ? failureOf(query.error) : null} />;
  return <OneImport whole={query.data} />;
}

function titleWord({ state, tally }: ImportWhole) {
  if (state === 'undone') return 'import.title-undone';
  if (state === 'committed') return tally.held > 0 ? 'import.title-in-held' : 'import.title-in';
  return tally.held > 0 ? 'import.title-held' : 'import.title-clear';
}

function OneImport({ whole }: { whole: ImportWhole }) {
  const { say, language } = useWords();
  const { may } = useSession();
  const { tally } = whole;
  const action = useChange();
  const [step, setStep] = useState<Step>();
  const all = tally.placed + tally.flagged + tally.held + tally.known;
  const params = { all, held: tally.held, written: tally.written };
  const open = whole.state !== 'undone' && whole.state !== 'dropped';
  return (
    <>
      <PageHead
        title={say(titleWord(whole), params)}
        context={say('import.file', {
          file: whole.fileName,
          name: whole.createdBy,
          time: sayMoment(whole.createdAt, language),
        })}
        back={{ to: '/import', label: say('nav.import') }}
        actions={may('records.write') && open ? <Actions whole={whole} action={action} onStep={setStep} /> : null}
      />
      <ErrorLine sentence={action.failure?.sentence} />
      {action.busy && step ? <StepLine words={say('import.taking-in')} step={step} /> : null}
      {open ? <RowSum whole={whole} /> : null}
      {open ? <HeldRows whole={whole} /> : null}
      {tally.known > 0 && open ? <KnownRows id={whole.id} count={tally.known} /> : null}
      {tally.flagged > 0 && open ? <FlaggedRows id={whole.id} count={tally.flagged} /> : null}
      {tally.placed > 0 && open ? <ClearRows id={whole.id} count={tally.placed} /> : null}
      <HowRead whole={whole} />
    </>
  );
}

interface ActionsProps {
  whole: ImportWhole;
  action: Action;
  onStep: (step: Step) => void;
}

function Actions({ whole, action, onStep }: ActionsProps) {
  const { say } = useWords();
  const station = useStation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const at = { station: station.id, id: whole.id };
  const toWrite = whole.tally.placed + whole.tally.flagged - whole.tally.written;
  const inBooks = whole.state === 'committed' || whole.state === 'committing';
  const drop = async () => {
    await action.run(() => api.reports.dropImport(at, once()).then(() => navigate({ to: '/import' })));
  };
  const undo = () => action.run(() => api.reports.undoImport(at, once({ patient: true })));
  const write = () => action.run(() => takeIn(at, onStep));
  return (
    <>
      {inBooks ? (
        <Button kind="text" busy={action.busy} onClick={() => setAsking(true)}>
          {say('import.undo')}
        </Button>
      ) : (
        <Button kind="text" busy={action.busy} onClick={() => void drop()}>
          {say('import.drop-it')}
        </Button>
      )}
      {whole.state !== 'committed' && toWrite > 0 ? (
        <Button kind="filled" busy={action.busy} onClick={() => void write()}>
          {say(whole.state === 'committing' ? 'import.go-on' : 'import.write', { count: toWrite })}
        </Button>
      ) : null}
      {asking ? (
        <Confirm
          question={say('import.undo-ask', { count: whole.tally.written })}
          yes={say('import.undo')}
          onYes={() => void undo()}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

function GoesTo({ word }: { word: Word | undefined }) {
  const { say } = useWords();
  return word ? <span className="quiet">{say('import.goes', { where: say(word) })}</span> : null;
}

/** How the columns were understood, sheet by sheet; what was not used stays as it came. */
function HowRead({ whole }: { whole: ImportWhole }) {
  const { say } = useWords();
  return (
    <section className="how-read" aria-label={say('import.how-read')}>
      {whole.plans.map((plan) => (
        <p key={plan.sheet}>
          <strong>{plan.sheet}</strong> {say(`import.kind.${plan.kind}`)}
          {plan.kind === 'other' || plan.kind === 'sign-in-columns' ? null : (
            <span className="words">
              {plan.columns
                .filter((column) => column.header !== '' && column.role !== 'session')
                .map((column) => (
                  <span key={column.header} className={column.role === 'unused' ? 'gold' : ''}>
                    {column.header}→{say(`import.role.${column.role}`)}
                    <GoesTo word={goesTo(plan.kind, column.role)} />
                  </span>
                ))}
            </span>
          )}
        </p>
      ))}
      {whole.unknownVillages.length > 0 ? (
        <p className="quiet">{say('import.villages', { names: whole.unknownVillages.join(say('list.comma')) })}</p>
      ) : null}
    </section>
  );
}
