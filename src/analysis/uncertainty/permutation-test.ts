/**
 * Question: could a difference between two groups of villages have come from the drawing of lots alone?
 * Formula: share of all assignments whose difference of means is at least as large (absolute) as the one met.
 * Assumptions: under the null the labels could have fallen otherwise. Exact up to `most` assignments, then a seeded
 *   sample with (hits + 1)/(draws + 1).
 * When not to use it: paired rows. Smallest possible two-sided p: 2/C(n, k) (4 v 4: .029, 3 v 3: .10); it is returned.
 * Cost: O(C(n, k)) with Gosper-like steps of O(k), or O(draws · n).
 * Source: Pitman 1937, doi:10.2307/2984124; Phipson & Smyth 2010, doi:10.2202/1544-6115.1585.
 */
import { answered, unanswered } from '../answer.ts';
import { checkNumbers, checkSome } from '../check.ts';
import { mean } from '../quantile.ts';
import { type Random, shuffle } from '../random.ts';

export interface TwoGroups {
  first: ArrayLike<number>;
  second: ArrayLike<number>;
}

/** Differences closer than this share of the spread count as equal. */
const ROUNDING = 1e-9;

/** Difference of means first − second and its two-sided p. */
export function permutationTest(groups: TwoGroups, options: { random?: Random; most?: number; draws?: number } = {}) {
  const { random, most = 200_000, draws = 9999 } = options;
  for (const name of ['first', 'second'] as const) {
    checkSome({ name, values: groups[name] });
    checkNumbers({ name, values: groups[name] });
  }
  const all = Float64Array.from([...Array.from(groups.first), ...Array.from(groups.second)]);
  const k = groups.first.length;
  const assignments = countAssignments(all.length, k);
  const difference = mean(groups.first) - mean(groups.second);
  if (all.every((value) => value === all[0])) return unanswered('no-variation', 'all-equal');
  if (assignments > most && !random) return unanswered('too-few', 'too-many-assignments-without-random');
  const smallest = (groups.first.length === groups.second.length ? 2 : 1) / assignments;
  if (assignments <= most) {
    const extreme = countExtreme(all, k);
    return answered({ difference, p: extreme / assignments, exact: true, assignments, smallestP: smallest });
  }
  const hits = countSampled(all, { k, draws, random: random as Random });
  return answered({
    difference,
    p: (hits + 1) / (draws + 1),
    exact: false,
    assignments: draws,
    smallestP: 1 / (draws + 1),
  });
}

function countAssignments(n: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= k; i++) count = (count * (n - k + i)) / i;
  return Math.round(count);
}

/** How far the sum of the first group lies from what its size would give. */
function distance(sum: number, all: Float64Array, k: number): number {
  return Math.abs(sum - k * mean(all));
}

function countExtreme(all: Float64Array, k: number): number {
  const expected = k * mean(all);
  const limit = limitOf(all, k);
  let extreme = 0;
  const walk = (start: number, left: number, sum: number): void => {
    if (left === 0) {
      if (Math.abs(sum - expected) >= limit) extreme++;
      return;
    }
    for (let i = start; i <= all.length - left; i++) walk(i + 1, left - 1, sum + (all[i] as number));
  };
  walk(0, k, 0);
  return extreme;
}

function limitOf(all: Float64Array, k: number): number {
  const spread = Math.max(...all) - Math.min(...all);
  return (
    distance(
      all.subarray(0, k).reduce((a, b) => a + b, 0),
      all,
      k,
    ) -
    ROUNDING * spread
  );
}

function countSampled(all: Float64Array, options: { k: number; draws: number; random: Random }): number {
  const limit = limitOf(all, options.k);
  const mixed = Float64Array.from(all);
  let hits = 0;
  for (let draw = 0; draw < options.draws; draw++) {
    shuffle(mixed, options.random);
    if (
      distance(
        mixed.subarray(0, options.k).reduce((a, b) => a + b, 0),
        all,
        options.k,
      ) >= limit
    )
      hits++;
  }
  return hits;
}
