import type { Transaction } from '../platform/database/flight.ts';

export interface StationRow {
  id: string;
  area: string;
  name: string;
}

/** The stations that the asker sees in the town of a station, and that station itself. */
export function listStationsIn(transaction: Transaction, county: number, station: string): Promise<StationRow[]> {
  return transaction.send<StationRow>({
    name: 'lenses.stations',
    text: `select s.id, s.area, s.name from heli.station h
      join heli.station s on s.county_id = $1 and s.area >= rpad(left(h.area, 9), 12, '0') and s.area <= rpad(left(h.area, 9), 12, '9')
      where h.county_id = $1 and h.id = $2 order by s.area, s.id limit 500`,
    values: [county, station],
  });
}
