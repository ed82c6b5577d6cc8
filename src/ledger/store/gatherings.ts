import { LAST_ID } from '../../platform/ids.ts';
import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import type { GatheringLine, PartnerLine, Roster } from '../event-schema.ts';
import type { EventKind } from '../terms.ts';
import type { RecordedBy } from './recorded-by.ts';

/** Makes a gathering when its first event is recorded; a known one is left as it is. */
export function ensureGathering(
  transaction: Transaction,
  by: RecordedBy,
  gathering: { id: string; name: string; kind: EventKind },
): void {
  transaction.post({
    name: 'ledger.gathering.ensure',
    text: `insert into heli.gathering (county_id, station_id, id, kind, name, created_by, created_at)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    values: [by.county, by.station, gathering.id, gathering.kind, gathering.name, by.by, by.now],
  });
}

export interface GatheringRow {
  id: string;
  kind: EventKind;
  name: string;
  created_key: string;
  times: number;
  last_on: string | null;
}

const TIMES = `(select count(*)::int from heli.event e where e.county_id = g.county_id and e.station_id = g.station_id
    and e.subject_id = g.id and e.superseded_by is null)`;

/** Gatherings, the latest made first. */
export function listGatherings(
  transaction: Transaction,
  at: At & { before: { createdAt: string; id: string } | null; limit: number },
): Promise<GatheringRow[]> {
  return transaction.send<GatheringRow>({
    name: 'ledger.gatherings',
    text: `select g.id, g.kind, g.name, g.created_at::text as created_key, ${TIMES} as times,
        (select (e.started_at at time zone 'Asia/Shanghai')::date from heli.event e where e.county_id = g.county_id
          and e.station_id = g.station_id and e.subject_id = g.id and e.superseded_by is null
          order by e.started_at desc limit 1) as last_on
      from heli.gathering g where g.county_id = $1 and g.station_id = $2 and (g.created_at, g.id) < ($3, $4)
      order by g.created_at desc, g.id desc limit $5`,
    values: [at.county, at.station, at.before?.createdAt ?? 'infinity', at.before?.id ?? LAST_ID, at.limit],
  });
}

export function gatheringLine(row: GatheringRow): GatheringLine {
  return { id: row.id, kind: row.kind, name: row.name, times: row.times, lastOn: row.last_on };
}

/** A gathering with the sign-in list of its last time: who was there and who was not, all of them. */
export async function findRoster(transaction: Transaction, at: At, id: string): Promise<Roster | undefined> {
  const rows = await transaction.send<Roster>({
    name: 'ledger.roster',
    text: `select g.name, g.kind, ${TIMES} as times, coalesce(l.minutes, 60) as minutes, coalesce(l.place, '') as place,
        coalesce((select jsonb_agg(jsonb_build_object('person', p.id, 'name', p.name, 'role', a.role) order by p.pinyin, p.id)
          from heli.attendance a join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = a.person_id
          where a.county_id = $1 and a.station_id = $2 and a.event_id = l.id), '[]') as people
      from heli.gathering g left join lateral (select e.id, e.minutes, e.place from heli.event e
          where e.county_id = $1 and e.station_id = $2 and e.subject_id = g.id and e.superseded_by is null
          order by e.started_at desc, e.id desc limit 1) l on true
      where g.county_id = $1 and g.station_id = $2 and g.id = $3`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

export function insertPartner(transaction: Transaction, by: RecordedBy, partner: PartnerLine): void {
  transaction.post({
    name: 'ledger.partner.insert',
    text: `insert into heli.partner (county_id, station_id, id, name, kind, sector, contact, created_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [by.county, by.station, partner.id, partner.name, partner.kind, partner.sector, partner.contact, by.by],
  });
}

/** A station's partners by name: a few dozen, so all of them. */
export function listPartners(transaction: Transaction, at: At): Promise<PartnerLine[]> {
  return transaction.send<PartnerLine>({
    name: 'ledger.partners',
    text: `select id, name, kind, sector, contact from heli.partner
      where county_id = $1 and station_id = $2 order by name limit 500`,
    values: [at.county, at.station],
  });
}

/** The partner of a name, when the station has one. */
export async function findPartner(transaction: Transaction, at: At, name: string): Promise<{ id: string } | undefined> {
  const rows = await transaction.send<{ id: string }>({
    name: 'ledger.partner.find',
    text: 'select id from heli.partner where county_id = $1 and station_id = $2 and name = $3',
    values: [at.county, at.station, name],
  });
  return rows[0];
}
