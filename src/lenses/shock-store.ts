import type { At } from '../people/store.ts';
import type { Transaction } from '../platform/database/flight.ts';
import type { Shock } from './shock-schema.ts';

/** What struck, the latest first. */
export function listShocks(transaction: Transaction, { county, station }: At): Promise<Shock[]> {
  return transaction.send<Shock>({
    name: 'lenses.shocks.list',
    text: `select id, kind, name, from_on as "from", to_on as "to", area, note from heli.shock
      where county_id = $1 and station_id = $2 order by from_on desc, id limit 100`,
    values: [county, station],
  });
}

export function insertShock(transaction: Transaction, at: At & { by: string; now: Date }, shock: Shock): void {
  transaction.post({
    name: 'lenses.shock.insert',
    text: `insert into heli.shock (county_id, station_id, id, kind, name, from_on, to_on, area, note, created_by, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      at.county,
      at.station,
      shock.id,
      shock.kind,
      shock.name,
      shock.from,
      shock.to,
      shock.area,
      shock.note,
      at.by,
      at.now,
    ],
  });
}

export interface Listed {
  day: string;
  on_list: number;
}

/** The day of a standing event and how many were on the program's list as there. */
export async function findListed(transaction: Transaction, at: At, event: string): Promise<Listed | undefined> {
  const rows = await transaction.send<Listed>({
    name: 'lenses.sheet.listed',
    text: `select (e.started_at at time zone 'Asia/Shanghai')::date as day, (select count(*)::int from heli.attendance a
        where a.county_id = $1 and a.station_id = $2 and a.event_id = e.id and a.present) as on_list
      from heli.event e where e.county_id = $1 and e.station_id = $2 and e.id = $3 and e.superseded_by is null`,
    values: [at.county, at.station, event],
  });
  return rows[0];
}

export interface SheetCounted {
  event: string;
  day: string;
  onPaper: number;
  onList: number;
  onBoth: number;
}

/** Keeps a count of a paper; a second count of the same event takes the place of the first. */
export function saveSheetCount(
  transaction: Transaction,
  at: At & { by: string; now: Date },
  { event, day, onPaper, onList, onBoth }: SheetCounted,
): void {
  transaction.post({
    name: 'lenses.sheet.save',
    text: `insert into heli.sheet_count (county_id, station_id, event_id, day, on_paper, on_list, on_both, counted_by, counted_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (county_id, station_id, event_id) do update
        set on_paper = excluded.on_paper, on_list = excluded.on_list, on_both = excluded.on_both,
          counted_by = excluded.counted_by, counted_at = excluded.counted_at, version = sheet_count.version + 1`,
    values: [at.county, at.station, event, day, onPaper, onList, onBoth, at.by, at.now],
  });
}
