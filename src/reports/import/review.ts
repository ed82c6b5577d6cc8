import { knownPeople } from '../../people/store.ts';
import { HeliError } from '../../platform/errors.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { type BatchRow, listMaking, type StagedRow } from './batch-store.ts';
import { judgeBatch, type Judging } from './judge-batch.ts';
import type { Choice } from './schema.ts';
import type { Verdict } from './verdicts.ts';

export const isPlaced = (verdict: Pick<Verdict, 'state'>) => verdict.state === 'placed' || verdict.state === 'flagged';

/** A row with what was now decided of it. */
export function mended(rows: readonly StagedRow[], verdict: Verdict): StagedRow {
  const row = rows.find((one) => one.position === verdict.position);
  if (!row) throw new HeliError('not-found', 'not-found');
  return { ...row, ...verdict };
}

function verdictOf(row: StagedRow, change: Partial<Verdict>): Verdict {
  const { position, subject, name, village, day, person_id, event_id, made_person } = row;
  return {
    position,
    state: 'placed',
    reasons: [],
    subject,
    name,
    village,
    day,
    digest: '',
    person_id,
    event_id,
    candidates: [],
    made_person,
    ...change,
  };
}

const NO_DAY = ['impossible-date', 'unreadable-date', 'no-date', 'no-year', 'future-date'];

/** Refuses words that do not fit the rows: only what waits (or was taken for a second record) is reviewed. */
function refuseMisfits(rows: readonly StagedRow[], choice: Choice): void {
  const fits = rows.every(({ written, state, reasons, subject, day }) => {
    if (written || subject === 'none') return false;
    const dayWaits = NO_DAY.includes(reasons[0] ?? '') || !day;
    if (choice.kind === 'day') return dayWaits;
    if (choice.kind === 'twice') return reasons.includes('same-day') || reasons.includes('already-recorded');
    if (choice.kind === 'leave-out') return state === 'held';
    return state === 'held' && subject !== 'person' && !dayWaits;
  });
  if (!fits) throw new HeliError('not-allowed-now', 'import-not-held');
}

/** Whoever is chosen must be the station's, or come with this very file. */
async function requirePerson(
  transaction: Transaction,
  at: Judging,
  { batch, person }: { batch: BatchRow; person: string },
): Promise<void> {
  const known = await knownPeople(transaction, at, [person]);
  if (known.has(person)) return;
  const coming = batch.state === 'judged' ? await listMaking(transaction, { ...at, batch: batch.id, person }) : [];
  if (coming.length === 0) throw new HeliError('not-found', 'unknown-person');
}

/** What a person's word makes of held rows. */
export async function reviewed(
  transaction: Transaction,
  at: Judging,
  { batch, rows, choice }: { batch: BatchRow; rows: StagedRow[]; choice: Choice },
): Promise<Verdict[]> {
  refuseMisfits(rows, choice);
  if (choice.kind === 'leave-out') {
    return rows.map((row) => verdictOf(row, { state: 'skipped', reasons: ['left-out'] }));
  }
  if (choice.kind === 'twice') return rows.map((row) => verdictOf(row, {}));
  if (choice.kind === 'person') {
    await requirePerson(transaction, at, { batch, person: choice.person });
    return rows.map((row) => verdictOf(row, { person_id: choice.person }));
  }
  if (choice.kind === 'new-person') {
    return rows.map((row, index) => verdictOf(row, { person_id: choice.person, made_person: index === 0 }));
  }
  const said = new Map(rows.map((row) => [row.position, choice]));
  const { verdicts } = await judgeBatch(transaction, { ...at, said }, batch);
  return verdicts.filter((verdict) => said.has(verdict.position));
}
