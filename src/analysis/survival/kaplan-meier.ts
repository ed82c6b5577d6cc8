/**
 * Question: what share is still there after t days, when some are still being followed?
 * Formula: S(t) = Π (1 − d/n) over event times; Greenwood: var = S² Σ d/(n(n−d)); limits on the scale log(−log S)
 *   (or log S, or S); quantiles as R: where S equals the level exactly, the middle of the flat step.
 * Assumptions: being censored says nothing about the event to come; units independent.
 * When not to use it: other exits end the risk (aalen-johansen.ts); spells of the same person (cluster them).
 * Cost: O(n log n); one million spells in well under a second.
 * Source: Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; Kalbfleisch & Prentice 2002,
 *   doi:10.1002/9781118032985 (log-log limits); = survfit of R's survival 3.5.
 */
import { normalQuantile } from '../distributions.ts';
import { checkLabels, checkSameLength } from '../check.ts';
import { checkSpells, type RiskTable, riskTable, type Spells, splitByGroup } from './spells.ts';

export type LimitScale = 'log-log' | 'log' | 'plain';

/** One entry for each distinct time; `lower`/`upper` are NaN-free: null where the limit is undefined (S = 0 or 1). */
export interface SurvivalCurve extends RiskTable {
  survival: Float64Array;
  standardError: Float64Array;
  lower: (number | null)[];
  upper: (number | null)[];
}

export interface KaplanMeier {
  n: number;
  events: number;
  /** Time by which half had the event, with limits; null where not reached. */
  median: number | null;
  lower: number | null;
  upper: number | null;
  curve: SurvivalCurve;
  status: 'ok';
  /** `fewer-than-10-events`: the median should not be published. */
  reasons: string[];
}

interface Options {
  level?: number;
  scale?: LimitScale;
}

/** Survival of one group. */
export function kaplanMeier(spells: Spells, options: Options = {}): KaplanMeier {
  checkSpells(spells);
  const curve = survivalCurve(riskTable(spells), options);
  const events = curve.events.reduce((a, b) => a + b, 0);
  const { time, lower, upper } = curveQuantile(curve, 0.5);
  const reasons = events < 10 ? ['fewer-than-10-events'] : [];
  return { n: spells.time.length, events, median: time, lower, upper, curve, status: 'ok', reasons };
}

/** Survival of each group, in the order of the group names. */
export function kaplanMeierBy(spells: Spells, group: ArrayLike<string>, options: Options = {}) {
  checkSpells(spells);
  checkSameLength({ name: 'time', values: spells.time }, { name: 'group', values: group });
  checkLabels({ name: 'group', values: group });
  return splitByGroup(spells, group).map(({ name, spells: own }) => ({ name, ...kaplanMeier(own, options) }));
}

/** Product-limit curve with limits from a table of risks. O(times). */
export function survivalCurve(table: RiskTable, { level = 0.95, scale = 'log-log' }: Options = {}): SurvivalCurve {
  const rows = table.times.length;
  const [survival, standardError] = [new Float64Array(rows), new Float64Array(rows)];
  const [lower, upper] = [new Array<number | null>(rows), new Array<number | null>(rows)];
  const z = normalQuantile((1 + level) / 2);
  let [share, greenwood] = [1, 0];
  for (let i = 0; i < rows; i++) {
    const [n, d] = [table.atRisk[i] as number, table.events[i] as number];
    share *= n > 0 ? 1 - d / n : 1;
    if (d > 0) greenwood += d / (n * (n - d));
    survival[i] = share;
    standardError[i] = share === 0 ? 0 : share * Math.sqrt(greenwood);
    [lower[i], upper[i]] = limits(share, z * Math.sqrt(greenwood), scale);
  }
  return { ...table, survival, standardError, lower, upper };
}

/** `half` is z times the standard error of log S. */
function limits(share: number, half: number, scale: LimitScale): [number | null, number | null] {
  if (share === 0) return [null, null];
  if (scale === 'plain') return [Math.max(0, share * (1 - half)), Math.min(1, share * (1 + half))];
  if (scale === 'log') return [share * Math.exp(-half), Math.min(1, share * Math.exp(half))];
  if (share === 1) return [null, null];
  const log = Math.log(share);
  return [Math.exp(log * Math.exp(-half / log)), Math.exp(log * Math.exp(half / log))];
}

/** Time by which a share `p` had the event, with the limits of that time; null where not reached. O(times). */
export function curveQuantile(curve: SurvivalCurve, p: number) {
  const drop = (column: ArrayLike<number | null>) => dropTo(curve.times, column, 1 - p);
  return { time: drop(curve.survival), lower: drop(curve.lower), upper: drop(curve.upper) };
}

const TOLERANCE = Math.sqrt(Number.EPSILON);

/** First time a falling column is at or below the level; the middle of the flat step when it is exactly there. */
function dropTo(times: Float64Array, column: ArrayLike<number | null>, level: number): number | null {
  for (let i = 0; i < times.length; i++) {
    const value = column[i];
    if (value === null || value === undefined || value > level + TOLERANCE) continue;
    if (value < level - TOLERANCE) return times[i] as number;
    let next = i + 1;
    while (next < times.length && (column[next] ?? Number.NEGATIVE_INFINITY) >= value - TOLERANCE) next++;
    return ((times[i] as number) + (times[Math.min(next, times.length - 1)] as number)) / 2;
  }
  return null;
}

/** Share still there at each of `at`, with the numbers at risk at that time. O(times + at). */
export function survivalAt(curve: SurvivalCurve, at: readonly number[]) {
  return at.map((time) => {
    let i = -1;
    while (i + 1 < curve.times.length && (curve.times[i + 1] as number) <= time) i++;
    const atRisk = curve.times[i] === time ? curve.atRisk[i] : (curve.atRisk[i + 1] ?? 0);
    if (i < 0) return { time, survival: 1, standardError: 0, lower: null, upper: null, atRisk };
    const [survival, standardError] = [curve.survival[i] as number, curve.standardError[i] as number];
    return { time, survival, standardError, lower: curve.lower[i] ?? null, upper: curve.upper[i] ?? null, atRisk };
  });
}
