/**
 * Question: how much happened, when two lists recorded part of it each?
 * Formula: N̂ = (n₁+1)(n₂+1)/(m+1) − 1, var = (n₁+1)(n₂+1)(n₁−m)(n₂−m)/((m+1)²(m+2)), m on both lists.
 * Assumptions: being on one list says nothing about being on the other, nobody comes or goes, matches are right.
 * When not to use it: one list copied from the other (N̂ is then too low). Cost: O(1).
 * Source: Chapman 1951; Seber 1970, doi:10.2307/2529102 (variance).
 */
import { checkNumber } from '../check.ts';
import { normalQuantile } from '../distributions.ts';

export interface TwoLists {
  /** Entries of the first list, of the second, and of both. */
  first: number;
  second: number;
  both: number;
}

/** Estimated total with limits, and the share of it each list holds (0 to 1). */
export function chapman({ first, second, both }: TwoLists, level = 0.95) {
  checkNumber('first', first, { min: 0, integer: true });
  checkNumber('second', second, { min: 0, integer: true });
  checkNumber('both', both, { min: 0, max: Math.min(first, second), integer: true });
  const product = (first + 1) * (second + 1);
  const total = product / (both + 1) - 1;
  const variance = (product * (first - both) * (second - both)) / ((both + 1) ** 2 * (both + 2));
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  const share = (count: number) => (total === 0 ? null : count / total);
  return {
    total,
    standardError: Math.sqrt(variance),
    lower: total - half,
    upper: total + half,
    /** What was seen on either list: the total is never below. */
    seen: first + second - both,
    completeness: { first: share(first), second: share(second), either: share(first + second - both) },
  };
}
