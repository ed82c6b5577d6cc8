/**
 * Question: which S-curve does the running number of adopters follow, and where does it level off?
 * Formula: logistic K/(1 + e^(−r(x − m))); Gompertz K e^(−b e^(−r x)); Bass K (1 − e^(−(p+q)x))/(1 + (q/p) e^(−(p+q)x)); least
 *   squares by Levenberg–Marquardt on ln of the parameters that must be positive; K free or fixed.
 * Assumptions: one population, x counted from the origin. Points of a running total lean on each other: no p-values.
 * When not to use it: before the bend K is a guess; K above the number of units is told in `reasons`.
 * Cost: O(rounds · n). Source: Bass 1969, doi:10.1287/mnsc.15.5.215; Marquardt 1963, doi:10.1137/0111030; = nls of R.
 */
import { answered, unanswered } from '../answer.ts';
import { checkNumbers, checkSameLength } from '../check.ts';
import { addOuter, invertSymmetric, times, zeros } from '../linear.ts';

export type GrowthModel = 'logistic' | 'gompertz' | 'bass';

export interface GrowthInput {
  /** Periods since the origin. */
  x: ArrayLike<number>;
  /** Adopters up to and with the period. */
  total: ArrayLike<number>;
  model: GrowthModel;
  /** Fixes the ceiling. */
  ceiling?: number;
  /** How many could adopt at most. */
  units?: number;
}

interface Shape {
  names: string[];
  value: (x: number, parameters: number[]) => number;
  /** Starting points, K first. */
  starts: (top: number, span: number) => number[][];
  /** Parameters that may be negative are not searched on the scale of ln. */
  free: boolean[];
}

const SHAPES: Record<GrowthModel, Shape> = {
  logistic: {
    names: ['K', 'r', 'm'],
    value: (x, [k = 0, r = 0, m = 0]) => k / (1 + Math.exp(-r * (x - m))),
    starts: (top, span) => [1.1, 1.5, 3].map((f) => [f * top, 6 / span, span / 2]),
    free: [false, false, true],
  },
  gompertz: {
    names: ['K', 'b', 'r'],
    value: (x, [k = 0, b = 0, r = 0]) => k * Math.exp(-b * Math.exp(-r * x)),
    starts: (top, span) => [1.1, 1.5, 3].map((f) => [f * top, 5, 3 / span]),
    free: [false, false, false],
  },
  bass: {
    names: ['K', 'p', 'q'],
    value: (x, [k = 0, p = 0, q = 0]) => (k * (1 - Math.exp(-(p + q) * x))) / (1 + (q / p) * Math.exp(-(p + q) * x)),
    starts: (top, span) => [1.1, 1.5, 3].map((f) => [f * top, 0.3 / span, 3 / span]),
    free: [false, false, false],
  },
};

/** Parameters with the residual sum of squares and the fitted values. */
export function growthCurve(input: GrowthInput) {
  const { x, total, model, ceiling, units } = input;
  checkSameLength({ name: 'x', values: x }, { name: 'total', values: total });
  checkNumbers({ name: 'x', values: x }, { min: 0 });
  checkNumbers({ name: 'total', values: total }, { min: 0 });
  const shape = SHAPES[model];
  const top = Array.from(total).reduce((a, b) => Math.max(a, b), 0);
  if (x.length <= shape.names.length) return unanswered('too-few', 'fewer-points-than-parameters');
  if (Array.from(total).every((n) => n === total[0])) return unanswered('no-variation', 'all-equal');
  const span = Array.from(x).reduce((a, b) => Math.max(a, b), 0);
  const fits = shape
    .starts(ceiling ?? top, span)
    .map((start) => search(input, shape, ceiling === undefined ? start : [ceiling, ...start.slice(1)]));
  const best = fits.filter(({ done }) => done).sort((a, b) => a.rss - b.rss)[0];
  if (!best) return unanswered('no-convergence', 'ceiling-cannot-be-told-yet');
  const k = best.parameters[0] as number;
  const parameters = Object.fromEntries(shape.names.map((name, i) => [name, best.parameters[i] as number]));
  const fitted = Array.from(x, (at) => shape.value(at, best.parameters));
  return answered(
    { parameters, rss: best.rss, fitted },
    units !== undefined && k > units ? ['ceiling-above-the-number-of-units'] : [],
  );
}

interface Fit {
  parameters: number[];
  rss: number;
  done: boolean;
}

const MOST_ROUNDS = 2000;

function search({ x, total, ceiling }: GrowthInput, shape: Shape, start: number[]): Fit {
  const searched = shape.names.map((_, i) => i).filter((i) => i > 0 || ceiling === undefined);
  const residuals = (at: number[]) => Array.from(x, (time, i) => (total[i] as number) - shape.value(time, at));
  const squares = (at: number[]) => residuals(at).reduce((sum, r) => sum + r * r, 0);
  let [parameters, rss, damping] = [start, squares(start), 1e-3];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const step = stepFrom({ x, shape, searched, parameters }, residuals(parameters), damping);
    if (!step) return { parameters, rss, done: false };
    const next = moved(parameters, shape, { searched, step });
    const reached = squares(next);
    if (!(reached <= rss)) {
      damping *= 10;
      if (damping > 1e15) return { parameters, rss, done: true };
      continue;
    }
    const still = rss - reached <= 1e-14 * rss && Math.max(...step.map(Math.abs)) < 1e-9;
    [parameters, rss, damping] = [next, reached, Math.max(damping / 10, 1e-12)];
    if (still) return { parameters, rss, done: Number.isFinite(rss) };
  }
  return { parameters, rss, done: false };
}

function moved(
  parameters: number[],
  { free }: Shape,
  { searched, step }: { searched: number[]; step: number[] },
): number[] {
  const next = [...parameters];
  searched.forEach((i, s) => {
    next[i] = free[i] ? (next[i] as number) + (step[s] as number) : (next[i] as number) * Math.exp(step[s] as number);
  });
  return next;
}

interface Here {
  x: ArrayLike<number>;
  shape: Shape;
  searched: number[];
  parameters: number[];
}

/** Damped least-squares step; slopes by central differences. */
function stepFrom(
  { x, shape, searched, parameters }: Here,
  residuals: number[],
  damping: number,
): number[] | undefined {
  const cross = zeros(searched.length, searched.length);
  const right = searched.map(() => 0);
  const h = 1e-6;
  const shifted = searched.map(
    (i) => [h, -h].map((d) => moved(parameters, shape, { searched: [i], step: [d] })) as [number[], number[]],
  );
  residuals.forEach((residual, row) => {
    const slopes = shifted.map(
      ([up, down]) => (shape.value(x[row] as number, up) - shape.value(x[row] as number, down)) / (2 * h),
    );
    addOuter(cross, slopes, 1);
    slopes.forEach((slope, s) => {
      right[s] = (right[s] as number) + slope * residual;
    });
  });
  const damped = cross.map((row, i) => row.map((value, j) => (i === j ? value * (1 + damping) : value)));
  const inverse = invertSymmetric(damped);
  return inverse && times(inverse, right);
}
