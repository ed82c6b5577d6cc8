import type { Book, Cell, Sheet } from './book.ts';
import { type YearHints, yearsIn } from './days.ts';
import { type Layout, proposeLayout, titleOf } from './layout.ts';
import { recordsOf, type SourceRecord } from './records.ts';
import { occasionOf, type Session, sessionOf } from './sessions.ts';
import { gradesBetween } from './levels.ts';
import { namesIn } from './names.ts';

/** Everything that is needed to read a sheet's records without the sheet: its layout, sessions and years. */
export interface SheetPlan extends Layout {
  sheet: string;
  /** By column: the session it stands for, on sign-in sheets. */
  sessions: (Session | null)[];
  /** What the records are about where no column tells it (the title of a sign-in list). */
  occasion: string;
  /** Years that the title or the file's name speaks of. */
  years: number[];
  since1904: boolean;
  /** The grades between the usual three that its column of follow-up levels uses. */
  grades?: string[] | undefined;
  /** The rows down to the header, as they came. */
  top: Cell[][];
}

/** A record and the sheet it is from (0 is the first plan). */
export interface PlacedRecord extends SourceRecord {
  plan: number;
  /** The day a person said, where the sheet's could not be. */
  saidDay?: string | undefined;
}

export interface CutBook {
  plans: SheetPlan[];
  records: PlacedRecord[];
}

/** One record for each name of a list in one cell (参加人员: 王芳、李强). */
function spreadAttendees(record: SourceRecord, at: number): SourceRecord[] {
  if (record.skip || at < 0) return [record];
  const names = namesIn(record.cells[at]);
  return names.map((name, index) => ({
    ...record,
    column: index,
    cells: record.cells.map((cell, place) => (place === at ? name : cell)),
  }));
}

/** The sessions of a sheet; one whose day has no year takes the year from the others. */
function sessionsOf(sheet: Sheet, layout: Layout, hints: YearHints): (Session | null)[] {
  const read = (near?: string) =>
    layout.columns.map((column, index) =>
      column.role === 'session' ? sessionOf(sheet, layout, { column: index, hints: { ...hints, near } }) : null,
    );
  const first = read();
  const near = first.find((session) => session?.day)?.day;
  return near && first.some((session) => session && !session.day) ? read(near) : first;
}

function gradesOf(sheet: Sheet, { columns, headerRow }: Layout): string[] {
  const level = columns.findIndex((column) => column.role === 'level');
  return level < 0 ? [] : gradesBetween(sheet.rows.slice(headerRow + 1).map((row) => row[level]));
}

function planOf(sheet: Sheet, layout: Layout, from: { book: Book; years: number[] }): SheetPlan {
  const { since1904 } = from.book;
  const own = yearsIn(titleOf(sheet, layout.headerRow));
  const years = own.length > 0 ? own : from.years;
  const sessions = sessionsOf(sheet, layout, { years, since1904 });
  const occasion = occasionOf(sheet, layout.headerRow);
  const top = sheet.rows.slice(0, layout.headerRow + 1);
  const grades = gradesOf(sheet, layout);
  return { ...layout, sheet: sheet.name, sessions, occasion, years, since1904, grades, top };
}

/** The years that the file's name, or else the titles of its sheets, speak of. */
function yearsOfBook(book: Book, layouts: readonly Layout[], fileName: string): number[] {
  const named = yearsIn(fileName);
  if (named.length > 0) return named;
  return yearsIn(...book.sheets.map((sheet, index) => titleOf(sheet, layouts[index]?.headerRow ?? 0)));
}

/** Cuts a workbook into records by the layouts of its sheets (proposed, or mended by a person). */
export function cutBook(book: Book, layouts: readonly Layout[], fileName: string): CutBook {
  const years = yearsOfBook(book, layouts, fileName);
  const plans = book.sheets.map((sheet, index) =>
    planOf(sheet, layouts[index] ?? proposeLayout(sheet), { book, years }),
  );
  const records = book.sheets.flatMap((sheet, index) => {
    const plan = plans[index];
    if (!plan) return [];
    const attendees = plan.kind === 'sign-in-list' ? attendeesColumn(plan) : -1;
    const cut = recordsOf(sheet, plan).flatMap((record) => spreadAttendees(record, attendees));
    return cut.map((record) => ({ ...record, plan: index }));
  });
  return { plans, records };
}

/** The column whose cells list people, when no column holds one name each. */
function attendeesColumn({ columns }: Layout): number {
  if (columns.some((column) => column.role === 'name')) return -1;
  return columns.findIndex((column) => column.role === 'attendees');
}
