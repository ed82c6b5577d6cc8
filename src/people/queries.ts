import { HeliError } from '../platform/errors.ts';
import { pageOf, readCursor } from '../platform/pipeline/cursor.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import { FoundPeople, GetPerson, ListPeople, PeoplePage, Person, SearchPeople } from './schema.ts';
import { searchKeys } from './search-text.ts';
import { countPeople, findPerson, listPeople, personLine, searchPeople } from './store.ts';

/** One person's file. */
export const getPerson = query({
  name: 'people.get',
  permit: atStation('records.read'),
  summary: 'One person’s file',
  path: '/people/get',
  input: GetPerson,
  output: Person,
  read: async (transaction, input, { county }) => {
    const row = await findPerson(transaction, { county, station: input.station }, input.id);
    if (!row) throw new HeliError('not-found', 'not-found');
    return { ...personLine(row), phone: row.phone, version: row.version, createdAt: row.created_at.toISOString() };
  },
});

/** The people of a station by pinyin, paged by key. */
export const listPeopleQuery = query({
  name: 'people.list',
  permit: atStation('records.read'),
  summary: 'People of a station, by pinyin',
  path: '/people/list',
  input: ListPeople,
  output: PeoplePage,
  read: async (transaction, input, { county }) => {
    const at = { county, station: input.station, village: input.village ?? null };
    const [pinyin, id] = readCursor(input.cursor, 2);
    const after = pinyin !== undefined && id !== undefined ? { pinyin, id } : null;
    const [rows, total] = await Promise.all([
      listPeople(transaction, { ...at, after, limit: input.limit + 1 }),
      input.withTotal ? countPeople(transaction, at) : undefined,
    ]);
    const page = pageOf(rows, input.limit, { show: personLine, keys: (row) => [row.pinyin, row.id] });
    return { ...page, ...(total === undefined ? {} : { total }) };
  },
});

/** People found by any part of the name, its pinyin or its initials. */
export const searchPeopleQuery = query({
  name: 'people.search',
  permit: atStation('records.read'),
  summary: 'Find people by any part of the name, pinyin or initials',
  path: '/people/search',
  input: SearchPeople,
  output: FoundPeople,
  read: async (transaction, input, { county }) => {
    const keys = { ...searchKeys(input.text), limit: input.limit };
    const rows = await searchPeople(transaction, { county, station: input.station }, keys);
    return { items: rows.map(personLine) };
  },
});
