/**
 * Question: between which shares may k of n lie?
 * Formula: (p̂ + z²/2n ± z√(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n).
 * Assumptions: n trials that do not depend on each other, one probability.
 * When not to use it: repeated rows of the same people or villages (cluster-bootstrap.ts). Cost: O(1).
 * Source: Wilson 1927, doi:10.1080/01621459.1927.10502953; = prop.test(correct = FALSE) of R.
 */
import type { Interval } from '../answer.ts';
import { checkNumber } from '../check.ts';
import { normalQuantile } from '../distributions.ts';

/** Limits (shares from 0 to 1) of `k` out of `n`, n ≥ 1. */
export function wilson(k: number, n: number, level = 0.95): Interval {
  checkNumber('n', n, { min: 1, integer: true });
  checkNumber('k', k, { min: 0, max: n, integer: true });
  const z = normalQuantile((1 + level) / 2);
  const share = k / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { lower: k === 0 ? 0 : (middle - half) / scale, upper: k === n ? 1 : (middle + half) / scale };
}
