/**
 * Question: how surprising are k of n when the probability is p?
 * Formula: the sum of all outcomes no more likely than k (two-sided by likelihood, as R does).
 * Assumptions: independent trials, one probability.
 * When not to use it: clustered trials. Cost: O(n).
 * Source: Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404; = binom.test of R.
 */
import { checkNumber } from '../check.ts';
import { logChoose } from '../distributions.ts';

/** Outcomes whose likelihoods differ by less than this are equally likely (as in R). */
export const SAME_LIKELIHOOD = 1 + 1e-7;

/** Two-sided p of `k` out of `n` under `probability`. */
export function binomialTest(k: number, n: number, probability = 0.5): number {
  checkNumber('n', n, { min: 0, integer: true });
  checkNumber('k', k, { min: 0, max: n, integer: true });
  checkNumber('probability', probability, { min: 0, max: 1 });
  return asLikelyAsOrLess(binomialWeights(n, probability), k);
}

/** Sum of the weights that are not above the weight at `index`, as a share of all. */
export function asLikelyAsOrLess(weights: Float64Array, index: number): number {
  const limit = (weights[index] as number) * SAME_LIKELIHOOD;
  let sum = 0;
  let all = 0;
  for (const weight of weights) {
    all += weight;
    if (weight <= limit) sum += weight;
  }
  return Math.min(1, sum / all);
}

function binomialWeights(n: number, p: number): Float64Array {
  const weights = new Float64Array(n + 1);
  for (let i = 0; i <= n; i++)
    weights[i] = Math.exp(logChoose(n, i) + times(i, Math.log(p)) + times(n - i, Math.log1p(-p)));
  return weights;
}

/** 0 · (−∞) is 0 here: no trial, no surprise. */
function times(count: number, log: number): number {
  return count === 0 ? 0 : count * log;
}
