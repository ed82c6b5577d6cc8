/**
 * What each row adds to the score of Cox's model (for robust errors): δ(x − x̄) − ∫ (x − x̄) e^{βx} dΛ.
 * With Efron's ties those who left together count with their shares. Cost: O(n (p + log n) + events · p).
 * Source: Lin & Wei 1989, doi:10.1080/01621459.1989.10478874; = residuals(coxph, "score") of R.
 */
import { addAt } from '../linear.ts';
import { type CoxData, type CoxOrder, type EventTime, walk } from './cox-likelihood.ts';

interface Running {
  time: number;
  /** Σ weight/denominator, and Σ weight · mean/denominator, over event times up to and with this one. */
  a: number;
  b: Float64Array;
}

/** One row of p numbers for each row of the data. */
export function scoreResiduals(data: CoxData, order: CoxOrder, beta: ArrayLike<number>): number[][] {
  const events = new Map<string, EventTime[]>();
  let risks = new Float64Array(0);
  walk(data, order, {
    beta,
    see: (event, all) => {
      risks = all as Float64Array<ArrayBuffer>;
      events.set(event.stratum, [...(events.get(event.stratum) ?? []), event]);
    },
  });
  const residuals = data.rows.map((row) => new Array<number>(row.length).fill(0));
  for (const [stratum, own] of events) {
    own.reverse();
    const running = runningSums(own, beta.length);
    data.rows.forEach((row, i) => {
      if (data.strata[i] === stratum)
        takeExpected(residuals[i] as number[], row, { span: spanOf(data, i, running), risk: risks[i] as number });
    });
    for (const event of own)
      for (const i of event.dead)
        addOwnEvent(residuals[i] as number[], data.rows[i] as Float64Array, { event, risk: risks[i] as number });
  }
  return residuals;
}

function runningSums(events: EventTime[], p: number): Running[] {
  let last: Running = { time: Number.NEGATIVE_INFINITY, a: 0, b: new Float64Array(p) };
  const sums = [last];
  for (const { time, parts } of events) {
    const b = Float64Array.from(last.b);
    let a = last.a;
    for (const { weight, inverse, mean } of parts) {
      a += weight * inverse;
      mean.forEach((m, j) => {
        addAt(b, j, weight * inverse * m);
      });
    }
    last = { time, a, b };
    sums.push(last);
  }
  return sums;
}

/** The sums at the end of a row's follow-up and at its entry. */
function spanOf({ spells }: CoxData, i: number, running: Running[]): [Running, Running] {
  const at = (time: number) => running[upTo(running, time)] as Running;
  return [at(spells.time[i] as number), spells.entry ? at(spells.entry[i] as number) : (running[0] as Running)];
}

function upTo(running: Running[], time: number): number {
  let [low, high] = [0, running.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((running[middle] as Running).time <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

function takeExpected(
  residual: number[],
  row: Float64Array,
  { span: [end, start], risk }: { span: [Running, Running]; risk: number },
): void {
  row.forEach((x, j) => {
    residual[j] =
      (residual[j] as number) - risk * (x * (end.a - start.a) - ((end.b[j] as number) - (start.b[j] as number)));
  });
}

/** x less the mean of the parts; and back what was taken too much from those who left together. */
function addOwnEvent(residual: number[], row: Float64Array, { event, risk }: { event: EventTime; risk: number }): void {
  const all = event.parts.reduce((sum, part) => sum + part.weight, 0);
  for (const { weight, mean, share, inverse } of event.parts) {
    row.forEach((x, j) => {
      const gap = x - (mean[j] as number);
      addAt(residual, j, (weight / all) * gap + share * weight * inverse * risk * gap);
    });
  }
}
