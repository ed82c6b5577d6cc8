import { HeliError } from '../../platform/errors.ts';
import { Saved } from '../../platform/fields.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { command } from '../../platform/pipeline/command.ts';
import { atStation, SIGNED_IN } from '../../platform/pipeline/procedure.ts';
import { query } from '../../platform/pipeline/query.ts';
import { findClosing, hasCounty, listReturned, markReported } from './closing-store.ts';
import { countMonth } from './count-month.ts';
import { boundsOf, figuresDiffer } from './rules.ts';
import {
  ListMonthReports,
  ListReturnedMonths,
  MonthReports,
  ReportMonth,
  ReturnedMonths,
  ReturnMonth,
} from './schema.ts';

/** Hands a closed month in to the county: not while it runs, and not in figures that have changed unless that is said. */
export const reportMonth = command({
  name: 'reports.reportMonth',
  version: 2,
  permit: atStation('station.manage'),
  summary: 'Hand a closed month in to the county',
  path: '/reports/report-month',
  input: ReportMonth,
  output: Saved,
  load: async (transaction, { station, id }, { county, now }) => {
    const at = { county, station };
    const [closing, heard] = await Promise.all([
      findClosing(transaction, { ...at, lock: true }, id),
      hasCounty(transaction, station),
    ]);
    // The month is counted only where nothing cheaper refuses it.
    const open = closing && heard && closing.reopened_at === null && closing.reported_at === null;
    const counted = open ? await countMonth(transaction, at, { month: closing.month.slice(0, 7), now }) : undefined;
    return { closing, heard, counted };
  },
  decide: ({ closing, heard, counted }, { station, id, asClosed }, { county, asker, now }) => {
    if (!closing) throw new HeliError('not-found', 'not-found');
    if (!heard) throw new HeliError('not-allowed-now', 'no-county');
    if (closing.reopened_at !== null) throw new HeliError('not-allowed-now', 'month-open');
    if (closing.reported_at !== null || !counted) throw new HeliError('not-allowed-now', 'month-reported');
    if (now < new Date(boundsOf(counted.month).to)) throw new HeliError('not-allowed-now', 'month-running');
    const { total: mine } = closing.report.counted;
    if (!asClosed && figuresDiffer(closing.report.counted, counted))
      throw new HeliError('conflict', 'month-changed', { mine, theirs: counted.total });
    return {
      station,
      subject: { kind: 'month', id },
      fields: ['reported'],
      answer: { id, version: 2 },
      save: (transaction) => markReported(transaction, { county, station, by: asker.id, now }, id),
    };
  },
});

interface ReportedRow {
  station_id: string;
  closing_id: string;
  reported_at: Date;
  reported_by: string;
  reopened_at: Date | null;
  reopened_by: string;
  reopened_why: string;
  returned: boolean;
}

const listReported = (transaction: Transaction, month: string) =>
  transaction.send<ReportedRow>({
    name: 'reports.reported',
    text: 'select * from heli.month_reports($1)',
    values: [boundsOf(month).first],
  });

/** Which of the stations somebody sees have handed a month in: that they did, and not the figures. */
export const listMonthReportsQuery = query({
  name: 'reports.monthReports',
  permit: SIGNED_IN,
  summary: 'Which stations have handed a month in to the county',
  path: '/reports/month-reports',
  input: ListMonthReports,
  output: MonthReports,
  read: async (transaction, { month }) => {
    const rows = await listReported(transaction, month);
    return {
      items: rows.map((row) => ({
        station: row.station_id,
        closing: row.closing_id,
        at: row.reported_at.toISOString(),
        by: row.reported_by,
        reopened: row.reopened_at && {
          at: row.reopened_at.toISOString(),
          by: row.reopened_by,
          why: row.reopened_why,
          returned: row.returned,
        },
      })),
    };
  },
});

/** What the county has given back to a station to be put right. */
export const listReturnedMonthsQuery = query({
  name: 'reports.returnedMonths',
  permit: atStation('records.read'),
  summary: 'Months that the county returned and that are still open',
  path: '/reports/returned-months',
  input: ListReturnedMonths,
  output: ReturnedMonths,
  read: async (transaction, { station }, { county }) => ({
    items: await listReturned(transaction, { county, station }),
  }),
});

/** The county returns a month that was handed in, with the reason: it is open again, and what was handed in stays. */
export const returnMonth = command({
  name: 'reports.returnMonth',
  version: 1,
  permit: atStation('station.see'),
  summary: 'Return a month to its station, with the reason',
  path: '/reports/return-month',
  input: ReturnMonth,
  output: Saved,
  load: (transaction, { station, month, closing }) => {
    // Two who open a month at once come one after the other: the second one is told that it is open.
    transaction.post({
      name: 'reports.month.hold',
      text: 'select heli.hold_month($1, $2)',
      values: [station, closing],
    });
    return listReported(transaction, month);
  },
  decide: (reported, { station, closing, why }, { asker }) => {
    if (!asker.roles.some((at) => at.role === 'officer' && at.station === station))
      throw new HeliError('forbidden', 'forbidden');
    const found = reported.find((row) => row.station_id === station && row.closing_id === closing);
    if (!found) throw new HeliError('not-found', 'not-found');
    if (found.reopened_at) throw new HeliError('not-allowed-now', 'month-open');
    return {
      station,
      subject: { kind: 'month', id: closing },
      fields: ['returned'],
      answer: { id: closing, version: 3 },
      save: (transaction) =>
        transaction.post({
          name: 'reports.return',
          text: 'select heli.return_month($1, $2, $3)',
          values: [station, closing, why],
        }),
    };
  },
});
