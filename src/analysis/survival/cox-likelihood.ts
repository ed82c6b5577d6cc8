/**
 * The partial likelihood of Cox's model with Efron's or Breslow's ties: its value, slope and curvature at β.
 * One walk backwards through time adds whoever is at risk and takes away whoever had not entered yet.
 * Cost: O(n p²) a call, after one sort. Source: Efron 1977, doi:10.1080/01621459.1977.10480613; see cox.ts.
 */
import { addAt, addOuter, type Rows, zeros } from '../linear.ts';
import type { Spells } from './spells.ts';

export type Ties = 'efron' | 'breslow';

export interface CoxData {
  spells: Spells;
  rows: Float64Array[];
  ties: Ties;
  strata: ArrayLike<string>;
}

/** One event time of one stratum, at some β. */
export interface EventTime {
  time: number;
  stratum: string;
  dead: number[];
  /** For each share k/d of Efron (one share 0 repeated for Breslow): 1/denominator, mean of x, and the share. */
  parts: { weight: number; mean: Float64Array; share: number; inverse: number }[];
  /** Sum over the parts of the covariance of x among those at risk. */
  covariance: Rows;
}

export interface Likelihood {
  value: number;
  score: Float64Array;
  information: Rows;
}

interface Sums {
  s0: number;
  s1: Float64Array;
  s2: Rows;
}

/** Log partial likelihood, score and information at `beta`. */
export function coxLikelihood(data: CoxData, order: CoxOrder, beta: ArrayLike<number>): Likelihood {
  const p = beta.length;
  const result: Likelihood = { value: 0, score: new Float64Array(p), information: zeros(p, p) };
  walk(data, order, { beta, see: (event, risks) => addEvent(result, event, { data, risks }) });
  return result;
}

function addEvent(result: Likelihood, event: EventTime, { data, risks }: { data: CoxData; risks: Float64Array }): void {
  for (const i of event.dead) {
    result.value += Math.log(risks[i] as number);
    const row = data.rows[i] as Float64Array;
    for (let j = 0; j < row.length; j++) addAt(result.score, j, row[j] as number);
  }
  for (const { mean, inverse, weight } of event.parts) {
    result.value += weight * Math.log(inverse);
    mean.forEach((m, j) => {
      addAt(result.score, j, -weight * m);
    });
  }
  event.covariance.forEach((row, a) => {
    const into = result.information[a] as number[];
    row.forEach((x, b) => {
      addAt(into, b, x);
    });
  });
}

/** Rows by stratum and falling time, and by stratum and falling entry. */
export interface CoxOrder {
  byTime: number[];
  byEntry: number[];
}

export function coxOrder({ spells, strata }: CoxData): CoxOrder {
  const rows = Array.from(spells.time, (_, i) => i);
  const stratum = (a: number, b: number) =>
    (strata[a] as string) < (strata[b] as string) ? -1 : strata[a] === strata[b] ? 0 : 1;
  const falling = (column: ArrayLike<number>) => (a: number, b: number) =>
    stratum(a, b) || (column[b] as number) - (column[a] as number);
  const byTime = rows.toSorted(falling(spells.time));
  return { byTime, byEntry: spells.entry ? rows.toSorted(falling(spells.entry)) : [] };
}

interface Walk {
  beta: ArrayLike<number>;
  see: (event: EventTime, risks: Float64Array) => void;
}

/** Shows every event time, latest first within its stratum. */
export function walk(data: CoxData, order: CoxOrder, { beta, see }: Walk): void {
  const { spells, strata, rows } = data;
  const p = beta.length;
  const risks = Float64Array.from(rows, (row) => Math.exp(row.reduce((sum, x, j) => sum + x * (beta[j] as number), 0)));
  let all = emptySums(p);
  let gone = 0;
  for (let i = 0; i < order.byTime.length; ) {
    const first = order.byTime[i] as number;
    const [time, stratum] = [spells.time[first] as number, strata[first] as string];
    if (i > 0 && strata[order.byTime[i - 1] as number] !== stratum) {
      all = emptySums(p);
      while (gone < order.byEntry.length && (strata[order.byEntry[gone] as number] as string) < stratum) gone++;
    }
    const dead: number[] = [];
    for (; i < order.byTime.length; i++) {
      const row = order.byTime[i] as number;
      if (spells.time[row] !== time || strata[row] !== stratum) break;
      add(all, rows[row] as Float64Array, risks[row] as number);
      if (spells.event[row] === 1) dead.push(row);
    }
    for (; gone < order.byEntry.length; gone++) {
      const row = order.byEntry[gone] as number;
      if (strata[row] !== stratum || (spells.entry?.[row] as number) < time) break;
      add(all, rows[row] as Float64Array, -(risks[row] as number));
    }
    if (dead.length > 0) see(eventTime({ time, stratum, dead }, all, { data, risks }), risks);
  }
}

function emptySums(p: number): Sums {
  return { s0: 0, s1: new Float64Array(p), s2: zeros(p, p) };
}

function add(sums: Sums, row: Float64Array, risk: number): void {
  sums.s0 += risk;
  for (let j = 0; j < row.length; j++) addAt(sums.s1, j, risk * (row[j] as number));
  addOuter(sums.s2, row, risk);
}

type Head = Pick<EventTime, 'time' | 'stratum' | 'dead'>;

function eventTime(head: Head, all: Sums, { data, risks }: { data: CoxData; risks: Float64Array }): EventTime {
  const p = all.s1.length;
  const own = emptySums(p);
  for (const i of head.dead) add(own, data.rows[i] as Float64Array, risks[i] as number);
  const d = head.dead.length;
  const event: EventTime = { ...head, parts: [], covariance: zeros(p, p) };
  const steps =
    data.ties === 'efron'
      ? Array.from({ length: d }, (_, k) => ({ share: k / d, weight: 1 }))
      : [{ share: 0, weight: d }];
  for (const { share, weight } of steps) {
    const inverse = 1 / (all.s0 - share * own.s0);
    const mean = all.s1.map((x, j) => (x - share * (own.s1[j] as number)) * inverse);
    event.parts.push({ share, weight, mean, inverse });
    all.s2.forEach((row, a) => {
      const into = event.covariance[a] as number[];
      row.forEach((x, b) => {
        const second = (x - share * (own.s2[a]?.[b] as number)) * inverse;
        addAt(into, b, weight * (second - (mean[a] as number) * (mean[b] as number)));
      });
    });
  }
  return event;
}
