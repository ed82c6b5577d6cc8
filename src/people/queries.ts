import type { Transaction } from '../platform/database/flight.ts';
import { HeliError } from '../platform/errors.ts';
import { pageOf, readCursor } from '../platform/pipeline/cursor.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import type { Seal } from '../platform/seal.ts';
import { listConsents } from './consent-store.ts';
import { listPairsOf } from './duplicate-store.ts';
import { detailsOf, maskedId } from './file.ts';
import { findFiles, listReadings } from './file-store.ts';
import { findHousehold } from './household-store.ts';
import { listMergesInto } from './merge-store.ts';
import { FoundPeople, GetPerson, ListPeople, type MergedFile, PeoplePage, Person, SearchPeople } from './schema.ts';
import { findPeople } from './search.ts';
import { type At, countPeople, idsOf, listPeople, personLine } from './store.ts';

/** The files that were put behind somebody, as they stand. */
async function mergedFiles(
  transaction: Transaction,
  at: At & { seal: Seal },
  ids: readonly string[],
): Promise<MergedFile[]> {
  const behind = ids.slice(1);
  if (behind.length === 0) return [];
  const [rows, merges] = await Promise.all([
    findFiles(transaction, at, behind),
    listMergesInto(transaction, at, behind),
  ]);
  return merges.flatMap((merge) => {
    const row = rows.find((one) => one.id === merge.merged_id);
    if (!row) return [];
    const { id, reason, merged_at, merged_by } = merge;
    const person = { ...personLine(row), phone: row.phone, idNumber: maskedId(row, at) };
    return [{ merge: id, person, mergedAt: merged_at.toISOString(), mergedBy: merged_by, reason }];
  });
}

async function readPerson(transaction: Transaction, at: At & { seal: Seal }, id: string): Promise<Person> {
  const ids = await idsOf(transaction, at, id);
  const [[row], household, consents, merged, pairs, readings] = await Promise.all([
    findFiles(transaction, at, ids.slice(0, 1)),
    findHousehold(transaction, at, ids),
    listConsents(transaction, at, ids),
    mergedFiles(transaction, at, ids),
    listPairsOf(transaction, at, ids),
    listReadings(transaction, at, ids),
  ]);
  if (!row) throw new HeliError('not-found', 'not-found');
  const others = new Set(pairs.map((pair) => (pair.one === row.id ? pair.other : pair.one)));
  return {
    ...personLine(row),
    ...detailsOf(row),
    phone: row.phone,
    registeredAreaName: row.registered_area_name ?? '',
    idNumber: maskedId(row, at),
    household,
    consents,
    merged,
    alike: others.size,
    readings: readings.map((reading) => ({ name: reading.name, at: reading.at.toISOString() })),
    version: row.version,
    createdAt: row.created_at.toISOString(),
  };
}

/** One person's whole file. A file that was merged answers as the one that stands for it. */
export const getPerson = query({
  name: 'people.get',
  permit: atStation('records.read'),
  summary: 'One person’s file',
  path: '/people/get',
  input: GetPerson,
  output: Person,
  read: (transaction, { station, id }, { county, context }) =>
    readPerson(transaction, { county, station, seal: context.services.seal }, id),
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

/** People found by name, pinyin, initials, village, or the end of a number. */
export const searchPeopleQuery = query({
  name: 'people.search',
  permit: atStation('records.read'),
  summary: 'Find people by part of the name, pinyin, initials, village, or the end of a phone or ID number',
  path: '/people/search',
  input: SearchPeople,
  output: FoundPeople,
  read: async (transaction, { station, ...wanted }, { county, context }) => {
    const at = { county, station, seal: context.services.seal };
    return { items: (await findPeople(transaction, at, wanted)).map(personLine) };
  },
});
