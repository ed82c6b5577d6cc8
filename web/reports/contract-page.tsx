import { type FormEvent, useState } from 'react';
import { FIELDS } from '../../src/ledger/codes.ts';
import { newId } from '../../src/platform/ids.ts';
import { UNITS } from '../../src/reports/contract/codes.ts';
import { kindsOf } from '../../src/reports/contract/rules.ts';
import type { Indicator } from '../../src/reports/contract/schema.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { today } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { fieldSentence, useChange } from '../ui/use-action.ts';
import { Waiting } from '../ui/waiting.tsx';

type Fresh = Omit<Indicator, 'version'> & { version: number };

const fresh = (): Fresh => ({
  ...{ id: newId(), version: 0, name: '', unit: 'household-time', target: 0, kind: 'visit', field: '' },
  ...{ from: `${today().slice(0, 4)}-01`, to: `${today().slice(0, 4)}-12` },
});

/** 合同指标: what the station's contract asks for; the month's report shows it against what was done. */
export function ContractPage() {
  const { say } = useWords();
  const station = useStation();
  const { may } = useSession();
  const asked = useKept(['indicators', station.id], () => api.reports.indicators({ station: station.id }));
  const [editing, setEditing] = useState<Fresh>();
  if (!asked.value) return <Waiting failure={asked.failure} />;
  const { items } = asked.value;
  const head = may('station.manage');
  return (
    <>
      <PageHead
        title={items.length > 0 ? say('contract.title', { count: items.length }) : say('contract.title-none')}
        context={say('contract.context')}
        back={{ to: '/reports', label: say('nav.reports') }}
        actions={
          head && !editing ? (
            <Button kind="filled" onClick={() => setEditing(fresh())}>
              {say('contract.add')}
            </Button>
          ) : undefined
        }
      />
      {editing ? (
        <IndicatorForm
          key={editing.id}
          known={editing}
          onClose={() => setEditing((open) => (open === editing ? undefined : open))}
        />
      ) : null}
      {items.length > 0 ? (
        <RowList>
          {items.map((one) => (
            <IndicatorRow key={one.id} indicator={one} onEdit={head ? () => setEditing(one) : undefined} />
          ))}
        </RowList>
      ) : editing ? null : (
        <section className="card">
          <EmptyState missing={say('contract.none')} todo={say(head ? 'contract.none-todo' : 'contract.none-ask')} />
        </section>
      )}
    </>
  );
}

function IndicatorRow({ indicator, onEdit }: { indicator: Indicator; onEdit: (() => void) | undefined }) {
  const { say } = useWords();
  const { name, target, unit, kind, field, from, to } = indicator;
  return (
    <Row
      name={name}
      beside={
        <span>
          {target} {say(`contract.unit.${unit}`)}
        </span>
      }
      reason={
        <>
          <span>{say('contract.span', { from, to })}</span>
          <span>{kind ? say(`kind.${kind}`) : say('contract.any-kind')}</span>
          {field ? <span>{say(`service.${field}`)}</span> : null}
        </>
      }
      action={
        onEdit ? (
          <Button kind="text" aria-label={say('contract.edit-of', { name })} onClick={onEdit}>
            {say('contract.edit')}
          </Button>
        ) : undefined
      }
    />
  );
}

function useSaving(onClose: () => void) {
  const station = useStation();
  const action = useChange();
  /** What was tried last, so that it can be done all the same after somebody else's change. */
  const [tried, setTried] = useState<Tried>();
  const save = async (mine: Fresh) => {
    setTried({ mine, again: (version) => save({ ...mine, version }) });
    if (await action.run(() => api.reports.saveIndicator({ station: station.id, ...mine }, once()))) onClose();
  };
  const drop = async ({ id, version: read }: Fresh) => {
    const go = async (version: number): Promise<void> => {
      if (await action.run(() => api.reports.dropIndicator({ station: station.id, id, version }, once()))) onClose();
    };
    setTried({ mine: undefined, again: go });
    await go(read);
  };
  return { ...action, tried, save, drop };
}

interface Tried {
  /** What was to be saved; undefined: it was to be taken out. */
  mine: Fresh | undefined;
  again: (version: number) => Promise<void>;
}

/** 走访 400 户次，2026-01 到 2026-12，养老服务. */
function useIndicatorWords() {
  const { say } = useWords();
  return ({ name, target, unit, from, to, kind, field }: Fresh): string =>
    [
      `${name} ${target} ${say(`contract.unit.${unit}`)}`,
      say('contract.span', { from, to }),
      ...(kind ? [say(`kind.${kind}`)] : []),
      ...(field ? [say(`service.${field}`)] : []),
    ].join(say('list.comma'));
}

/** Somebody else has changed it meanwhile: both stand here, and one is chosen. */
function Changed({ theirs, tried, onClose }: { theirs: Indicator; tried: Tried; onClose: () => void }) {
  const { say } = useWords();
  const told = useIndicatorWords();
  return (
    <section className="gold-box stack" role="alert">
      <p>{say('contract.changed')}</p>
      <dl className="proof-facts">
        <dt>{say('contract.theirs')}</dt>
        <dd>{told(theirs)}</dd>
        <dt>{say('contract.mine')}</dt>
        <dd>{tried.mine ? told(tried.mine) : say('contract.drop')}</dd>
      </dl>
      <div className="line">
        <Button onClick={onClose}>{say('contract.keep-theirs')}</Button>
        <Button onClick={() => void tried.again(theirs.version)}>
          {say(tried.mine ? 'contract.keep-mine' : 'contract.drop-anyway')}
        </Button>
      </div>
    </section>
  );
}

function IndicatorForm({ known, onClose }: { known: Fresh; onClose: () => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState(known);
  const [target, setTarget] = useState(known.target > 0 ? String(known.target) : '');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const { busy, failure, tried: last, save, drop } = useSaving(onClose);
  const change = (part: Partial<Fresh>) => setTyped({ ...typed, ...part });
  const kinds = kindsOf(typed.unit);
  const wrongTarget = !/^[1-9][0-9]{0,5}$/.test(target.trim());
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (wrongTarget || typed.name.trim() === '') return;
    await save({ ...typed, target: Number(target) });
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      {failure?.reason === 'stale' && last ? (
        <Changed theirs={failure.theirs as Indicator} tried={last} onClose={onClose} />
      ) : (
        <ErrorLine sentence={failure?.sentence} />
      )}
      <TextField
        label={say('contract.name')}
        placeholder={say('contract.name-example')}
        value={typed.name}
        onText={(name) => change({ name })}
        maxLength={40}
        autoComplete="off"
        wrong={tried && typed.name.trim() === '' ? say('contract.name-needed') : undefined}
      />
      <div className="pair">
        <TextField
          label={say('contract.target')}
          value={target}
          onText={setTarget}
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
          wrong={tried && wrongTarget ? say('contract.target-wrong') : undefined}
        />
        <SelectField
          label={say('contract.unit')}
          value={typed.unit}
          onText={(unit) => change({ unit: unit as Fresh['unit'], kind: '' })}
        >
          {UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {say(`contract.unit.${unit}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="pair">
        <SelectField
          label={say('contract.kind')}
          value={typed.kind}
          onText={(kind) => change({ kind: kind as Fresh['kind'] })}
          wrong={fieldSentence(failure, 'kind')}
        >
          <option value="">{say('contract.any-kind')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(`kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={say('contract.field')}
          value={typed.field}
          onText={(field) => change({ field: field as Fresh['field'] })}
        >
          <option value="">{say('contract.any-field')}</option>
          {FIELDS.map((field) => (
            <option key={field} value={field}>
              {say(`service.${field}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="pair">
        <TextField
          label={say('contract.from')}
          type="month"
          value={typed.from}
          onText={(from) => change({ from })}
          wrong={fieldSentence(failure, 'from')}
        />
        <TextField
          label={say('contract.to')}
          type="month"
          value={typed.to}
          onText={(to) => change({ to })}
          wrong={fieldSentence(failure, 'to')}
        />
      </div>
      <div className="line">
        <Button kind="filled" type="submit" busy={busy}>
          {say('save')}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
        {known.version > 0 ? (
          <Button kind="text" busy={busy} onClick={() => setAsking(true)}>
            {say('contract.drop')}
          </Button>
        ) : null}
      </div>
      {asking ? (
        <Confirm
          question={say('contract.drop-question', { name: known.name })}
          yes={say('contract.drop')}
          onYes={() => void drop(known)}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </form>
  );
}
