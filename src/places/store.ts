import type { Transaction } from '../platform/database/flight.ts';
import { HeliError } from '../platform/errors.ts';
import type { Area, Population, Station } from './schema.ts';

/** The names of areas by their codes; without what no area has. */
export async function nameAreas(transaction: Transaction, codes: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return new Map();
  const rows = await transaction.send<{ code: string; name: string }>({
    name: 'places.names',
    text: 'select code, name from heli.area where code = any($1::text[])',
    values: [wanted],
  });
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** Refuses codes that no area has; says which. */
export async function requireAreas(transaction: Transaction, codes: (string | null)[]): Promise<void> {
  const wanted = codes.filter((code) => code !== null);
  const known = await nameAreas(transaction, wanted);
  const missing = wanted.find((code) => !known.has(code));
  if (missing) throw new HeliError('invalid', 'unknown-area', { params: { code: missing } });
}

/** The parts of an area; the provinces when parent is null. */
export function listAreas(transaction: Transaction, parent: string | null): Promise<Area[]> {
  return transaction.send<Area>({
    name: parent ? 'places.parts' : 'places.provinces',
    text: parent
      ? 'select code, name, level from heli.area where parent = $1 and valid_to is null order by code'
      : 'select code, name, level from heli.area where parent is null and valid_to is null order by code',
    values: parent ? [parent] : [],
  });
}

export async function findArea(transaction: Transaction, code: string): Promise<Area | undefined> {
  const rows = await transaction.send<Area>({
    name: 'places.area',
    text: 'select code, name, level from heli.area where code = $1',
    values: [code],
  });
  return rows[0];
}

const STATION_COLUMNS = `s.id, s.county_id as county, coalesce(c.name, '') as "countyName", s.area, a.name as "areaName", s.slug,
  s.name, s.level, s.parent_id as parent, coalesce(o.name, '') as operator, s.phone, s.address, s.demo, s.version
  from heli.station s join heli.area a on a.code = s.area
  left join heli.area c on c.code = s.county_id || '000000' left join heli.organisation o on o.id = s.operator_id`;

export async function findStation(transaction: Transaction, id: string): Promise<Station | undefined> {
  const rows = await transaction.send<Station>({
    name: 'places.station',
    text: `select ${STATION_COLUMNS} where s.id = $1`,
    values: [id],
  });
  return rows[0];
}

/** The village points under a station. */
export function listPoints(transaction: Transaction, county: number, station: string): Promise<Station[]> {
  return transaction.send<Station>({
    name: 'places.points',
    text: `select ${STATION_COLUMNS} where s.county_id = $1 and s.parent_id = $2 order by s.area, s.id limit 500`,
    values: [county, station],
  });
}

export interface NewStation {
  id: string;
  county: number;
  area: string;
  slug: string;
  name: string;
  level: Station['level'];
  parent: string | null;
  operator: string | null;
  address: string;
  openedOn: string;
  demo: boolean;
}

export function insertStation(transaction: Transaction, station: NewStation): void {
  transaction.post({
    name: 'places.station.insert',
    text: `insert into heli.station (id, county_id, area, slug, name, level, parent_id, operator_id, address, opened_on, demo)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      station.id,
      station.county,
      station.area,
      station.slug,
      station.name,
      station.level,
      station.parent,
      station.operator,
      station.address,
      station.openedOn,
      station.demo,
    ],
  });
}

export function insertOrganisation(
  transaction: Transaction,
  organisation: { id: string; name: string; kind: string },
): void {
  transaction.post({
    name: 'places.organisation.insert',
    text: 'insert into heli.organisation (id, name, kind) values ($1, $2, $3)',
    values: [organisation.id, organisation.name, organisation.kind],
  });
}

export function openCounty(transaction: Transaction, county: number): void {
  transaction.post({
    name: 'places.county.open',
    text: 'insert into heli.county (county_id) values ($1) on conflict do nothing',
    values: [county],
  });
}

export function updateStation(
  transaction: Transaction,
  county: number,
  change: { station: string; name: string; phone: string; address: string },
): void {
  transaction.post({
    name: 'places.station.update',
    text: `update heli.station set name = $3, phone = $4, address = $5, version = version + 1
      where county_id = $1 and id = $2`,
    values: [county, change.station, change.name, change.phone, change.address],
  });
}

export function listPopulations(transaction: Transaction, county: number, town: string): Promise<Population[]> {
  return transaction.send<Population>({
    name: 'places.populations',
    text: `select p.area, a.name as "areaName", p.group_code as "group", p.as_of as "asOf", p.count, p.source, p.version
      from heli.population p join heli.area a on a.code = p.area
      where p.county_id = $1 and p.area >= $2 and p.area <= $3 order by p.area, p.group_code, p.as_of desc limit 1000`,
    values: [county, town, `${town.slice(0, 9)}999`],
  });
}

export interface PopulationKey {
  county: number;
  area: string;
  group: string;
  asOf: string;
}

export async function findPopulation(
  transaction: Transaction,
  key: PopulationKey,
): Promise<{ count: number; source: string; version: number } | undefined> {
  const rows = await transaction.send<{ count: number; source: string; version: number }>({
    name: 'places.population.find',
    text: `select count, source, version from heli.population
      where county_id = $1 and area = $2 and group_code = $3 and as_of = $4 for update`,
    values: [key.county, key.area, key.group, key.asOf],
  });
  return rows[0];
}

export function savePopulation(
  transaction: Transaction,
  key: PopulationKey & { count: number; source: string; by: string },
): void {
  transaction.post({
    name: 'places.population.save',
    text: `insert into heli.population (county_id, area, group_code, as_of, count, source, entered_by)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (county_id, area, group_code, as_of) do update
        set count = excluded.count, source = excluded.source, entered_by = excluded.entered_by, entered_at = now(),
          version = population.version + 1`,
    values: [key.county, key.area, key.group, key.asOf, key.count, key.source, key.by],
  });
}

/** Where a station stands and which organisation operates it. */
export async function findStanding(
  transaction: Transaction,
  station: string,
): Promise<{ area: string; operator: string | null } | undefined> {
  const rows = await transaction.send<{ area: string; operator: string | null }>({
    name: 'places.standing',
    text: 'select area, operator_id as operator from heli.station where id = $1',
    values: [station],
  });
  return rows[0];
}
