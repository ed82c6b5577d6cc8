import type { Transaction } from '../platform/database/flight.ts';
import { villagePiece } from './person-columns.ts';
import type { SearchKeys } from './search-text.ts';
import { type At, LINE_COLUMNS, type PersonRow } from './store.ts';

/** The villages of a station's people whose name holds one of some texts (each without signs of LIKE). */
export function findVillages(
  transaction: Transaction,
  at: At,
  texts: readonly string[],
): Promise<{ code: string; name: string }[]> {
  return transaction.send({
    name: 'people.villages',
    text: `select a.code, a.name from heli.person_count c join heli.area a on a.code = c.village
      where c.county_id = $1 and c.station_id = $2 and c.people > 0 and a.name like any ($3::text[]) limit 20`,
    values: [at.county, at.station, texts.map((text) => `%${text}%`)],
  });
}

export interface Wanted extends SearchKeys {
  /** Only in these villages; null: anywhere. */
  villages: string[] | null;
  /** Marks of the end of a number, and the digest of a whole ID number; null: it is a name that is looked for. */
  ends: string[] | null;
  whole: Buffer | null;
  limit: number;
}

export function searchPeople(transaction: Transaction, at: At, wanted: Wanted): Promise<PersonRow[]> {
  const { pieces, pattern, initials, ends, whole, villages, limit } = wanted;
  return transaction.send<PersonRow>({
    name: 'people.search',
    text: `select ${LINE_COLUMNS} from heli.search_people($2, $3, $4, $5, $6, $7, $8, $9) found
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = found.id left join heli.area a on a.code = p.village
      order by p.pinyin, p.id`,
    values: [at.county, at.station, pieces, pattern, initials, ends, whole, villages?.map(villagePiece) ?? null, limit],
  });
}

/** The first people of some villages, each village by pinyin. */
export function listInVillages(
  transaction: Transaction,
  at: At,
  { villages, limit }: { villages: string[]; limit: number },
): Promise<PersonRow[]> {
  return transaction.send<PersonRow>({
    name: 'people.inVillages',
    text: `select ${LINE_COLUMNS} from unnest($3::text[]) v, lateral (select * from heli.person x
        where x.county_id = $1 and x.station_id = $2 and x.village = v and x.merged_into is null
        order by x.pinyin, x.id limit $4) p left join heli.area a on a.code = p.village
      order by p.pinyin, p.id limit $4`,
    values: [at.county, at.station, villages, limit],
  });
}
