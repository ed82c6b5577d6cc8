/**
 * Question: between which shares must the truth lie when some were not assessed again?
 * Formula: [k/N, (k + N − followed)/N]: nobody, or everybody, of those missing improved.
 * Assumptions: none. When not to use it: as an interval of chance. Cost: O(1).
 * Source: Manski 1990, www.jstor.org/stable/2006592.
 */
import type { Interval } from '../answer.ts';
import { checkNumber } from '../check.ts';

/** Bounds (0–1) for `improved` of `followed` of `served`. */
export function manskiBounds({
  improved,
  followed,
  served,
}: {
  improved: number;
  followed: number;
  served: number;
}): Interval {
  checkNumber('served', served, { min: 1, integer: true });
  checkNumber('followed', followed, { min: 0, max: served, integer: true });
  checkNumber('improved', improved, { min: 0, max: followed, integer: true });
  return { lower: improved / served, upper: (improved + served - followed) / served };
}
