import { useState } from 'react';
import { newId } from '../../src/platform/ids.ts';
import { boundsOf, figuresDiffer } from '../../src/reports/month/rules.ts';
import type { Figures, Report } from '../../src/reports/month/schema.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { today } from '../ui/dates.ts';
import { type Action, useChange } from '../ui/use-action.ts';
import { closedBy } from './closing-bar.tsx';
import { FIGURES_SHOWN } from '../../src/reports/month/rules.ts';
import { figureOf } from './figures.ts';
import { partsOf } from './months.ts';

/** Whether a month can be handed in: yes; when it is over; or on paper, where no county reads here. */
export type CanGo = 'now' | 'when-over' | 'on-paper' | undefined;

/** 报县: what is needed for it, and what came of it. */
export interface ToCounty extends Action {
  can: CanGo;
  /** Hands it in; `anew`: with the figures as they are now, although the month was closed with others. */
  send: (how: 'as-closed' | 'anew') => Promise<void>;
}

/**
 * Hands a month in to the county: closes it, if it is not closed yet or shall be closed anew, and marks it as reported.
 * Where the network goes away in between, what was done stays, and the button stays.
 */
export function useToCounty(report: Report, onDone: (closing: string) => void): ToCounty {
  const station = useStation();
  const { say } = useWords();
  const { may } = useSession();
  const action = useChange();
  const closed = closedBy(report);
  const of = { station: station.id };
  async function send(how: 'as-closed' | 'anew'): Promise<void> {
    const keep = how === 'as-closed' ? closed?.id : undefined;
    const id = keep ?? newId();
    const done = await action.run(async () => {
      if (closed && !keep) await api.reports.reopenMonth({ ...of, id: closed.id, why: say('county.anew-why') }, once());
      if (!keep) await api.reports.closeMonth({ ...of, month: report.month, id, note: '' }, once());
      await api.reports.reportMonth({ ...of, id, asClosed: how === 'as-closed' }, once());
    });
    if (done) onDone(id);
  }
  const mine = may('station.manage') && !closed?.reported && report.total.events > 0;
  return { ...action, can: mine ? canGo(report) : undefined, send };
}

function canGo(report: Report): CanGo {
  if (today() < boundsOf(report.month).first) return undefined;
  if (!report.county) return 'on-paper';
  return today() < boundsOf(report.month).next ? 'when-over' : 'now';
}

interface ToCountyButtonProps {
  toCounty: ToCounty;
  /** The month as it is now, and as it was closed. */
  now: Report;
  closed: Report | undefined;
}

/** Asks before it hands in: which month, which figures; and, where they have changed since it was closed, which of the two. */
export function ToCountyButton({ toCounty, now, closed }: ToCountyButtonProps) {
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  if (toCounty.can !== 'now') return null;
  const changed = closed !== undefined && figuresDiffer(closed, now);
  const send = (how: 'as-closed' | 'anew') => () => void toCounty.send(how);
  return (
    <>
      <Button busy={toCounty.busy} onClick={() => setAsking(true)}>
        {say('county.send')}
      </Button>
      {asking ? (
        <Confirm
          question={say(changed ? 'county.changed-question' : 'county.question', partsOf(now.month))}
          yes={say(changed ? 'county.send-anew' : 'county.send')}
          onYes={send(changed ? 'anew' : 'as-closed')}
          other={changed ? { say: say('county.send-as-closed'), onYes: send('as-closed') } : undefined}
          onNo={() => setAsking(false)}
        >
          <Totals was={changed ? closed.total : undefined} now={now.total} />
          <p className="note">{say(changed ? 'county.both' : closed ? 'county.is-closed' : 'county.closes')}</p>
        </Confirm>
      ) : null}
    </>
  );
}

/** The month's totals; with `was`, both values of what has changed. */
function Totals({ was, now }: { was: Figures | undefined; now: Figures }) {
  const { say } = useWords();
  const shown = FIGURES_SHOWN.filter((name) => now[name] > 0 || (was?.[name] ?? 0) > 0);
  const moved = was && FIGURES_SHOWN.some((name) => was[name] !== now[name]);
  return (
    <>
      <dl className="county-totals">
        {shown.map((name) => (
          <div key={name}>
            <dt>{say(`closing.figure.${name}`)}</dt>
            <dd>
              {was && was[name] !== now[name]
                ? say('closing.from-to', { was: figureOf(name, was), now: figureOf(name, now) })
                : figureOf(name, now)}
            </dd>
          </div>
        ))}
      </dl>
      {was && !moved ? <p className="note">{say('county.fields-moved')}</p> : null}
    </>
  );
}

/** Where the month cannot be handed in here: when it can, or how it is handed in on paper. */
export function NotHere({ can }: { can: CanGo }) {
  const { say } = useWords();
  if (can !== 'when-over' && can !== 'on-paper') return null;
  return <p className="note">{say(`county.${can}`)}</p>;
}
