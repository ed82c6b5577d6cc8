import { monthAhead } from '../../src/reports/month/rules.ts';

/** Until this day of a month, the month before is the one to be reported. */
const REPORTED_UNTIL = 15;
const MONTHS_OFFERED = 36;

/** The month that is most likely to be reported on a day. */
export function monthToReport(day: string): string {
  const month = day.slice(0, 7);
  return Number(day.slice(8)) <= REPORTED_UNTIL ? monthAhead(month, -1) : month;
}

/** The months that can be chosen, the latest first. */
export function monthsUntil(day: string): string[] {
  return Array.from({ length: MONTHS_OFFERED }, (_, nth) => monthAhead(day.slice(0, 7), -nth));
}

/** 2026 and 6 of 2026-06, to be filled in. */
export function partsOf(month: string): { year: string; month: number } {
  return { year: month.slice(0, 4), month: Number(month.slice(5)) };
}
