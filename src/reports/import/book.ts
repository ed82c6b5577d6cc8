/** A cell as it came: text, a number, or nothing. Dates are already words (2026-06-03, 2026-06-03 09:30, 09:30). */
export type Cell = string | number | null;

/** One sheet: its rows from the first on, every row as wide as its last filled cell needs. */
export interface Sheet {
  name: string;
  rows: Cell[][];
}

/** A workbook, however it was stored. */
export interface Book {
  sheets: Sheet[];
  /** Days written as bare numbers count from 1904, as on old Macs. */
  since1904: boolean;
}

/** Most rows of one workbook that are taken at a time. */
export const MOST_ROWS = 100_000;
/** Largest file that is opened, in megabytes. */
export const MOST_MEGABYTES = 20;
