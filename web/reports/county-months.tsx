import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { monthAhead } from '../../src/reports/month/rules.ts';
import type { MonthReports } from '../../src/reports/month/schema.ts';
import { api, once } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { dayOf, sayDay, sayTime, today } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextField } from '../ui/field.tsx';
import { fieldSentence, useChange } from '../ui/use-action.ts';

type Handed = MonthReports['items'][number];

/** The month that stations hand in now: the last one that is over. */
export const monthHandedIn = (): string => monthAhead(today().slice(0, 7), -1);

/** Which stations have handed a month in, and how many. */
export function useMonthReports(month: string) {
  const asked = useQuery({
    queryKey: ['month-reports', month],
    queryFn: () => api.reports.monthReports({ month }),
  });
  const of = (station: string) => asked.data?.items.find((one) => one.station === station);
  const known = asked.data !== undefined;
  const handedIn = asked.data?.items.filter(({ reopened }) => !reopened).length ?? 0;
  return { of, known, handedIn, failure: asked.error ? failureOf(asked.error) : null };
}

/** Whether a station has handed the month in: the line beside its name. */
export function HandedIn({ handed }: { handed: Handed | undefined }): ReactNode {
  const { say, language } = useWords();
  const moment = (at: string) => `${sayDay(dayOf(at), language)} ${sayTime(at)}`;
  if (!handed) return <span className="waiting">{say('county.not-yet')}</span>;
  const { reopened } = handed;
  if (!reopened) return <span>{say('county.handed-in', { at: moment(handed.at), by: handed.by })}</span>;
  const word = reopened.returned ? 'county.was-returned' : 'county.was-reopened';
  return <span className="waiting">{say(word, { at: moment(reopened.at), why: reopened.why })}</span>;
}

/** 退回: the county returns a month, with the reason. */
export function ReturnMonth({ handed, month, name }: { handed: Handed; month: string; name: string }) {
  const { say } = useWords();
  const action = useChange();
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  if (!asking)
    return (
      <Button kind="text" aria-label={say('county.return-of', { name })} onClick={() => setAsking(true)}>
        {say('county.return')}
      </Button>
    );
  async function giveBack(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { station, closing } = handed;
    if (await action.run(() => api.reports.returnMonth({ station, month, closing, why }, once()))) setAsking(false);
  }
  const wrong = fieldSentence(action.failure, 'why');
  return (
    <form className="form" noValidate onSubmit={(event) => void giveBack(event)}>
      <TextField
        label={say('county.why')}
        value={why}
        onText={setWhy}
        maxLength={200}
        autoComplete="off"
        wrong={wrong}
      />
      {wrong ? null : <ErrorLine sentence={action.failure?.sentence} />}
      <div className="line">
        <Button kind="filled" type="submit" busy={action.busy}>
          {say('county.return')}
        </Button>
        <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
      </div>
    </form>
  );
}
