import type { EventLine } from '../../ledger/schema.ts';
import type { EventKind, Form, Sector } from '../../ledger/terms.ts';
import type { At } from '../../people/store.ts';
import { LAST_ID, ZERO_ID } from '../../platform/ids.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { DAYS_LATE, SPENT } from './counting.ts';

/** A stretch of months: instants, first days. */
export interface Stretch extends At {
  from: string;
  to: string;
  first: string;
  /** The first day after it. */
  next: string;
}

/** A page of a list: so many rows, after the last one of the page before. */
export type PageOf<Row> = Stretch & { after: Row | null; limit?: number };

const MOST = 60_001;
const BEFORE_ALL = '-infinity';

/** Acts in the order of time, page after page. */
interface Act {
  id: string;
  /** The instant in full: a Date has no microseconds. */
  started_key: string;
}
const within = <Row extends Act>(at: PageOf<Row>) => [
  ...[at.county, at.station, at.from, at.to, at.after?.started_key ?? BEFORE_ALL, at.after?.id ?? ZERO_ID],
  at.limit ?? MOST,
];
const NEXT_ACTS = `and (e.started_at, e.id) > ($5::timestamptz, $6::uuid) order by e.started_at, e.id limit $7`;
const STANDING = `e.county_id = $1 and e.station_id = $2 and e.started_at >= $3 and e.started_at < $4 and e.superseded_by is null`;
const KEY = 'e.id, e.started_at::text as started_key';
const ON = `to_char(e.started_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "on"`;
const WORKERS = `array_to_string((select array_agg(a.name order by c.id) from heli.contribution c join heli.account a on a.id = c.party_id
  where c.county_id = $1 and c.station_id = $2 and c.event_id = e.id and c.party_kind = 'account') || e.worker_names, '、') as workers`;

export interface PersonListed {
  id: string;
  pinyin: string;
  village_code: string;
  name: string;
  sex: 'female' | 'male' | 'unknown';
  born_on: string | null;
  village: string | null;
  village_group: string;
  phone: string;
  groups: string[] | null;
  follow_up_level: number | null;
  life: string;
}

/** Everybody the station keeps a file of, merged files once. */
export function listPeopleWhole(transaction: Transaction, at: PageOf<PersonListed>): Promise<PersonListed[]> {
  return transaction.send<PersonListed>({
    name: 'reports.ledgers.people',
    text: `select p.id, p.pinyin, coalesce(p.village, '9') as village_code, p.name, p.sex, p.born_on, a.name as village, p.village_group, p.phone, p.follow_up_level, p.life, g.groups
      from heli.person p left join heli.area a on a.code = p.village
      left join (select person_id, array_agg(distinct code) as groups from heli.person_group
        where county_id = $1 and station_id = $2 group by person_id) g on g.person_id = p.id
      where p.county_id = $1 and p.station_id = $2 and coalesce(p.merged_into::text, '') = ''
        and (coalesce(p.village, '9'), p.pinyin, p.id) > ($3, $4, $5)
      order by coalesce(p.village, '9'), p.pinyin, p.id limit $6`,
    values: [
      ...[at.county, at.station, at.after?.village_code ?? '', at.after?.pinyin ?? '', at.after?.id ?? ZERO_ID],
      at.limit ?? MOST,
    ],
  });
}

export interface VisitListed extends Act {
  on: string;
  name: string;
  village: string | null;
  minutes: number | null;
  met: NonNullable<EventLine['met']>;
  needs: EventLine['needs'];
  note: string;
  workers: string | null;
  next_on: string | null;
  evidence: number;
  days_late: number;
}

/** Visits that stand, in the order of time. */
export function listVisitsWhole(transaction: Transaction, at: PageOf<VisitListed>): Promise<VisitListed[]> {
  return transaction.send<VisitListed>({
    name: 'reports.ledgers.visits',
    text: `select ${KEY}, ${ON}, p.name, a.name as village, e.minutes, v.met, v.needs, e.note, v.next_on, e.evidence, ${WORKERS},
        ${DAYS_LATE} as days_late
      from heli.event e
      join heli.visit v on v.county_id = $1 and v.station_id = $2 and v.event_id = e.id
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = v.person_id
      left join heli.area a on a.code = p.village
      where ${STANDING} and e.kind = 'visit' ${NEXT_ACTS}`,
    values: within(at),
  });
}

export interface ActivityListed extends Act {
  on: string;
  kind: EventKind;
  title: string;
  place: string;
  minutes: number | null;
  present: number;
  unnamed: number;
  names: string | null;
  absent: string | null;
  workers: string | null;
  spent: string;
  evidence: number;
  note: string;
}

const NAMES = (present: boolean) => `(select string_agg(p.name, '、' order by p.pinyin, p.id) from heli.attendance t
  join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = t.person_id
  where t.county_id = $1 and t.station_id = $2 and t.event_id = e.id and t.present = ${present})`;

/** Everything but visits, with who was there and who of the list was not. */
export function listActivitiesWhole(transaction: Transaction, at: PageOf<ActivityListed>): Promise<ActivityListed[]> {
  return transaction.send<ActivityListed>({
    name: 'reports.ledgers.activities',
    text: `select ${KEY}, ${ON}, e.kind, coalesce(nullif(e.title, ''), s.name, '') as title, e.place, e.minutes, e.unnamed, e.evidence,
        e.note, ${WORKERS}, ${SPENT('null::text')} as spent, ${NAMES(true)} as names, ${NAMES(false)} as absent,
        (select count(*)::int from heli.attendance t where t.county_id = $1 and t.station_id = $2 and t.event_id = e.id
          and t.present) as present
      from heli.event e
      left join heli.person s on s.county_id = $1 and s.station_id = $2 and s.id = e.subject_id and e.subject_kind = 'person'
      where ${STANDING} and e.kind <> 'visit' ${NEXT_ACTS}`,
    values: within(at),
  });
}

export interface VolunteerListed {
  id: string;
  name: string;
  village: string | null;
  acts: number;
  minutes: number;
  months: number;
}

/** Residents who gave time unpaid, the most first; one file a person. */
export function listVolunteersWhole(transaction: Transaction, at: PageOf<VolunteerListed>): Promise<VolunteerListed[]> {
  return transaction.send<VolunteerListed>({
    name: 'reports.ledgers.volunteers',
    text: `select s.id, s.name, a.name as village, count(*)::int as acts, sum(m.minutes)::int as minutes,
        count(distinct date_trunc('month', m.day))::int as months
      from heli.given_fact m
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = m.party_id
      join heli.person s on s.county_id = $1 and s.station_id = $2 and s.id = coalesce(p.merged_into, p.id)
      left join heli.area a on a.code = s.village
      where m.county_id = $1 and m.station_id = $2 and m.day >= $3 and m.day < $4 and m.party_kind = 'person' and m.minutes > 0
      group by s.id, s.name, a.name having (sum(m.minutes), s.id) < ($5::bigint, $6::uuid)
      order by sum(m.minutes) desc, s.id desc limit $7`,
    values: [
      ...[at.county, at.station, at.first, at.next, at.after?.minutes ?? 2 ** 53, at.after?.id ?? LAST_ID],
      at.limit ?? MOST,
    ],
  });
}

export interface ResourceListed extends Act {
  given: string;
  on: string;
  giver: string;
  sector: Sector;
  form: Form;
  minutes: number | null;
  amount: string | null;
  quantity: string | null;
  unit: string | null;
  what: string;
}

/** What organisations, groups and residents gave but the time of residents: minutes, yuan and quantities apart. */
export function listResourcesWhole(transaction: Transaction, at: PageOf<ResourceListed>): Promise<ResourceListed[]> {
  return transaction.send<ResourceListed>({
    name: 'reports.ledgers.resources',
    text: `select ${KEY}, c.id as given, ${ON}, coalesce(r.name, p.name, '') as giver, c.sector, c.form, c.minutes, c.amount, c.quantity, c.unit,
        e.title as what
      from heli.event e
      join heli.contribution c on c.county_id = $1 and c.station_id = $2 and c.event_id = e.id and c.party_kind <> 'account'
      left join heli.partner r on r.county_id = $1 and r.station_id = $2 and r.id = c.party_id
      left join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = c.party_id and c.party_kind = 'person'
      where ${STANDING} and (c.party_kind <> 'person' or coalesce(c.minutes, 0) = 0)
        and (e.started_at, e.id, c.id) > ($5::timestamptz, $6::uuid, $8::uuid)
      order by e.started_at, e.id, c.id limit $7`,
    values: [...within(at), at.after?.given ?? ZERO_ID],
  });
}
