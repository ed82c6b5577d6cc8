/**
 * Question: between which shares of hours may it lie, had other people of the same kind given them?
 * Formula: p = Σa/Σb over people; v = n/(n−1) Σ(a − pb)²/(Σb)²; n* = p(1−p)/v (z/t)², t of n − 1 degrees; Wilson's limits
 * of p at n*. Where p is 0 or 1, v is 0 and n* = n.
 * Assumptions: people independent of each other and at least ten of them.
 * When not to use it: fewer than ten. Cost: O(1) from six sums; sums of groups with nobody in common may be added.
 * Source: Cochran 1977, Sampling Techniques, §6; Korn & Graubard 1998, Survey Methodology 24, 193–201; Franco, Little, Louis
 * & Slud 2019, doi:10.1093/jssam/smy019; v = svyratio of R's survey, Wilson = prop.test.
 */
import { answered, type Interval, unanswered } from '../answer.ts';
import { checkNumbers, checkSameLength } from '../check.ts';
import { normalQuantile, studentQuantile } from '../distributions.ts';
import { LEAST_CLUSTERS } from './cluster-bootstrap.ts';

/** What n people gave (b) and what of it counts (a), with the sums of squares and products. */
export interface ShareSums {
  people: number;
  a: number;
  b: number;
  aa: number;
  ab: number;
  bb: number;
}

/** Sums over people: what counts of what each gave, and all of it. */
export function shareSums(counted: ArrayLike<number>, all: ArrayLike<number>): ShareSums {
  checkSameLength({ name: 'counted', values: counted }, { name: 'all', values: all });
  checkNumbers({ name: 'counted', values: counted }, { min: 0 });
  checkNumbers({ name: 'all', values: all }, { min: 0 });
  const sums = { people: all.length, a: 0, b: 0, aa: 0, ab: 0, bb: 0 };
  for (let i = 0; i < all.length; i++) {
    const [a, b] = [counted[i] as number, all[i] as number];
    sums.a += a;
    sums.b += b;
    sums.aa += a * a;
    sums.ab += a * b;
    sums.bb += b * b;
  }
  return sums;
}

/** Sums of two groups with nobody in common. */
export const addShareSums = (x: ShareSums, y: ShareSums): ShareSums => ({
  people: x.people + y.people,
  a: x.a + y.a,
  b: x.b + y.b,
  aa: x.aa + y.aa,
  ab: x.ab + y.ab,
  bb: x.bb + y.bb,
});

/** The share with its limits, its standard error and the number of independent givers it is worth. */
export function clusteredShare({ people, a, b, aa, ab, bb }: ShareSums, level = 0.95) {
  if (people < LEAST_CLUSTERS) return unanswered('too-few', 'fewer-than-ten-clusters');
  if (b === 0) return unanswered('undefined', 'figure-undefined');
  const share = a / b;
  // Never below nothing: of equal shares only rounding is left.
  const squares = Math.max(0, aa - 2 * share * ab + share * share * bb);
  const variance = ((people / (people - 1)) * squares) / (b * b);
  const tail = (1 + level) / 2;
  const z = normalQuantile(tail);
  const loss = (z / studentQuantile(tail, people - 1)) ** 2;
  const worth = share === 0 || share === 1 ? people : ((share * (1 - share)) / variance) * loss;
  return answered({ value: share, error: Math.sqrt(variance), worth, ...wilsonAt(share, worth, z) });
}

function wilsonAt(share: number, n: number, z: number): Interval {
  if (n === Number.POSITIVE_INFINITY) return { lower: share, upper: share };
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { lower: Math.max(0, (middle - half) / scale), upper: Math.min(1, (middle + half) / scale) };
}
