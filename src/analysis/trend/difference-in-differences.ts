/**
 * Question: did the treated villages change more than the others?
 * Formula: δ = (T̄post − T̄pre) − (C̄post − C̄pre); errors clustered by village (HC1: G/(G−1) · (N−1)/(N−K), with a level
 *   for every unit and period); exact
 *   randomisation p on the villages' changes; pre-trend: difference of slopes before, clustered likewise.
 * Assumptions: without treatment both would have moved alike (look at the pre-trend); one common start.
 * When not to use it: staggered starts, spill-over; fewer than 4 + 4 villages and 3 periods before (`reasons`).
 * Cost: O(n) and O(C(G, k)) for the exact p. Source: Bertrand, Duflo & Mullainathan 2004, doi:10.1162/003355304772839588;
 *   = lm with sandwich::vcovCL(type = "HC1") of R.
 */
import { answered, unanswered } from '../answer.ts';
import { checkLabels, checkNumbers, checkSameLength, checkSome } from '../check.ts';
import { mean } from '../quantile.ts';
import type { Random } from '../random.ts';
import { permutationTest } from '../uncertainty/permutation-test.ts';

export interface Panel {
  unit: ArrayLike<string>;
  period: ArrayLike<number>;
  /** 1 for units that are treated at all. */
  treated: ArrayLike<number>;
  /** 1 from the start of treatment on. */
  post: ArrayLike<number>;
  outcome: ArrayLike<number>;
}

/** Estimate, clustered error, exact p, each unit's change, and the pre-trend. */
export function differenceInDifferences(panel: Panel, options: { random?: Random } = {}) {
  checkPanel(panel);
  const { treated, post, outcome } = panel;
  const cell = (t: number, p: number) => Array.from(outcome).filter((_, i) => treated[i] === t && post[i] === p);
  const cells = { controlPre: cell(0, 0), controlPost: cell(0, 1), treatedPre: cell(1, 0), treatedPost: cell(1, 1) };
  if (Object.values(cells).some((values) => values.length === 0)) return unanswered('too-few', 'empty-cell');
  const changes = changesOf(panel);
  const group = (t: number) => changes.filter((change) => change.treated === t).map((change) => change.change);
  const fit = withinFit(
    panel,
    Array.from(treated, (t, i) => t * (post[i] as number)),
  );
  if (!fit) return unanswered('collinear', 'treatment-follows-from-units-and-periods');
  const { p, assignments } = permutationTest({ first: group(1), second: group(0) }, options) as {
    p?: number;
    assignments?: number;
  };
  return answered(
    {
      cellMeans: Object.fromEntries(Object.entries(cells).map(([name, values]) => [name, mean(values)])),
      estimate: fit.slope,
      standardError: fit.standardError,
      /** The same from the four means alone; equal where every unit has every period. */
      ofMeans: mean(cells.treatedPost) - mean(cells.treatedPre) - (mean(cells.controlPost) - mean(cells.controlPre)),
      p: p ?? null,
      assignments: assignments ?? null,
      changes,
      preTrend: preTrend(panel),
    },
    cautions(panel, changes),
  );
}

function checkPanel(panel: Panel): void {
  checkSome({ name: 'outcome', values: panel.outcome });
  for (const name of ['unit', 'period', 'treated', 'post'] as const)
    checkSameLength({ name: 'outcome', values: panel.outcome }, { name, values: panel[name] });
  checkLabels({ name: 'unit', values: panel.unit });
  checkNumbers({ name: 'outcome', values: panel.outcome });
  checkNumbers({ name: 'period', values: panel.period });
  for (const name of ['treated', 'post'] as const)
    checkNumbers({ name, values: panel[name] }, { min: 0, max: 1, integer: true });
}

/** Mean after less mean before, of each unit that has both. */
function changesOf({ unit, treated, post, outcome }: Panel): { unit: string; treated: number; change: number }[] {
  const rows = Array.from(unit, (_, i) => i);
  return [...new Set(Array.from(unit))].sort().flatMap((name) => {
    const of = (p: number) => rows.filter((i) => unit[i] === name && post[i] === p).map((i) => outcome[i] as number);
    const [before, after] = [of(0), of(1)];
    if (before.length === 0 || after.length === 0) return [];
    return [
      {
        unit: name,
        treated: treated[rows.find((i) => unit[i] === name) as number] as number,
        change: mean(after) - mean(before),
      },
    ];
  });
}

function cautions(panel: Panel, changes: { treated: number }[]): string[] {
  const few = [0, 1].some((t) => changes.filter(({ treated }) => treated === t).length < 4);
  const before = new Set(Array.from(panel.period).filter((_, i) => panel.post[i] === 0)).size;
  return [few ? 'fewer-than-4-and-4-units' : '', before < 3 ? 'fewer-than-3-periods-before' : ''].filter(Boolean);
}

/** Difference of straight slopes before treatment; K counts a level for every unit and the two slopes. */
function preTrend(panel: Panel): { slope: number; standardError: number } | null {
  const rows = Array.from(panel.unit, (_, i) => i).filter((i) => panel.post[i] === 0);
  const pick = <T>(column: ArrayLike<T>) => rows.map((i) => column[i] as T);
  const [treated, period] = [pick(panel.treated), pick(panel.period)];
  const before = { unit: pick(panel.unit), period, treated, post: pick(panel.post), outcome: pick(panel.outcome) };
  const units = new Set(before.unit).size;
  return (
    withinFit(
      before,
      treated.map((t, i) => t * (period[i] as number)),
      units + 2,
    ) ?? null
  );
}

/** Least squares on one regressor beside a level for every unit and every period; errors clustered by unit (HC1). */
function withinFit(
  panel: Panel,
  regressor: number[],
  parameters = usualParameters(panel),
): { slope: number; standardError: number } | undefined {
  const [x, y] = [demean(regressor, panel), demean(Array.from(panel.outcome), panel)];
  const units = new Set(Array.from(panel.unit)).size;
  const squares = x.reduce((sum, value) => sum + value * value, 0);
  if (squares < 1e-9 || units < 2) return undefined;
  const slope = x.reduce((sum, value, i) => sum + value * (y[i] as number), 0) / squares;
  const sums = new Map<string, number>();
  x.forEach((value, i) => {
    const unit = panel.unit[i] as string;
    sums.set(unit, (sums.get(unit) ?? 0) + value * ((y[i] as number) - slope * value));
  });
  const meat = [...sums.values()].reduce((total, sum) => total + sum * sum, 0);
  const freedom = Math.max(1, y.length - parameters);
  const factor = ((units / (units - 1)) * (y.length - 1)) / freedom;
  return { slope, standardError: Math.sqrt(meat * factor) / squares };
}

/** Levels of units and periods, and the slope. */
function usualParameters({ unit, period }: Panel): number {
  return new Set(Array.from(unit)).size + new Set(Array.from(period)).size;
}

/** Takes out the means of units and of periods, in turn until nothing moves (one turn when the panel is complete). */
function demean(values: number[], { unit, period }: Panel): number[] {
  const out = [...values];
  for (let turn = 0; turn < 1000; turn++) {
    const moved = Math.max(takeMeans(out, unit), takeMeans(out, period));
    if (moved < 1e-12) break;
  }
  return out;
}

/** The largest mean that was taken out. */
function takeMeans(values: number[], labels: ArrayLike<string | number>): number {
  const sums = new Map<string | number, { sum: number; n: number }>();
  values.forEach((value, i) => {
    const own = sums.get(labels[i] as string) ?? { sum: 0, n: 0 };
    sums.set(labels[i] as string, { sum: own.sum + value, n: own.n + 1 });
  });
  let most = 0;
  values.forEach((value, i) => {
    const { sum, n } = sums.get(labels[i] as string) as { sum: number; n: number };
    values[i] = value - sum / n;
    most = Math.max(most, Math.abs(sum / n));
  });
  return most;
}
