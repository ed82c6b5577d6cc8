import type { Transaction } from '../platform/database/flight.ts';
import { pageOf, readCursor } from '../platform/pipeline/cursor.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import type { Seal } from '../platform/seal.ts';
import {
  type AlikePerson,
  type DuplicatePair,
  DuplicatePage,
  ListDuplicates,
  ListMerges,
  MergePage,
} from './duplicate-schema.ts';
import { countRecords, listPairs, listPairsOf, type PairRow } from './duplicate-store.ts';
import { maskedId } from './file.ts';
import { findFiles } from './file-store.ts';
import { listMerges, mergeLine } from './merge-store.ts';
import { type At, idsOf, personLine } from './store.ts';

type Sides = Map<string, AlikePerson>;

async function readSides(transaction: Transaction, at: At & { seal: Seal }, rows: readonly PairRow[]): Promise<Sides> {
  const ids = [...new Set(rows.flatMap((row) => [row.one, row.other]))];
  const [files, records] = await Promise.all([findFiles(transaction, at, ids), countRecords(transaction, at, ids)]);
  const sides = files.map((row): [string, AlikePerson] => [
    row.id,
    {
      ...personLine(row),
      phone: row.phone,
      livingAddress: row.livingAddress,
      idNumber: maskedId(row, at),
      createdAt: row.created_at.toISOString(),
      events: records.get(row.id) ?? 0,
    },
  ]);
  return new Map(sides);
}

/** The two who stand for a pair now; a pair of which one side was merged meanwhile is shown once. */
function shownPairs(rows: readonly PairRow[], sides: Sides): DuplicatePair[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const [one, other] = [sides.get(row.one), sides.get(row.other)];
    const key = [row.one, row.other].sort().join(' ');
    if (!one || !other || seen.has(key)) return [];
    seen.add(key);
    return [{ one, other, reasons: row.reasons }];
  });
}

/** Files that may be one person, the likeliest first: of a station, or of one person. */
export const listDuplicates = query({
  name: 'people.duplicates',
  permit: atStation('records.read'),
  summary: 'Files that may be one person, the likeliest first',
  path: '/people/duplicates',
  input: ListDuplicates,
  output: DuplicatePage,
  read: async (transaction, { station, person, cursor, limit }, { county, context }) => {
    const at = { county, station, seal: context.services.seal };
    const [rank, one, other] = readCursor(cursor, 3);
    const after = rank !== undefined && one && other ? { rank: Number(rank), one, other } : null;
    const rows = person
      ? await listPairsOf(transaction, at, await idsOf(transaction, at, person))
      : await listPairs(transaction, { ...at, after, limit: limit + 1 });
    const keys = (row: PairRow) => [String(row.rank), row.one_id, row.other_id];
    const { items, next } = pageOf(rows, person ? rows.length : limit, { show: (row) => row, keys });
    return { items: shownPairs(items, await readSides(transaction, at, items)), ...(next ? { next } : {}) };
  },
});

/** What was merged at a station, the latest first. */
export const listMergesQuery = query({
  name: 'people.merges',
  permit: atStation('records.read'),
  summary: 'Which files were said to be one person, the latest first',
  path: '/people/merges',
  input: ListMerges,
  output: MergePage,
  read: async (transaction, { station, cursor, limit }, { county }) => {
    const [mergedAt, id] = readCursor(cursor, 2);
    const before = mergedAt !== undefined && id !== undefined ? { mergedAt, id } : null;
    const rows = await listMerges(transaction, { county, station, before, limit: limit + 1 });
    return pageOf(rows, limit, { show: mergeLine, keys: (row) => [row.merged_key, row.id] });
  },
});
