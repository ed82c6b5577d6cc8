import type pg from 'pg';
import { report } from '../report.ts';
import { sqlState } from './flight.ts';

const TABLES = [
  'person',
  'person_group',
  'person_contact',
  'household',
  'consent',
  'duplicate_pair',
  'person_merge',
  'event',
  'contribution',
  'visit',
  'follow_up',
  'notice',
  'import_row',
  'journal',
  'journal_key',
  'answer',
];
const FIRST = 100;
const STEP = 3;

export interface Statistics {
  /** Rows were added by a command that is committed. */
  grown: (rows: number) => void;
  /** Waits for an ANALYZE under way. */
  stop: () => Promise<void>;
}

/**
 * Plans are kept per connection. One made while a table was empty, when every index looked equal, would be kept while
 * the table grows; an ANALYZE makes every connection plan anew. The server's own comes a minute later, which is too
 * late for a first day's import: so the program asks for one after 100 rows, 300, 900 and so on.
 */
export function keepStatistics(owner: pg.Pool): Statistics {
  let rows = 0;
  let next = FIRST;
  let running = Promise.resolve();
  return {
    grown: (more) => {
      rows += more;
      if (rows < next) return;
      while (next <= rows) next *= STEP;
      running = running.then(() => analyze(owner));
    },
    stop: () => running,
  };
}

async function analyze(owner: pg.Pool): Promise<void> {
  try {
    await owner.query(`analyze ${TABLES.map((table) => `heli.${table}`).join(', ')}`);
  } catch (error) {
    report('statistics-failed', { code: sqlState(error) ?? '' });
  }
}
