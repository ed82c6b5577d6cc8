/**
 * Question: did this client change by more than the instrument errs, and into the healthy range?
 * Formula: SEM = SD√(1 − r), S_diff = √2 SEM, RCI = (post − pre)/S_diff; reliable if |RCI| > z (strictly);
 *   cut-off c = (s_d M_f + s_f M_d)/(s_d + s_f), crossed when ≥ c (≤ c where lower is better).
 * Assumptions: r published or from at least 50 people, and ≥ .70; two assessments at least 4 weeks apart.
 * When not to use it: without served → assessed → re-assessed counts beside it; clients enter at their worst (regression
 *   to the mean). Cost: O(n). Source: Jacobson & Truax 1991, doi:10.1037/0022-006X.59.1.12.
 */
import { checkNumber, checkNumbers, checkSameLength } from '../check.ts';
import { methodError } from '../method-error.ts';
import { normalQuantile } from '../distributions.ts';

export interface Instrument {
  /** Spread at the first assessment, and reliability (0–1, below 1). */
  sd: number;
  reliability: number;
  dysfunctional: { mean: number; sd: number };
  functional: { mean: number; sd: number };
  higherIsBetter?: boolean;
  level?: number;
}

export type ChangeClass = 'recovered' | 'improved' | 'unchanged' | 'deteriorated';

/** Errors and cut-offs of the instrument. */
export function changeLimits(instrument: Instrument) {
  const { sd, reliability, dysfunctional: d, functional: f, level = 0.95, higherIsBetter = true } = instrument;
  checkNumber('sd', sd, { min: Number.MIN_VALUE });
  checkNumber('reliability', reliability, { min: 0, max: 1 });
  if (reliability === 1) throw methodError({ reason: 'no-error-at-all', row: 1, column: 'reliability', value: '1' });
  const sem = sd * Math.sqrt(1 - reliability);
  const difference = Math.SQRT2 * sem;
  const z = normalQuantile((1 + level) / 2);
  const sign = higherIsBetter ? 1 : -1;
  return {
    sem,
    difference,
    z,
    /** Points a client must move by more than. */
    points: z * difference,
    cutoffs: {
      a: d.mean + sign * 2 * d.sd,
      b: f.mean - sign * 2 * f.sd,
      c: (d.sd * f.mean + f.sd * d.mean) / (d.sd + f.sd),
    },
    reasons: reliability < 0.7 ? ['reliability-below-0.70'] : [],
  };
}

/** Class of each client, the four counts, and net = reliably up − reliably down. */
export function reliableChange(pre: ArrayLike<number>, post: ArrayLike<number>, instrument: Instrument) {
  checkSameLength({ name: 'pre', values: pre }, { name: 'post', values: post });
  checkNumbers({ name: 'pre', values: pre });
  checkNumbers({ name: 'post', values: post });
  const limits = changeLimits(instrument);
  const sign = (instrument.higherIsBetter ?? true) ? 1 : -1;
  const cases = Array.from(pre, (from, i) => {
    const to = post[i] as number;
    const rci = (sign * (to - from)) / limits.difference;
    const crossed = sign * from < sign * limits.cutoffs.c && sign * to >= sign * limits.cutoffs.c;
    return { pre: from, post: to, rci, class: classOf(rci, crossed, limits.z) };
  });
  const counts = { recovered: 0, improved: 0, unchanged: 0, deteriorated: 0 };
  for (const { class: name } of cases) counts[name]++;
  return { cases, counts, net: counts.recovered + counts.improved - counts.deteriorated, limits };
}

function classOf(rci: number, crossed: boolean, z: number): ChangeClass {
  if (rci < -z) return 'deteriorated';
  if (rci > z) return crossed ? 'recovered' : 'improved';
  return 'unchanged';
}
