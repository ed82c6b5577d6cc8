import { findStation, listAreas } from '../../places/store.ts';
import { ageOn } from '../../people/rules.ts';
import { dayInChina } from '../../platform/clock.ts';
import { HeliError } from '../../platform/errors.ts';
import { pageOf, readCursor } from '../../platform/pipeline/cursor.ts';
import { atStation } from '../../platform/pipeline/procedure.ts';
import { query } from '../../platform/pipeline/query.ts';
import { findBatch, listBatches } from './batch-store.ts';
import { findMappings } from './store.ts';
import {
  FindMappings,
  ImportPage,
  ImportRowPage,
  ImportWhole,
  ListImportRows,
  ListImports,
  Mappings,
  OfImport,
} from './schema.ts';
import { listCandidates, listRowsShown, listVillagesWritten, readGrains, tallies } from './show-store.ts';
import { batchLine, shownRow } from './show.ts';
import { villageCode } from './write-rows.ts';

const READS = { permit: atStation('records.read') } as const;

/** Imports of a station, the latest first. */
export const listImportsQuery = query({
  ...READS,
  name: 'reports.imports',
  summary: 'Excel ledgers that were taken in, the latest first',
  path: '/reports/imports',
  input: ListImports,
  output: ImportPage,
  read: async (transaction, input, { county }) => {
    const at = { county, station: input.station };
    const [when, id] = readCursor(input.cursor, 2);
    const before = when !== undefined && id !== undefined ? { at: when, id } : null;
    const rows = await listBatches(transaction, { ...at, before, limit: input.limit + 1 });
    const counted = await tallies(transaction, { ...at, batches: rows.map((row) => row.id) });
    return pageOf(rows, input.limit, {
      show: (row) => batchLine(row, counted.get(row.id)),
      keys: (row) => [row.key, row.id],
    });
  },
});

/** One import: how its sheets are read, what became of its rows, and villages that no area bears. */
export const getImport = query({
  ...READS,
  name: 'reports.import',
  summary: 'One Excel ledger: how it is read and what became of its rows',
  path: '/reports/import',
  input: OfImport,
  output: ImportWhole,
  read: async (transaction, { station, id }, { county }) => {
    const at = { county, station };
    const batch = await findBatch(transaction, { ...at, id }, 'look');
    if (!batch) throw new HeliError('not-found', 'not-found');
    const [grains, counted, place] = await Promise.all([
      readGrains(transaction, { ...at, batch: id }),
      tallies(transaction, { ...at, batches: [id] }),
      findStation(transaction, station),
    ]);
    const villages = place ? await listAreas(transaction, place.area) : [];
    const written = await listVillagesWritten(transaction, { ...at, batch: id });
    return {
      ...batchLine(batch, counted.get(id)),
      plans: batch.plans.map(({ top: _, ...plan }) => plan),
      counts: 'people' in batch.counts ? (batch.counts as never) : null,
      grains,
      unknownVillages: written.filter((village) => villageCode({ villages }, village) === null),
    };
  },
});

/** Rows of one import in one state, in file order. */
export const listImportRowsQuery = query({
  ...READS,
  name: 'reports.importRows',
  summary: 'Rows of an Excel ledger in one state, in the order of the file',
  path: '/reports/import-rows',
  input: ListImportRows,
  output: ImportRowPage,
  read: async (transaction, input, { county, context }) => {
    const at = { county, station: input.station };
    const batch = await findBatch(transaction, { ...at, id: input.id }, 'look');
    if (!batch) throw new HeliError('not-found', 'not-found');
    const [after = '-1'] = readCursor(input.cursor, 1);
    const { seal, clock } = context.services;
    const filter = { ...at, batch: input.id, state: input.state, after: Number(after), limit: input.limit + 1 };
    const rows = await listRowsShown(transaction, filter);
    const today = dayInChina(clock());
    const people = await listCandidates(transaction, { ...at, batch, seal }, rows);
    const age = (born: string | null) => ageOn(born, today) ?? null;
    return pageOf(rows, input.limit, {
      show: (row) => shownRow(row, { batch, seal, people, age }),
      keys: (row) => [String(row.position)],
    });
  },
});

/** How the station read columns under these headers last time. */
export const findMappingsQuery = query({
  ...READS,
  name: 'reports.mappings',
  summary: 'How columns under these headers were read last time',
  path: '/reports/mappings',
  input: FindMappings,
  output: Mappings,
  read: async (transaction, { station, signatures }, { county }) => ({
    items: await findMappings(transaction, { county, station }, signatures),
  }),
});
