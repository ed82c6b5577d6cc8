import { LAST_ID } from '../../platform/ids.ts';
import type { At } from '../../people/store.ts';
import { insertRows } from '../../platform/database/insert-rows.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import type { SheetPlan } from './plan.ts';
import type { Choice, SourceRow } from './schema.ts';
import type { StoredCell } from './sealing.ts';
import type { Verdict } from './verdicts.ts';

export interface BatchRow {
  id: string;
  file_name: string;
  state: 'staging' | 'judged' | 'committing' | 'committed' | 'dropped' | 'undone';
  plans: SheetPlan[];
  rows: number;
  counts: Record<string, unknown>;
  judged_at: Date | null;
  created_at: Date;
  created_by: string;
  committed_at: Date | null;
  version: number;
}

const BATCH = `select b.id, b.file_name, b.state, b.plans, b.rows, b.counts, b.judged_at, b.created_at, b.committed_at, b.version,
  coalesce((select a.name from heli.account a where a.id = b.created_by), '') as created_by from heli.import_batch b`;

/** A batch; locked when it is about to change, so that two commits of it come one after the other. */
export async function findBatch(
  transaction: Transaction,
  at: At & { id: string },
  lock: 'lock' | 'look',
): Promise<BatchRow | undefined> {
  const rows = await transaction.send<BatchRow>({
    name: `import.batch.${lock}`,
    text: `${BATCH} where b.county_id = $1 and b.station_id = $2 and b.id = $3${lock === 'lock' ? ' for update of b' : ''}`,
    values: [at.county, at.station, at.id],
  });
  return rows[0];
}

export function listBatches(
  transaction: Transaction,
  at: At & { before: { at: string; id: string } | null; limit: number },
): Promise<(BatchRow & { key: string })[]> {
  return transaction.send({
    name: 'import.batches',
    text: `${BATCH.replace('select b.id', 'select b.created_at::text as key, b.id')}
      where b.county_id = $1 and b.station_id = $2 and (b.created_at, b.id) < ($3, $4) and b.state <> 'dropped'
      order by b.created_at desc, b.id desc limit $5`,
    values: [at.county, at.station, at.before?.at ?? 'infinity', at.before?.id ?? LAST_ID, at.limit],
  });
}

export interface NewBatch {
  id: string;
  fileName: string;
  plans: unknown;
  rows: number;
}

export function insertBatch(transaction: Transaction, at: At & { by: string; now: Date }, batch: NewBatch): void {
  transaction.post({
    name: 'import.batch.insert',
    text: `insert into heli.import_batch (county_id, station_id, id, file_name, plans, rows, created_by, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [at.county, at.station, batch.id, batch.fileName, JSON.stringify(batch.plans), batch.rows, at.by, at.now],
  });
}

const STAGED = {
  batch_id: 'uuid',
  position: 'int',
  plan: 'smallint',
  source_row: 'int',
  source_column: 'int',
  cells: 'jsonb',
  skip: 'text',
};

/** Keeps source rows as they came; a row that is there already (sent again) stays. */
export function stageRows(
  transaction: Transaction,
  at: At & { batch: string },
  rows: (Omit<SourceRow, 'cells'> & { cells: StoredCell[] })[],
): void {
  insertRows(transaction, at, {
    table: 'import_row',
    columns: STAGED,
    rows: rows.map((row) => ({
      batch_id: at.batch,
      position: row.position,
      plan: row.plan,
      source_row: row.row,
      source_column: row.column,
      cells: row.cells,
      skip: row.skip,
    })),
    onConflict: 'on conflict (county_id, station_id, batch_id, position) do nothing',
  });
}

export interface StagedRow {
  position: number;
  plan: number;
  row: number;
  column: number | null;
  cells: StoredCell[];
  skip: SourceRow['skip'];
  state: Verdict['state'] | 'staged';
  reasons: string[];
  subject: Verdict['subject'];
  name: string;
  village: string;
  day: string | null;
  person_id: string | null;
  event_id: string | null;
  candidates: string[];
  answer: Choice | null;
  made_person: boolean;
  written: boolean;
}

export const ROW_COLUMNS = `r.position, r.plan, r.source_row as row, r.source_column as "column", r.cells, r.skip, r.state, r.reasons,
  r.subject, r.name, r.village, r.day, r.person_id, r.event_id, r.candidates, r.answer, r.made_person, r.written
  from heli.import_row r where r.county_id = $1 and r.station_id = $2 and r.batch_id = $3`;

/** All rows of a batch, in file order. */
export function listAllRows(transaction: Transaction, at: At & { batch: string }): Promise<StagedRow[]> {
  return transaction.send<StagedRow>({
    name: 'import.rows.all',
    text: `select ${ROW_COLUMNS} order by r.position`,
    values: [at.county, at.station, at.batch],
  });
}

export function listRowsAt(
  transaction: Transaction,
  at: At & { batch: string; positions: readonly number[] },
): Promise<StagedRow[]> {
  return transaction.send<StagedRow>({
    name: 'import.rows.at',
    text: `select ${ROW_COLUMNS} and r.position = any ($4::int[]) order by r.position`,
    values: [at.county, at.station, at.batch, at.positions],
  });
}

const SUBJECTS = ['person', 'visit', 'attendance'] as const;

/** The next rows to be written: people first, for visits and sign-ins speak of them. */
export async function listRowsToWrite(
  transaction: Transaction,
  at: At & { batch: string; limit: number },
): Promise<StagedRow[]> {
  for (const subject of SUBJECTS) {
    const rows = await transaction.send<StagedRow>({
      name: 'import.rows.toWrite',
      text: `select ${ROW_COLUMNS} and not r.written and r.subject = $4 and r.state in ('placed', 'flagged')
        order by r.position limit $5`,
      values: [at.county, at.station, at.batch, subject, at.limit],
    });
    if (rows.length > 0) return rows;
  }
  return [];
}

const VERDICT = `position int, state text, reasons text[], subject text, name text, village text, day date, digest text, person_id uuid,
  event_id uuid, candidates uuid[], made_person boolean`;

/** Writes down where rows ended. What is in the books already stays as it is. */
export function saveVerdicts(transaction: Transaction, at: At & { batch: string }, verdicts: readonly Verdict[]): void {
  transaction.post({
    name: 'import.verdicts',
    text: `update heli.import_row r set state = v.state, reasons = v.reasons, subject = v.subject, name = v.name,
        village = v.village, day = v.day,
        digest = decode(v.digest, 'hex'), person_id = v.person_id, event_id = v.event_id, candidates = v.candidates,
        made_person = v.made_person
      from jsonb_to_recordset($4::jsonb) as v (${VERDICT})
      where r.county_id = $1 and r.station_id = $2 and r.batch_id = $3 and r.position = v.position and not r.written`,
    values: [at.county, at.station, at.batch, JSON.stringify(verdicts)],
  });
}

export function saveAnswers(
  transaction: Transaction,
  at: At & { batch: string },
  answers: { positions: readonly number[]; choice: Choice },
): void {
  transaction.post({
    name: 'import.answers',
    text: `update heli.import_row r set answer = $5
      where r.county_id = $1 and r.station_id = $2 and r.batch_id = $3 and r.position = any ($4::int[])`,
    values: [at.county, at.station, at.batch, answers.positions, JSON.stringify(answers.choice)],
  });
}

export function markWritten(transaction: Transaction, at: At & { batch: string }, positions: readonly number[]): void {
  transaction.post({
    name: 'import.written',
    text: `update heli.import_row r set written = true
      where r.county_id = $1 and r.station_id = $2 and r.batch_id = $3 and r.position = any ($4::int[])`,
    values: [at.county, at.station, at.batch, positions],
  });
}

export interface BatchChange {
  id: string;
  state: BatchRow['state'];
  /** What was counted, and when: rows judged long ago are judged anew before they go in. */
  judged?: { counts: unknown; at: Date };
  newVillages?: string[];
  committedAt?: Date | undefined;
  undone?: { by: string; at: Date };
}

export function changeBatch(transaction: Transaction, at: At, change: BatchChange): void {
  transaction.post({
    name: 'import.batch.change',
    text: `update heli.import_batch b set state = $4, counts = coalesce($5::jsonb, b.counts),
        new_villages = b.new_villages || coalesce($6::text[], '{}'), committed_at = coalesce($7, b.committed_at),
        undone_by = coalesce($8, b.undone_by), undone_at = coalesce($9, b.undone_at), judged_at = coalesce($10, b.judged_at),
        version = b.version + 1
      where b.county_id = $1 and b.station_id = $2 and b.id = $3`,
    values: [
      at.county,
      at.station,
      change.id,
      change.state,
      change.judged ? JSON.stringify(change.judged.counts) : null,
      change.newVillages ?? null,
      change.committedAt ?? null,
      change.undone?.by ?? null,
      change.undone?.at ?? null,
      change.judged?.at ?? null,
    ],
  });
}

/** A batch that nobody wants: what its rows said is forgotten. */
export function forgetRows(transaction: Transaction, at: At & { batch: string }): void {
  transaction.post({
    name: 'import.forget',
    text: `update heli.import_row r set cells = '[]', name = '', answer = null
      where r.county_id = $1 and r.station_id = $2 and r.batch_id = $3`,
    values: [at.county, at.station, at.batch],
  });
}

export interface RowCount {
  all: number;
  written: number;
  /** Placed rows that are not in the books yet. */
  left: number;
}

export async function countRows(transaction: Transaction, at: At & { batch: string }): Promise<RowCount> {
  const [row] = await transaction.send<RowCount>({
    name: 'import.rows.count',
    text: `select count(*)::int as "all", (count(*) filter (where written))::int as written,
        (count(*) filter (where not written and state in ('placed', 'flagged') and subject <> 'none'))::int as left
      from heli.import_row where county_id = $1 and station_id = $2 and batch_id = $3`,
    values: [at.county, at.station, at.batch],
  });
  return row ?? { all: 0, written: 0, left: 0 };
}

/** The row of a batch that is to make a person. */
export function listMaking(transaction: Transaction, at: At & { batch: string; person: string }): Promise<StagedRow[]> {
  return transaction.send<StagedRow>({
    name: 'import.rows.making',
    text: `select ${ROW_COLUMNS} and r.person_id = $4 and r.made_person and r.state in ('placed', 'flagged')`,
    values: [at.county, at.station, at.batch, at.person],
  });
}
