import type { Transaction } from '../../platform/database/flight.ts';
import type { ClosedLens } from './closed-lens.ts';
import type { Node } from './tree.ts';

export interface StationSeen {
  id: string;
  area: string;
  name: string;
  town: string;
}

/** Every station of a county, for the account that counts them all. */
export function listCountyStations(transaction: Transaction, county: number): Promise<StationSeen[]> {
  return transaction.send<StationSeen>({
    name: 'lenses.county.stations',
    text: `select s.id, s.area, s.name, coalesce(a.name, s.name) as town from heli.station s
      left join heli.area a on a.code = rpad(left(s.area, 9), 12, '0')
      where s.county_id = $1 order by s.area, s.id`,
    values: [county],
  });
}

export interface SnapshotRow {
  taken_at: Date;
  lens: ClosedLens;
}

/** One lens of a year, when the asker sees every station it covers. */
export async function findSnapshot(
  transaction: Transaction,
  at: { county: number; scope: string; subject: string; year: number; lens: string },
): Promise<SnapshotRow | undefined> {
  const rows = await transaction.send<SnapshotRow>({
    name: 'lenses.snapshot',
    text: `select s.taken_at, s.lenses -> $5 as lens from heli.lens_snapshot s
      where s.county_id = $1 and s.scope = $2 and s.subject = $3 and s.year = $4`,
    values: [at.county, at.scope, at.subject, at.year, at.lens],
  });
  return rows[0];
}

/** When a year was counted last, when the asker sees every station it covers. */
export async function findTakenAt(
  transaction: Transaction,
  at: Omit<Parameters<typeof findSnapshot>[1], 'lens'>,
): Promise<Date | undefined> {
  const rows = await transaction.send<{ taken_at: Date }>({
    name: 'lenses.snapshot.taken',
    text: `select s.taken_at from heli.lens_snapshot s
      where s.county_id = $1 and s.scope = $2 and s.subject = $3 and s.year = $4`,
    values: [at.county, at.scope, at.subject, at.year],
  });
  return rows[0]?.taken_at;
}

/** Keeps what a node may be told of a year, in place of what was kept before. */
export function saveSnapshot(
  transaction: Transaction,
  at: { county: number; year: number; takenAt: Date; program: string },
  { node, lenses }: { node: Pick<Node, 'scope' | 'subject' | 'stations'>; lenses: Record<string, ClosedLens> },
): void {
  transaction.post({
    name: 'lenses.snapshot.save',
    text: `insert into heli.lens_snapshot (county_id, scope, subject, year, stations, taken_at, program, lenses)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (county_id, scope, subject, year) do update
        set stations = excluded.stations, taken_at = excluded.taken_at, program = excluded.program, lenses = excluded.lenses`,
    values: [
      at.county,
      node.scope,
      node.subject,
      at.year,
      node.stations,
      at.takenAt,
      at.program,
      JSON.stringify(lenses),
    ],
  });
}
