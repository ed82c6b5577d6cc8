import { Link } from '@tanstack/react-router';
import type { Change, Figures, ReportRow } from '../../src/reports/month/schema.ts';
import { useWords } from '../i18n/words.ts';
import { dayOf, sayDay } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FIGURES_SHOWN } from '../../src/reports/month/rules.ts';
import { figureOf } from './figures.ts';

interface ChangesListProps {
  changes: { items: Change[]; more: boolean };
  was: Figures;
  now: Figures | undefined;
}

/** What has changed since the report was handed in: the figures, and each act as it was and as it is. */
export function ChangesList({ changes, was, now }: ChangesListProps) {
  const { say } = useWords();
  if (changes.items.length === 0)
    return <EmptyState missing={say('closing.unchanged')} todo={say('closing.unchanged-todo')} />;
  const moved = now ? FIGURES_SHOWN.filter((name) => was[name] !== now[name]) : [];
  return (
    <>
      <h2>{say('closing.changed')}</h2>
      <p className="note">{say('closing.changed-note')}</p>
      {now && moved.length > 0 ? (
        <ul className="proof-rows proof-people">
          {moved.map((name) => (
            <li key={name}>
              <span>{say(`closing.figure.${name}`)}</span>
              <span className="proof-counted">
                {say('closing.from-to', { was: figureOf(name, was), now: figureOf(name, now) })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="proof-rows">
        {changes.items.map((change) => (
          <ChangeRow key={(change.now ?? change.was)?.id ?? change.startedAt} change={change} />
        ))}
      </ul>
      {changes.more ? <p className="note">{say('closing.more')}</p> : null}
    </>
  );
}

function ChangeRow({ change }: { change: Change }) {
  const { say, language } = useWords();
  const row = change.now ?? change.was;
  const differences = useDifferences(change);
  return (
    <li>
      <span className="tag">{say(`closing.change.${change.change}`)}</span>
      <span className="proof-day">{sayDay(dayOf(change.startedAt), language)}</span>
      <span className="proof-name">
        {row ? (
          <Link to="/events/$id" params={{ id: row.id }}>
            {row.person?.name || row.title || say(`kind.${change.kind}`)}
          </Link>
        ) : (
          say(`kind.${change.kind}`)
        )}
      </span>
      <span className="change-said">{differences.join(say('list.comma'))}</span>
    </li>
  );
}

/** What a correction changed, in words: 没见到人 → 见到本人, 30 分钟 → 50 分钟. */
function useDifferences({ change, was, now }: Change): string[] {
  const { say, language } = useWords();
  if (change === 'left') return [say(was ? 'closing.left' : 'closing.gone')];
  if (change === 'added') return now ? [say('closing.entered', { day: sayDay(dayOf(now.enteredAt), language) })] : [];
  if (change === 'proof' || !was || !now) return [];
  const sayings: [(row: ReportRow) => string][] = [
    [(row) => sayDay(dayOf(row.startedAt), language)],
    [(row) => (row.met ? say(`met.${row.met}`) : '')],
    [(row) => (row.minutes === null ? '' : say('report.minutes', { count: row.minutes }))],
    [(row) => say('report.person-times', { count: row.personTimes })],
    [(row) => say('report.yuan', { amount: row.spent })],
    [(row) => say(`service.${row.field}`)],
  ];
  return sayings.flatMap(([of]) =>
    of(was) === of(now) ? [] : [say('closing.from-to', { was: of(was), now: of(now) })],
  );
}
