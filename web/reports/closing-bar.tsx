import { useState } from 'react';
import type { Closing, Report } from '../../src/reports/month/schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { dayOf, sayDay, sayTime, today } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextField } from '../ui/field.tsx';
import { fieldSentence, useChange } from '../ui/use-action.ts';

/** The closing that holds; undefined while the month is open. */
export const closedBy = (report: Report): Closing | undefined =>
  report.closings[0]?.reopened ? undefined : report.closings[0];

interface ClosingBarProps {
  report: Report;
  /** The closing whose report is shown; undefined: the month as it is now. */
  shown: string | undefined;
  onShow: (closing: string | undefined) => void;
}

/** Whether the month is closed, by whom and when; the reports that were handed in; closing and opening again. */
export function ClosingBar({ report, shown, onShow }: ClosingBarProps) {
  const { say } = useWords();
  const { may } = useSession();
  const closed = closedBy(report);
  const head = may('station.manage');
  if (report.closings.length === 0 && !head) return null;
  return (
    <section className="closing-bar" aria-label={say('closing.label')}>
      {report.closings.map((closing) => (
        <ClosingLine key={closing.id} closing={closing} shown={shown === closing.id} onShow={onShow} />
      ))}
      {shown ? (
        <Button kind="text" onClick={() => onShow(undefined)}>
          {say('closing.see-now')}
        </Button>
      ) : null}
      {head && closed ? <Reopen closing={closed} onDone={() => onShow(undefined)} /> : null}
      {head && !closed ? <Close month={report.month} onDone={onShow} /> : null}
    </section>
  );
}

interface ClosingLineProps {
  closing: Closing;
  shown: boolean;
  onShow: (closing: string) => void;
}

function ClosingLine({ closing, shown, onShow }: ClosingLineProps) {
  const { say, language } = useWords();
  const moment = (at: string) => `${sayDay(dayOf(at), language)} ${sayTime(at)}`;
  const { reopened } = closing;
  const said = { at: moment(closing.closedAt), by: closing.closedBy, code: closing.code };
  return (
    <p className="closing-line">
      <span>
        {say(closing.code ? 'closing.line' : 'closing.line-bare', said)}
        {closing.note ? say('closing.note-said', { note: closing.note }) : ''}
        {closing.reported ? say('county.sent', { at: moment(closing.reported.at), by: closing.reported.by }) : ''}
        {reopened
          ? say(reopened.returned ? 'county.returned' : 'closing.reopened', {
              at: moment(reopened.at),
              by: reopened.by,
              why: reopened.why,
            })
          : ''}
      </span>{' '}
      {shown ? (
        <span className="tag">{say('closing.shown')}</span>
      ) : (
        <Button kind="text" onClick={() => onShow(closing.id)}>
          {say('closing.see')}
        </Button>
      )}
    </p>
  );
}

function Close({ month, onDone }: { month: string; onDone: (closing: string) => void }) {
  const { say } = useWords();
  const station = useStation();
  const action = useChange();
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  if (!asking)
    return (
      <Button kind="tinted" onClick={() => setAsking(true)}>
        {say('closing.close')}
      </Button>
    );
  const close = async () => {
    const id = newId();
    const closed = await action.run(() => api.reports.closeMonth({ station: station.id, month, id, note }, once()));
    if (closed) onDone(id);
  };
  return (
    <form
      className="card closing-form"
      onSubmit={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <p>{say('closing.close-what')}</p>
      {month === today().slice(0, 7) ? (
        <p className="closing-running">
          {say('closing.running', { month: Number(month.slice(5)), day: Number(today().slice(8)) })}
        </p>
      ) : null}
      <TextField label={say('closing.note')} value={note} onText={setNote} maxLength={200} autoComplete="off" />
      <ErrorLine sentence={action.failure?.sentence} />
      <div className="line">
        <Button kind="filled" type="submit" busy={action.busy}>
          {say('closing.close-yes')}
        </Button>
        <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
      </div>
    </form>
  );
}

function Reopen({ closing, onDone }: { closing: Closing; onDone: () => void }) {
  const { say } = useWords();
  const station = useStation();
  const action = useChange();
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  if (!asking)
    return (
      <Button kind="text" onClick={() => setAsking(true)}>
        {say('closing.reopen')}
      </Button>
    );
  const reopen = async () => {
    const input = { station: station.id, id: closing.id, why };
    await action.run(() => api.reports.reopenMonth(input, once()).then(onDone));
  };
  return (
    <form
      className="card closing-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void reopen();
      }}
    >
      <p>{say('closing.reopen-what')}</p>
      {closing.reported ? <p className="closing-running">{say('closing.reopen-reported')}</p> : null}
      <TextField
        label={say('closing.why')}
        value={why}
        onText={setWhy}
        maxLength={200}
        autoComplete="off"
        wrong={fieldSentence(action.failure, 'why')}
      />
      {action.failure && !fieldSentence(action.failure, 'why') ? (
        <ErrorLine sentence={action.failure.sentence} />
      ) : null}
      <div className="line">
        <Button kind="filled" type="submit" busy={action.busy}>
          {say('closing.reopen-yes')}
        </Button>
        <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
      </div>
    </form>
  );
}
