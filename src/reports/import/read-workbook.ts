import { type CellValue, readXlsx, type Sheet as RawSheet } from 'hucre/xlsx';
import { HeliError } from '../../platform/errors.ts';
import { type Book, type Cell, MOST_ROWS, type Sheet } from './book.ts';
import { refuseUnreadable } from './guard.ts';

/** Rows of a sheet that are looked at, empty ones included: Excel often keeps a million formatted empty rows. */
const MOST_LOOKED_AT = 300_000;

/** A day, a moment or a time of day as words. Excel keeps a time of day as a moment of its first day. */
function dateWords(date: Date): string {
  const [day = '', time = ''] = date.toISOString().slice(0, 16).split('T');
  if (day < '1904-01-02' && time !== '00:00') return time;
  return time === '00:00' ? day : `${day} ${time}`;
}

function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dateWords(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return String(value);
}

/** Every cell of a merged block holds what its first cell holds, as it looks on paper. */
function spread(rows: Cell[][], { merges = [] }: RawSheet): void {
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null;
    if (value === null) continue;
    for (const row of rows.slice(startRow, endRow + 1)) {
      for (let column = startCol; column <= Math.min(endCol, row.length - 1); column++) row[column] = value;
    }
  }
}

/** A formula whose value was never worked out shows as the formula itself: what nobody computed is not guessed. */
function keepFormulas(rows: Cell[][], { cells }: RawSheet): void {
  for (const [place, cell] of cells ?? []) {
    const [row = -1, column = -1] = place.split(',').map(Number);
    if (cell.formula && rows[row] && rows[row][column] === null) rows[row][column] = `=${cell.formula}`;
  }
}

const isEmpty = (row: Cell[]) => row.every((cell) => cell === null || String(cell).trim() === '');

function withoutTail(rows: Cell[][]): Cell[][] {
  let length = rows.length;
  while (length > 0 && isEmpty(rows[length - 1] ?? [])) length--;
  return rows.slice(0, length);
}

function sheetOf(raw: RawSheet): Sheet {
  const rows = raw.rows.map((row) => row.map(cellOf));
  keepFormulas(rows, raw);
  spread(rows, raw);
  return { name: raw.name, rows: withoutTail(rows) };
}

/**
 * Reads an Excel workbook (.xlsx): cached values of formulas, merged cells, dates of both calendars. The only place
 * that knows which package does it.
 * @throws HeliError those of refuseUnreadable, import-broken, import-empty, import-too-many-rows
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Book> {
  refuseUnreadable(bytes);
  const raw = await readXlsx(bytes, { maxRows: MOST_LOOKED_AT }).catch(() => {
    throw new HeliError('invalid', 'import-broken');
  });
  const sheets = raw.sheets.map(sheetOf).filter((sheet) => sheet.rows.length > 0);
  if (sheets.length === 0) throw new HeliError('invalid', 'import-empty');
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows > MOST_ROWS) throw new HeliError('invalid', 'import-too-many-rows', { params: { rows, limit: MOST_ROWS } });
  return { sheets, since1904: raw.dateSystem === '1904' };
}
