import { type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx';

export type Value = string | number | null;

export interface WrittenSheet {
  name: string;
  /** Above the header, across the sheet. */
  title: string;
  head: string[];
  /** In characters, one a column. */
  widths: number[];
  rows: Value[][];
}

const HEAD_ROWS = 2;

/** A cell that begins like a formula stays words in every spreadsheet: what somebody typed is never worked out. */
const safe = (value: Value): CellValue => (typeof value === 'string' && /^[=+@\t\r]/.test(value) ? `'${value}` : value);

const RULE = { style: 'thin', color: { rgb: '808080' } } as const;
const CELL: CellStyle = {
  alignment: { wrapText: true, vertical: 'top' },
  border: { top: RULE, bottom: RULE, left: RULE, right: RULE },
};
const HEAD: CellStyle = { ...CELL, font: { bold: true }, alignment: { ...CELL.alignment, horizontal: 'center' } };
const TITLE: CellStyle = { font: { bold: true, size: 14 }, alignment: { horizontal: 'center' } };

/**
 * Writes an Excel workbook (.xlsx): a title, a header that stays, a sheet for each list, to be printed on A4 across.
 * The only place that knows which package does it.
 */
export function writeWorkbook(sheets: WrittenSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    defaultFont: { name: '宋体', size: 11 },
    sheets: sheets.map(({ name, title, head, widths, rows }) => ({
      name,
      columns: widths.map((width) => ({ width, style: CELL })),
      rows: [[title], head, ...rows.map((row) => row.map(safe))],
      merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: head.length - 1 }],
      cells: new Map<string, { style: CellStyle }>([
        ['0,0', { style: TITLE }],
        ...head.map((_, column) => [`1,${column}`, { style: HEAD }] as const),
      ]),
      freezePane: { rows: HEAD_ROWS },
      pageSetup: {
        paperSize: 'a4',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '$1:$2',
      },
    })),
  });
}
