import { eventLine, type EventRow, LINE_COLUMNS, LINE_FROM } from '../../ledger/store/lists.ts';
import { LAST_ID } from '../../platform/ids.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import {
  DAYS_LATE,
  DOOR,
  MET_AT_HOME,
  PERSON_TIMES,
  SPENT,
  type Standing,
  standBehind,
  STANDS,
  WORKED,
} from './counting.ts';
import type { Opened, PeopleCount, ReportRow, RowCount } from './schema.ts';
import type { AtMonth } from './store.ts';

export interface RowFilter extends AtMonth, Omit<Opened, 'count'> {
  count: RowCount;
  /** The closing as which the month is read; without: as it stands now. */
  closing?: string | undefined;
}

const standingOf = ({ closing }: { closing?: string | undefined }): Standing => (closing ? 'closed' : 'now');

const CLOSING = '$9::uuid';
const BEHIND = {
  now: standBehind({ standing: 'now', closing: CLOSING, field: '$6::text', line: '$8::text' }),
  closed: standBehind({ standing: 'closed', closing: CLOSING, field: '$6::text', line: '$8::text' }),
};

/** Every parameter is named in every statement, so that PostgreSQL knows its type. */
const where = (
  filter: RowFilter,
) => `where e.county_id = $1 and e.station_id = $2 and e.started_at >= $3 and e.started_at < $4
  and ${STANDS[standingOf(filter)]('e', CLOSING)} and e.kind = coalesce($5, e.kind) and e.field = coalesce($6::text, e.field)
  and coalesce($8::text, '') = coalesce($8::text, '') and coalesce(${CLOSING}, $7::uuid) = coalesce(${CLOSING}, $7::uuid)
  and (${BEHIND[standingOf(filter)][filter.count]})`;

export interface Row extends EventRow {
  person_times: number | null;
  worked: number;
  spent: string;
  days_late: number;
}

const rowValues = (filter: RowFilter, id: string) => [
  ...[filter.county, filter.station, filter.from, filter.to],
  ...[filter.kind ?? null, filter.field ?? null, id, filter.budgetLine ?? null, filter.closing ?? null],
];

/** The acts behind a number, the latest first. */
export function listRows(
  transaction: Transaction,
  filter: RowFilter & { before: { startedAt: string; id: string } | null; limit: number },
): Promise<Row[]> {
  const { before, limit } = filter;
  return transaction.send<Row>({
    name: `reports.rows.${standingOf(filter)}.${filter.count}`,
    text: `select ${LINE_COLUMNS}, ${PERSON_TIMES} as person_times, ${WORKED} as worked, ${SPENT('$8::text')} as spent,
        ${DAYS_LATE} as days_late
      ${LINE_FROM} ${where(filter)} and (e.started_at, e.id) < ($10, $7)
      order by e.started_at desc, e.id desc limit $11`,
    values: [...rowValues(filter, before?.id ?? LAST_ID), before?.startedAt ?? 'infinity', limit],
  });
}

export interface RowSums {
  total: number;
  full: number;
  half: number;
  hollow: number;
}

/** How many acts stand behind a number, and how sure they are. */
export async function sumRows(transaction: Transaction, filter: RowFilter): Promise<RowSums> {
  const [sums] = await transaction.send<RowSums>({
    name: `reports.rows.sums.${standingOf(filter)}.${filter.count}`,
    text: `select count(*)::int as total, (count(*) filter (where e.evidence >= 2))::int as full,
        (count(*) filter (where e.evidence = 1))::int as half, (count(*) filter (where e.evidence = 0))::int as hollow
      ${LINE_FROM} ${where(filter)}`,
    values: rowValues(filter, LAST_ID),
  });
  return sums as RowSums;
}

/** An act as the panel beside the paper shows it. */
export function reportRow(row: Row): ReportRow {
  return {
    ...eventLine(row),
    personTimes: row.person_times ?? 0,
    worked: row.worked,
    spent: Number(row.spent),
    daysLate: row.days_late,
  };
}

export interface ReachedFilter extends AtMonth, Pick<Opened, 'kind' | 'field'> {
  count: PeopleCount;
  closing?: string | undefined;
  after: { pinyin: string; id: string };
  limit: number;
}

export interface ReachedPerson {
  id: string;
  name: string;
  pinyin: string;
  times: number;
}

/** One row a household: its head's name, or that of whoever was visited. */
const KEY: Record<PeopleCount, string> = { people: 's.id', households: DOOR('s') };

/** Whom an act reached: whom it was about unless nobody was met, and who signed in. */
const REACHED = (filter: ReachedFilter) => {
  const acts = `e.county_id = $1 and e.station_id = $2 and e.started_at >= $3 and e.started_at < $4
    and ${STANDS[standingOf(filter)]('e', CLOSING)} and coalesce(${CLOSING}, $7::uuid) = coalesce(${CLOSING}, $7::uuid)
    and e.kind = coalesce($5, e.kind) and e.field = coalesce($6, e.field)`;
  const about = `select e.subject_id as person_id from heli.event e
    left join heli.visit v on v.county_id = $1 and v.station_id = $2 and v.event_id = e.id
    where ${acts} and e.subject_kind = 'person' and `;
  if (filter.count === 'households') return `${about} ${MET_AT_HOME}`;
  return `${about} coalesce(v.met, '') <> 'nobody'
    union all select t.person_id from heli.event e
      join heli.attendance t on t.county_id = $1 and t.station_id = $2 and t.event_id = e.id and t.present where ${acts}`;
};

const first = (column: string) =>
  `(array_agg(s.${column} order by s.household_relation = 'head' desc nulls last, s.id))[1] as ${column}`;

/** Who was reached, by name; a household by one of its people. */
export function listReached(transaction: Transaction, filter: ReachedFilter): Promise<ReachedPerson[]> {
  return transaction.send<ReachedPerson>({
    name: `reports.reached.${standingOf(filter)}.${filter.count}`,
    text: `select * from (
        select ${first('id')}, ${first('name')}, ${first('pinyin')}, count(*)::int as times
        from (${REACHED(filter)}) m
        join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = m.person_id
        join heli.person s on s.county_id = $1 and s.station_id = $2 and s.id = coalesce(p.merged_into, p.id)
        group by ${KEY[filter.count]}) x
      where (x.pinyin, x.id) > ($8, $7) order by x.pinyin, x.id limit $10`,
    values: [
      ...[filter.county, filter.station, filter.from, filter.to, filter.kind ?? null, filter.field ?? null],
      ...[filter.after.id, filter.after.pinyin, filter.closing ?? null, filter.limit],
    ],
  });
}
