import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { dayInChina } from '../platform/clock.ts';
import { inFlight } from '../platform/database/flight.ts';
import { HeliError } from '../platform/errors.ts';
import { MOST_MEGABYTES } from '../reports/import/book.ts';
import type { ImportCounts } from '../reports/import/counts.ts';
import { type DryRun, dryRun } from '../reports/import/dry-run.ts';
import type { KnownPerson } from '../reports/import/people.ts';
import { findKnownPeople } from '../reports/import/store.ts';
import { type Desk, EXIT } from './desk.ts';
import { reasonWords } from './import-words.ts';
import { findStationNamed, withOwnerPool } from './place.ts';
import { told } from './words.ts';

export interface ImportOptions {
  data: string;
  dryRun?: boolean;
  station?: string;
}

/** Held rows that are named one by one; more are only counted. */
const MOST_NAMED = 20;

async function readBytes(file: string): Promise<Uint8Array> {
  const { stat } = await import('node:fs/promises');
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new HeliError('invalid', 'no-such-file', { params: { file } });
  if (!found.isFile()) throw new HeliError('invalid', 'import-not-excel');
  // A file far too large is not even read.
  if (found.size > MOST_MEGABYTES * 2 ** 20) {
    throw new HeliError('invalid', 'import-too-large', { params: { limit: MOST_MEGABYTES } });
  }
  return readFile(file);
}

/** The people of a station who bear the file's names; none when no station is asked for. */
function knownIn({ data, station }: ImportOptions): (names: string[]) => Promise<KnownPerson[]> {
  if (!station) return async () => [];
  return (names) =>
    withOwnerPool(data, async (pool) => {
      const at = await findStationNamed(pool, station);
      return inFlight(pool, 'read', (flight) => findKnownPeople(flight, at, { names }));
    });
}

function tellCounts({ people, visits, attendance }: ImportCounts, desk: Desk): void {
  const { rows, people: persons, duplicateRowsProposed: duplicates, failedIdCheck: failed } = people;
  if (rows > 0) desk.tell('import-people', { rows, people: persons, duplicates, failed });
  const { impossibleDate: dates, unknownPerson: unknown, ambiguousPerson: ambiguous } = visits.held;
  if (visits.rows > 0) {
    const moved = visits.flaggedMovedAway;
    const held = dates + unknown + ambiguous;
    desk.tell('import-visits', { rows: visits.rows, placed: visits.placed, moved, held, dates, unknown, ambiguous });
  }
  const events = Object.entries(attendance.events);
  if (events.length === 0) return;
  desk.tell('import-attendance', { events: events.length, times: attendance.personTimes });
  for (const [name, times] of events) desk.tell('import-event', { name, times });
}

function tellHeld({ judged, cut }: DryRun, desk: Desk): void {
  const held = judged.outcomes.filter(({ state }) => state === 'held');
  if (held.length > 0) desk.tell('import-held', { rows: held.length });
  for (const { record, subject, reasons } of held.slice(0, MOST_NAMED)) {
    const sheet = cut.plans[record.plan]?.sheet ?? '';
    const who = subject.kind === 'visit' ? subject.visit.who : subject.kind === 'attendance' ? subject.who : undefined;
    const why = reasonWords(reasons[0], desk.language);
    desk.tell('import-held-row', { sheet, row: record.row + 1, name: who?.name ?? '', why });
  }
  if (held.length > MOST_NAMED) desk.tell('import-held-more', { rows: held.length - MOST_NAMED });
}

function tellSkipped({ judged, cut }: DryRun, desk: Desk): void {
  const unused = cut.plans.filter((plan) => plan.kind === 'other').map((plan) => plan.sheet);
  if (unused.length > 0) desk.tell('import-unused', { sheets: unused.join('、') });
  const of = (reason: string) => judged.outcomes.filter((one) => one.state === 'skipped' && one.reasons[0] === reason);
  const [blank, twice] = [of('blank').length, of('listed-twice').length];
  const other = judged.outcomes.filter((one) => one.state === 'skipped').length - blank - twice;
  desk.tell('import-skipped', { blank, other, twice });
}

/**
 * Says what an import of an Excel ledger would do, and changes nothing. It needs only the file; with a station it also
 * looks at the people who are there already.
 */
export async function importLedger(file: string, options: ImportOptions, desk: Desk): Promise<number> {
  if (!options.dryRun) {
    process.stderr.write(`${told(desk.language, 'import-in-pages')}\n`);
    return EXIT.wrongUse;
  }
  const bytes = await readBytes(file);
  const context = { findKnown: knownIn(options), today: dayInChina(new Date()) };
  const run = await dryRun({ name: path.basename(file), bytes }, context);
  desk.tell('import-dry', { file: path.basename(file) });
  tellCounts(run.counts, desk);
  tellSkipped(run, desk);
  tellHeld(run, desk);
  desk.answer(run.counts);
  return EXIT.done;
}
