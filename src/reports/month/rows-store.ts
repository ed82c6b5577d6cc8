import { eventLine, type EventRow, LINE_COLUMNS, LINE_FROM } from '../../ledger/store/lists.ts';
import { LAST_ID } from '../../platform/ids.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { DAYS_LATE, PERSON_TIMES, SPENT, STANDS_BEHIND, WORKED } from './counting.ts';
import type { Opened, PeopleCount, ReportRow, RowCount } from './schema.ts';
import type { AtMonth } from './store.ts';

export interface RowFilter extends AtMonth, Omit<Opened, 'count'> {
  count: RowCount;
}

/** Every parameter is named in every statement, so that PostgreSQL knows its type. */
const WHERE = (
  count: RowCount,
) => `where e.county_id = $1 and e.station_id = $2 and e.started_at >= $3 and e.started_at < $4
  and e.superseded_by is null and e.kind = coalesce($5, e.kind) and e.field = coalesce($6, e.field)
  and coalesce($8::text, '') = coalesce($8::text, '') and (${STANDS_BEHIND[count]})`;

interface Row extends EventRow {
  person_times: number | null;
  worked: number;
  spent: string;
  days_late: number;
}

const rowValues = (filter: RowFilter, id: string) => [
  ...[filter.county, filter.station, filter.from, filter.to],
  ...[filter.kind ?? null, filter.field ?? null, id, filter.budgetLine ?? null],
];

/** The acts behind a number, the latest first. */
export function listRows(
  transaction: Transaction,
  filter: RowFilter & { before: { startedAt: string; id: string } | null; limit: number },
): Promise<Row[]> {
  const { before, count, limit } = filter;
  return transaction.send<Row>({
    name: `reports.rows.${count}`,
    text: `select ${LINE_COLUMNS}, ${PERSON_TIMES} as person_times, ${WORKED} as worked, ${SPENT('$8::text')} as spent,
        ${DAYS_LATE} as days_late
      ${LINE_FROM} ${WHERE(count)} and (e.started_at, e.id) < ($9, $7)
      order by e.started_at desc, e.id desc limit $10`,
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
    name: `reports.rows.sums.${filter.count}`,
    text: `select count(*)::int as total, (count(*) filter (where e.evidence >= 2))::int as full,
        (count(*) filter (where e.evidence = 1))::int as half, (count(*) filter (where e.evidence = 0))::int as hollow
      ${LINE_FROM} ${WHERE(filter.count)} and coalesce($7::uuid::text, '') <> ''`,
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
const ONE: Record<PeopleCount, { key: string; where: string }> = {
  people: { key: 's.id', where: 'true' },
  households: { key: 'coalesce(s.household_id, s.id)', where: "m.kind = 'visit'" },
};

/** Who was reached, by name; a household by one of its people. */
export function listReached(transaction: Transaction, filter: ReachedFilter): Promise<ReachedPerson[]> {
  const { key, where } = ONE[filter.count];
  return transaction.send<ReachedPerson>({
    name: `reports.reached.${filter.count}`,
    text: `select * from (
        select (array_agg(s.id order by s.household_relation = 'head' desc nulls last, s.id))[1] as id,
          (array_agg(s.name order by s.household_relation = 'head' desc nulls last, s.id))[1] as name,
          (array_agg(s.pinyin order by s.household_relation = 'head' desc nulls last, s.id))[1] as pinyin,
          sum(m.times)::int as times
        from heli.month_served m
        join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = m.person_id
        join heli.person s on s.county_id = $1 and s.station_id = $2 and s.id = coalesce(p.merged_into, p.id)
        where m.county_id = $1 and m.station_id = $2 and m.month = $3 and m.times > 0 and ${where}
          and m.kind = coalesce($4, m.kind) and m.field = coalesce($5, m.field)
        group by ${key}) x
      where (x.pinyin, x.id) > ($6, $7) order by x.pinyin, x.id limit $8`,
    values: [
      ...[filter.county, filter.station, filter.first, filter.kind ?? null, filter.field ?? null],
      ...[filter.after.pinyin, filter.after.id, filter.limit],
    ],
  });
}
