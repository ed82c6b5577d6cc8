import type { Cell, Sheet } from './book.ts';
import { usedIn } from './choices.ts';
import { readDay } from './days.ts';
import { roleOf } from './headers.ts';
import type { Role } from './roles.ts';
import { isMark } from './presence.ts';
import type { SheetKind } from './sheet-kinds.ts';
import { groupNamed } from './target-groups.ts';
import { plain, tight } from './text.ts';

export interface Column {
  header: string;
  role: Role;
}

/** How a sheet is read. Rows and columns count from 0. */
export interface Layout {
  kind: SheetKind;
  /** The last row of the header; the records follow it. -1: there is none. */
  headerRow: number;
  /** On sign-in sheets: the rows that tell of each session its name and its day. */
  sessionRows: number[];
  columns: Column[];
}

/** How far down a header is looked for. */
const LOOK_DOWN = 25;
/** Rows that are looked at to see what columns hold. */
const SAMPLE = 60;

interface Header {
  row: number;
  columns: Column[];
  known: number;
}

/** Gives each role to its surest column; `date` may not fall to a second one, and so on. */
function assignRoles(texts: Cell[]): Column[] {
  const found = texts.map((text) => roleOf(text));
  return texts.map((text, index) => {
    const mine = found[index];
    const surest = found.every((other, at) => {
      if (!other || !mine || other.role !== mine.role || at === index) return true;
      return other.rank > mine.rank || (other.rank === mine.rank && at > index);
    });
    return { header: plain(text), role: mine && surest ? mine.role : 'unused' };
  });
}

const WEIGHTLESS: readonly Role[] = ['unused', 'session', 'remark'];

function headerOf(row: number, texts: Cell[]): Header {
  const columns = assignRoles(texts);
  const known = new Set(columns.map((column) => column.role).filter((role) => !WEIGHTLESS.includes(role))).size;
  const unused = texts.filter((text) => roleOf(text)?.role === 'unused').length;
  return { row, columns, known: known + (unused > 0 ? 0.5 : 0) };
}

/** Two header rows as one: the lower word where there is one, else the upper. */
function joined(upper: Cell[], lower: Cell[]): Cell[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) =>
    tight(lower[index]) === '' ? (upper[index] ?? null) : (lower[index] ?? null),
  );
}

/** The likeliest header: the first row, or pair of rows, that names most roles. */
export function findHeader(sheet: Sheet): Header | undefined {
  let best: Header | undefined;
  for (let row = 0; row < Math.min(sheet.rows.length, LOOK_DOWN); row++) {
    const texts = sheet.rows[row] ?? [];
    const single = headerOf(row, texts);
    const pair = row > 0 ? headerOf(row, joined(sheet.rows[row - 1] ?? [], texts)) : single;
    const header = pair.known > single.known && single.known >= 1 ? pair : single;
    if (header.known >= 1 && header.known > (best?.known ?? 0)) best = header;
  }
  return best;
}

const has = (header: Header, ...roles: Role[]) => roles.some((role) => header.columns.some((one) => one.role === role));
const VISITS = /走访|探访|家访|巡访|慰问|入户/;
const SIGN_IN = /签到|考勤|出勤|点名|参与情况|出席/;
const PEOPLE = /花名册|名册|档案|基本信息|对象台账|对象信息|人员信息|对象名单|人员名单/;

const NUMBERED = /第.{1,3}[节次期场]/;

/** Whether a column's header is a session's: a numbered one, or one with a day in it, above it or below it. */
function headsSession(sheet: Sheet, header: Header, index: number): boolean {
  if (NUMBERED.test(header.columns[index]?.header ?? '')) return true;
  const name = header.columns.findIndex((column) => column.role === 'name');
  const rows = [header.row, header.row - 1, header.row + 1].filter(
    (row) => row !== header.row + 1 || tight(sheet.rows[row]?.[name]) === '',
  );
  return rows.some((row) => 'day' in readDay(sheet.rows[row]?.[index], { years: [2000] }));
}

/** Columns of a list of people that are sessions: by their header, or because their cells are marks. */
function withSessions(sheet: Sheet, header: Header): Header {
  const rows = sheet.rows.slice(header.row + 1, header.row + 1 + SAMPLE);
  const columns = header.columns.map((column, index): Column => {
    if (column.role !== 'unused' || roleOf(column.header) || groupNamed(column.header)) return column;
    const filled = rows.map((row) => row[index]).filter((cell) => tight(cell) !== '');
    const marks = filled.filter(isMark).length;
    const isSession = headsSession(sheet, header, index) || (marks > 0 && marks >= filled.length * 0.6);
    return isSession && column.header !== '' ? { ...column, role: 'session' } : column;
  });
  return { ...header, columns };
}

function kindOf(header: Header, title: string): SheetKind {
  const dated = has(header, 'date') || (has(header, 'month') && has(header, 'dayOfMonth'));
  if (has(header, 'session') && has(header, 'name')) return 'sign-in-ticks';
  if (has(header, 'activity') && has(header, 'name', 'attendees')) return 'sign-in-list';
  if (dated && has(header, 'attendees') && SIGN_IN.test(title)) return 'sign-in-list';
  const visited = has(header, 'minutes', 'note', 'needs', 'nextOn', 'workers', 'channel');
  const listsPeople = has(header, 'idNumber', 'birth', 'phone', 'sex', 'age', 'groups', 'level', 'village', 'address');
  if (has(header, 'name') && dated && (visited || VISITS.test(title)) && !PEOPLE.test(title)) return 'visits';
  if (has(header, 'name') && dated && SIGN_IN.test(title)) return 'sign-in-list';
  return has(header, 'name') && listsPeople ? 'people' : 'other';
}

/** The words above the header and the sheet's name: they tell the year and what the sheet is. */
export function titleOf(sheet: Sheet, headerRow: number): string {
  const above = sheet.rows.slice(0, Math.max(headerRow, 0)).flatMap((row) => [...new Set(row.map(plain))]);
  return [sheet.name, ...above].filter(Boolean).join(' ');
}

const ACTIVITY_LABEL = /^(活动|小组|项目|会议|活动名称|活动主题|小组名称|主题|名称|内容)(名称|主题|内容)?$/;

/** How many cells of a row are days, and how many are filled, leaving out the first column when it labels the rows. */
function daysIn(cells: Cell[]): { days: number; filled: number } {
  const filled = cells.filter((cell) => tight(cell) !== '');
  return { days: filled.filter((cell) => 'day' in readDay(cell, { years: [2000] })).length, filled: filled.length };
}

/** A sign-in sheet with one activity a column: a row of names over or under a row of days, and people below. */
function findColumns(sheet: Sheet): Layout | undefined {
  for (let row = 0; row < Math.min(sheet.rows.length, LOOK_DOWN); row++) {
    const cells = sheet.rows[row] ?? [];
    const labelled = /日期|时间/.test(tight(cells[0]));
    const { days, filled } = daysIn(labelled ? cells.slice(1) : cells);
    if (days < 1 || days < filled * 0.6 || (days < 2 && !labelled)) continue;
    const above = sheet.rows[row - 1] ?? [];
    const below = sheet.rows[row + 1] ?? [];
    const under = row === 0 || ACTIVITY_LABEL.test(tight(below[0])) || distinct(above) < 2;
    const headerRow = under ? row + 1 : row - 1;
    const named = sheet.rows[headerRow] ?? [];
    const columns = named.map((cell, index): Column => {
      const isLabel = index === 0 && labelled;
      return { header: plain(cell), role: !isLabel && tight(cell) !== '' ? 'session' : 'unused' };
    });
    if (columns.some((column) => column.role === 'session')) {
      const sessionRows = [Math.min(headerRow, row), Math.max(headerRow, row)];
      return { kind: 'sign-in-columns', headerRow: Math.max(headerRow, row), sessionRows, columns };
    }
  }
  return undefined;
}

const distinct = (row: Cell[]) => new Set(row.map(tight).filter(Boolean)).size;

/** The rows of a grid's header: those around it that name nobody and speak of the sessions. */
function sessionRowsOf(sheet: Sheet, header: Header): number[] {
  const name = header.columns.findIndex((column) => column.role === 'name');
  const sessions = header.columns.flatMap((column, index) => (column.role === 'session' ? [index] : []));
  const speaks = (row: number) => {
    const cells = sheet.rows[row] ?? [];
    const words = sessions.map((index) => tight(cells[index])).filter((word) => word !== '' && !isMark(word));
    const namesNobody = tight(cells[name]) === '' || roleOf(cells[name])?.role === 'name';
    return words.length > 0 && namesNobody && distinct(cells) >= 2;
  };
  return [header.row - 1, header.row, header.row + 1].filter((row) => row === header.row || speaks(row));
}

/** Proposes how a sheet is read: where its header is, what its columns hold, and so what it is. */
export function proposeLayout(sheet: Sheet): Layout {
  const found = findHeader(sheet);
  const header = found && has(found, 'name') ? withSessions(sheet, found) : found;
  const kind = header ? kindOf(header, titleOf(sheet, header.row)) : 'other';
  if (header && kind === 'sign-in-ticks') {
    const sessionRows = sessionRowsOf(sheet, header);
    return { kind, headerRow: Math.max(...sessionRows), sessionRows, columns: usedIn(kind, header.columns) };
  }
  const columns = kind === 'other' ? findColumns(sheet) : undefined;
  if (columns) return columns;
  return { kind, headerRow: header?.row ?? -1, sessionRows: [], columns: usedIn(kind, header?.columns ?? []) };
}

/** What a kept mapping is found again by: the header's words, in order. */
export function signatureOf({ kind, columns }: Layout): string {
  const words = columns.filter((column) => column.role !== 'session').map((column) => tight(column.header));
  return kind === 'sign-in-columns' ? kind : words.join('|');
}

/** A sheet read with its header in a row that somebody pointed at (from 0). */
export function layoutAt(sheet: Sheet, row: number): Layout {
  const header = withSessions(sheet, headerOf(row, sheet.rows[row] ?? []));
  const kind = kindOf(header, titleOf(sheet, row));
  return {
    kind,
    headerRow: row,
    sessionRows: kind === 'sign-in-ticks' ? [row] : [],
    columns: usedIn(kind, header.columns),
  };
}
