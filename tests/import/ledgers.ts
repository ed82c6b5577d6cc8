import { type CellValue, type MergeRange, writeXlsx } from 'hucre/xlsx';
import { dryRun, type DryRun } from '../../src/reports/import/dry-run.ts';
import type { KnownPerson } from '../../src/reports/import/people.ts';
import { checkDigitOf } from '../../src/people/id-number.ts';

export type Rows = CellValue[][];
export interface MadeSheet {
  name: string;
  rows: Rows;
  merges?: MergeRange[];
}

/** A workbook of these sheets. */
export async function workbook(sheets: MadeSheet[], dateSystem: '1900' | '1904' = '1900'): Promise<Uint8Array> {
  return writeXlsx({ sheets, dateSystem });
}

/** A block of merged cells, from one corner (row, column) to the other, counted from 0. */
export function merge(...[startRow, startCol, endRow, endCol]: [number, number, number, number]): MergeRange {
  return { startRow, startCol, endRow, endCol };
}

/** A day as Excel keeps it. */
export const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** An invented ID number with a right check sign: area 990000 belongs to no place. */
export function idNumber(born: string, serial: string): string {
  const digits = `990000${born.replaceAll('-', '')}${serial}`;
  return digits + checkDigitOf(digits);
}

export const TODAY = '2026-11-01';

/** What an import would do with these sheets. */
export async function tried(
  sheets: MadeSheet[],
  more: { known?: KnownPerson[]; fileName?: string } = {},
): Promise<DryRun> {
  const file = { name: more.fileName ?? '台账.xlsx', bytes: await workbook(sheets) };
  return dryRun(file, { findKnown: async () => more.known ?? [], today: TODAY });
}

/** How each record of one sheet ended, as short words: 「3 placed」, 「4 held ambiguous-person」. */
export function endings({ judged }: DryRun, plan: number): string[] {
  return judged.outcomes
    .filter((outcome) => outcome.record.plan === plan)
    .map(({ record, state, reasons }) => [record.row + 1, state, ...reasons].join(' '));
}

/** The days of all visits that are placed, in order. */
export function placedDays({ judged }: DryRun): string[] {
  return judged.outcomes.flatMap(({ subject, someone }) =>
    subject.kind === 'visit' && someone && 'day' in subject.visit.day ? [subject.visit.day.day] : [],
  );
}
