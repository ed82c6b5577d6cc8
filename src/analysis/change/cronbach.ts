/**
 * Question: do the items of a scale measure one thing?
 * Formula: α = k/(k − 1) · (1 − Σ item variances / variance of the sum); standardised from the mean correlation.
 * Assumptions: items scored one way round. When not to use it: as proof of one dimension; under 50 people (`reasons`).
 * Cost: O(n k²). Source: Cronbach 1951, doi:10.1007/BF02310555; = psych::alpha of R.
 */
import { answered, unanswered } from '../answer.ts';
import { checkNumbers, checkSameLength } from '../check.ts';
import { mean, variance } from '../quantile.ts';

/** Raw and standardised alpha of items (columns) answered by the same people (rows). */
export function cronbach(items: readonly { name: string; values: ArrayLike<number> }[]) {
  const [first] = items;
  if (!first || items.length < 2) return unanswered('too-few', 'fewer-than-2-items');
  for (const item of items) {
    checkSameLength(first, item);
    checkNumbers(item);
  }
  const n = first.values.length;
  if (n < 2) return unanswered('too-few', 'fewer-than-2-people');
  const sums = Array.from({ length: n }, (_, i) => items.reduce((sum, { values }) => sum + (values[i] as number), 0));
  const k = items.length;
  const own = items.map(({ values }) => variance(values));
  const whole = variance(sums);
  if (whole === 0 || own.some((v) => v === 0)) return unanswered('no-variation', 'all-equal');
  const alpha = (k / (k - 1)) * (1 - own.reduce((a, b) => a + b, 0) / whole);
  const r = meanCorrelation(items, own);
  return answered(
    { alpha, standardised: (k * r) / (1 + (k - 1) * r), n, meanSum: mean(sums), sdSum: Math.sqrt(whole) },
    n < 50 ? ['fewer-than-50-people'] : [],
  );
}

function meanCorrelation(items: readonly { values: ArrayLike<number> }[], variances: number[]): number {
  let [sum, pairs] = [0, 0];
  for (let a = 0; a < items.length; a++) {
    for (let b = a + 1; b < items.length; b++, pairs++) {
      sum +=
        covariance(items[a]?.values ?? [], items[b]?.values ?? []) /
        Math.sqrt((variances[a] as number) * (variances[b] as number));
    }
  }
  return sum / pairs;
}

function covariance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const [mx, my] = [mean(x), mean(y)];
  return Array.from(x).reduce((sum, value, i) => sum + (value - mx) * ((y[i] as number) - my), 0) / (x.length - 1);
}
