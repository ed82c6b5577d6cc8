import { ZERO_ID } from '../../platform/ids.ts';
import { HeliError } from '../../platform/errors.ts';
import { pageOf, readCursor } from '../../platform/pipeline/cursor.ts';
import { atStation } from '../../platform/pipeline/procedure.ts';
import { query } from '../../platform/pipeline/query.ts';
import { listChanges } from './changes.ts';
import { findClosing } from './closing-store.ts';
import { atMonth } from './count-month.ts';
import { paperOf } from './paper.ts';
import { readReport } from './read-report.ts';
import { listReached, listRows, reportRow, sumRows } from './rows-store.ts';
import { Changes, GetReport, ListChanges, ListReached, ListRows, ReachedPage, Report, ReportRows } from './schema.ts';

const READS = { permit: atStation('records.read') } as const;

/** A station's month as it is reported: every figure in its own unit, what is doubtful, and the paper. */
export const getReport = query({
  ...READS,
  name: 'reports.month',
  summary: 'A station’s monthly report: figures by service field, what is doubtful, and the paper',
  path: '/reports/month',
  input: GetReport,
  output: Report,
  read: async (transaction, { station, ...asked }, { county, context }) => {
    const now = context.services.clock();
    const { counted, place, ...read } = await readReport(transaction, { county, station }, { ...asked, now });
    return { ...counted, paper: paperOf(counted, place, context.language), ...read };
  },
});

/** What has changed in a month since it was closed: each act as it was and as it is. */
export const listChangesQuery = query({
  ...READS,
  name: 'reports.changes',
  summary: 'What has changed in a month since it was closed',
  path: '/reports/changes',
  input: ListChanges,
  output: Changes,
  read: async (transaction, { station, closing }, { county }) => {
    const at = { county, station };
    const found = await findClosing(transaction, at, closing);
    if (!found) throw new HeliError('not-found', 'not-found');
    return listChanges(transaction, atMonth(at, found.month.slice(0, 7)), closing);
  },
});

/** The acts behind a number of the report, the latest first, with what each adds to it. */
export const listReportRows = query({
  ...READS,
  name: 'reports.rows',
  summary: 'The acts behind a number of the monthly report, the latest first',
  path: '/reports/rows',
  input: ListRows,
  output: ReportRows,
  read: async (transaction, { cursor, limit, station, month, ...opened }, { county }) => {
    const [startedAt, id] = readCursor(cursor, 2);
    const before = startedAt !== undefined && id !== undefined ? { startedAt, id } : null;
    const filter = { ...opened, ...atMonth({ county, station }, month) };
    const [rows, { total, ...evidence }] = await Promise.all([
      listRows(transaction, { ...filter, before, limit: limit + 1 }),
      sumRows(transaction, filter),
    ]);
    return {
      ...pageOf(rows, limit, { show: reportRow, keys: (row) => [row.started_key, row.id] }),
      total,
      evidence,
    };
  },
});

/** The people or households behind a number of the report, by name. */
export const listReachedQuery = query({
  ...READS,
  name: 'reports.reached',
  summary: 'The people or households behind a number of the monthly report, by name',
  path: '/reports/reached',
  input: ListReached,
  output: ReachedPage,
  read: async (transaction, { cursor, limit, station, month, ...opened }, { county }) => {
    const [pinyin = '', id = ZERO_ID] = readCursor(cursor, 2);
    const within = atMonth({ county, station }, month);
    const rows = await listReached(transaction, { ...opened, ...within, after: { pinyin, id }, limit: limit + 1 });
    return pageOf(rows, limit, {
      show: ({ id: person, name, times }) => ({ id: person, name, times }),
      keys: (row) => [row.pinyin, row.id],
    });
  },
});
