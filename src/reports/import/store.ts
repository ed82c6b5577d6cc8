import type { Transaction } from '../../platform/database/flight.ts';
import type { Seal } from '../../platform/seal.ts';
import type { IdNumber } from '../../people/id-number.ts';
import { idIndexOf } from '../../people/person-columns.ts';
import { nameKeys } from '../../people/search-text.ts';
import type { At } from '../../people/store.ts';
import { type Layout, signatureOf } from './layout.ts';
import { nameKey } from './names.ts';
import type { KnownPerson } from './people.ts';
import type { Who } from './readings.ts';
import { readVillage } from './villages.ts';

interface KnownRow {
  id: string;
  name: string;
  sex: 'female' | 'male' | 'unknown';
  born_on: string | null;
  born_precision: 'day' | 'month' | 'year' | null;
  village_name: string | null;
  village_group: string;
  phone: string;
  id_index: string | null;
}

/** Where somebody lives: the village of the area list, or as it was written where the list has none of that name. */
function placeOf({ village_name, village_group }: KnownRow): Pick<Who, 'village' | 'villageGroup'> {
  if (village_name) return { village: readVillage(village_name).village, villageGroup: village_group };
  const written = readVillage(village_group);
  return written.group === '' && !/村|社区/.test(written.village)
    ? { village: '', villageGroup: village_group }
    : { village: written.village, villageGroup: written.group };
}

function knownPerson(row: KnownRow, byIndex: ReadonlyMap<string, IdNumber>): KnownPerson {
  const id = byIndex.get(row.id_index ?? '');
  const born = row.born_on && row.born_precision ? { bornOn: row.born_on, precision: row.born_precision } : {};
  return {
    id: row.id,
    who: {
      name: row.name,
      key: nameKey(row.name),
      ...placeOf(row),
      phones: row.phone.split(/[^\d]+/).filter((part) => part.length >= 7),
      ...(row.sex === 'unknown' ? {} : { sex: row.sex }),
      ...(id ? { id } : {}),
      ...born,
    },
  };
}

/** Whom to look for: names as written, and ID numbers that can be read. */
export interface Sought {
  names: readonly string[];
  ids?: readonly IdNumber[];
}

/**
 * People of a station who bear one of some names or ID numbers, as far as a row of a ledger may speak of them; files
 * that were merged into another are left out. Without a seal ID numbers find nobody.
 */
export async function findKnownPeople(
  transaction: Transaction,
  at: At & { seal?: Seal },
  { names, ids = [] }: Sought,
): Promise<KnownPerson[]> {
  const { seal } = at;
  const byIndex = new Map(seal ? ids.map((id) => [idIndexOf(seal, id.number).toString('hex'), id]) : []);
  const wanted = [...new Set(names)];
  const rows = await transaction.send<KnownRow>({
    name: 'import.known',
    text: `select p.id, p.name, p.sex, p.born_on, p.born_precision, a.name as village_name, p.village_group, p.phone,
        encode(p.id_index, 'hex') as id_index
      from heli.person p left join heli.area a on a.code = p.village
      where p.county_id = $1 and p.station_id = $2 and p.merged_into is null
        and ((p.pinyin = any ($3::text[]) and p.name = any ($4::text[])) or p.id_index = any ($5::bytea[]))
      order by p.created_at, p.id`,
    values: [
      at.county,
      at.station,
      [...new Set(wanted.map((name) => nameKeys(name).pinyin))],
      wanted,
      [...byIndex.keys()].map((index) => Buffer.from(index, 'hex')),
    ],
  });
  return rows.map((row) => knownPerson(row, byIndex));
}

/** Which rows (by their digest) are in the books already, through another batch. */
export async function findWritten(
  transaction: Transaction,
  at: At & { batch: string },
  digests: readonly string[],
): Promise<Set<string>> {
  const rows = await transaction.send<{ digest: string }>({
    name: 'import.same',
    text: `select distinct encode(r.digest, 'hex') as digest
      from unnest($4::text[]) d join heli.import_row r on r.county_id = $1 and r.station_id = $2
        and r.digest = decode(d, 'hex') and r.written and r.batch_id <> $3`,
    values: [at.county, at.station, at.batch, digests],
  });
  return new Set(rows.map((row) => row.digest));
}

export interface SameDayVisit {
  person_id: string;
  day: string;
  minutes: number | null;
}

/** Standing visits to these people on these days (in pairs), in the books already. */
export function findVisitsOn(
  transaction: Transaction,
  at: At,
  of: { people: readonly string[]; days: readonly string[] },
): Promise<SameDayVisit[]> {
  return transaction.send<SameDayVisit>({
    name: 'import.visitsOn',
    text: `select w.person as person_id, w.day::text as day, e.minutes
      from (select distinct * from unnest($3::uuid[], $4::date[]) as u (person, day)) w
      join heli.event e on e.county_id = $1 and e.station_id = $2 and e.subject_id = w.person and e.kind = 'visit'
        and e.superseded_by is null and e.started_at >= (w.day::timestamp at time zone 'Asia/Shanghai')
        and e.started_at < ((w.day + 1)::timestamp at time zone 'Asia/Shanghai')`,
    values: [at.county, at.station, of.people, of.days],
  });
}

/** Villages (and 000000000000) whose people are counted already. */
export async function listCountedVillages(transaction: Transaction, at: At): Promise<Set<string>> {
  const rows = await transaction.send<{ village: string }>({
    name: 'import.counted',
    text: 'select village from heli.person_count where county_id = $1 and station_id = $2',
    values: [at.county, at.station],
  });
  return new Set(rows.map((row) => row.village));
}

export interface BuiltOn {
  what: 'event' | 'person' | 'correction';
  name: string;
  how_many: number;
}

/** What was recorded on top of a batch. */
export function findBuiltOn(transaction: Transaction, at: At & { batch: string }): Promise<BuiltOn[]> {
  return transaction.send<BuiltOn>({
    name: 'import.builtOn',
    text: 'select * from heli.import_built_on($1, $2, $3)',
    values: [at.county, at.station, at.batch],
  });
}

/** Takes a batch back. */
export function undoBatch(
  transaction: Transaction,
  { station, batch, days }: { station: string; batch: string; days: readonly number[] },
): void {
  transaction.post({
    name: 'import.undo',
    text: 'select heli.undo_import($1, $2, $3)',
    values: [station, batch, days],
  });
}

/** Which of some events are in the books. */
export async function findEvents(transaction: Transaction, at: At, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await transaction.send<{ id: string }>({
    name: 'import.events',
    text: 'select id from heli.event where county_id = $1 and station_id = $2 and id = any ($3::uuid[])',
    values: [at.county, at.station, ids],
  });
  return new Set(rows.map((row) => row.id));
}

/** Keeps how sheets with a header of their own were read, for the next file. */
export function keepMappings(
  transaction: Transaction,
  at: At & { by: string; now: Date },
  plans: readonly Layout[],
): void {
  const kept = plans.filter((plan) => plan.kind !== 'other' && plan.kind !== 'sign-in-columns');
  const rows = new Map(kept.map((plan) => [signatureOf(plan), plan]));
  rows.delete('');
  if (rows.size === 0) return;
  transaction.post({
    name: 'import.mappings.keep',
    text: `insert into heli.import_mapping (county_id, station_id, updated_by, updated_at, signature, kind, roles)
      select $1, $2, $3, $4, r.signature, r.kind, r.roles
      from jsonb_to_recordset($5::jsonb) as r (signature text, kind text, roles text[])
      on conflict (county_id, station_id, signature) do update
        set kind = excluded.kind, roles = excluded.roles, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
    values: [
      at.county,
      at.station,
      at.by,
      at.now,
      JSON.stringify(
        [...rows].map(([signature, plan]) => ({
          signature: signature.slice(0, 2000),
          kind: plan.kind,
          roles: plan.columns.map((column) => column.role),
        })),
      ),
    ],
  });
}

export interface MappingRow {
  signature: string;
  kind: Layout['kind'];
  roles: Layout['columns'][number]['role'][];
}

export function findMappings(transaction: Transaction, at: At, signatures: readonly string[]): Promise<MappingRow[]> {
  return transaction.send<MappingRow>({
    name: 'import.mappings.find',
    text: `select signature, kind, roles from heli.import_mapping
      where county_id = $1 and station_id = $2 and signature = any ($3::text[])`,
    values: [at.county, at.station, signatures],
  });
}
