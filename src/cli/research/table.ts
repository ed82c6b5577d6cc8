import { readFileSync } from 'node:fs';
import { type CellRow, readCells } from '../../analysis/cells.ts';
import { methodError } from '../../analysis/method-error.ts';

/** A file of rows and columns as it was found; cells are trimmed. */
export interface Table {
  names: string[];
  rows: string[][];
  /** The line of the file on which each row begins. */
  lines: number[];
  /** Where cells are parted by `;` or tabs, a comma may stand before decimals. */
  commaDecimals: boolean;
}

/** Reads a text file (UTF-8, or UTF-16 with a byte order mark); a fault says what is wrong with it. */
export function readTextFile(file: string): string {
  try {
    const bytes = readFileSync(file);
    const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
    return bytes.toString(wide ? 'utf16le' : 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw methodError({ reason: code === 'ENOENT' ? 'no-such-file' : 'file-cannot-be-read', value: file });
  }
}

/** Rows without a header: `,`, `;` or tab, whichever the first line has most of. Rows of empty cells are left out. */
export function readRows(text: string): { rows: CellRow[]; separator: string } {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1);
  const separator = [',', ';', '\t'].reduce((best, sign) => (count(first, sign) > count(first, best) ? sign : best));
  const rows = readCells(text, separator)
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) throw methodError({ reason: 'empty-file' });
  return { rows, separator };
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** A table with a header. */
export function readTable(file: string): Table {
  const { rows, separator } = readRows(readTextFile(file));
  const [header, ...body] = rows as [CellRow, ...CellRow[]];
  const twice = header.cells.find((name, i) => name !== '' && header.cells.indexOf(name) !== i);
  if (twice !== undefined) throw methodError({ reason: 'column-twice', column: twice });
  if (body.length === 0) throw methodError({ reason: 'no-rows', row: 1 });
  const long = body.findIndex(({ cells }) => cells.slice(header.cells.length).some((cell) => cell !== ''));
  if (long >= 0)
    throw methodError({ reason: 'more-cells-than-columns', row: long + 1, value: String(body[long]?.cells.length) });
  return {
    names: header.cells,
    rows: body.map(({ cells }) => cells),
    lines: body.map(({ line }) => line),
    commaDecimals: separator !== ',',
  };
}

/** The place of a column: by its name, else by its name in other capitals. */
export function findColumn({ names }: Table, name: string): number {
  const exact = names.indexOf(name);
  return exact >= 0 ? exact : names.findIndex((own) => own.toLowerCase() === name.toLowerCase());
}

/** The cells of a column; an empty text where a row is short. */
export function textsOf(table: Table, name: string): string[] {
  const at = findColumn(table, name);
  if (at < 0) throw methodError({ reason: 'missing-column', column: name, value: table.names.join(', ') });
  return table.rows.map((row) => row[at] ?? '');
}

const TRUTH: Record<string, number> = { true: 1, false: 0 };

/** A column of numbers; `true` and `false` are 1 and 0. An empty cell is a fault, or `empty` where that is given. */
export function numbersOf(table: Table, name: string, empty?: number): Float64Array {
  return Float64Array.from(textsOf(table, name), (cell, i) => {
    const missing = cell === '' || cell === 'NA';
    if (missing && empty !== undefined) return empty;
    if (missing) throw methodError({ reason: 'missing-value', row: i + 1, column: name });
    return numberOf(cell, table, { row: i + 1, column: name });
  });
}

function numberOf(cell: string, { commaDecimals }: Table, where: { row: number; column: string }): number {
  const text = commaDecimals ? cell.replace(',', '.') : cell;
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : TRUTH[cell.toLowerCase()];
  if (value === undefined || !Number.isFinite(value))
    throw methodError({ reason: 'not-a-number', ...where, value: cell });
  return value;
}
