/**
 * Question: what share has left for each of several reasons by time t?
 * Formula: I_k(t) = Σ S(t−) d_k/n, S over all reasons together; variance after Gray (ties as a sample without return).
 * Assumptions: censoring says nothing about the exits to come. 1 − Kaplan–Meier overstates each reason.
 * When not to use it: as what would happen if the other reasons were done away with. Cost: O(n log n + times · k).
 * Source: Aalen & Johansen 1978, www.jstor.org/stable/4615704; Gray 1988, doi:10.1214/aos/1176350951;
 *   = survfit of a multi-state Surv, and cuminc of cmprsk, in R.
 */
import { answered } from '../answer.ts';
import { checkNumbers, checkSameLength } from '../check.ts';
import { checkSpells } from './spells.ts';

export interface Exits {
  time: ArrayLike<number>;
  /** 0 censored, 1 … k the reason of leaving. */
  event: ArrayLike<number>;
}

interface Steps {
  times: number[];
  atRisk: number[];
  /** By time and reason. */
  events: number[][];
}

/** States at the times `at` (default: every time of an exit): [still there, 1, …, k], each row adding up to 1. */
export function aalenJohansen(exits: Exits, at?: readonly number[]) {
  const reasons = checkExits(exits);
  const steps = stepsOf(exits, reasons);
  const path = pathOf(steps, reasons);
  const variances = Array.from({ length: reasons }, (_, k) => variancesOf(steps, path, k));
  const wanted = at ?? steps.times;
  const last = wanted.map((time) => steps.times.findLastIndex((step) => step <= time));
  const still = [1, ...new Array<number>(reasons).fill(0)];
  return answered({
    times: [...wanted],
    states: last.map((i) => (i < 0 ? still : [path.after[i] as number, ...(path.incidence[i] as number[])])),
    /** Variances of the k incidences at each time. */
    variances: last.map((i) => variances.map((own) => (i < 0 ? 0 : (own[i] as number)))),
  });
}

function checkExits({ time, event }: Exits): number {
  checkSameLength({ name: 'time', values: time }, { name: 'event', values: event });
  checkSpells({ time, event: new Uint8Array(time.length) });
  checkNumbers({ name: 'event', values: event }, { min: 0, integer: true });
  let most = 1;
  for (let i = 0; i < event.length; i++) most = Math.max(most, event[i] as number);
  return most;
}

function stepsOf({ time, event }: Exits, reasons: number): Steps {
  const order = Uint32Array.from(time, (_, i) => i).sort((a, b) => (time[a] as number) - (time[b] as number));
  const steps: Steps = { times: [], atRisk: [], events: [] };
  for (let i = 0; i < order.length; ) {
    const now = time[order[i] as number] as number;
    const counts = new Array<number>(reasons).fill(0);
    const before = i;
    for (; i < order.length && time[order[i] as number] === now; i++) {
      const reason = event[order[i] as number] as number;
      if (reason > 0) counts[reason - 1] = (counts[reason - 1] as number) + 1;
    }
    if (counts.every((d) => d === 0)) continue;
    steps.times.push(now);
    steps.atRisk.push(order.length - before);
    steps.events.push(counts);
  }
  return steps;
}

interface Path {
  before: number[];
  after: number[];
  incidence: number[][];
}

function pathOf(steps: Steps, reasons: number): Path {
  const path: Path = { before: [], after: [], incidence: [] };
  let share = 1;
  let sums = new Array<number>(reasons).fill(0);
  steps.events.forEach((counts, i) => {
    const n = steps.atRisk[i] as number;
    path.before.push(share);
    sums = sums.map((sum, k) => sum + (share * (counts[k] as number)) / n);
    share *= 1 - total(counts) / n;
    path.after.push(share);
    path.incidence.push(sums);
  });
  return path;
}

function total(counts: number[]): number {
  return counts.reduce((a, b) => a + b, 0);
}

/** Variance of the incidence of one reason after each step (three running sums, after Gray). */
function variancesOf(steps: Steps, path: Path, reason: number): number[] {
  const sums = { both: 0, mixed: 0, left: 0 };
  return steps.times.map((_, i) => {
    const reached = path.incidence[i]?.[reason] as number;
    const own = steps.events[i]?.[reason] as number;
    const others = total(steps.events[i] as number[]) - own;
    const after = path.after[i] as number;
    const per = after > 0 ? 1 / after : 0;
    if (after > 0) addSpread(sums, spreadOf(path, steps, { i, d: others }), { gain: reached * per, per });
    addSpread(sums, spreadOf(path, steps, { i, d: own }), { gain: 1 + reached * per, per });
    return sums.both + reached * reached * sums.left - 2 * reached * sums.mixed;
  });
}

function spreadOf(path: Path, steps: Steps, { i, d }: { i: number; d: number }): number {
  const n = steps.atRisk[i] as number;
  const ties = d > 1 ? 1 - (d - 1) / (n - 1) : 1;
  return ((path.before[i] as number) / n) ** 2 * ties * d;
}

function addSpread(
  sums: { both: number; mixed: number; left: number },
  spread: number,
  { gain, per }: { gain: number; per: number },
): void {
  sums.both += gain * gain * spread;
  sums.mixed += per * gain * spread;
  sums.left += per * per * spread;
}
