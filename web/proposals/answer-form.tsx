import { useState } from 'react';
import { isEnd, OUTCOMES, type Outcome } from '../../src/activities/codes.ts';
import { NEXT_DAYS } from '../../src/activities/say-rules.ts';
import type { Proposal } from '../../src/activities/say-schema.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { addDays, today } from '../ui/dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextAreaField } from '../ui/field.tsx';
import { fieldSentence, useChange } from '../ui/use-action.ts';

const NEXT_IN_DAYS = 14;

/** What was done, or why it cannot be: the resident reads it as it is written here. What goes on needs its next day. */
export function AnswerForm({ proposal, onDone }: { proposal: Proposal; onDone: () => void }) {
  const { say } = useWords();
  const station = useStation();
  const { busy, failure, run } = useChange();
  const [outcome, setOutcome] = useState<Outcome | undefined>(proposal.answered?.outcome);
  const [answer, setAnswer] = useState(proposal.answered?.answer ?? '');
  const [nextDay, setNextDay] = useState(addDays(today(), NEXT_IN_DAYS));
  const [tried, setTried] = useState(false);
  const { id, version } = proposal;
  const short = answer.trim().length < 2;
  const open = outcome !== undefined && !isEnd(outcome);
  async function save(): Promise<void> {
    setTried(true);
    if (!outcome || short || (open && !nextDay)) return;
    const input = { station: station.id, id, version, outcome, answer, nextOn: open ? nextDay : null };
    if (await run(() => api.activities.answerProposal(input, once()))) onDone();
  }
  return (
    <div className="stack row-form">
      <Chips
        label={say('proposals.outcome')}
        chips={OUTCOMES.map((value) => ({ value, words: say(`outcome.${value}`) }))}
        chosen={outcome ? [outcome] : []}
        onChange={([chosen]) => setOutcome(chosen)}
        wrong={tried && !outcome ? say('proposals.outcome-needed') : undefined}
      />
      <TextAreaField
        label={say('proposals.words')}
        hint={say('proposals.words-hint')}
        value={answer}
        onText={setAnswer}
        maxLength={500}
        wrong={tried && short ? say('proposals.words-needed') : undefined}
      />
      {open ? (
        <DayField
          label={say('proposals.next')}
          value={nextDay}
          onDay={setNextDay}
          from={today()}
          to={addDays(today(), NEXT_DAYS)}
          wrong={tried && !nextDay ? say('proposals.next-needed') : fieldSentence(failure, 'nextOn')}
        />
      ) : null}
      <ErrorLine sentence={failure?.sentence} />
      <div className="line">
        <Button kind="filled" busy={busy} onClick={() => void save()}>
          {say('proposals.send')}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}
