import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const FOLDER = path.join(import.meta.dirname, 'fixtures');

/** A fixture as text; `.gz` is unpacked. */
export function readText(name: string): string {
  const bytes = readFileSync(path.join(FOLDER, name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export function readJson(name: string): any {
  return JSON.parse(readText(name));
}

/** Rows of a CSV with a header; no quoted line breaks in the fixtures. */
export function readCsv(name: string): Record<string, string>[] {
  const [header, ...rows] = readText(name).trim().split(/\r?\n/).map(cells);
  return rows.map((row) => Object.fromEntries((header as string[]).map((column, i) => [column, row[i] ?? ''])));
}

function cells(line: string): string[] {
  return (
    line
      .match(/("([^"]|"")*"|[^,]*)(,|$)/g)
      ?.slice(0, line.split(',').length)
      .map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '')) ?? []
  );
}

/** One column as numbers. */
export function numbersOf(rows: Record<string, string>[], column: string): number[] {
  return rows.map((row) => Number(row[column]));
}
