import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import type { Closing, Counted } from './schema.ts';
import type { AtMonth } from './store.ts';

/** The report as it was handed in. What was agreed with people is left out: it is theirs, and is no figure. */
export interface Kept {
  station: string;
  counted: Counted;
}

export interface ClosingRow {
  id: string;
  /** The month's first day. */
  month: string;
  closed_at: Date;
  closed_by: string | null;
  note: string;
  code: string | null;
  reported_at: Date | null;
  reported_by: string | null;
  returned: boolean;
  reopened_at: Date | null;
  reopened_by: string | null;
  reopened_why: string;
}

const COLUMNS = `c.id, c.month, c.closed_at, a.name as closed_by, c.note, c.report->'counted'->'head'->>'code' as code, c.reopened_at,
  b.name as reopened_by, c.reopened_why, c.reported_at, r.name as reported_by, c.returned`;
const FROM = `from heli.month_closing c left join heli.account a on a.id = c.closed_by left join heli.account b on b.id = c.reopened_by
  left join heli.account r on r.id = c.reported_by`;

export function closingLine(row: ClosingRow): Closing {
  const { reopened_at: at, reported_at: sent } = row;
  return {
    id: row.id,
    closedAt: row.closed_at.toISOString(),
    closedBy: row.closed_by ?? '',
    note: row.note,
    code: row.code ?? '',
    reported: sent ? { at: sent.toISOString(), by: row.reported_by ?? '' } : null,
    reopened: at
      ? { at: at.toISOString(), by: row.reopened_by ?? '', why: row.reopened_why, returned: row.returned }
      : null,
  };
}

/** How often a month was closed, the latest first. */
export function listClosings(transaction: Transaction, at: At, first: string): Promise<ClosingRow[]> {
  return transaction.send<ClosingRow>({
    name: 'reports.closings',
    text: `select ${COLUMNS} ${FROM} where c.county_id = $1 and c.station_id = $2 and c.month = $3
      order by c.closed_at desc limit 50`,
    values: [at.county, at.station, first],
  });
}

interface ReturnedRow {
  month: string;
  by: string;
  why: string;
}

/** Months whose last closing the county returned, the latest first; at most a year of them. */
export function listReturned(transaction: Transaction, at: At): Promise<ReturnedRow[]> {
  return transaction.send<ReturnedRow>({
    name: 'reports.returned',
    text: `select to_char(c.month, 'YYYY-MM') as month, coalesce(b.name, '') as by, c.reopened_why as why
      from (select distinct on (month) month, returned, reopened_by, reopened_why from heli.month_closing
          where county_id = $1 and station_id = $2 order by month desc, closed_at desc) c
        left join heli.account b on b.id = c.reopened_by
      where c.returned order by c.month desc limit 12`,
    values: [at.county, at.station],
  });
}

/** One closing; locked when it is about to be reopened. */
export async function findClosing(
  transaction: Transaction,
  at: At & { lock?: boolean },
  id: string,
): Promise<(ClosingRow & { report: Kept }) | undefined> {
  const rows = await transaction.send<ClosingRow & { report: Kept }>({
    name: at.lock ? 'reports.closing.lock' : 'reports.closing',
    text: `select ${COLUMNS}, c.report ${FROM} where c.county_id = $1 and c.station_id = $2 and c.id = $3
      ${at.lock ? 'for update of c' : ''}`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

/** Until the end of the transaction nothing else is written at the station: what is counted together belongs together. */
export function holdJournal(transaction: Transaction, at: At): void {
  transaction.post({ name: 'reports.hold', text: 'select heli.hold_journal($1)', values: [at.station] });
}

export interface NewClosing {
  id: string;
  note: string;
  by: string;
  now: Date;
  report: Kept;
}

/** Keeps a month's report, and which acts stood behind it. */
export function insertClosing(transaction: Transaction, at: AtMonth, closing: NewClosing): void {
  const { id, note, by, now, report } = closing;
  transaction.post({
    name: 'reports.closing.insert',
    text: `insert into heli.month_closing (county_id, station_id, id, month, report, note, closed_by, closed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [at.county, at.station, id, at.first, JSON.stringify(report), note, by, now],
  });
  transaction.post({
    name: 'reports.closing.events',
    text: `insert into heli.month_closed_event (county_id, station_id, closing_id, event_id, kind, started_at, evidence, attached)
      select $1, $2, $3, e.id, e.kind, e.started_at, e.evidence,
        (select count(*) from heli.attachment m where m.county_id = $1 and m.station_id = $2 and m.event_id = e.id
          and coalesce(m.removed_by::text, '') = '')
      from heli.event e where e.county_id = $1 and e.station_id = $2 and e.started_at >= $4 and e.started_at < $5
        and e.superseded_by is null`,
    values: [at.county, at.station, id, at.from, at.to],
  });
}

/** Whether anybody of the county reads on this host what a station hands in. */
export async function hasCounty(transaction: Transaction, station: string): Promise<boolean> {
  const [row] = await transaction.send<{ has: boolean }>({
    name: 'reports.county',
    text: 'select heli.has_county($1) as has',
    values: [station],
  });
  return row?.has ?? false;
}

/** Says that a closed month was handed in to the county. */
export function markReported(transaction: Transaction, at: At & { by: string; now: Date }, id: string): void {
  transaction.post({
    name: 'reports.closing.report',
    text: `update heli.month_closing set reported_by = $4, reported_at = $5
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [at.county, at.station, id, at.by, at.now],
  });
}

export function reopenClosing(
  transaction: Transaction,
  at: At & { by: string; now: Date },
  { id, why }: { id: string; why: string },
): void {
  transaction.post({
    name: 'reports.closing.reopen',
    text: `update heli.month_closing set reopened_why = $4, reopened_by = $5, reopened_at = $6
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [at.county, at.station, id, why, at.by, at.now],
  });
}
