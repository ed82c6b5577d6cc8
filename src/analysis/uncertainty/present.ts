/**
 * Question: may this figure be shown to this reader, and in what form?
 * Rules: small-numbers.ts. Disclosure first (who may not open the rows sees no count of 1–4, nor a count that
 *   together with the total would give one away), then reliability, then the minimum of the routine.
 * When not to use it: as the only guard of a table with margins (suppress-table.ts). Cost: O(1).
 * Source: measures.md §2; Hundepool et al. 2012, doi:10.1002/9781118348239.
 */
import type { Interval } from '../answer.ts';
import { checkNumber } from '../check.ts';
import { ROUTINES, type Routine, SMALL_NUMBERS } from './small-numbers.ts';
import { wilson } from './wilson.ts';

export interface Presented {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  interval: Interval | null;
  n: number | null;
  status: 'shown' | 'counts-only' | 'suppressed' | 'not-yet-measurable';
  reasons: string[];
}

/** A share k of n, or a figure of some routine with the counts the routine is judged by. */
export type Figure =
  | { numerator: number; denominator: number }
  | { value: number | null; interval: Interval | null; n: number; routine?: Routine; counts?: Record<string, number> };

export interface Reader {
  mayOpenRows: boolean;
  /** Confidence level of the interval of a share. */
  level?: number;
}

/** The only way a figure reaches a reader. */
export function present(figure: Figure, reader: Reader): Presented {
  return 'numerator' in figure ? presentShare(figure, reader) : presentFigure(figure, reader);
}

const NOTHING = { value: null, numerator: null, denominator: null, interval: null, n: null };

function presentShare(share: { numerator: number; denominator: number }, reader: Reader): Presented {
  const { numerator, denominator } = share;
  checkNumber('denominator', denominator, { min: 0, integer: true });
  checkNumber('numerator', numerator, { min: 0, max: denominator, integer: true });
  const counts = { numerator, denominator, n: denominator };
  if (denominator === 0) {
    return { ...NOTHING, ...counts, status: 'not-yet-measurable', reasons: ['nobody-observed-long-enough'] };
  }
  const hidden = reader.mayOpenRows ? [] : hiddenReasons(numerator, denominator);
  if (hidden.length > 0) return { ...NOTHING, status: 'suppressed', reasons: hidden };
  const interval = denominator < SMALL_NUMBERS.intervalFrom ? null : wilson(numerator, denominator, reader.level);
  if (denominator < SMALL_NUMBERS.shareFrom) {
    return {
      value: null,
      ...counts,
      interval,
      status: 'counts-only',
      reasons: [interval ? 'fewer-than-20' : 'fewer-than-5'],
    };
  }
  return { value: numerator / denominator, ...counts, interval, status: 'shown', reasons: [] };
}

function hiddenReasons(numerator: number, denominator: number): string[] {
  const small = (count: number) => count >= 1 && count <= SMALL_NUMBERS.hiddenUpTo;
  if (small(numerator) || small(denominator)) return ['fewer-than-5-people'];
  return small(denominator - numerator) ? ['the-rest-would-be-fewer-than-5-people'] : [];
}

function presentFigure(figure: Exclude<Figure, { numerator: number; denominator: number }>, reader: Reader): Presented {
  checkNumber('n', figure.n, { min: 0, integer: true });
  const base = { ...NOTHING, n: figure.n };
  if (!reader.mayOpenRows && figure.n >= 1 && figure.n <= SMALL_NUMBERS.hiddenUpTo) {
    return { ...NOTHING, status: 'suppressed', reasons: ['fewer-than-5-people'] };
  }
  const lacking = figure.routine ? lackingFor(figure.routine, figure.counts ?? {}) : [];
  if (figure.value === null || lacking.length > 0) {
    return { ...base, status: 'not-yet-measurable', reasons: lacking.length > 0 ? lacking : ['no-value'] };
  }
  if (figure.n < SMALL_NUMBERS.intervalFrom) return { ...base, status: 'counts-only', reasons: ['fewer-than-5'] };
  return { ...base, value: figure.value, interval: figure.interval, status: 'shown', reasons: [] };
}

/** What the routine lacks, and what to show in its place; a count that was not given is lacking. */
export function lackingFor(routine: Routine, counts: Record<string, number>): string[] {
  const { least, otherwise } = ROUTINES[routine];
  const lacking = Object.entries(least).filter(([what, needed]) => !((counts[what] ?? -1) >= needed));
  return lacking.length === 0 ? [] : [...lacking.map(([what]) => `too-few-${kebab(what)}`), `instead-${otherwise}`];
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
