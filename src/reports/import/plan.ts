import type { Book, Cell, Sheet } from './book.ts';
import { type Layout, proposeLayout, yearsOf } from './layout.ts';
import { recordsOf, type SourceRecord } from './records.ts';
import { occasionOf, type Session, sessionOf } from './sessions.ts';
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
  /** The rows down to the header, as they came. */
  top: Cell[][];
}

/** A record and the sheet it is from (0 is the first plan). */
export interface PlacedRecord extends SourceRecord {
  plan: number;
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

function planOf(sheet: Sheet, layout: Layout, from: { book: Book; fileName: string }): SheetPlan {
  const { book, fileName } = from;
  const years = yearsOf(sheet, layout.headerRow, fileName);
  const hints = { years, since1904: book.since1904 };
  const sessions = layout.columns.map((column, index) =>
    column.role === 'session' ? sessionOf(sheet, layout, { column: index, hints }) : null,
  );
  const occasion = occasionOf(sheet, layout.headerRow);
  const top = sheet.rows.slice(0, layout.headerRow + 1);
  return { ...layout, sheet: sheet.name, sessions, occasion, years, since1904: book.since1904, top };
}

/** Cuts a workbook into records by the layouts of its sheets (proposed, or mended by a person). */
export function cutBook(book: Book, layouts: readonly Layout[], fileName: string): CutBook {
  const plans = book.sheets.map((sheet, index) =>
    planOf(sheet, layouts[index] ?? proposeLayout(sheet), { book, fileName }),
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
