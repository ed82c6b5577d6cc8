import type { Transaction } from '../platform/database/flight.ts';
import type { Seal } from '../platform/seal.ts';
import { type Likeness, likenessOf, type Pair, proposePairs } from './duplicates.ts';
import { idIndexOf, LONGEST_END } from './person-columns.ts';
import { completed, type FilePart } from './rules.ts';
import type { At } from './store.ts';
import { ALIKE } from './terms.ts';

interface AlikeRow {
  nth: number;
  id: string;
  name: string;
  pinyin: string;
  sex: Likeness['sex'];
  born_on: string | null;
  born_precision: Likeness['bornPrecision'];
  village: string | null;
  marks: string[];
  id_index: Buffer | null;
  id_doubt: string | null;
}

function likenessOfRow(row: AlikeRow): Likeness {
  return {
    id: row.id,
    name: row.name,
    pinyin: row.pinyin,
    sex: row.sex,
    bornOn: row.born_on,
    bornPrecision: row.born_precision,
    village: row.village,
    phones: row.marks
      .filter((mark) => mark.startsWith('#') && mark.length === LONGEST_END + 1)
      .map((mark) => mark.slice(1)),
    idMark: row.id_index?.toString('hex') ?? null,
    idDoubt: row.id_doubt !== null,
  };
}

/** What is compared of people who are about to be written. */
export function likenesses(seal: Seal, people: readonly (FilePart & { id: string; name: string })[]): Likeness[] {
  const markOf = (number: string) => idIndexOf(seal, number).toString('hex');
  return people.map((person) => likenessOf(completed(person), markOf));
}

/**
 * For each of some people (known or new), the files of the station that share something with them: one statement for
 * thousands. A merged file answers as the one that stands for it.
 */
export async function findAlike(
  transaction: Transaction,
  at: At,
  people: readonly Likeness[],
): Promise<Map<string, Likeness[]>> {
  const rows = await transaction.send<AlikeRow>({
    name: 'people.alike',
    text: 'select * from heli.alike_people($1, $2, $3, $4, $5, $6)',
    values: [
      at.station,
      people.map((one) => one.pinyin),
      people.map((one) => (one.idMark ? Buffer.from(one.idMark, 'hex') : null)),
      people.map((one) => one.phones.map((phone) => `#${phone}`).join(' ')),
      people.map((one) => one.bornOn),
      people.map((one) => one.village),
    ],
  });
  const found = new Map<string, Likeness[]>();
  for (const row of rows) {
    const id = people[row.nth - 1]?.id ?? '';
    found.set(id, [...(found.get(id) ?? []), likenessOfRow(row)]);
  }
  return found;
}

/** Pairs of files that may be one person: among these people, and between them and the station's files. */
export async function findPairs(transaction: Transaction, at: At, people: readonly Likeness[]): Promise<Pair[]> {
  return proposePairs(people, await findAlike(transaction, at, people));
}

/** Keeps proposals. A pair of which somebody said that they are two people is left alone. */
export function insertPairs(transaction: Transaction, at: At & { now: Date }, pairs: readonly Pair[]): void {
  if (pairs.length === 0) return;
  transaction.post({
    name: 'people.pairs.insert',
    text: `insert into heli.duplicate_pair (county_id, station_id, found_at, one_id, other_id, rank, reasons)
      select $1, $2, $3, r.one, r.other, r.rank, string_to_array(r.reasons, ' ')
      from unnest($4::uuid[], $5::uuid[], $6::smallint[], $7::text[]) as r (one, other, rank, reasons)
      on conflict (county_id, station_id, one_id, other_id) do update set rank = excluded.rank, reasons = excluded.reasons
        where duplicate_pair.apart_at is null`,
    values: [
      at.county,
      at.station,
      at.now,
      pairs.map((pair) => pair.one),
      pairs.map((pair) => pair.other),
      pairs.map((pair) => ALIKE.indexOf(pair.reasons[0] ?? 'name-place')),
      pairs.map((pair) => pair.reasons.join(' ')),
    ],
  });
}

/** Proposals about somebody whose file changed are made anew. */
export function replacePairs(
  transaction: Transaction,
  at: At & { now: Date },
  { person, pairs }: { person: string; pairs: readonly Pair[] },
): void {
  transaction.post({
    name: 'people.pairs.clear',
    text: `delete from heli.duplicate_pair
      where county_id = $1 and station_id = $2 and (one_id = $3 or other_id = $3) and apart_at is null`,
    values: [at.county, at.station, person],
  });
  insertPairs(transaction, at, pairs);
}

export interface PairRow {
  one_id: string;
  other_id: string;
  rank: number;
  reasons: Pair['reasons'];
  /** The files that stand for the two now. */
  one: string;
  other: string;
}

const OPEN = `select d.one_id, d.other_id, d.rank, d.reasons, coalesce(p.merged_into, p.id) as one, coalesce(o.merged_into, o.id) as other
  from heli.duplicate_pair d
  join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = d.one_id
  join heli.person o on o.county_id = $1 and o.station_id = $2 and o.id = d.other_id
  where d.county_id = $1 and d.station_id = $2 and d.apart_at is null
    and coalesce(p.merged_into, p.id) <> coalesce(o.merged_into, o.id)`;

/** Open proposals of a station, the strongest first. */
export function listPairs(
  transaction: Transaction,
  at: At & { after: { rank: number; one: string; other: string } | null; limit: number },
): Promise<PairRow[]> {
  const { after, limit } = at;
  const none = '00000000-0000-0000-0000-000000000000';
  return transaction.send<PairRow>({
    name: 'people.pairs',
    text: `${OPEN} and (d.rank, d.one_id, d.other_id) > ($3, $4, $5) order by d.rank, d.one_id, d.other_id limit $6`,
    values: [at.county, at.station, after?.rank ?? -1, after?.one ?? none, after?.other ?? none, limit],
  });
}

/** Open proposals about one person, whichever of its files they name. */
export function listPairsOf(transaction: Transaction, at: At, ids: readonly string[]): Promise<PairRow[]> {
  return transaction.send<PairRow>({
    name: 'people.pairs.of',
    text: `${OPEN} and (d.one_id = any($3::uuid[]) or d.other_id = any($3::uuid[])) order by d.rank, d.one_id, d.other_id limit 50`,
    values: [at.county, at.station, ids],
  });
}

/** Remembers that two people are two: for every pair of their files. */
export function keepPairApart(
  transaction: Transaction,
  at: At & { by: string; now: Date },
  [ones, others]: [string[], string[]],
): void {
  const pairs = ones.flatMap((one) => others.map((other) => (one < other ? [one, other] : [other, one])));
  transaction.post({
    name: 'people.pairs.apart',
    text: `insert into heli.duplicate_pair (county_id, station_id, one_id, other_id, rank, reasons, apart_by, apart_at)
      select $1, $2, r.one, r.other, 0, '{}', $3, $4 from unnest($5::uuid[], $6::uuid[]) as r (one, other)
      on conflict (county_id, station_id, one_id, other_id) do update set apart_by = $3, apart_at = $4`,
    values: [at.county, at.station, at.by, at.now, pairs.map((pair) => pair[0]), pairs.map((pair) => pair[1])],
  });
}

/** How many records are about each of some files. */
export async function countRecords(
  transaction: Transaction,
  at: At,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await transaction.send<{ id: string; count: number }>({
    name: 'people.records',
    text: `select i.id, (select count(*)::int from (select from heli.event e where e.county_id = $1 and e.station_id = $2
        and e.subject_id = i.id and e.superseded_by is null limit 1000) e) as count from unnest($3::uuid[]) as i (id)`,
    values: [at.county, at.station, ids],
  });
  return new Map(rows.map((row) => [row.id, row.count]));
}
