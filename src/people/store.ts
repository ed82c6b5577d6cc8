import type { Transaction } from '../platform/database/flight.ts';
import type { PersonFields, PersonLine } from './schema.ts';
import { nameKeys, type SearchKeys } from './search-text.ts';

export interface At {
  county: number;
  station: string;
}

export interface PersonRow {
  id: string;
  name: string;
  pinyin: string;
  sex: PersonLine['sex'];
  born_on: string | null;
  born_precision: PersonLine['bornPrecision'];
  village: string | null;
  village_name: string | null;
  village_group: string;
  phone: string;
  version: number;
  created_at: Date;
  groups: PersonLine['groups'] | null;
  last_visit_on: string | null;
  next_visit_on: string | null;
}

const COLUMNS = `p.id, p.name, p.pinyin, p.sex, p.born_on, p.born_precision, p.village, a.name as village_name,
  p.village_group, p.phone, p.version, p.created_at,
  (select array_agg(g.code order by g.code) from heli.person_group g
    where g.county_id = p.county_id and g.station_id = p.station_id and g.person_id = p.id) as groups,
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
    sex: row.sex,
    bornOn: row.born_on,
    bornPrecision: row.born_precision,
    village: row.village,
    villageName: row.village_name ?? '',
    villageGroup: row.village_group,
    groups: row.groups ?? [],
    lastVisitOn: row.last_visit_on,
    nextVisitOn: row.next_visit_on,
  };
}

export async function findPerson(transaction: Transaction, at: At, id: string): Promise<PersonRow | undefined> {
  const rows = await transaction.send<PersonRow>({
    name: 'people.find',
    text: `select ${COLUMNS} ${FROM} where p.county_id = $1 and p.station_id = $2 and p.id = $3`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

/** Only that the person is this station's; locks the row when it is about to change. */
export async function findPersonVersion(
  transaction: Transaction,
  at: At,
  id: string,
): Promise<{ id: string; name: string; version: number } | undefined> {
  const rows = await transaction.send<{ id: string; name: string; version: number }>({
    name: 'people.version',
    text: 'select id, name, version from heli.person where county_id = $1 and station_id = $2 and id = $3',
    values: [at.county, at.station, id],
  });
  return rows[0];
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

export interface PeopleFilter extends At {
  village: string | null;
  after: { pinyin: string; id: string } | null;
  limit: number;
}

export function listPeople(transaction: Transaction, filter: PeopleFilter): Promise<PersonRow[]> {
  const { county, station, village, after, limit } = filter;
  const inVillage = village ? ' and p.village = $6' : '';
  return transaction.send<PersonRow>({
    name: village ? 'people.list.village' : 'people.list',
    text: `select ${COLUMNS} ${FROM}
      where p.county_id = $1 and p.station_id = $2${inVillage} and (p.pinyin, p.id) > ($3, $4)
      order by p.pinyin, p.id limit $5`,
    values: [county, station, after?.pinyin ?? '', after?.id ?? ZERO_ID, limit, ...(village ? [village] : [])],
  });
}

const ZERO_ID = '00000000-0000-0000-0000-000000000000';

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

export function searchPeople(
  transaction: Transaction,
  at: At,
  keys: SearchKeys & { limit: number },
): Promise<PersonRow[]> {
  return transaction.send<PersonRow>({
    name: 'people.search',
    text: `select ${COLUMNS} from heli.search_people($2, $3, $4, $5, $6) found
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = found.id left join heli.area a on a.code = p.village
      order by p.pinyin, p.id`,
    values: [at.county, at.station, keys.pieces, keys.pattern, keys.initials, keys.limit],
  });
}

export interface NewPerson extends PersonFields {
  id: string;
}

/** Adds people with their groups and the kept counts: four statements for one person or a thousand. */
export function insertPeople(transaction: Transaction, at: At & { by: string; now: Date }, people: NewPerson[]): void {
  const keys = people.map((person) => nameKeys(person.name));
  const column = <T>(pick: (person: NewPerson, index: number) => T): T[] => people.map(pick);
  transaction.post({
    name: 'people.insert',
    text: `insert into heli.person (county_id, station_id, created_by, created_at, updated_at, id, name, pinyin, initials, grams, sex,
        born_on, born_precision, village, village_group, phone)
      select $1, $2, $3, $15, $15, r.id, r.name, r.pinyin, r.initials, string_to_array(r.grams, chr(31)), r.sex, r.born_on, r.born_precision,
        r.village, r.village_group, r.phone
      from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::date[], $11::text[],
        $12::text[], $13::text[], $14::text[])
        as r (id, name, pinyin, initials, grams, sex, born_on, born_precision, village, village_group, phone)`,
    values: [
      at.county,
      at.station,
      at.by,
      column((person) => person.id),
      column((person) => person.name),
      keys.map((key) => key.pinyin),
      keys.map((key) => key.initials),
      keys.map((key) => key.grams.join('\u001f')),
      column((person) => person.sex),
      column((person) => person.bornOn),
      column((person) => person.bornPrecision),
      column((person) => person.village),
      column((person) => person.villageGroup),
      column((person) => person.phone),
      at.now,
    ],
  });
  insertGroups(transaction, at, people);
  countIn(transaction, at, { come: people.map((person) => person.village) });
}

export function insertGroups(transaction: Transaction, at: At, people: Pick<NewPerson, 'id' | 'groups'>[]): void {
  const pairs = people.flatMap((person) => [...new Set(person.groups)].map((code) => ({ id: person.id, code })));
  if (pairs.length === 0) return;
  transaction.post({
    name: 'people.groups.insert',
    text: `insert into heli.person_group (county_id, station_id, person_id, code)
      select $1, $2, * from unnest($3::uuid[], $4::text[])`,
    values: [at.county, at.station, pairs.map((pair) => pair.id), pairs.map((pair) => pair.code)],
  });
}

const NOT_SAID = '000000000000';

/** Villages (null: not said) that people came to and left. */
export interface Moves {
  come: (string | null)[];
  gone?: (string | null)[];
}

/** Adds to the kept counts: +1 for each village in `come`, −1 for each in `gone`. */
export function countIn(transaction: Transaction, at: At, { come, gone = [] }: Moves): void {
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

export function updatePerson(
  transaction: Transaction,
  at: At & { before: PersonRow; by: string },
  person: NewPerson,
): void {
  const keys = nameKeys(person.name);
  transaction.post({
    name: 'people.update',
    text: `update heli.person set name = $4, pinyin = $5, initials = $6, grams = $7, sex = $8, born_on = $9,
        born_precision = $10, village = $11, village_group = $12, phone = $13, version = version + 1,
        updated_at = now(), updated_by = $14
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [
      at.county,
      at.station,
      person.id,
      person.name,
      keys.pinyin,
      keys.initials,
      keys.grams,
      person.sex,
      person.bornOn,
      person.bornPrecision,
      person.village,
      person.villageGroup,
      person.phone,
      at.by,
    ],
  });
  transaction.post({
    name: 'people.groups.clear',
    text: 'delete from heli.person_group where county_id = $1 and station_id = $2 and person_id = $3',
    values: [at.county, at.station, person.id],
  });
  insertGroups(transaction, at, [person]);
  if (at.before.village !== person.village)
    countIn(transaction, at, { come: [person.village], gone: [at.before.village] });
}

/** The lines of some people, in any order. */
export function listByIds(transaction: Transaction, at: At, ids: string[]): Promise<PersonRow[]> {
  return transaction.send<PersonRow>({
    name: 'people.byIds',
    text: `select ${COLUMNS} ${FROM} where p.county_id = $1 and p.station_id = $2 and p.id = any($3::uuid[])`,
    values: [at.county, at.station, ids],
  });
}
