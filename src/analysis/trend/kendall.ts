/**
 * Question: do two series rise together?
 * Formula: τ_b = (C − D)/√((n₀ − ties in x)(n₀ − ties in y)); without ties (n < 50) p is exact, from the number of orders
 *   with so many agreeing pairs; with ties the normal approximation.
 * Assumptions: independent observations. When not to use it: strongly autocorrelated series.
 * Cost: O(n²) and O(n³) for the exact p. Source: Kendall 1938, doi:10.1093/biomet/30.1-2.81; = cor.test of R.
 */
import { answered, unanswered } from '../answer.ts';
import { checkNumbers, checkSameLength } from '../check.ts';
import { normalTwoSided } from '../distributions.ts';

/** τ_b, agreeing pairs, and two-sided p. */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>) {
  checkSameLength({ name: 'x', values: x }, { name: 'y', values: y });
  checkNumbers({ name: 'x', values: x });
  checkNumbers({ name: 'y', values: y });
  const n = x.length;
  if (n < 3) return unanswered('too-few', 'fewer-than-3-pairs');
  let [agree, differ] = [0, 0];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const way = Math.sign((x[i] as number) - (x[j] as number)) * Math.sign((y[i] as number) - (y[j] as number));
      if (way > 0) agree++;
      else if (way < 0) differ++;
    }
  }
  const pairs = (n * (n - 1)) / 2;
  const [tiesX, tiesY] = [tieSizes(x), tieSizes(y)];
  const [openX, openY] = [pairs - tiedPairs(tiesX), pairs - tiedPairs(tiesY)];
  if (openX === 0 || openY === 0) return unanswered('no-variation', 'all-equal');
  const tau = (agree - differ) / Math.sqrt(openX * openY);
  const exact = openX === pairs && openY === pairs && n < 50;
  const p = exact ? exactP(agree, n) : normalTwoSided((agree - differ) / Math.sqrt(spread({ n, tiesX, tiesY })));
  return answered({ tau, agree, differ, p, exact });
}

function tieSizes(values: ArrayLike<number>): number[] {
  const counts = new Map<number, number>();
  for (const value of Array.from(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

function tiedPairs(sizes: number[]): number {
  return sizes.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
}

/** Variance of agreeing less differing pairs under ties. */
function spread({ n, tiesX, tiesY }: { n: number; tiesX: number[]; tiesY: number[] }): number {
  const total = (sizes: number[], f: (t: number) => number) => sizes.reduce((sum, t) => sum + f(t), 0);
  const v0 = n * (n - 1) * (2 * n + 5);
  const vt = (sizes: number[]) => total(sizes, (t) => t * (t - 1) * (2 * t + 5));
  const two = (sizes: number[]) => total(sizes, (t) => t * (t - 1));
  const three = (sizes: number[]) => total(sizes, (t) => t * (t - 1) * (t - 2));
  return (
    (v0 - vt(tiesX) - vt(tiesY)) / 18 +
    (two(tiesX) * two(tiesY)) / (2 * n * (n - 1)) +
    (three(tiesX) * three(tiesY)) / (9 * n * (n - 1) * (n - 2))
  );
}

/** Share of all n! orders with at least so many (or at most so few) agreeing pairs, doubled. */
function exactP(agree: number, n: number): number {
  let share = [1];
  for (let k = 2; k <= n; k++) {
    const next = new Array<number>(share.length + k - 1).fill(0);
    share.forEach((s, i) => {
      for (let shift = 0; shift < k; shift++) next[i + shift] = (next[i + shift] as number) + s / k;
    });
    share = next;
  }
  const atMost = share.slice(0, agree + 1).reduce((a, b) => a + b, 0);
  const atLeast = share.slice(agree).reduce((a, b) => a + b, 0);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}
