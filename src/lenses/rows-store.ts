import type { Transaction } from '../platform/database/flight.ts';
import type { Within } from './acts-store.ts';

export interface Names {
  /** What an act was called, by event. */
  events: Map<string, string>;
  /** People, partners and colleagues by id. */
  parties: Map<string, string>;
}

interface NameRow {
  of: 'event' | 'party';
  id: string;
  name: string;
}

/** The names on one page of rows, in one statement. */
export async function loadNames(
  transaction: Transaction,
  { county, stations }: Pick<Within, 'county' | 'stations'>,
  { events, parties }: { events: readonly string[]; parties: readonly string[] },
): Promise<Names> {
  const rows = await transaction.send<NameRow>({
    name: 'lenses.rows.names',
    text: `select 'event' as of, e.id, e.title as name from heli.event e
        where e.county_id = $1 and e.station_id = any ($2::uuid[]) and e.id = any ($3::uuid[])
      union all select 'party', p.id, p.name from heli.person p
        where p.county_id = $1 and p.station_id = any ($2::uuid[]) and p.id = any ($4::uuid[])
      union all select 'party', r.id, r.name from heli.partner r
        where r.county_id = $1 and r.station_id = any ($2::uuid[]) and r.id = any ($4::uuid[])
      union all select 'party', a.id, a.name from heli.account a where a.id = any ($4::uuid[])`,
    values: [county, stations, events, parties],
  });
  const of = (kind: NameRow['of']) => new Map(rows.filter((row) => row.of === kind).map((row) => [row.id, row.name]));
  return { events: of('event'), parties: of('party') };
}
