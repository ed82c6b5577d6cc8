import { ZERO_ID } from '../platform/ids.ts';
import type { Transaction } from '../platform/database/flight.ts';
import type { Seal } from '../platform/seal.ts';
import { settleFollowUps } from './follow-ups.ts';
import { COLUMNS, sealedFor, sealId, valuesOf, type WholeFile, wholeFile } from './person-columns.ts';
import { completed, withGroups } from './rules.ts';
import type { Contact, Membership, NewFile, PersonLine } from './schema.ts';

export interface At {
  county: number;
  station: string;
}

export interface PersonRow {
  id: string;
  name: string;
  pinyin: string;
  initials: string;
  sex: PersonLine['sex'];
  born_on: string | null;
  born_precision: PersonLine['bornPrecision'];
  village: string | null;
  village_name: string | null;
  village_group: string;
  phone: string;
  life: PersonLine['life'];
  not_alone: boolean;
  /** The file that stands for this one too. */
  merged_into: string | null;
  version: number;
  created_at: Date;
  groups: PersonLine['groups'] | null;
  last_visit_on: string | null;
  next_visit_on: string | null;
}

/** Today, as the day in China. */
const TODAY = "(now() at time zone 'Asia/Shanghai')::date";

/** The columns of a person's line, from `p` (heli.person) and `a` (its village in heli.area). */
export const LINE_COLUMNS = `p.id, p.name, p.pinyin, p.initials, p.sex, p.born_on, p.born_precision, p.village, a.name as village_name,
  p.village_group, p.phone, p.life, p.not_alone, p.merged_into, p.version, p.created_at,
  (select array_agg(distinct g.code order by g.code) from heli.person_group g
    where g.county_id = p.county_id and g.station_id = p.station_id and g.person_id = p.id
      and coalesce(g.starts_on, '-infinity') <= ${TODAY} and coalesce(g.ends_on, 'infinity') >= ${TODAY}) as groups,
  (select (e.started_at at time zone 'Asia/Shanghai')::date from heli.event e
    where e.county_id = p.county_id and e.station_id = p.station_id and e.subject_id = p.id and e.kind = 'visit' and e.superseded_by is null
    order by e.started_at desc limit 1) as last_visit_on,
  (select f.due_on from heli.follow_up f
    where f.county_id = p.county_id and f.station_id = p.station_id and f.person_id = p.id) as next_visit_on`;
const FROM = 'from heli.person p left join heli.area a on a.code = p.village';

/** A person's line as lists show it. */
export function personLine(row: PersonRow): PersonLine {
  return {
    id: row.id,
    name: row.name,
    pinyin: row.pinyin,
    initials: row.initials,
    sex: row.sex,
    bornOn: row.born_on,
    bornPrecision: row.born_precision,
    village: row.village,
    villageName: row.village_name ?? '',
    villageGroup: row.village_group,
    groups: row.groups ?? [],
    life: row.life,
    notAlone: row.not_alone,
    lastVisitOn: row.last_visit_on,
    nextVisitOn: row.next_visit_on,
  };
}

/** Only that the person is this station's, and which file stands for it. */
export async function findPersonVersion(
  transaction: Transaction,
  at: At,
  id: string,
): Promise<{ id: string; name: string; version: number; merged_into: string | null } | undefined> {
  const rows = await transaction.send<{ id: string; name: string; version: number; merged_into: string | null }>({
    name: 'people.version',
    text: 'select id, name, version, merged_into from heli.person where county_id = $1 and station_id = $2 and id = $3',
    values: [at.county, at.station, id],
  });
  return rows[0];
}

/** The ids of the station among some ids: what is missing is not there, or another station's. */
export async function knownPeople(transaction: Transaction, at: At, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await transaction.send<{ id: string }>({
    name: 'people.known',
    text: 'select id from heli.person where county_id = $1 and station_id = $2 and id = any($3::uuid[])',
    values: [at.county, at.station, [...new Set(ids)]],
  });
  return new Set(rows.map((row) => row.id));
}

/**
 * Every file of one person, as an array in SQL: the one that stands for them and all that were merged into it. The
 * parameters are those of county, station and any one of the files.
 */
export const sameFiles = (county: string, station: string, id: string) => `array(
  with f as materialized (select coalesce(x.merged_into, x.id) as id from heli.person x
    where x.county_id = ${county} and x.station_id = ${station} and x.id = ${id})
  select f.id from f union all select m.id from f join heli.person m
    on m.county_id = ${county} and m.station_id = ${station} and m.merged_into = f.id)`;

/** The ids of every file of one person, the one that stands for them first; empty when there is none. */
export async function idsOf(transaction: Transaction, at: At, id: string): Promise<string[]> {
  const rows = await transaction.send<{ ids: string[] }>({
    name: 'people.idsOf',
    text: `select ${sameFiles('$1', '$2', '$3')} as ids`,
    values: [at.county, at.station, id],
  });
  return rows[0]?.ids ?? [];
}

export interface PeopleFilter extends At {
  village: string | null;
  after: { pinyin: string; id: string } | null;
  limit: number;
}

/** People by pinyin; files that were merged are left out. */
export function listPeople(transaction: Transaction, filter: PeopleFilter): Promise<PersonRow[]> {
  const { county, station, village, after, limit } = filter;
  const inVillage = village ? ' and p.village = $6' : '';
  return transaction.send<PersonRow>({
    name: village ? 'people.list.village' : 'people.list',
    text: `select ${LINE_COLUMNS} ${FROM}
      where p.county_id = $1 and p.station_id = $2${inVillage} and (p.pinyin, p.id) > ($3, $4) and p.merged_into is null
      order by p.pinyin, p.id limit $5`,
    values: [county, station, after?.pinyin ?? '', after?.id ?? ZERO_ID, limit, ...(village ? [village] : [])],
  });
}

/** How many people a station knows (in a village): kept, not counted. */
export async function countPeople(transaction: Transaction, at: At & { village: string | null }): Promise<number> {
  const rows = await transaction.send<{ people: number }>({
    name: 'people.count',
    text: `select coalesce(sum(people), 0)::int as people from heli.person_count
      where county_id = $1 and station_id = $2 and ($3::text is null or village = $3)`,
    values: [at.county, at.station, at.village],
  });
  return rows[0]?.people ?? 0;
}

/** The lines of some people, in any order; each under the id asked for, merged or not. */
export function listByIds(transaction: Transaction, at: At, ids: string[]): Promise<PersonRow[]> {
  return transaction.send<PersonRow>({
    name: 'people.byIds',
    text: `select ${LINE_COLUMNS} ${FROM} where p.county_id = $1 and p.station_id = $2 and p.id = any($3::uuid[])`,
    values: [at.county, at.station, ids],
  });
}

export interface NewPerson extends NewFile {
  id: string;
}

/** Who writes, when, and with whose key ID numbers are sealed. */
export interface Writing extends At {
  by: string;
  now: Date;
  seal: Seal;
}

/**
 * Adds people with all that is known of them, their groups, contacts and the kept counts: five statements for one
 * person or for thousands. Birth and sex that nobody gave are read from the ID number. What was handed in must have
 * been checked (`personFaults`), but for a doubtful ID number: it is kept as written, with its doubt.
 */
export function insertPeople(transaction: Transaction, at: Writing, people: readonly NewPerson[]): void {
  if (people.length === 0) return;
  const files = people.map((one) => {
    const person = completed(one);
    return wholeFile(person, sealId(at.seal, person, sealedFor(at.county, person.id)));
  });
  insertFiles(transaction, at, files);
  insertMemberships(
    transaction,
    at,
    people.map(({ id, memberships = [], groups }) => [id, withGroups(memberships, groups, '')]),
  );
  insertContacts(
    transaction,
    at,
    people.map(({ id, contacts = [] }) => [id, contacts]),
  );
  countIn(transaction, at, { come: people.map((person) => person.village) });
  settleFollowUps(
    transaction,
    at,
    people.filter((person) => person.followUpLevel).map((person) => person.id),
  );
}

const INSERT = `insert into heli.person (county_id, station_id, created_by, created_at, updated_at, id,
    ${COLUMNS.map(({ column }) => column).join(', ')})
  select $1, $2, $3, $4, $4, r.id, ${COLUMNS.map(({ column, from }) => from ?? `r.${column}`).join(', ')}
  from unnest($5::uuid[], ${COLUMNS.map(({ type }, place) => `$${place + 6}::${type}[]`).join(', ')})
    as r (id, ${COLUMNS.map(({ column }) => column).join(', ')})`;

function insertFiles(transaction: Transaction, at: Writing, files: WholeFile[]): void {
  const rows = files.map(valuesOf);
  transaction.post({
    name: 'people.insert',
    text: INSERT,
    values: [
      at.county,
      at.station,
      at.by,
      at.now,
      files.map((file) => file.id),
      ...COLUMNS.map((_, place) => rows.map((row) => row[place])),
    ],
  });
}

/** Writes the stretches of time in groups of some people who have none yet. */
export function insertMemberships(transaction: Transaction, at: At, of: [person: string, Membership[]][]): void {
  const rows = of.flatMap(([person, memberships]) => memberships.map((one, place) => ({ person, place, ...one })));
  if (rows.length === 0) return;
  transaction.post({
    name: 'people.groups.insert',
    text: `insert into heli.person_group (county_id, station_id, person_id, nth, code, starts_on, ends_on, source)
      select $1, $2, * from unnest($3::uuid[], $4::smallint[], $5::text[], $6::date[], $7::date[], $8::text[])`,
    values: [
      at.county,
      at.station,
      rows.map((row) => row.person),
      rows.map((row) => row.place + 1),
      rows.map((row) => row.code),
      rows.map((row) => row.startsOn),
      rows.map((row) => row.endsOn),
      rows.map((row) => row.source),
    ],
  });
}

/** Writes who stands by some people who have nobody yet. */
export function insertContacts(transaction: Transaction, at: At, of: [person: string, Contact[]][]): void {
  const rows = of.flatMap(([id, contacts]) => contacts.map((one, place) => ({ id, place, ...one })));
  if (rows.length === 0) return;
  transaction.post({
    name: 'people.contacts.insert',
    text: `insert into heli.person_contact (county_id, station_id, person_id, nth, kind, linked_id, name, relation, phone)
      select $1, $2, * from unnest($3::uuid[], $4::smallint[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[])`,
    values: [
      at.county,
      at.station,
      rows.map((row) => row.id),
      rows.map((row) => row.place + 1),
      rows.map((row) => row.kind),
      rows.map((row) => row.person),
      rows.map((row) => (row.person ? '' : row.name)),
      rows.map((row) => row.relation),
      rows.map((row) => row.phone),
    ],
  });
}

const NOT_SAID = '000000000000';

/** Villages (null: not said) that people came to and left. */
export interface Moves {
  come?: (string | null)[];
  gone?: (string | null)[];
}

/** Adds to the kept counts: +1 for each village in `come`, −1 for each in `gone`. */
export function countIn(transaction: Transaction, at: At, { come = [], gone = [] }: Moves): void {
  const change = new Map<string, number>();
  for (const village of come) change.set(village ?? NOT_SAID, (change.get(village ?? NOT_SAID) ?? 0) + 1);
  for (const village of gone) change.set(village ?? NOT_SAID, (change.get(village ?? NOT_SAID) ?? 0) - 1);
  const villages = [...change.keys()].sort();
  transaction.post({
    name: 'people.count.add',
    text: `insert into heli.person_count (county_id, station_id, village, people)
      select $1, $2, * from unnest($3::text[], $4::int[])
      on conflict (county_id, station_id, village) do update set people = person_count.people + excluded.people`,
    values: [at.county, at.station, villages, villages.map((village) => change.get(village))],
  });
}
