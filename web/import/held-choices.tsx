import { useState } from 'react';
import { newId } from '../../src/platform/ids.ts';
import type { Choice, ImportRow } from '../../src/reports/import/schema.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { useChange } from '../ui/use-action.ts';
import { useCandidateWords } from './why.ts';

const DATES = ['impossible-date', 'unreadable-date', 'no-date', 'no-year', 'future-date'];
const UNKNOWN = ['unknown-person', 'other-village', 'against-row'];

/** The answers to why a row waits, one tap each; said once for all rows of that person. */
export function HeldChoices({ id, row }: { id: string; row: ImportRow }) {
  const { say } = useWords();
  const station = useStation();
  const words = useCandidateWords();
  const action = useChange();
  const [dating, setDating] = useState(false);
  const reason = row.reasons[0] ?? '';
  const answer = async (choice: Choice) => {
    const positions = [row.position, ...row.alike];
    const input = { station: station.id, id, positions, choice };
    await action.run(() => api.reports.reviewImport(input, once({ patient: true })));
  };
  if (dating) return <DayAnswer busy={action.busy} onDay={(day) => void answer({ kind: 'day', day })} />;
  return (
    <span className="held-choices">
      <ErrorLine sentence={action.failure?.sentence} />
      {row.candidates.map((who) => (
        <Button
          key={who.id}
          kind={row.candidates.length === 1 ? 'tinted' : 'plain'}
          busy={action.busy}
          onClick={() => void answer({ kind: 'person', person: who.id })}
        >
          {words(who) || who.name}
        </Button>
      ))}
      {UNKNOWN.includes(reason) ? (
        <Button busy={action.busy} onClick={() => void answer({ kind: 'new-person', person: newId() })}>
          {say('import.new-person')}
        </Button>
      ) : null}
      {DATES.includes(reason) ? (
        <Button kind="tinted" busy={action.busy} onClick={() => setDating(true)}>
          {say('import.fill-day')}
        </Button>
      ) : null}
      {reason === 'same-day' ? (
        <>
          <Button
            kind="tinted"
            busy={action.busy}
            onClick={() => void answer({ kind: 'leave-out', why: say('import.same') })}
          >
            {say('import.same')}
          </Button>
          <Button busy={action.busy} onClick={() => void answer({ kind: 'twice' })}>
            {say('import.twice')}
          </Button>
        </>
      ) : (
        <Button
          kind="text"
          busy={action.busy}
          onClick={() => void answer({ kind: 'leave-out', why: say('import.leave-out') })}
        >
          {say('import.leave-out')}
        </Button>
      )}
    </span>
  );
}

function DayAnswer({ busy, onDay }: { busy: boolean; onDay: (day: string) => void }) {
  const { say } = useWords();
  const [day, setDay] = useState('');
  return (
    <span className="held-choices">
      <DayField label={say('import.fill-day')} value={day} onDay={setDay} />
      <Button kind="filled" busy={busy} disabled={day === ''} onClick={() => onDay(day)}>
        {say('save')}
      </Button>
    </span>
  );
}
