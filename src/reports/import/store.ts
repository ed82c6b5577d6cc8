import type { Transaction } from '../../platform/database/flight.ts';
import type { At } from '../../people/store.ts';
import { nameKey } from './names.ts';
import type { KnownPerson } from './people.ts';
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
}

function knownPerson(row: KnownRow): KnownPerson {
  const born = row.born_on && row.born_precision ? { bornOn: row.born_on, precision: row.born_precision } : {};
  return {
    id: row.id,
    who: {
      name: row.name,
      key: nameKey(row.name),
      village: readVillage(row.village_name ?? '').village,
      villageGroup: row.village_group,
      phones: row.phone.split(/[^\d]+/).filter((part) => part.length >= 7),
      ...(row.sex === 'unknown' ? {} : { sex: row.sex }),
      ...born,
    },
  };
}

/** People of a station who bear one of some names, as far as a row of a ledger may speak of them. */
export async function findKnownPeople(
  transaction: Transaction,
  at: At,
  names: readonly string[],
): Promise<KnownPerson[]> {
  const rows = await transaction.send<KnownRow>({
    name: 'import.known',
    text: `select p.id, p.name, p.sex, p.born_on, p.born_precision, a.name as village_name, p.village_group, p.phone
      from heli.person p left join heli.area a on a.code = p.village
      where p.county_id = $1 and p.station_id = $2 and p.name = any ($3::text[])`,
    values: [at.county, at.station, [...new Set(names)]],
  });
  return rows.map(knownPerson);
}
