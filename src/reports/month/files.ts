import { findStation } from '../../places/store.ts';
import { HeliError } from '../../platform/errors.ts';
import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { atStation } from '../../platform/pipeline/procedure.ts';
import { query } from '../../platform/pipeline/query.ts';
import { ledgerSheets } from './ledgers.ts';
import type { Stretch } from './ledgers-store.ts';
import { paperOf } from './paper.ts';
import { readReport } from './read-report.ts';
import { reportSheets } from './report-workbook.ts';
import { boundsOf, monthAhead } from './rules.ts';
import { GetLedgers, GetReportFile, LEDGERS, ReportFile } from './schema.ts';
import { writeWorkbook } from '../xlsx/write-workbook.ts';

export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MOST_MONTHS = 36;

const READS = { permit: atStation('records.read') } as const;

async function nameOf(transaction: Transaction, station: string): Promise<string> {
  const place = await findStation(transaction, station);
  if (!place) throw new HeliError('not-found', 'not-found');
  return place.name;
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** The monthly report as a Word or Excel file, in Chinese as it is handed in. */
export const getReportFile = query({
  ...READS,
  name: 'reports.file',
  summary: 'A station’s monthly report as a Word or Excel file',
  path: '/reports/file',
  input: GetReportFile,
  output: ReportFile,
  read: async (transaction, { station, as, ...asked }, { county, context }) => {
    const now = context.services.clock();
    const { counted, place } = await readReport(transaction, { county, station }, { ...asked, now });
    const paper = paperOf(counted, place, 'zh');
    const name = `${place}${asked.month}月报`;
    if (as === 'excel')
      return { name: `${name}.xlsx`, type: EXCEL, content: base64(await writeWorkbook(reportSheets(counted, paper))) };
    const { wordFile } = await import('./word-file.ts'); // what writes Word is large: not at each start
    return { name: `${name}.docx`, type: WORD, content: base64(await wordFile(paper)) };
  },
});

/**
 * Some months at a station.
 * @throws HeliError invalid: the wrong way round, or more than three years
 */
export function stretchOf(at: At, { from, to }: { from: string; to: string }): Stretch {
  if (to < from || to >= monthAhead(from, MOST_MONTHS))
    throw new HeliError('invalid', 'invalid', { fields: [{ path: ['to'], message: 'months-turned' }] });
  const [begin, end] = [boundsOf(from), boundsOf(to)];
  return { ...at, from: begin.from, to: end.to, first: begin.first, next: end.next };
}

/** The lists behind the reports of some months, as one Excel file in Chinese. */
export const getLedgers = query({
  ...READS,
  name: 'reports.ledgers',
  summary: 'People, visits, activities, volunteers and resources of some months as an Excel file',
  path: '/reports/ledgers',
  input: GetLedgers,
  output: ReportFile,
  read: async (transaction, { station, from, to, list }, { county }) => {
    const stretch = stretchOf({ county, station }, { from, to });
    const place = await nameOf(transaction, station);
    const span = from === to ? from : `${from}至${to}`;
    const what = { title: `${place} ${span}`, lists: list ? [list] : LEDGERS };
    const sheets = ledgerSheets(transaction, stretch, what);
    return { name: `${place}${span}台账.xlsx`, type: EXCEL, content: base64(await writeWorkbook(sheets)) };
  },
});
