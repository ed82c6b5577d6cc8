import type { Transaction } from '../platform/database/flight.ts';
import { COLUMNS, SELECT_PLAIN, valuesOf, type WholeFile } from './person-columns.ts';
import type { FileIdDoubt } from './rules.ts';
import type { Contact, Membership } from './schema.ts';
import {
  type At,
  countIn,
  insertContacts,
  insertMemberships,
  LINE_COLUMNS,
  type PersonRow,
  type Writing,
} from './store.ts';

/** A whole file as the database holds it. */
export interface FileRow
  extends PersonRow,
    Omit<WholeFile, 'idNumber' | 'village' | 'life' | 'sex' | 'name' | 'phone' | 'id'> {
  registered_area_name: string | null;
  id_sealed: Buffer | null;
  id_index: Buffer | null;
  id_doubt: FileIdDoubt | null;
  marks: string[];
  field_versions: Record<string, number>;
  household_id: string | null;
  memberships: Membership[] | null;
  contacts: Contact[] | null;
}

const PART_OF = 'x.county_id = p.county_id and x.station_id = p.station_id and x.person_id = p.id';

const FILE_COLUMNS = `${LINE_COLUMNS}, ${SELECT_PLAIN}, ra.name as registered_area_name, p.id_sealed, p.id_index, p.id_doubt, p.marks,
  p.field_versions, p.household_id,
  (select jsonb_agg(jsonb_build_object('code', x.code, 'startsOn', x.starts_on, 'endsOn', x.ends_on, 'source', x.source)
      order by x.ends_on desc nulls first, x.starts_on desc nulls last, x.code)
    from heli.person_group x where ${PART_OF}) as memberships,
  (select jsonb_agg(jsonb_build_object('kind', x.kind, 'person', x.linked_id, 'name', coalesce(l.name, x.name),
      'relation', x.relation, 'phone', x.phone) order by x.nth)
    from heli.person_contact x left join heli.person l on l.county_id = x.county_id and l.station_id = x.station_id and l.id = x.linked_id
    where ${PART_OF}) as contacts
  from heli.person p left join heli.area a on a.code = p.village left join heli.area ra on ra.code = p.registered_area`;

/** The whole files of some people. */
export function findFiles(transaction: Transaction, at: At, ids: readonly string[]): Promise<FileRow[]> {
  return transaction.send<FileRow>({
    name: 'people.files',
    text: `select ${FILE_COLUMNS} where p.county_id = $1 and p.station_id = $2 and p.id = any($3::uuid[])`,
    values: [at.county, at.station, ids],
  });
}

/** The last change of a person's file: when, and by whom as far as the asker may see names. */
export interface LastChange {
  changed_at: Date;
  changed_by: string | null;
}

/** Locks a person's file until the end of the transaction; tells its last change. */
export async function lockPerson(transaction: Transaction, at: At, id: string): Promise<LastChange | undefined> {
  const rows = await transaction.send<LastChange>({
    name: 'people.lock',
    text: `select p.updated_at as changed_at,
        (select a.name from heli.account a where a.id = coalesce(p.updated_by, p.created_by)) as changed_by
      from heli.person p where p.county_id = $1 and p.station_id = $2 and p.id = $3 for update of p`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

export interface FileChange {
  before: FileRow;
  after: WholeFile;
  /** The new lists, where they changed. */
  memberships?: Membership[] | undefined;
  contacts?: Contact[] | undefined;
  /** The fields that changed. */
  fields: string[];
}

// The list of pieces travels as one text, as it does for many people.
const UPDATE = `update heli.person set
    ${COLUMNS.map(({ column, type, from }, place) => {
      const value = `$${place + 6}::${type}`;
      return `${column} = ${from ? `string_to_array(${value}, chr(31))` : value}`;
    }).join(', ')},
    version = version + 1, updated_at = now(), updated_by = $4, field_versions = field_versions || $5::jsonb
  where county_id = $1 and station_id = $2 and id = $3`;

/** Writes a changed file, under a lock. */
export function updatePerson(transaction: Transaction, at: Writing, change: FileChange): void {
  const { before, after, memberships, contacts, fields } = change;
  const versions = Object.fromEntries(fields.map((field) => [field, before.version + 1]));
  transaction.post({
    name: 'people.update',
    text: UPDATE,
    values: [at.county, at.station, after.id, at.by, JSON.stringify(versions), ...valuesOf(after)],
  });
  if (memberships) {
    clear(transaction, at, { table: 'person_group', person: after.id });
    insertMemberships(transaction, at, [[after.id, memberships]]);
  }
  if (contacts) {
    clear(transaction, at, { table: 'person_contact', person: after.id });
    insertContacts(transaction, at, [[after.id, contacts]]);
  }
  if (before.village !== after.village && !before.merged_into)
    countIn(transaction, at, { come: [after.village], gone: [before.village] });
}

function clear(
  transaction: Transaction,
  at: At,
  { table, person }: { table: 'person_group' | 'person_contact'; person: string },
): void {
  transaction.post({
    name: `people.clear.${table}`,
    text: `delete from heli.${table} where county_id = $1 and station_id = $2 and person_id = $3`,
    values: [at.county, at.station, person],
  });
}

/** Notes who read a whole ID number. */
export function insertReading(
  transaction: Transaction,
  at: Writing,
  reading: { id: string; person: string; reason: string },
): void {
  transaction.post({
    name: 'people.reading.insert',
    text: `insert into heli.reading_log (county_id, id, at, account_id, station_id, subject_kind, subject_id, reason)
      values ($1, $2, $3, $4, $5, 'id-number', $6, $7)`,
    values: [at.county, reading.id, at.now, at.by, at.station, reading.person, reading.reason],
  });
}

/** Who read the whole ID number of somebody, the latest first, as far as the asker may know. */
export function listReadings(
  transaction: Transaction,
  at: At,
  ids: readonly string[],
): Promise<{ name: string; at: Date }[]> {
  return transaction.send({
    name: 'people.readings',
    text: `select a.name, r.at from heli.reading_log r join heli.account a on a.id = r.account_id
      where r.county_id = $1 and r.station_id = $2 and r.subject_id = any($3::uuid[]) and r.subject_kind = 'id-number'
      order by r.at desc limit 10`,
    values: [at.county, at.station, ids],
  });
}
