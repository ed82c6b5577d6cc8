import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportRow } from '../../src/reports/import/schema.ts';
import { api, once } from '../api/client.ts';
import { useWords, type Word } from '../i18n/words.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { More } from '../ui/pages.tsx';
import { useChange } from '../ui/use-action.ts';
import { useImportRows } from './use-import.ts';

/** Rows that are in the books already: they are not recorded again, unless somebody says that it was another visit. */
export function KnownRows({ id, count }: { id: string; count: number }) {
  const { say } = useWords();
  const { query, items: rows } = useImportRows(id, 'skipped');
  const known = rows.filter((row) => row.reasons.some((reason) => reason.startsWith('already-')));
  return (
    <Folded title={say('import.known-title', { count })} note={say('import.known-note')}>
      <ul className="card held-rows">
        {known.map((row) => (
          <KnownRow key={row.position} id={id} row={row} />
        ))}
      </ul>
      <More query={query}>{say('import.more')}</More>
    </Folded>
  );
}

function KnownRow({ id, row }: { id: string; row: ImportRow }) {
  const { say } = useWords();
  const station = useStation();
  const action = useChange();
  const recorded = row.reasons.includes('already-recorded');
  const input = { station: station.id, id, positions: [row.position], choice: { kind: 'twice' as const } };
  const twice = () => action.run(() => api.reports.reviewImport(input, once()));
  return (
    <li className="held-row">
      <RowWords row={row} />
      <span className="held-why">{say(recorded ? 'import.why.already-recorded' : 'import.why.already-imported')}</span>
      {recorded ? (
        <Button kind="text" busy={action.busy} onClick={() => void twice()}>
          {say('import.not-same')}
        </Button>
      ) : null}
    </li>
  );
}

/** Rows that go in, with something to be noticed about them. */
export function FlaggedRows({ id, count }: { id: string; count: number }) {
  const { say } = useWords();
  const { query, items: rows } = useImportRows(id, 'flagged');
  return (
    <Folded title={say('import.flagged-title', { count })} note={say('import.flagged-note')}>
      <ul className="card held-rows">
        {rows.map((row) => (
          <li key={row.position} className="held-row">
            <RowWords row={row} />
            <span className="held-why">
              {row.reasons.map((reason) => say(`import.why.${reason}` as Word, { name: row.name })).join(' ')}
            </span>
          </li>
        ))}
      </ul>
      <More query={query}>{say('import.more')}</More>
      <p className="inset">
        <Link to="/people/duplicates">{say('import.to-duplicates')}</Link>
      </p>
    </Folded>
  );
}

/** Rows that are clear: each as it came, with what was not used, so that nothing of the sheet is out of sight. */
export function ClearRows({ id, count }: { id: string; count: number }) {
  const { say } = useWords();
  return (
    <Folded title={say('import.clear-title', { count })} note={say('import.clear-note')}>
      <ClearList id={id} />
    </Folded>
  );
}

function ClearList({ id }: { id: string }) {
  const { say } = useWords();
  const { query, items: rows } = useImportRows(id, 'placed');
  return (
    <>
      <ul className="card held-rows">
        {rows.map((row) => (
          <li key={row.position} className="held-row">
            <RowWords row={row} />
          </li>
        ))}
      </ul>
      <More query={query}>{say('import.more')}</More>
    </>
  );
}

function RowWords({ row }: { row: ImportRow }) {
  const { say } = useWords();
  return (
    <>
      <span className="held-place quiet">
        {say('import.row', { row: row.row })}
        <span className="held-sheet">{row.sheet}</span>
      </span>
      <span className="held-what">
        <strong>{row.name}</strong>
        {row.village ? <span>{row.village}</span> : null}
        <span>{row.day}</span>
        <span className="quiet">{row.text}</span>
        {row.unused ? <span className="quiet">{say('import.row-unused', { words: row.unused })}</span> : null}
      </span>
    </>
  );
}

function Folded({ title, note, children }: { title: string; note: string; children: React.ReactNode }) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section className="held">
      <h2>
        {title}
        <span className="quiet">{note}</span>
        <Button kind="text" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'fold' : 'look')}
        </Button>
      </h2>
      {open ? children : null}
    </section>
  );
}
