import type pg from 'pg';
import type { Transaction } from '../platform/database/flight.ts';
import type { Lens } from './schema.ts';

/** So many answers are remembered; the one asked for longest ago goes first. */
const MOST_KEPT = 200;

interface Kept {
  heads: string;
  lens: Lens;
}

const kept = new WeakMap<pg.Pool, Map<string, Kept>>();

/**
 * Where the journals of some stations stand, for who may read their records: as long as nothing was recorded, an answer
 * stays as it was counted. Undefined where the wall lets the asker read less than all of them.
 */
export async function headsOf(
  transaction: Transaction,
  { county, stations }: { county: number; stations: readonly string[] },
): Promise<string | undefined> {
  const [row] = await transaction.send<{ heads: string | null; readable: boolean }>({
    name: 'lenses.heads',
    text: `select string_agg(h.station_id || ' ' || h.seq, ',' order by h.station_id) as heads,
        $2::uuid[] <@ heli.asking_stations('reads') as readable
      from heli.journal_head h where h.county_id = $1 and h.station_id = any ($2::uuid[])`,
    values: [county, stations],
  });
  return row?.readable ? (row.heads ?? '') : undefined;
}

/** The answer that was counted when the journals stood there, or the one that `count` gives now. */
export async function keptOr(
  pool: pg.Pool,
  { key, heads }: { key: string; heads: string | undefined },
  count: () => Promise<Lens>,
): Promise<Lens> {
  const answers = kept.get(pool) ?? new Map<string, Kept>();
  kept.set(pool, answers);
  const found = answers.get(key);
  if (found && heads !== undefined && found.heads === heads) return found.lens;
  const lens = await count();
  answers.delete(key);
  if (heads === undefined) return lens;
  answers.set(key, { heads, lens });
  if (answers.size > MOST_KEPT) answers.delete(answers.keys().next().value as string);
  return lens;
}
