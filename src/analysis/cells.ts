/**
 * Question: which cells does a text of rows hold?
 * Format: RFC 4180 with any separator: a cell that begins with `"` runs to the next single `"`, over line ends too, and `""`
 *   in it is a quote. Byte order mark, CRLF, LF and CR are read; empty lines are left out.
 * Assumptions: a quote that is never closed was meant as a letter: its line is then cut at the separators alone.
 * When not to use it: for files larger than the memory. Cost: O(characters). Source: doi:10.17487/RFC4180.
 */

export interface CellRow {
  /** The line of the text on which the row begins; the first is 1. */
  line: number;
  cells: string[];
}

/** Rows in the order of the text. */
export function readCells(text: string, separator: string): CellRow[] {
  const rows: CellRow[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let line = 1; at < text.length; ) {
    const end = lineEnd(text, at);
    const plain = text.slice(at, end);
    const quoted = plain.includes('"') ? quotedRow(text, at, separator) : undefined;
    if (quoted) rows.push({ line, cells: quoted.cells });
    else if (plain.trim() !== '') rows.push({ line, cells: plain.split(separator) });
    const stop = quoted?.end ?? end;
    line += countLines(text, at, stop) + 1;
    at = stop + (text.startsWith('\r\n', stop) ? 2 : 1);
  }
  return rows;
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  const back = text.slice(from, end).indexOf('\r');
  return back < 0 ? end : from + back;
}

function countLines(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** A row with quotes; undefined when one is never closed. */
function quotedRow(text: string, from: number, separator: string): { cells: string[]; end: number } | undefined {
  const cells: string[] = [];
  for (let at = from; ; at++) {
    let cell = '';
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return undefined;
      cell = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    const start = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
    cells.push(cell + text.slice(start, at));
    if (text[at] !== separator) return { cells, end: at };
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}
