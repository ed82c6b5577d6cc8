/**
 * Question: was service kept up, also across the end of a contract, and by the same worker?
 * Formula: PDC = days within w days of a service (the day itself counts) / days from the first service to the freeze;
 *   boundary gap = first service after the boundary − last one up to it (the last day of a contract belongs to it),
 *   interrupted when > w; COC = (Σ nⱼ² − N)/(N(N − 1)), UPC = max nⱼ/N over workers (≥ 4 contacts).
 * Assumptions: a closed case is censored by the caller. The placebo is the same gap 180 days
 *   before: without it every gap looks like the contract's.
 * When not to use it: where calls are logged to fill gaps (face-to-face apart). Cost: O(n log n) a client.
 * Source: Bice & Boxerman 1977, doi:10.1097/00005650-197704000-00010; Steiner & Prochazka 1997, doi:10.1016/S0895-4356(96)00268-5.
 */
import { checkNumber, checkSome } from '../check.ts';
import { dayNumber } from '../days.ts';

export interface ContinuityInput {
  /** Days of service of one client, local calendar. */
  days: readonly string[];
  /** Worker of each. */
  workers?: readonly string[];
  /** Day of the freeze, or of closing the case. */
  until: string;
  /** Planned interval in days. */
  window?: number;
  /** Last day of a contract. */
  boundary?: string;
}

/** PDC (0–1), gaps in days, boundary gap, worker continuity. Null where it cannot be told. */
export function continuity({ days, workers, until, window = 30, boundary }: ContinuityInput) {
  checkSome({ name: 'day', values: days });
  checkNumber('window', window, { min: 1, integer: true });
  const end = dayNumber(until, { column: 'until' });
  const all = days.map((day, i) => dayNumber(day, { row: i + 1, column: 'day' })).sort((a, b) => a - b);
  const sorted = all.filter((day) => day <= end);
  const gaps = sorted.slice(1).map((day, i) => day - (sorted[i] as number));
  const first = sorted[0];
  const covered = sorted.reduce((sum, day, i) => sum + Math.min(window, (sorted[i + 1] ?? end + 1) - day), 0);
  const last = boundary === undefined ? undefined : dayNumber(boundary, { column: 'boundary' });
  const across = last === undefined ? null : boundaryGap(sorted, last);
  const placebo = last === undefined ? null : boundaryGap(sorted, last - PLACEBO_DAYS);
  return {
    n: sorted.length,
    pdc: first === undefined ? null : covered / (end + 1 - first),
    coveredDays: covered,
    windowDays: first === undefined ? 0 : end + 1 - first,
    gaps,
    longestGap: gaps.length === 0 ? null : Math.max(...gaps),
    boundaryGap: across,
    interrupted: across === null ? null : across > window,
    placeboGap: placebo,
    placeboInterrupted: placebo === null ? null : placebo > window,
    ...workerContinuity(workers ?? []),
  };
}

/** How long before the boundary the placebo lies. */
export const PLACEBO_DAYS = 180;

function boundaryGap(sorted: number[], boundary: number): number | null {
  const before = sorted.findLast((day) => day <= boundary);
  const after = sorted.find((day) => day > boundary);
  return before === undefined || after === undefined ? null : after - before;
}

export const LEAST_CONTACTS = 4;

function workerContinuity(workers: readonly string[]): { coc: number | null; upc: number | null } {
  const n = workers.length;
  if (n < LEAST_CONTACTS) return { coc: null, upc: null };
  const counts = new Map<string, number>();
  for (const worker of workers) counts.set(worker, (counts.get(worker) ?? 0) + 1);
  const squares = [...counts.values()].reduce((sum, count) => sum + count * count, 0);
  return { coc: (squares - n) / (n * (n - 1)), upc: Math.max(...counts.values()) / n };
}
