/**
 * Question: does an effect stay the same over time, as Cox's model says?
 * Formula: score test of adding x · g(t), g = 1 − S(t−) (Kaplan–Meier, as R's default): u² / (I_γγ − I_γβ I_ββ⁻¹ I_βγ),
 *   one covariate at a time and all together.
 * Assumptions: the model fits otherwise. When not to use it: very few events; a large p is no proof of proportion.
 * Cost: O(n p² + p³). Source: Grambsch & Therneau 1994, doi:10.1093/biomet/81.3.515; = cox.zph of R's survival ≥ 3.
 */
import { chiSquareUpper } from '../distributions.ts';
import { addAt, invertSymmetric, type Rows, times, zeros } from '../linear.ts';
import { type CoxData, type CoxOrder, type EventTime, walk } from './cox-likelihood.ts';
import { riskTable } from './spells.ts';

interface Fitted {
  beta: ArrayLike<number>;
  names: string[];
}

/** χ², df, p of all covariates together and of each; null where the test cannot be computed. */
export function proportionalHazards(data: CoxData, order: CoxOrder, { beta, names }: Fitted) {
  const events: EventTime[] = [];
  walk(data, order, { beta, see: (event) => events.push(event) });
  const g = timeScale(data, events);
  const [score, information] = augmented(data, events, g);
  const p = names.length;
  const test = (added: number[]) => {
    const kept = [...Array.from({ length: p }, (_, j) => j), ...added.map((j) => p + j)];
    const inverse = invertSymmetric(kept.map((a) => kept.map((b) => information[a]?.[b] as number)));
    if (!inverse) return null;
    const u = kept.map((a) => score[a] as number);
    const chiSquare = times(inverse, u).reduce((sum, x, i) => sum + x * (u[i] as number), 0);
    return { chiSquare, df: added.length, p: chiSquareUpper(chiSquare, added.length) };
  };
  const all = test(names.map((_, j) => j));
  return {
    chiSquare: all?.chiSquare ?? null,
    df: p,
    p: all?.p ?? null,
    terms: names.map((name, j) => ({ name, ...test([j]) })),
  };
}

/** 1 − S(t−) at each event time, less its mean over the events. */
function timeScale(data: CoxData, events: EventTime[]): number[] {
  const table = riskTable(data.spells);
  const before = new Map<number, number>();
  let share = 1;
  table.times.forEach((time, i) => {
    before.set(time, 1 - share);
    share *= 1 - (table.events[i] as number) / (table.atRisk[i] as number);
  });
  const scale = events.map(({ time }) => before.get(time) as number);
  const all = events.reduce((sum, { dead }) => sum + dead.length, 0);
  const mean = events.reduce((sum, { dead }, i) => sum + dead.length * (scale[i] as number), 0) / all;
  return scale.map((x) => x - mean);
}

function augmented(data: CoxData, events: EventTime[], g: number[]): [number[], Rows] {
  const p = data.rows[0]?.length ?? 0;
  const [score, information] = [new Array<number>(2 * p).fill(0), zeros(2 * p, 2 * p)];
  events.forEach((event, e) => {
    const t = g[e] as number;
    for (let a = 0; a < p; a++) {
      const gap =
        event.dead.reduce((sum, i) => sum + (data.rows[i]?.[a] as number), 0) -
        event.parts.reduce((sum, part) => sum + part.weight * (part.mean[a] as number), 0);
      addAt(score, p + a, t * gap);
      for (let b = 0; b < p; b++) addBlock(information, { a, b, p, t }, event.covariance[a]?.[b] as number);
    }
  });
  return [score, information];
}

function addBlock(information: Rows, { a, b, p, t }: { a: number; b: number; p: number; t: number }, v: number): void {
  const put = (row: number, column: number, x: number) => {
    const into = information[row] as number[];
    addAt(into, column, x);
  };
  put(a, b, v);
  put(p + a, b, t * v);
  put(a, p + b, t * v);
  put(p + a, p + b, t * t * v);
}
