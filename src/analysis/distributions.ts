/**
 * The distributions the methods lean on, in the tails they need (an upper tail is computed as such, so a p of 1e-30
 * is not rounded to 0). Numbers come from @stdlib (Apache-2.0) and are checked against R in distributions.test.ts.
 */
import betainc from '@stdlib/math-base-special-betainc';
import erfc from '@stdlib/math-base-special-erfc';
import gammainc from '@stdlib/math-base-special-gammainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import betaInverse from '@stdlib/stats-base-dists-beta-quantile';
import gammaInverse from '@stdlib/stats-base-dists-gamma-quantile';
import normalInverse from '@stdlib/stats-base-dists-normal-quantile';
import studentInverse from '@stdlib/stats-base-dists-t-quantile';

/** z with P(Z ≤ z) = p. */
export function normalQuantile(p: number): number {
  return normalInverse(p, 0, 1);
}

/** P(|Z| ≥ |z|). */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** P(X ≥ x) for chi-square with `df` degrees of freedom. */
export function chiSquareUpper(x: number, df: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true);
}

/** P(|T| ≥ |t|) for Student's t. */
export function studentTwoSided(t: number, df: number): number {
  return betainc(df / (df + t * t), df / 2, 0.5, true, false);
}

/** t with P(T ≤ t) = p. */
export function studentQuantile(p: number, df: number): number {
  return studentInverse(p, df);
}

/** P(F ≥ f). */
export function fisherFUpper(f: number, df: [number, number]): number {
  return f <= 0 ? 1 : betainc(df[1] / (df[1] + df[0] * f), df[1] / 2, df[0] / 2, true, false);
}

/** x with P(Beta(a, b) ≤ x) = p. */
export function betaQuantile(p: number, shapes: [number, number]): number {
  return betaInverse(p, shapes[0], shapes[1]);
}

/** x with P(Gamma(shape, rate 1) ≤ x) = p. */
export function gammaQuantile(p: number, shape: number): number {
  return gammaInverse(p, shape, 1);
}

/** ln n! */
export function logFactorial(n: number): number {
  return gammaln(n + 1);
}

/** ln of n over k. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** P(Z ≥ z). */
export function normalUpper(z: number): number {
  return erfc(z / Math.SQRT2) / 2;
}
