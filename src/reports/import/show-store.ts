import type { At } from '../../people/store.ts';
import { dayInChina } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import type { Seal } from '../../platform/seal.ts';
import { type BatchRow, ROW_COLUMNS, type StagedRow } from './batch-store.ts';
import { bornOf } from './ages.ts';
import { readPerson } from './readings.ts';
import { cellReader } from './records.ts';
import type { Tally } from './schema.ts';
import { openCells } from './sealing.ts';

const KNOWN = "reasons && array['already-imported', 'already-recorded']";

/** How many rows of some batches ended in which state. */
export async function tallies(
  transaction: Transaction,
  at: At & { batches: readonly string[] },
): Promise<Map<string, Tally>> {
  const rows = await transaction.send<Tally & { batch_id: string }>({
    name: 'import.tallies',
    text: `select batch_id, (count(*) filter (where state = 'placed'))::int as placed,
        (count(*) filter (where state = 'flagged'))::int as flagged, (count(*) filter (where state = 'held'))::int as held,
        (count(*) filter (where state = 'skipped' and ${KNOWN}))::int as known,
        (count(*) filter (where state = 'skipped' and not ${KNOWN}))::int as skipped,
        (count(*) filter (where written))::int as written
      from heli.import_row where county_id = $1 and station_id = $2 and batch_id = any ($3::uuid[]) group by batch_id`,
    values: [at.county, at.station, at.batches],
  });
  return new Map(rows.map(({ batch_id, ...tally }) => [batch_id, tally]));
}

/** The states of all rows in file order, one letter each; empty rows leave none. */
export async function readGrains(transaction: Transaction, at: At & { batch: string }): Promise<string> {
  const [row] = await transaction.send<{ grains: string | null }>({
    name: 'import.grains',
    text: `select string_agg(case when state = 'skipped' and ${KNOWN} then 'k' else left(state, 1) end, '' order by position) as grains
      from heli.import_row where county_id = $1 and station_id = $2 and batch_id = $3 and state <> 'staged'
        and not 'blank' = any (reasons)`,
    values: [at.county, at.station, at.batch],
  });
  return row?.grains ?? '';
}

export interface ShownRow extends StagedRow {
  /** Other held rows of the same name in this batch. */
  alike: number[] | null;
}

export function listRowsShown(
  transaction: Transaction,
  at: At & { batch: string; state: string; after: number; limit: number },
): Promise<ShownRow[]> {
  return transaction.send<ShownRow>({
    name: 'import.rows.shown',
    text: `select ${ROW_COLUMNS.replace(
      'from heli.import_row r',
      `, case when r.state = 'held' then (select array_agg(o.position order by o.position) from heli.import_row o
        where o.county_id = $1 and o.station_id = $2 and o.batch_id = $3 and o.state = 'held' and o.name = r.name and o.village = r.village
          and o.reasons = r.reasons and o.candidates = r.candidates and o.position <> r.position) end as alike
      from heli.import_row r`,
    )} and r.state = $4 and r.position > $5 order by r.position limit $6`,
    values: [at.county, at.station, at.batch, at.state, at.after, at.limit],
  });
}

/** Somebody a held row may mean. */
export interface CandidateRow {
  id: string;
  name: string;
  sex: 'female' | 'male' | 'unknown';
  born_on: string | null;
  village: string;
  village_group: string;
  phone: string;
}

async function listInBooks(transaction: Transaction, at: At, ids: readonly string[]): Promise<CandidateRow[]> {
  return transaction.send<CandidateRow>({
    name: 'import.candidates',
    text: `select p.id, p.name, p.sex, p.born_on, coalesce(a.name, '') as village, p.village_group, p.phone
      from heli.person p left join heli.area a on a.code = p.village
      where p.county_id = $1 and p.station_id = $2 and p.id = any ($3::uuid[])`,
    values: [at.county, at.station, ids],
  });
}

function comingRow(batch: BatchRow, seal: Seal, row: StagedRow): CandidateRow {
  const plan = batch.plans[row.plan];
  const cells = openCells(seal, { batch: batch.id, position: row.position }, row.cells);
  const find = plan ? cellReader(plan) : () => null;
  const person = readPerson((role) => find({ cells }, role), plan);
  return {
    id: row.person_id ?? '',
    name: row.name,
    sex: person.sex ?? 'unknown',
    born_on: bornOf(person, dayInChina(batch.created_at)).bornOn,
    village: person.village,
    village_group: person.villageGroup,
    phone: person.phone,
  };
}

/** People who come with the file itself and are not in the books yet. */
async function listComing(
  transaction: Transaction,
  at: At & { batch: BatchRow; seal: Seal },
  ids: readonly string[],
): Promise<CandidateRow[]> {
  const rows = await transaction.send<StagedRow>({
    name: 'import.coming',
    text: `select ${ROW_COLUMNS} and r.person_id = any ($4::uuid[]) and r.subject = 'person' and not r.written`,
    values: [at.county, at.station, at.batch.id, ids],
  });
  return rows.map((row) => comingRow(at.batch, at.seal, row));
}

/** Everyone whom some rows may mean, by id. */
export async function listCandidates(
  transaction: Transaction,
  at: At & { batch: BatchRow; seal: Seal },
  rows: readonly StagedRow[],
): Promise<Map<string, CandidateRow>> {
  const ids = [...new Set(rows.flatMap((row) => row.candidates))];
  if (ids.length === 0) return new Map();
  const found = await Promise.all([listInBooks(transaction, at, ids), listComing(transaction, at, ids)]);
  return new Map(found.flat().map((row) => [row.id, row]));
}

/** Villages as the rows of a batch name them, each once. */
export async function listVillagesWritten(transaction: Transaction, at: At & { batch: string }): Promise<string[]> {
  const rows = await transaction.send<{ village: string }>({
    name: 'import.villages',
    text: `select distinct r.village from heli.import_row r where r.county_id = $1 and r.station_id = $2 and r.batch_id = $3
      and r.state in ('placed', 'flagged', 'held') and r.village <> '' order by 1 limit 200`,
    values: [at.county, at.station, at.batch],
  });
  return rows.map((row) => row.village);
}
