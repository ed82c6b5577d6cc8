/**
 * Question: below which value lies a share p of the values?
 * Formula: straight line between order statistics at 1 + (n − 1)p (type 7, the default of R).
 * Assumptions: none. When not to use it: censored times (survival/kaplan-meier.ts). Cost: O(n log n).
 * Source: Hyndman & Fan 1996, doi:10.1080/00031305.1996.10473566.
 */

/** Quantile of values that are already in rising order. */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (at - below) * (high - low);
}

/** Quantile of values in any order; they are copied. */
export function quantile(values: ArrayLike<number>, p: number): number {
  return sortedQuantile(Float64Array.from(values).sort(), p);
}

export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** Variance with n − 1 below. */
export function variance(values: ArrayLike<number>): number {
  const middle = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] as number) - middle) ** 2;
  return sum / (values.length - 1);
}
