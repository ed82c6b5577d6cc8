import type { At } from '../../people/store.ts';
import { dayInChina } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Seal } from '../../platform/seal.ts';
import { type BatchRow, listAllRows, type StagedRow } from './batch-store.ts';
import { countOutcomes, type ImportCounts } from './counts.ts';
import { judgeBook, type Judged } from './judge.ts';
import { idsOf, namesOf } from './judge-rows.ts';
import type { CutBook } from './plan.ts';
import type { Choice, Tally } from './schema.ts';
import { openCells, rowMarker } from './sealing.ts';
import { findKnownPeople, findVisitsOn, findWritten, type SameDayVisit } from './store.ts';
import { grainOf, type Verdict, verdictsOf } from './verdicts.ts';

/** What judging a batch needs besides its rows. */
export interface Judging extends At {
  seal: Seal;
  digestKey: Buffer;
  newId: NewId;
  now: Date;
}

export interface BatchJudgement {
  verdicts: Verdict[];
  counts: ImportCounts;
  tally: Tally;
}

/** The records of a batch as they were cut from the file. */
function cutOf(batch: BatchRow, rows: readonly StagedRow[], seal: Seal): CutBook {
  const records = rows.map(({ position, plan, row, column, cells, skip, answer }) => ({
    plan,
    row,
    column,
    skip,
    cells: openCells(seal, { batch: batch.id, position }, cells),
    saidDay: answer?.kind === 'day' ? answer.day : undefined,
  }));
  return { plans: batch.plans, records };
}

/** Rows that are in the books through another import. */
async function skipWritten(
  transaction: Transaction,
  at: At & { batch: string },
  verdicts: Verdict[],
): Promise<Verdict[]> {
  const live = verdicts.filter((verdict) => verdict.state !== 'skipped' && verdict.digest !== '');
  const written = await findWritten(
    transaction,
    at,
    live.map((verdict) => verdict.digest),
  );
  return verdicts.map((verdict) =>
    verdict.state !== 'skipped' && written.has(verdict.digest)
      ? { ...verdict, state: 'skipped', reasons: ['already-imported'], candidates: [] }
      : verdict,
  );
}

const isPlaced = (verdict: Verdict) => verdict.state === 'placed' || verdict.state === 'flagged';

function besideSameDay(verdict: Verdict, visits: readonly SameDayVisit[] | undefined, minutes: number | null): Verdict {
  if (!visits) return verdict;
  const same = visits.some((visit) => visit.minutes === minutes || minutes === null);
  return same
    ? { ...verdict, state: 'skipped', reasons: ['already-recorded'] }
    : { ...verdict, state: 'held', reasons: ['same-day'] };
}

/** Visits that somebody has recorded already: the same minutes are the same visit; other minutes are for a person to say. */
async function skipRecorded(
  transaction: Transaction,
  at: At & { twice: ReadonlySet<number> },
  { verdicts, judged }: { verdicts: Verdict[]; judged: Judged },
): Promise<Verdict[]> {
  const asks = verdicts.filter((one) => one.subject === 'visit' && isPlaced(one) && !at.twice.has(one.position));
  const found = await findVisitsOn(transaction, at, {
    people: asks.map((one) => one.person_id ?? ''),
    days: asks.map((one) => one.day ?? ''),
  });
  if (found.length === 0) return verdicts;
  const byDay = new Map<string, SameDayVisit[]>();
  for (const visit of found) {
    const key = `${visit.person_id} ${visit.day}`;
    byDay.set(key, [...(byDay.get(key) ?? []), visit]);
  }
  const asked = new Set(asks);
  return verdicts.map((verdict, index) => {
    const subject = judged.outcomes[index]?.subject;
    if (!asked.has(verdict) || subject?.kind !== 'visit') return verdict;
    return besideSameDay(verdict, byDay.get(`${verdict.person_id} ${verdict.day}`), subject.visit.minutes);
  });
}

export function tallyOf(rows: readonly { state: string; reasons: readonly string[]; written?: boolean }[]): Tally {
  const tally: Tally = { placed: 0, flagged: 0, held: 0, known: 0, skipped: 0, written: 0 };
  const names = { p: 'placed', f: 'flagged', h: 'held', k: 'known', s: 'skipped' } as const;
  for (const { state, reasons, written } of rows) {
    const name = names[grainOf(state, reasons) as keyof typeof names];
    if (name) tally[name] += 1;
    if (written) tally.written += 1;
  }
  return tally;
}

/** Judges all rows of a batch against the station's people and books as they stand now. */
export async function judgeBatch(
  transaction: Transaction,
  at: Judging & { said?: ReadonlyMap<number, Choice> },
  batch: BatchRow,
): Promise<BatchJudgement> {
  const kept = await listAllRows(transaction, { ...at, batch: batch.id });
  const rows = kept.map((row) => ({ ...row, answer: at.said?.get(row.position) ?? row.answer }));
  const cut = cutOf(batch, rows, at.seal);
  const known = await findKnownPeople(transaction, at, { names: namesOf(cut), ids: idsOf(cut) });
  const judged = judgeBook(cut, { known, today: dayInChina(at.now) });
  const first = verdictsOf(judged, {
    rows,
    markRow: rowMarker(at.digestKey),
    newId: at.newId,
  });
  const unwritten = await skipWritten(transaction, { ...at, batch: batch.id }, first);
  const twice = new Set(rows.flatMap(({ position, answer }) => (answer?.kind === 'twice' ? [position] : [])));
  const verdicts = await skipRecorded(transaction, { ...at, twice }, { verdicts: unwritten, judged });
  return { verdicts, counts: countOutcomes(judged, cut.plans), tally: tallyOf(verdicts) };
}
