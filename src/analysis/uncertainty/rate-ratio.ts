/**
 * Question: how many times the rate of the second span is the rate of the first?
 * Formula: given x₁ + x₂ = n, x₁ is binomial with p = r t₁/(r t₁ + t₂); exact limits of p are turned into limits of r.
 * Assumptions: both counts Poisson and independent of each other.
 * When not to use it: clustered events; spans chosen after looking. Cost: O(x₁ + x₂).
 * Source: Przyborowski & Wilenski 1940, doi:10.1093/biomet/31.3-4.313; = poisson.test of R.
 */
import { answered, unanswered } from '../answer.ts';
import { binomialTest } from './binomial-test.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { checkRate, type Rate } from './poisson-rate.ts';

/** Ratio first/second; `upper` (and `ratio`) are null where nothing bounds them. */
export function rateRatio(first: Rate, second: Rate, level = 0.95) {
  checkRate(first);
  checkRate(second);
  const n = first.events + second.events;
  if (n === 0) return unanswered('undefined', 'no-events');
  const share = clopperPearson(first.events, n, level);
  const toRatio = (p: number) => (p === 1 ? null : ((p / (1 - p)) * second.exposure) / first.exposure);
  return answered({
    ratio: toRatio(first.events / n),
    lower: toRatio(share.lower),
    upper: toRatio(share.upper),
    p: binomialTest(first.events, n, first.exposure / (first.exposure + second.exposure)),
  });
}
