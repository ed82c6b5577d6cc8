import type { Language } from '../../platform/words/sentence.ts';
import { reasonIn } from './reasons.ts';

/** An answer that JSON can hold: typed arrays as arrays, maps as objects, what is no number as null. */
export function toPlain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(toPlain);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, toPlain);
  if (value instanceof Map) return toPlain(Object.fromEntries(value));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, own]) => (own === undefined ? [] : [[key, toPlain(own)]])),
  );
}

const MOST_ROWS = 30;

/** The same answer for people: names and figures line by line, lists as tables, reasons as sentences. */
export function toText(answer: unknown, language: Language): string {
  return linesOf(toPlain(answer), { indent: '', language }).join('\n');
}

interface Page {
  indent: string;
  language: Language;
}

function linesOf(value: unknown, page: Page): string[] {
  if (value === null || typeof value !== 'object') return [`${page.indent}${cell(value)}`];
  if (Array.isArray(value)) return listLines(value, page);
  const entries = Object.entries(value);
  const width = entries.reduce((most, [key]) => Math.max(most, key.length), 0);
  return entries.flatMap(([key, own]) => {
    if (key === 'reasons' || key === 'reason') return reasonLines(own, page);
    if (isShort(own))
      return [
        `${page.indent}${key.padEnd(width)}  ${Array.isArray(own) ? own.map(cell).join('  ') || '-' : cell(own)}`,
      ];
    return [`${page.indent}${key}`, ...linesOf(own, { ...page, indent: `${page.indent}  ` })];
  });
}

function reasonLines(reasons: unknown, { indent, language }: Page): string[] {
  const list = Array.isArray(reasons) ? reasons : reasons === null ? [] : [reasons];
  return list.map((reason) => `${indent}! ${reasonIn(language, String(reason))}`);
}

function isShort(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= 8 && value.every((one) => one === null || typeof one !== 'object');
  return value === null || typeof value !== 'object';
}

function listLines(list: unknown[], page: Page): string[] {
  const shown = list.slice(0, MOST_ROWS);
  const more = list.length > shown.length ? [`${page.indent}… ${list.length}`] : [];
  const rows = shown as Record<string, unknown>[];
  if (
    !rows.every(
      (row) => row !== null && typeof row === 'object' && !Array.isArray(row) && Object.values(row).every(isShort),
    )
  )
    return [
      ...shown.flatMap((one) =>
        isShort(one) ? [`${page.indent}${[one].flat().map(cell).join('  ')}`] : linesOf(one, page),
      ),
      ...more,
    ];
  return [...grid(rows).map((line) => page.indent + line), ...more];
}

function grid(rows: Record<string, unknown>[]): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [names, ...rows.map((row) => names.map((name) => [row[name]].flat().map(cell).join(' ')))];
  const widths = names.map((_, c) => cells.reduce((most, row) => Math.max(most, (row[c] ?? '').length), 0));
  return cells.map((row) =>
    row
      .map((text, c) => text.padEnd(widths[c] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (typeof value !== 'number' || Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-4 || size >= 1e9) ? value.toExponential(4) : String(Number(value.toPrecision(6)));
}
