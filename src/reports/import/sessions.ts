import type { Sheet } from './book.ts';
import { readDay, type YearHints } from './days.ts';
import { type Layout, titleOf } from './layout.ts';
import { kept, plain } from './text.ts';
import type { Cell } from './book.ts';

/** A session of a sign-in sheet: the activity's name and its day, where the sheet tells it. */
export interface Session {
  name: string;
  day: string | null;
}

const DAY_INSIDE =
  /(?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*月\s*\d{1,2}\s*[日号]?|\d{4}[./-]\d{1,2}[./-]\d{1,2}|(?:^|[^\d.])(\d{1,2}[./]\d{1,2})(?![\d.])/;
const ONLY_NUMBERED = /^第.{1,3}[节次期场]$/;

/** What a sheet is about: its title without 签到表 and the like. */
export function occasionOf(sheet: Sheet, headerRow: number): string {
  const title = titleOf(sheet, headerRow).replace(sheet.name, '').trim() || sheet.name;
  return plain(title)
    .replace(/\s.*$/, '')
    .replace(/(人员|活动|参加)?(签到|考勤|出勤|点名)(情况|登记|记录)?(表|册)?|登记表|统计表|记录表/g, '')
    .trim();
}

/** A header cell parted into the day in it and the other words, which stay as they were written. */
function splitDay(cell: Cell, hints: YearHints): { rest: string; day: string | null } {
  const text = plain(cell);
  const found = DAY_INSIDE.exec(text);
  const words = found?.[1] ?? found?.[0] ?? '';
  const reading = found ? readDay(words, hints) : undefined;
  const isDay = reading && ('day' in reading || reading.fault === 'no-year');
  if (!found || !isDay) return { rest: kept(cell).replace(/\s+/g, ' '), day: null };
  const rest = text.replace(words, '').replace(/\(\s*\)/g, '');
  return { rest: rest.replace(/^[\s:,、-]+|[\s:,、-]+$/g, ''), day: 'day' in reading ? reading.day : null };
}

/** The session of a column: its name and day from the header's rows, in one cell or in several. */
export function sessionOf(sheet: Sheet, layout: Layout, at: { column: number; hints: YearHints }): Session {
  const cells = layout.sessionRows.map((row) => sheet.rows[row]?.[at.column] ?? null);
  let day: string | null = null;
  const names: string[] = [];
  for (const cell of cells) {
    const whole = readDay(cell, at.hints);
    const part = 'day' in whole ? { rest: '', day: whole.day } : splitDay(cell, at.hints);
    day ??= part.day;
    if (part.rest !== '' && !names.includes(part.rest)) names.push(part.rest);
  }
  const name = names.join('');
  const occasion = occasionOf(sheet, Math.min(...layout.sessionRows));
  if (name === '') return { name: [occasion, day ?? ''].filter(Boolean).join(' '), day };
  return { name: ONLY_NUMBERED.test(name) ? `${occasion}${name}` : name, day };
}
