export type Value = string | number | null;

export interface WrittenSheet {
  name: string;
  /** Above the header, across the sheet; null: the header is the first row. */
  title: string | null;
  head: string[];
  /** In characters, one a column. */
  widths: number[];
  rows: Iterable<Value[]> | AsyncIterable<Value[]>;
  /** The sentence that stands in place of rows where there are none. */
  none?: string;
}

/** What XML cannot hold is left out; what it reads as its own is written otherwise. */
export function escaped(text: string): string {
  if (!/[&<>"\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text)) return text;
  return text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** A cell that begins like a formula stays words in every spreadsheet: what somebody typed is never worked out. */
const safe = (text: string) => (/^[=+@\t\r]/.test(text) ? `'${text}` : text);

/** Places in STYLES. */
const [PLAIN, CELL, HEAD, TITLE] = [0, 1, 2, 3] as const;

/** A, B, …, Z, AA, … */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest >= 0 ? columnName(rest) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

function cell(at: string, value: Value, style: number): string {
  if (value === null || value === '') return `<c r="${at}" s="${style}"/>`;
  if (typeof value === 'number') return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(safe(value))}</t></is></c>`;
}

/** Rows are gathered to pieces of about this many letters. */
const PIECE = 64 * 1024;

function openSheet({ widths, title }: WrittenSheet): string {
  const columns = widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`);
  const top = title === null ? 1 : 2;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`;
}

function closeSheet({ title, head }: WrittenSheet): string {
  const merged =
    title !== null && head.length > 1
      ? `<mergeCells count="1"><mergeCell ref="A1:${columnName(head.length - 1)}1"/></mergeCells>`
      : '';
  return `</sheetData>${merged}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

/** A sheet as SpreadsheetML, piece by piece: title, header, rows; to be printed on A4 across. */
export async function* sheetXml(sheet: WrittenSheet): AsyncGenerator<string> {
  const names = sheet.head.map((_, column) => columnName(column));
  let nth = 0;
  const line = (values: Value[], style: number) => {
    nth += 1;
    const cells = values.map((value, column) => cell(`${names[column] ?? columnName(column)}${nth}`, value, style));
    return `<row r="${nth}">${cells.join('')}</row>`;
  };
  yield openSheet(sheet);
  if (sheet.title !== null) yield line([sheet.title], TITLE);
  yield line(sheet.head, HEAD);
  const above = nth;
  let piece = '';
  for await (const row of sheet.rows) {
    // A sentence below a table of many columns runs on over them.
    piece += line(row, row.length === 1 && sheet.head.length > 1 ? PLAIN : CELL);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (nth === above && sheet.none) piece = line([sheet.none], PLAIN);
  yield piece + closeSheet(sheet);
}
