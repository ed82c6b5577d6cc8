import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import type { Layout, Profile } from './schema.ts';

/** A station's tables of outside platforms, by name. */
export function listProfiles(transaction: Transaction, at: At): Promise<Profile[]> {
  return transaction.send<Profile>({
    name: 'reports.profiles',
    text: `select id, version, name, layout from heli.export_profile where county_id = $1 and station_id = $2
      order by name, id limit 100`,
    values: [at.county, at.station],
  });
}

/** One of them; locked when it is about to change. */
export async function findProfile(
  transaction: Transaction,
  at: At & { lock?: boolean },
  id: string,
): Promise<Profile | undefined> {
  const rows = await transaction.send<Profile>({
    name: at.lock ? 'reports.profile.lock' : 'reports.profile',
    text: `select id, version, name, layout from heli.export_profile where county_id = $1 and station_id = $2 and id = $3
      ${at.lock ? 'for update' : ''}`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

/** Writes a new one, or the next version of one that is there. */
export function saveProfile(
  transaction: Transaction,
  at: At & { by: string; now: Date },
  { id, name, layout, version }: { id: string; name: string; layout: Layout; version: number },
): void {
  transaction.post({
    name: 'reports.profile.save',
    text: `insert into heli.export_profile (county_id, station_id, id, name, layout, updated_by, updated_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (county_id, station_id, id) do update set name = excluded.name, layout = excluded.layout,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at, version = excluded.version`,
    values: [at.county, at.station, id, name, JSON.stringify(layout), at.by, at.now, version + 1],
  });
}

export function deleteProfile(transaction: Transaction, at: At, id: string): void {
  transaction.post({
    name: 'reports.profile.delete',
    text: 'delete from heli.export_profile where county_id = $1 and station_id = $2 and id = $3',
    values: [at.county, at.station, id],
  });
}
