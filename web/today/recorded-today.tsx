import { useId, useState } from 'react';
import type { Today } from '../../src/activities/schema.ts';
import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { dayOf, sayMoment, sayTime, today } from '../ui/dates.ts';
import { Grain } from '../ui/grain.tsx';
import type { Recorded } from './merge.ts';
import { useReopen } from './reopen.ts';

const NAMES = 4;

/** 今天已记: one line that counts, opened at its rows. What has not been sent yet can still be changed here. */
export function RecordedToday({ recorded, entered }: { recorded: Recorded[]; entered: Today['entered'] }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const list = useId();
  const visits = recorded.filter((one) => one.kind === 'visit');
  const names = [...new Set(visits.map((one) => one.person?.name ?? ''))].filter(Boolean);
  const named =
    names.slice(0, NAMES).join(say('list.comma')) +
    (names.length > NAMES ? say('list.others', { count: names.length }) : '');
  return (
    <section className="rows-section">
      <h2 className="rows-label">{say('today.recorded')}</h2>
      <div className="rows card">
        <div className="row">
          <div className="row-words words">
            {named ? <span>{named}</span> : null}
            {recorded.length > 0 ? (
              <button
                type="button"
                className="today-count"
                aria-expanded={open}
                aria-controls={list}
                onClick={() => setOpen(!open)}
              >
                {[
                  ...(entered.visits > 0 ? [say('today.visits', { count: entered.visits })] : []),
                  ...(entered.others > 0 ? [say('today.others', { count: entered.others })] : []),
                ].join(say('list.comma'))}
              </button>
            ) : null}
            {entered.imported > 0 ? <Imported count={entered.imported} /> : null}
          </div>
          {recorded.length > 0 ? (
            <Button
              kind="text"
              aria-expanded={open}
              aria-controls={list}
              aria-label={say('today.recorded-look')}
              onClick={() => setOpen(!open)}
            >
              {say(open ? 'fold' : 'look')}
            </Button>
          ) : null}
        </div>
        {open ? (
          <ul id={list}>
            {recorded.map((one) => (
              <RecordedRow key={one.id} recorded={one} />
            ))}
          </ul>
        ) : null}
      </div>
      {open ? <p className="note today-rule">{say('today.visits-rule')}</p> : null}
    </section>
  );
}

/** What came from a file; whoever may take files in gets to them from here. */
function Imported({ count }: { count: number }) {
  const { say } = useWords();
  const { may } = useSession();
  const words = say('today.imported', { count });
  return may('records.write') ? <Link to="/import">{words}</Link> : <span>{words}</span>;
}

function RecordedRow({ recorded }: { recorded: Recorded }) {
  const { say, language } = useWords();
  const reopen = useReopen();
  const { item, id, startedAt } = recorded;
  const name = recorded.person?.name || recorded.title || say(`kind.${recorded.kind}`);
  return (
    <li className="row">
      <div className="row-words">
        <div className="words">
          <span className="quiet">
            {dayOf(startedAt) === today() ? sayTime(startedAt) : sayMoment(startedAt, language)}
          </span>
          {item ? (
            <strong>{name}</strong>
          ) : (
            <Link to="/events/$id" params={{ id }} className="today-act">
              {name}
            </Link>
          )}
          {recorded.minutes ? <span>{say('minutes', { count: recorded.minutes })}</span> : null}
          {item ? (
            <span className="waiting">
              <Grain kind="half" tone="gold" /> {say('outbox.one-waiting')}
            </span>
          ) : null}
        </div>
        {recorded.note ? <p className="quiet">{recorded.note}</p> : null}
      </div>
      {item ? (
        <Button
          kind="text"
          aria-label={say('change-of', { name: recorded.person?.name ?? '' })}
          onClick={() => void reopen(item)}
        >
          {say('change')}
        </Button>
      ) : null}
    </li>
  );
}
