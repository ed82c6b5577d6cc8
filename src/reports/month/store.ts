import type { EventKind, ServiceField } from '../../ledger/terms.ts';
import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { CHINA_DAY, COMMITTEE, DOOR, MET_AT_HOME, RESIDENTS, standBehind } from './counting.ts';
import { DOUBTS } from './schema.ts';

/** A station's month: the first day, and the instants between which its acts began. */
export interface AtMonth extends At {
  first: string;
  from: string;
  to: string;
}

export interface PeopleRow {
  /** null: of every kind, of every field. */
  kind: EventKind | null;
  field: ServiceField | null;
  people: number;
}

/** People, each once: over merged files. */
export function countPeople(transaction: Transaction, at: AtMonth): Promise<PeopleRow[]> {
  return transaction.send<PeopleRow>({
    name: 'reports.month.people',
    text: `select m.kind, m.field, count(distinct s.id)::int as people
      from heli.month_served m
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = m.person_id
      join heli.person s on s.county_id = $1 and s.station_id = $2 and s.id = coalesce(p.merged_into, p.id)
      where m.county_id = $1 and m.station_id = $2 and m.month = $3 and m.times > 0
      group by grouping sets ((m.kind), (m.field), ())`,
    values: [at.county, at.station, at.first],
  });
}

export interface HouseholdsRow {
  /** null: of every field. */
  field: ServiceField | null;
  households: number;
  household_times: number;
  /** Visits at which somebody was met at home: those that are no 户次 among them came again on the same day. */
  visits: number;
}

/** Households met at home: 户 each once, 户次 each once a day; in each service field, and in all. */
export function countHouseholds(transaction: Transaction, at: AtMonth): Promise<HouseholdsRow[]> {
  return transaction.send<HouseholdsRow>({
    name: 'reports.month.households',
    text: `select e.field, count(distinct ${DOOR('s')})::int as households,
        count(distinct (${DOOR('s')}, ${CHINA_DAY}))::int as household_times, count(*)::int as visits
      from heli.event e
      join heli.visit v on v.county_id = $1 and v.station_id = $2 and v.event_id = e.id
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = e.subject_id
      join heli.person s on s.county_id = $1 and s.station_id = $2 and s.id = coalesce(p.merged_into, p.id)
      where e.county_id = $1 and e.station_id = $2 and e.started_at >= $3 and e.started_at < $4 and e.superseded_by is null
        and ${MET_AT_HOME}
      group by grouping sets ((e.field), ())`,
    values: [at.county, at.station, at.from, at.to],
  });
}

/** What is told beside the figures: what is doubtful, and which visits are no 户次. */
const TOLD = [...DOUBTS, 'unmet', 'by-phone'] as const;
export type ToldRow = Record<(typeof TOLD)[number], number>;

const BEHIND = standBehind({ standing: 'now', closing: '', field: 'null::text', line: 'null::text' });
const TALLIES = TOLD.map((name) => `(count(*) filter (where ${BEHIND[name]}))::int as "${name}"`);

/** How many acts of a month are doubtful, by what, and how many visits are no 户次. */
export async function countTold(transaction: Transaction, at: AtMonth): Promise<ToldRow> {
  const [row] = await transaction.send<ToldRow>({
    name: 'reports.month.told',
    text: `select ${TALLIES.join(', ')}
      from heli.event e left join heli.visit v on v.county_id = $1 and v.station_id = $2 and v.event_id = e.id
      where e.county_id = $1 and e.station_id = $2 and e.started_at >= $3 and e.started_at < $4 and e.superseded_by is null`,
    values: [at.county, at.station, at.from, at.to],
  });
  return row as ToldRow;
}

/** What was spent in a month, by line of the budget, the most first. */
export function listSpending(
  transaction: Transaction,
  at: AtMonth,
): Promise<{ budget_line: string; amount: string }[]> {
  return transaction.send<{ budget_line: string; amount: string }>({
    name: 'reports.month.spending',
    text: `select s.budget_line, sum(s.amount) as amount
      from heli.event e join heli.expense s on s.county_id = $1 and s.station_id = $2 and s.event_id = e.id
      where e.county_id = $1 and e.station_id = $2 and e.started_at >= $3 and e.started_at < $4 and e.superseded_by is null
      group by s.budget_line order by 2 desc, 1`,
    values: [at.county, at.station, at.from, at.to],
  });
}

/** How many pictures and papers prove a month's acts, by kind. */
export function countAttachments(
  transaction: Transaction,
  at: AtMonth,
): Promise<{ kind: 'sign-in-sheet' | 'photo' | 'voucher'; count: number }[]> {
  return transaction.send<{ kind: 'sign-in-sheet' | 'photo' | 'voucher'; count: number }>({
    name: 'reports.month.attachments',
    text: `select m.kind, count(*)::int as count
      from heli.event e join heli.attachment m on m.county_id = $1 and m.station_id = $2 and m.event_id = e.id
      where e.county_id = $1 and e.station_id = $2 and e.started_at >= $3 and e.started_at < $4 and e.superseded_by is null
        and coalesce(m.removed_by::text, '') = ''
      group by m.kind order by m.kind`,
    values: [at.county, at.station, at.from, at.to],
  });
}

export interface GivenRow {
  committee: boolean;
  minutes: number;
  amount: string;
}

/** What residents, and what the committees gave unpaid, from the kept sums. */
export function sumGiven(transaction: Transaction, at: AtMonth): Promise<GivenRow[]> {
  return transaction.send<GivenRow>({
    name: 'reports.month.given',
    text: `select g.sector = ${COMMITTEE} as committee, sum(g.minutes)::int as minutes, sum(g.amount) as amount
      from heli.month_given_sum g where g.county_id = $1 and g.station_id = $2 and g.month = $3
        and g.sector in (${RESIDENTS}, ${COMMITTEE}) and g.pay <> 'paid' group by 1`,
    values: [at.county, at.station, at.first],
  });
}

export interface StepDueRow {
  event_id: string;
  due_on: string;
  what: string;
  person_name: string | null;
}

/** What acts left to be done between two days and is not done yet, the earliest first; at most 100. */
export function listStepsDue(
  transaction: Transaction,
  at: At & { from: string; until: string },
): Promise<StepDueRow[]> {
  return transaction.send<StepDueRow>({
    name: 'reports.month.steps',
    text: `select n.event_id, n.due_on, n.what, p.name as person_name
      from heli.next_step n
      join heli.event e on e.county_id = $1 and e.station_id = $2 and e.id = n.event_id
      left join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = e.subject_id
      where n.county_id = $1 and n.station_id = $2 and n.due_on >= $3 and n.due_on < $4 and n.done_at is null
        and e.superseded_by is null
      order by n.due_on, n.event_id limit 100`,
    values: [at.county, at.station, at.from, at.until],
  });
}

/** The last line of a station's journal. */
export async function findHead(transaction: Transaction, at: At): Promise<{ seq: number; hash: Buffer } | undefined> {
  const rows = await transaction.send<{ seq: number; hash: Buffer }>({
    name: 'reports.month.head',
    text: 'select seq, hash from heli.journal_head where county_id = $1 and station_id = $2 and seq > 0',
    values: [at.county, at.station],
  });
  return rows[0];
}
