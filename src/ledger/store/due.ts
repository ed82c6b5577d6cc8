import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';

export interface DueRow {
  person_id: string;
  due_on: string;
  reason: string;
}

/** Visits owed up to a day, the longest overdue first; without those that were overdue when a file was taken in. */
export function listDue(transaction: Transaction, at: At & { day: string; limit: number }): Promise<DueRow[]> {
  return transaction.send<DueRow>({
    name: 'ledger.due',
    text: `select person_id, due_on, reason from heli.follow_up
      where county_id = $1 and station_id = $2 and not since_import and due_on <= $3 order by due_on, person_id limit $4`,
    values: [at.county, at.station, at.day, at.limit],
  });
}

/** Whom nobody has visited since a file was taken in, though it was time: who is to be seen most often first, then the longest overdue. */
export function listSinceImport(transaction: Transaction, at: At & { limit: number }): Promise<DueRow[]> {
  return transaction.send<DueRow>({
    name: 'ledger.due.sinceImport',
    text: `select f.person_id, f.due_on, f.reason from heli.follow_up f
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = f.person_id
      where f.county_id = $1 and f.station_id = $2 and f.since_import
      order by p.follow_up_level nulls last, f.due_on, f.person_id limit $3`,
    values: [at.county, at.station, at.limit],
  });
}

export interface VillageDue {
  village: string;
  name: string;
  due: number;
  overdue: number;
  since_import: number;
}

/**
 * How many households are owed a visit up to a day, and how many of them since before it, by village; the most overdue
 * first. Those that were overdue when a file was taken in are counted apart; both are asked for by name, as the index leads
 * with that.
 */
export function countDue(transaction: Transaction, at: At & { day: string }): Promise<VillageDue[]> {
  return transaction.send<VillageDue>({
    name: 'ledger.due.villages',
    text: `select coalesce(p.village, '') as village, coalesce(a.name, '') as name, (count(*) filter (where not f.since_import))::int as due,
        (count(*) filter (where f.due_on < $3 and not f.since_import))::int as overdue,
        (count(*) filter (where f.since_import))::int as since_import
      from heli.follow_up f
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = f.person_id
      left join heli.area a on a.code = p.village
      where f.county_id = $1 and f.station_id = $2 and f.since_import = any ('{f, t}') and f.due_on <= $3
      group by 1, 2 order by 4 desc, 1`,
    values: [at.county, at.station, at.day],
  });
}

/** How many households are owed their next visit from one day until before another. */
export async function countDueBetween(
  transaction: Transaction,
  at: At & { from: string; before: string },
): Promise<number> {
  const [row] = await transaction.send<{ due: number }>({
    name: 'ledger.due.between',
    text: `select count(*)::int as due from heli.follow_up f where f.county_id = $1 and f.station_id = $2
      and f.since_import = any ('{f, t}') and f.due_on >= $3 and f.due_on < $4`,
    values: [at.county, at.station, at.from, at.before],
  });
  return row?.due ?? 0;
}

export interface StepRow {
  event_id: string;
  kind: string;
  title: string;
  what: string;
  due_on: string;
  person_name: string | null;
}

/** What events left to be done up to a day, the longest due first. */
export function listSteps(transaction: Transaction, at: At & { day: string; limit: number }): Promise<StepRow[]> {
  return transaction.send<StepRow>({
    name: 'ledger.steps',
    text: `select n.event_id, e.kind, e.title, n.what, n.due_on, p.name as person_name
      from heli.next_step n
      join heli.event e on e.county_id = $1 and e.station_id = $2 and e.id = n.event_id
      left join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = e.subject_id
      where n.county_id = $1 and n.station_id = $2 and n.due_on <= $3 and n.done_at is null and e.superseded_by is null
      order by n.due_on, n.event_id limit $4`,
    values: [at.county, at.station, at.day, at.limit],
  });
}

/** How many households were visited on a day (people visited at home, each once). */
export async function countVisited(transaction: Transaction, at: At & { from: Date; to: Date }): Promise<number> {
  const rows = await transaction.send<{ count: number }>({
    name: 'ledger.visited',
    text: `select count(distinct coalesce(p.merged_into, p.id))::int as count from heli.event e
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = e.subject_id
      where e.county_id = $1 and e.station_id = $2 and e.started_at >= $3 and e.started_at < $4 and e.kind = 'visit'
        and e.superseded_by is null`,
    values: [at.county, at.station, at.from, at.to],
  });
  return rows[0]?.count ?? 0;
}
