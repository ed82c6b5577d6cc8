import type { Transaction } from '../platform/database/flight.ts';
import type { Merge } from './duplicate-schema.ts';
import { type At, countIn } from './store.ts';

export interface Mergeable {
  id: string;
  name: string;
  village: string | null;
  merged_into: string | null;
}

/** Two files, locked, each with the one that stands for it; always in the order of their ids. */
export function lockTwo(transaction: Transaction, at: At, ids: [string, string]): Promise<Mergeable[]> {
  return transaction.send<Mergeable>({
    name: 'people.merge.lock',
    text: `select id, name, village, merged_into from heli.person
      where county_id = $1 and station_id = $2 and id = any($3::uuid[]) order by id for update`,
    values: [at.county, at.station, ids],
  });
}

/** The files that stand behind another. */
export async function listMergedInto(transaction: Transaction, at: At, id: string): Promise<string[]> {
  const rows = await transaction.send<{ id: string }>({
    name: 'people.merge.behind',
    text: 'select id from heli.person where county_id = $1 and station_id = $2 and merged_into = $3 order by id',
    values: [at.county, at.station, id],
  });
  return rows.map((row) => row.id);
}

function pointTo(
  transaction: Transaction,
  at: At,
  { ids, survivor }: { ids: string[]; survivor: string | null },
): void {
  transaction.post({
    name: 'people.merge.point',
    text: 'update heli.person set merged_into = $4 where county_id = $1 and station_id = $2 and id = any($3::uuid[])',
    values: [at.county, at.station, ids, survivor],
  });
}

export interface NewMerge {
  id: string;
  survivor: Mergeable;
  merged: Mergeable;
  /** Files that stood behind the merged one: they follow it. */
  moved: string[];
  reason: string;
}

/** Puts one file behind another. Nothing else of either is touched, so that it can be taken back exactly. */
export function insertMerge(transaction: Transaction, at: At & { by: string; now: Date }, merge: NewMerge): void {
  const { id, survivor, merged, moved, reason } = merge;
  pointTo(transaction, at, { ids: [merged.id, ...moved], survivor: survivor.id });
  transaction.post({
    name: 'people.merge.insert',
    text: `insert into heli.person_merge (county_id, station_id, id, survivor_id, merged_id, moved, reason, merged_by, merged_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [at.county, at.station, id, survivor.id, merged.id, moved, reason, at.by, at.now],
  });
  countIn(transaction, at, { gone: [merged.village] });
}

export interface MergeRow {
  id: string;
  survivor_id: string;
  merged_id: string;
  moved: string[];
  reason: string;
  merged_at: Date;
  undone_at: Date | null;
  survivor_name: string;
  merged_name: string;
  merged_by: string;
  undone_by: string | null;
  merged_village: string | null;
  /** Where the two stand now. */
  merged_into: string | null;
  survivor_into: string | null;
  merged_key: string;
}

const MERGE_COLUMNS = `m.id, m.survivor_id, m.merged_id, m.moved, m.reason, m.merged_at, m.merged_at::text as merged_key, m.undone_at,
  s.name as survivor_name, o.name as merged_name, o.village as merged_village, o.merged_into, s.merged_into as survivor_into,
  coalesce(b.name, '') as merged_by, u.name as undone_by
  from heli.person_merge m
  join heli.person s on s.county_id = m.county_id and s.station_id = m.station_id and s.id = m.survivor_id
  join heli.person o on o.county_id = m.county_id and o.station_id = m.station_id and o.id = m.merged_id
  left join heli.account b on b.id = m.merged_by left join heli.account u on u.id = m.undone_by`;

/** One merge, locked with both its files. */
export async function lockMerge(transaction: Transaction, at: At, id: string): Promise<MergeRow | undefined> {
  const rows = await transaction.send<MergeRow>({
    name: 'people.merge.find',
    text: `select ${MERGE_COLUMNS} where m.county_id = $1 and m.station_id = $2 and m.id = $3 for update of m, s, o`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

/** Merges that stand, of whatever was put behind one person. */
export function listMergesInto(transaction: Transaction, at: At, ids: readonly string[]): Promise<MergeRow[]> {
  return transaction.send<MergeRow>({
    name: 'people.merges.of',
    text: `select ${MERGE_COLUMNS} where m.county_id = $1 and m.station_id = $2 and m.merged_id = any($3::uuid[])
      and m.undone_at is null order by m.merged_at desc, m.id desc`,
    values: [at.county, at.station, ids],
  });
}

/** What was merged at a station, the latest first; with what was taken back. */
export function listMerges(
  transaction: Transaction,
  at: At & { before: { mergedAt: string; id: string } | null; limit: number },
): Promise<MergeRow[]> {
  return transaction.send<MergeRow>({
    name: 'people.merges',
    text: `select ${MERGE_COLUMNS} where m.county_id = $1 and m.station_id = $2 and (m.merged_at, m.id) < ($3, $4)
      order by m.merged_at desc, m.id desc limit $5`,
    values: [
      at.county,
      at.station,
      at.before?.mergedAt ?? 'infinity',
      at.before?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      at.limit,
    ],
  });
}

/** Takes a merge back: every file stands where it stood before. */
export function undoMerge(transaction: Transaction, at: At & { by: string; now: Date }, merge: MergeRow): void {
  pointTo(transaction, at, { ids: [merge.merged_id], survivor: null });
  if (merge.moved.length > 0) pointTo(transaction, at, { ids: merge.moved, survivor: merge.merged_id });
  transaction.post({
    name: 'people.merge.undo',
    text: `update heli.person_merge set undone_by = $4, undone_at = $5
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [at.county, at.station, merge.id, at.by, at.now],
  });
  countIn(transaction, at, { come: [merge.merged_village] });
}

export function mergeLine(row: MergeRow): Merge {
  return {
    id: row.id,
    survivor: { id: row.survivor_id, name: row.survivor_name },
    merged: { id: row.merged_id, name: row.merged_name },
    reason: row.reason,
    mergedBy: row.merged_by,
    mergedAt: row.merged_at.toISOString(),
    undoneBy: row.undone_by,
    undoneAt: row.undone_at?.toISOString() ?? null,
  };
}
