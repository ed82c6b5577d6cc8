/**
 * Question: which probabilities does k of n not rule out, never claiming more than the level?
 * Formula: lower = Beta⁻¹(α/2; k, n−k+1), upper = Beta⁻¹(1−α/2; k+1, n−k).
 * Assumptions: independent trials with one probability; the interval is cautious (too wide on average).
 * When not to use it: as the everyday interval of a share (wilson.ts). Cost: O(1).
 * Source: Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404; = binom.test of R.
 */
import type { Interval } from '../answer.ts';
import { checkNumber } from '../check.ts';
import { betaQuantile } from '../distributions.ts';

/** Exact limits (0 to 1) of `k` out of `n`, n ≥ 1. */
export function clopperPearson(k: number, n: number, level = 0.95): Interval {
  checkNumber('n', n, { min: 1, integer: true });
  checkNumber('k', k, { min: 0, max: n, integer: true });
  const tail = (1 - level) / 2;
  return {
    lower: k === 0 ? 0 : betaQuantile(tail, [k, n - k + 1]),
    upper: k === n ? 1 : betaQuantile(1 - tail, [k + 1, n - k]),
  };
}
