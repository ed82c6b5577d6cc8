import type { EventLine } from '../../ledger/schema.ts';
import type { EventKind, Form, Sector } from '../../ledger/terms.ts';
import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { DAYS_LATE, SPENT } from './counting.ts';

/** A stretch of months: instants, first days. */
export interface Stretch extends At {
  from: string;
  to: string;
  first: string;
  /** The first day after it. */
  next: string;
  /** Rows at most, of each list. */
  limit: number;
}

const within = (at: Stretch) => [at.county, at.station, at.from, at.to, at.limit];
const STANDING = `e.county_id = $1 and e.station_id = $2 and e.started_at >= $3 and e.started_at < $4 and e.superseded_by is null`;
const ON = `to_char(e.started_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "on"`;
const WORKERS = `(select string_agg(a.name, '、' order by c.id) from heli.contribution c join heli.account a on a.id = c.party_id
  where c.county_id = $1 and c.station_id = $2 and c.event_id = e.id and c.party_kind = 'account') as workers`;

export interface PersonListed {
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
export function listPeopleWhole(transaction: Transaction, at: Stretch): Promise<PersonListed[]> {
  return transaction.send<PersonListed>({
    name: 'reports.ledgers.people',
    text: `select p.name, p.sex, p.born_on, a.name as village, p.village_group, p.phone, p.follow_up_level, p.life, g.groups
      from heli.person p left join heli.area a on a.code = p.village
      left join (select person_id, array_agg(distinct code) as groups from heli.person_group
        where county_id = $1 and station_id = $2 group by person_id) g on g.person_id = p.id
      where p.county_id = $1 and p.station_id = $2 and coalesce(p.merged_into::text, '') = ''
      order by p.village nulls last, p.pinyin, p.id limit $3`,
    values: [at.county, at.station, at.limit],
  });
}

export interface VisitListed {
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
export function listVisitsWhole(transaction: Transaction, at: Stretch): Promise<VisitListed[]> {
  return transaction.send<VisitListed>({
    name: 'reports.ledgers.visits',
    text: `select ${ON}, p.name, a.name as village, e.minutes, v.met, v.needs, e.note, v.next_on, e.evidence, ${WORKERS},
        ${DAYS_LATE} as days_late
      from heli.event e
      join heli.visit v on v.county_id = $1 and v.station_id = $2 and v.event_id = e.id
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = v.person_id
      left join heli.area a on a.code = p.village
      where ${STANDING} and e.kind = 'visit' order by e.started_at, e.id limit $5`,
    values: within(at),
  });
}

export interface ActivityListed {
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
export function listActivitiesWhole(transaction: Transaction, at: Stretch): Promise<ActivityListed[]> {
  return transaction.send<ActivityListed>({
    name: 'reports.ledgers.activities',
    text: `select ${ON}, e.kind, coalesce(nullif(e.title, ''), s.name, '') as title, e.place, e.minutes, e.unnamed, e.evidence,
        e.note, ${WORKERS}, ${SPENT('null::text')} as spent, ${NAMES(true)} as names, ${NAMES(false)} as absent,
        (select count(*)::int from heli.attendance t where t.county_id = $1 and t.station_id = $2 and t.event_id = e.id
          and t.present) as present
      from heli.event e
      left join heli.person s on s.county_id = $1 and s.station_id = $2 and s.id = e.subject_id and e.subject_kind = 'person'
      where ${STANDING} and e.kind <> 'visit' order by e.started_at, e.id limit $5`,
    values: within(at),
  });
}

export interface VolunteerListed {
  name: string;
  village: string | null;
  acts: number;
  minutes: number;
  months: number;
}

/** Residents who gave time unpaid, the most first; one file a person. */
export function listVolunteersWhole(transaction: Transaction, at: Stretch): Promise<VolunteerListed[]> {
  return transaction.send<VolunteerListed>({
    name: 'reports.ledgers.volunteers',
    text: `select s.name, a.name as village, sum(m.acts)::int as acts, sum(m.minutes)::int as minutes,
        count(distinct m.month)::int as months
      from heli.month_given m
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = m.party_id
      join heli.person s on s.county_id = $1 and s.station_id = $2 and s.id = coalesce(p.merged_into, p.id)
      left join heli.area a on a.code = s.village
      where m.county_id = $1 and m.station_id = $2 and m.month >= $3 and m.month < $4 and m.party_kind = 'person' and m.minutes > 0
      group by s.id, s.name, a.name order by 4 desc, s.id limit $5`,
    values: [at.county, at.station, at.first, at.next, at.limit],
  });
}

export interface ResourceListed {
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
export function listResourcesWhole(transaction: Transaction, at: Stretch): Promise<ResourceListed[]> {
  return transaction.send<ResourceListed>({
    name: 'reports.ledgers.resources',
    text: `select ${ON}, coalesce(r.name, p.name, '') as giver, c.sector, c.form, c.minutes, c.amount, c.quantity, c.unit,
        e.title as what
      from heli.event e
      join heli.contribution c on c.county_id = $1 and c.station_id = $2 and c.event_id = e.id and c.party_kind <> 'account'
      left join heli.partner r on r.county_id = $1 and r.station_id = $2 and r.id = c.party_id
      left join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = c.party_id and c.party_kind = 'person'
      where ${STANDING} and (c.party_kind <> 'person' or coalesce(c.minutes, 0) = 0)
      order by e.started_at, e.id, c.id limit $5`,
    values: within(at),
  });
}
