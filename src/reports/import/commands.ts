import { FOLLOW_UP } from '../../people/rules.ts';
import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { HeliError } from '../../platform/errors.ts';
import { Saved } from '../../platform/fields.ts';
import { command, type Doing } from '../../platform/pipeline/command.ts';
import { atStation } from '../../platform/pipeline/procedure.ts';
import {
  type BatchRow,
  changeBatch,
  countRows,
  findBatch,
  forgetRows,
  insertBatch,
  listRowsAt,
  listRowsToWrite,
  saveAnswers,
  saveVerdicts,
  stageRows,
} from './batch-store.ts';
import { judgeBatch } from './judge-batch.ts';
import { isPlaced, mended, reviewed } from './review.ts';
import { Judged, OfImport, OpenImport, Progress, ReviewImport, StageImport } from './schema.ts';
import { sealCells } from './sealing.ts';
import { findBuiltOn, keepMappings, undoBatch } from './store.ts';
import { loadChunk, writeChunk } from './chunk.ts';

const WRITES = { permit: atStation('records.write'), version: 1 } as const;

/** Rows written by one command: few enough to show progress, many enough to be fast. */
const CHUNK = 2000;

async function getBatch(
  transaction: Transaction,
  at: At & { id: string },
  states: BatchRow['state'][],
): Promise<BatchRow> {
  const batch = await findBatch(transaction, at, 'lock');
  if (!batch) throw new HeliError('not-found', 'not-found');
  if (!states.includes(batch.state)) throw new HeliError('not-allowed-now', `import-is-${batch.state}`);
  return batch;
}

const judging = (station: string, { county, seal, digestKey, newId, now }: Doing) => ({
  county,
  station,
  seal,
  digestKey,
  newId,
  now,
});

const ofBatch = (station: string, id: string, rows = 1) => ({
  station,
  subject: { kind: 'import', id },
  fields: ['rows'],
  rows,
});

/** Begins taking in a file: how its sheets are read is kept, its rows follow. */
export const openImport = command({
  ...WRITES,
  name: 'reports.openImport',
  summary: 'Begin taking in an Excel ledger',
  path: '/reports/open-import',
  input: OpenImport,
  output: Saved,
  load: async () => undefined,
  decide: (_, { station, ...batch }, { county, asker, now }) => ({
    ...ofBatch(station, batch.id),
    fields: ['fileName', 'plans', 'rows'],
    answer: { id: batch.id, version: 1 },
    save: (transaction) => {
      const at = { county, station, by: asker.id, now };
      insertBatch(transaction, at, batch);
      keepMappings(transaction, at, batch.plans);
    },
  }),
});

/** Keeps rows of the file as they came; nothing is taken in yet. */
export const stageImport = command({
  ...WRITES,
  name: 'reports.stageImport',
  summary: 'Hand in rows of an Excel ledger',
  path: '/reports/stage-import',
  input: StageImport,
  output: Saved,
  load: (transaction, { station, id }, { county }) => getBatch(transaction, { county, station, id }, ['staging']),
  decide: (batch, { station, id, rows }, { county, seal }) => ({
    ...ofBatch(station, id, rows.length),
    answer: { id, version: batch.version },
    save: (transaction) => {
      const sealed = rows.map((row) => ({
        ...row,
        cells: sealCells(seal, { batch: id, position: row.position }, row.cells),
      }));
      stageRows(transaction, { county, station, batch: id }, sealed);
    },
  }),
});

/** Says of every row where it ends: placed, flagged, held or skipped. */
export const judgeImport = command({
  ...WRITES,
  name: 'reports.judgeImport',
  summary: 'Look at every row of an Excel ledger that was handed in',
  path: '/reports/judge-import',
  input: OfImport,
  output: Judged,
  load: async (transaction, { station, id }, doing) => {
    const at = { county: doing.county, station, id };
    const batch = await getBatch(transaction, at, ['staging', 'judged']);
    const staged = await countRows(transaction, { ...at, batch: id });
    if (staged.all !== batch.rows) throw new HeliError('not-allowed-now', 'import-incomplete');
    return { batch, ...(await judgeBatch(transaction, judging(station, doing), batch)) };
  },
  decide: ({ batch, verdicts, counts, tally }, { station, id }, { county, now }) => ({
    ...ofBatch(station, id),
    answer: { id, version: batch.version + 1, tally },
    save: (transaction) => {
      saveVerdicts(transaction, { county, station, batch: id }, verdicts);
      changeBatch(transaction, { county, station }, { id, state: 'judged', judged: { counts, at: now } });
    },
  }),
});

const FRESH_MS = 10 * 60_000;

/** Whether so much time has passed since the rows were judged that people and books may be others now. */
const isOld = (batch: BatchRow, now: Date) => now.getTime() - (batch.judged_at?.getTime() ?? 0) > FRESH_MS;

/** Writes the next rows into the books; called again and again until nothing is left. Rows judged long ago are judged anew first. */
export const commitImport = command({
  ...WRITES,
  name: 'reports.commitImport',
  summary: 'Take the next rows of an Excel ledger into the books',
  path: '/reports/commit-import',
  input: OfImport,
  output: Progress,
  load: async (transaction, { station, id }, doing) => {
    const at = { county: doing.county, station };
    const batch = await getBatch(transaction, { ...at, id }, ['judged', 'committing']);
    if (batch.state === 'judged' && isOld(batch, doing.now)) {
      const judgement = await judgeBatch(transaction, judging(station, doing), batch);
      return { batch, judgement, chunk: undefined, left: 0, written: 0 };
    }
    const rows = await listRowsToWrite(transaction, { ...at, batch: id, limit: CHUNK });
    const [chunk, count] = await Promise.all([
      loadChunk(transaction, { doing, station }, { batch, rows }),
      countRows(transaction, { ...at, batch: id }),
    ]);
    return { batch, judgement: undefined, chunk, left: count.left, written: count.written };
  },
  decide: ({ batch, judgement, chunk, left, written }, { station, id }, doing) => {
    const at = { county: doing.county, station };
    const rows = chunk?.rows.length ?? 0;
    const toWrite = judgement ? judgement.tally.placed + judgement.tally.flagged : written + left;
    const done = !judgement && rows === left;
    return {
      ...ofBatch(station, id, rows * 3),
      answer: { id, version: batch.version + 1, written: written + rows, toWrite, done },
      save: (transaction) => {
        if (judgement) saveVerdicts(transaction, { ...at, batch: id }, judgement.verdicts);
        const newVillages = chunk ? writeChunk(transaction, { doing, station }, chunk) : [];
        changeBatch(transaction, at, {
          id,
          state: done ? 'committed' : 'committing',
          newVillages,
          ...(judgement ? { judged: { counts: judgement.counts, at: doing.now } } : {}),
          ...(done ? { committedAt: doing.now } : {}),
        });
      },
    };
  },
});

/** A person's word about held rows: whom they mean, which day it was, a second visit, or to leave them out. */
export const reviewImport = command({
  ...WRITES,
  name: 'reports.reviewImport',
  summary: 'Say what held rows of an Excel ledger mean',
  path: '/reports/review-import',
  input: ReviewImport,
  output: Saved,
  load: async (transaction, input, doing) => {
    const at = { county: doing.county, station: input.station };
    const batch = await getBatch(transaction, { ...at, id: input.id }, ['judged', 'committing', 'committed']);
    const rows = await listRowsAt(transaction, { ...at, batch: batch.id, positions: input.positions });
    if (rows.length !== input.positions.length) throw new HeliError('not-found', 'not-found');
    const verdicts = await reviewed(transaction, judging(input.station, doing), { batch, rows, choice: input.choice });
    const now = batch.state === 'judged' ? [] : verdicts.filter(isPlaced).map((one) => mended(rows, one));
    return {
      batch,
      verdicts,
      chunk: await loadChunk(transaction, { doing, station: input.station }, { batch, rows: now }),
    };
  },
  decide: ({ batch, verdicts, chunk }, { station, id, positions, choice }, doing) => ({
    ...ofBatch(station, id, positions.length),
    fields: ['rows', choice.kind],
    answer: { id, version: batch.version + 1 },
    save: (transaction) => {
      const at = { county: doing.county, station, batch: id };
      saveAnswers(transaction, at, { positions, choice });
      saveVerdicts(transaction, at, verdicts);
      const newVillages = chunk.rows.length > 0 ? writeChunk(transaction, { doing, station }, chunk) : [];
      changeBatch(transaction, at, { id, state: batch.state, newVillages });
    },
  }),
});

/** Takes a whole import back; the database is then as it was before. */
export const undoImport = command({
  ...WRITES,
  name: 'reports.undoImport',
  summary: 'Undo the import of an Excel ledger, whole',
  path: '/reports/undo-import',
  input: OfImport,
  output: Saved,
  load: async (transaction, { station, id }, { county }) => {
    const at = { county, station };
    const batch = await getBatch(transaction, { ...at, id }, ['committing', 'committed']);
    return { batch, builtOn: await findBuiltOn(transaction, { ...at, batch: id }) };
  },
  decide: ({ batch, builtOn: [above] }, { station, id }, { county, asker, now }) => {
    if (above) {
      throw new HeliError('not-allowed-now', `import-built-on-${above.what}`, {
        params: { name: above.name, count: above.how_many },
      });
    }
    return {
      ...ofBatch(station, id, batch.rows),
      answer: { id, version: batch.version + 1 },
      save: (transaction) => {
        undoBatch(transaction, { station, batch: id, days: Object.values(FOLLOW_UP.days) });
        changeBatch(transaction, { county, station }, { id, state: 'undone', undone: { by: asker.id, at: now } });
      },
    };
  },
});

/** Gives up a file that was not taken in; what its rows said is forgotten. */
export const dropImport = command({
  ...WRITES,
  name: 'reports.dropImport',
  summary: 'Give up an Excel ledger that was not taken in',
  path: '/reports/drop-import',
  input: OfImport,
  output: Saved,
  load: (transaction, { station, id }, { county }) =>
    getBatch(transaction, { county, station, id }, ['staging', 'judged']),
  decide: (batch, { station, id }, { county }) => ({
    ...ofBatch(station, id),
    answer: { id, version: batch.version + 1 },
    save: (transaction) => {
      forgetRows(transaction, { county, station, batch: id });
      changeBatch(transaction, { county, station }, { id, state: 'dropped' });
    },
  }),
});
