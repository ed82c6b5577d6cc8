import type { Transaction } from '../platform/database/flight.ts';
import type { HouseholdCard, SaveHousehold } from './household-schema.ts';
import type { At } from './store.ts';

export interface HouseholdRow {
  id: string;
  version: number;
  note: string;
  /** Who belonged to it. */
  members: string[] | null;
}

/** A household, locked, with who belongs to it. */
export async function lockHousehold(transaction: Transaction, at: At, id: string): Promise<HouseholdRow | undefined> {
  const rows = await transaction.send<HouseholdRow>({
    name: 'people.household.lock',
    text: `select h.id, h.version, h.note, array(select p.id from heli.person p where p.county_id = $1 and p.station_id = $2
        and p.household_id = h.id) as members
      from heli.household h where h.county_id = $1 and h.station_id = $2 and h.id = $3 for update of h`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

/** Writes a household and who belongs to it; whoever is no longer named belongs to none. */
export function saveHousehold(
  transaction: Transaction,
  at: At & { by: string; now: Date },
  household: SaveHousehold,
): void {
  transaction.post({
    name: 'people.household.save',
    text: `insert into heli.household (county_id, station_id, id, note, created_by, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $6)
      on conflict (county_id, id, station_id) do update
        set note = excluded.note, version = household.version + 1, updated_by = $5, updated_at = $6`,
    values: [at.county, at.station, household.id, household.note, at.by, at.now],
  });
  transaction.post({
    name: 'people.household.leave',
    text: `update heli.person set household_id = null, household_relation = null
      where county_id = $1 and station_id = $2 and household_id = $3 and id <> all ($4::uuid[])`,
    values: [at.county, at.station, household.id, household.members.map((member) => member.person)],
  });
  transaction.post({
    name: 'people.household.join',
    text: `update heli.person p set household_id = $3, household_relation = r.relation
      from unnest($4::uuid[], $5::text[]) as r (id, relation)
      where p.county_id = $1 and p.station_id = $2 and p.id = r.id`,
    values: [
      at.county,
      at.station,
      household.id,
      household.members.map((member) => member.person),
      household.members.map((member) => member.relation),
    ],
  });
}

interface MemberRow {
  household_id: string;
  version: number;
  note: string;
  id: string;
  name: string;
  sex: HouseholdCard['members'][number]['sex'];
  born_on: string | null;
  born_precision: HouseholdCard['members'][number]['bornPrecision'];
  relation: HouseholdCard['members'][number]['relation'];
}

/** The household of somebody (any of their files), its head first; merged files are left out. */
export async function findHousehold(
  transaction: Transaction,
  at: At,
  ids: readonly string[],
): Promise<HouseholdCard | null> {
  const rows = await transaction.send<MemberRow>({
    name: 'people.household',
    text: `select h.id as household_id, h.version, h.note, p.id, p.name, p.sex, p.born_on, p.born_precision,
        p.household_relation as relation
      from (select x.household_id from heli.person x where x.county_id = $1 and x.station_id = $2 and x.id = any($3::uuid[])
          and x.household_id is not null order by x.id = $4 desc limit 1) own
      join heli.household h on h.county_id = $1 and h.station_id = $2 and h.id = own.household_id
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.household_id = h.id and p.merged_into is null
      order by p.household_relation <> 'head', p.born_on nulls last, p.id`,
    values: [at.county, at.station, ids, ids[0] ?? null],
  });
  const first = rows[0];
  if (!first) return null;
  const members = rows.map((row) => ({
    id: row.id,
    name: row.name,
    sex: row.sex,
    bornOn: row.born_on,
    bornPrecision: row.born_precision,
    relation: row.relation,
  }));
  return { id: first.household_id, version: first.version, note: first.note, members };
}
