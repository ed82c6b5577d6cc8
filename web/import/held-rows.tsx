import type { ImportRow, ImportWhole } from '../../src/reports/import/schema.ts';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../shell/session.tsx';
import { More } from '../ui/pages.tsx';
import { HeldChoices } from './held-choices.tsx';
import { useImportRows } from './use-import.ts';
import { useWhy } from './why.ts';

/** Rows that wait: the doubtful cell marked, the reason a sentence, one tap for the answer. None of them is ever lost. */
export function HeldRows({ whole }: { whole: ImportWhole }) {
  const { say } = useWords();
  const { query, items: rows } = useImportRows(whole.id, 'held');
  // Of rows that wait for one answer, the first stands for all.
  const first = rows.filter((row) => !row.alike.some((position) => position < row.position));
  if (whole.tally.held === 0) return null;
  return (
    <section className="held">
      <h2>
        {say('import.held-title', { count: whole.tally.held })}
        <span className="quiet">{say('import.held-note')}</span>
      </h2>
      <ul className="card held-rows">
        {first.map((row) => (
          <HeldRow key={row.position} id={whole.id} row={row} />
        ))}
      </ul>
      <More query={query}>{say('import.more')}</More>
    </section>
  );
}

const DATES = ['impossible-date', 'unreadable-date', 'no-date', 'no-year', 'future-date'];

function HeldRow({ id, row }: { id: string; row: ImportRow }) {
  const { say } = useWords();
  const { may } = useSession();
  const why = useWhy();
  const dated = DATES.includes(row.reasons[0] ?? '');
  const count = row.alike.length + 1;
  return (
    <li className="held-row">
      <span className="held-place quiet">
        {say('import.row', { row: row.row })}
        <span className="held-sheet">{row.sheet}</span>
      </span>
      <span className="held-what">
        <strong className={dated ? '' : 'doubt'}>{row.name || say('import.no-name')}</strong>
        {row.village ? <span>{row.village}</span> : null}
        <span className={dated ? 'doubt is-wrong' : ''}>{row.day}</span>
        <span className="quiet">{row.text}</span>
        {row.unused ? <span className="quiet">{say('import.row-unused', { words: row.unused })}</span> : null}
      </span>
      <span className="held-why">
        {why(row)}
        {count > 1 ? <span className="quiet">{say('import.together', { count })}</span> : null}
      </span>
      {may('records.write') ? <HeldChoices id={id} row={row} /> : null}
    </li>
  );
}
