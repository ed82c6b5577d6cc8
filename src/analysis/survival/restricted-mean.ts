/**
 * Question: how many of the first τ days does one stay, on average?
 * Formula: ∫₀^τ S(t) dt; var = Σ A(t)² d/(n(n−d)), A(t) = ∫_t^τ S.
 * Assumptions: as Kaplan–Meier. Useful where the median is not reached.
 * When not to use it: τ beyond the last time followed. Cost: O(times).
 * Source: Royston & Parmar 2013, doi:10.1186/1471-2288-13-152; = print(survfit, rmean = τ) of R.
 */
import { answered, unanswered } from '../answer.ts';
import { checkNumber } from '../check.ts';
import type { SurvivalCurve } from './kaplan-meier.ts';

/** Mean and standard error in the unit of time, up to `until`. */
export function restrictedMean(curve: SurvivalCurve, until: number) {
  checkNumber('until', until, { min: 0 });
  const last = curve.times[curve.times.length - 1] as number;
  const reached = curve.survival[curve.survival.length - 1] === 0;
  if (until > last && !reached) return unanswered('undefined', 'beyond-last-time');
  const within = curve.times.findLastIndex((time) => time < until);
  let [area, variance, later] = [0, 0, until];
  for (let i = within; i >= 0; i--) {
    const [n, d] = [curve.atRisk[i] as number, curve.events[i] as number];
    area += (curve.survival[i] as number) * (later - (curve.times[i] as number));
    if (d > 0 && n > d) variance += (area * area * d) / (n * (n - d));
    later = curve.times[i] as number;
  }
  return answered({ mean: area + later, standardError: Math.sqrt(variance) });
}
