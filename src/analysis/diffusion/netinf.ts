/**
 * Question: from when units adopted many things, who seems to follow whom?
 * Formula: in each cascade every unit has the likeliest earlier one as its parent: log(ε f(Δt)) without an edge, log(β f(Δt))
 *   with one, f exponential, Rayleigh or power law. Add the edge that raises the sum most, again and again (lazily: gains
 *   only fall); stop at a number of edges, or when a Vuong test of the cascades no longer tells the two apart.
 * Assumptions: one waiting-time law for all; ties in time are nobody's parents. Common causes look like following.
 * When not to use it: below ten cascades it says nothing (refused with the reason). Cost: O(Σ nₖ² + edges · cascades).
 * Source: Gomez-Rodriguez, Leskovec & Krause 2012, doi:10.1145/2086737.2086741; = NetworkInference of R; Vuong 1989,
 *   doi:10.2307/1912557.
 */
import { answered, unanswered } from '../answer.ts';
import { checkLabels, checkNumber, checkNumbers, checkSameLength, checkSome } from '../check.ts';
import { normalUpper } from '../distributions.ts';
import { methodError } from '../method-error.ts';

export type WaitingModel = 'exponential' | 'rayleigh' | 'power-law';

export interface Adoptions {
  unit: ArrayLike<string>;
  cascade: ArrayLike<string>;
  time: ArrayLike<number>;
}

export interface NetInfOptions {
  model?: WaitingModel;
  /** Rate of the exponential and Rayleigh law, exponent (> 1) of the power law. */
  rate?: number;
  /** Stop after so many edges … */
  edges?: number;
  /** … or with the first edge whose p is at or above this (it is the last one listed, as in R). */
  pCutoff?: number;
}

export const LEAST_CASCADES = 10;
const [EDGE, NO_EDGE] = [Math.log(0.5), Math.log(1e-10)];

export interface InferredEdge {
  from: string;
  to: string;
  /** Rise of the log score. */
  gain: number;
  p: number;
}

/** Edges in the order in which they were found. */
export function netInf(adoptions: Adoptions, { model = 'exponential', rate = 1, edges, pCutoff }: NetInfOptions = {}) {
  checkAdoptions(adoptions, rate, model);
  const cascades = cascadesOf(adoptions);
  if (cascades.length < LEAST_CASCADES) return unanswered('too-few', 'fewer-than-10-cascades');
  const units = [...new Set(Array.from(adoptions.unit))];
  const search = searchOf(units, cascades, logDensity(model, rate));
  const most = Math.min(edges ?? Infinity, search.candidates.length);
  const found: InferredEdge[] = [];
  while (found.length < most) {
    const next = bestOf(search);
    if (!next || next.gain <= 0) break;
    const p = vuong(search, next);
    take(search, next);
    found.push({ from: search.units[next.from] as string, to: search.units[next.to] as string, gain: next.gain, p });
    if (pCutoff !== undefined && p >= pCutoff) break;
  }
  return answered({
    edges: found,
    cascades: cascades.length,
    units: search.units.length,
    possibleEdges: search.possible,
  });
}

function checkAdoptions({ unit, cascade, time }: Adoptions, rate: number, model: WaitingModel): void {
  const first = { name: 'time', values: time };
  checkSome(first);
  checkSameLength(first, { name: 'unit', values: unit }, { name: 'cascade', values: cascade });
  checkLabels({ name: 'unit', values: unit });
  checkLabels({ name: 'cascade', values: cascade });
  checkNumbers(first);
  checkNumber('rate', rate, { min: model === 'power-law' ? 1 + Number.EPSILON : Number.MIN_VALUE });
}

/** Units and times of one cascade, earliest first. */
type Cascade = { unit: string; time: number }[];

function cascadesOf({ unit, cascade, time }: Adoptions): Cascade[] {
  const cascades = new Map<string, Map<string, number>>();
  for (let i = 0; i < time.length; i++) {
    const own = cascades.get(cascade[i] as string) ?? new Map<string, number>();
    if (own.has(unit[i] as string))
      throw methodError({ reason: 'unit-twice-in-a-cascade', row: i + 1, column: 'unit', value: unit[i] as string });
    cascades.set(cascade[i] as string, own.set(unit[i] as string, time[i] as number));
  }
  return [...cascades.values()].map((own) =>
    [...own].map(([name, at]) => ({ unit: name, time: at })).sort((a, b) => a.time - b.time),
  );
}

function logDensity(model: WaitingModel, rate: number): (wait: number) => number {
  if (model === 'exponential') return (wait) => Math.log(rate) - rate * wait;
  if (model === 'rayleigh') return (wait) => Math.log(rate * wait) - (rate * wait * wait) / 2;
  return (wait) => (wait < 1 ? Math.log(rate - 1) : Math.log(rate - 1) - rate * Math.log(wait));
}

interface Candidate {
  from: number;
  to: number;
  /** Places (cascade and unit) this edge could explain, and its score there. */
  places: Int32Array;
  scores: Float64Array;
  gain: number;
  /** How many edges were in the net when the gain was computed. */
  asOf: number;
}

interface Search {
  units: string[];
  candidates: Candidate[];
  possible: number;
  /** Score of the present parent at each place. */
  parents: Float64Array;
  /** The cascade of each place, and the step at which each cascade last changed. */
  cascadeOf: Int32Array;
  paidAt: Int32Array;
  taken: number;
}

function searchOf(units: string[], cascades: Cascade[], density: (wait: number) => number): Search {
  const index = new Map(units.map((unit, i) => [unit, i]));
  const lists = new Map<number, { places: number[]; scores: number[] }>();
  const parents: number[] = [];
  const cascadeOf: number[] = [];
  cascades.forEach((cascade, c) => {
    cascade.forEach(({ unit, time }) => {
      let best = Number.NEGATIVE_INFINITY;
      for (const earlier of cascade) {
        if (earlier.time >= time) break;
        const score = density(time - earlier.time);
        best = Math.max(best, score);
        const key = (index.get(earlier.unit) as number) * units.length + (index.get(unit) as number);
        const list = lists.get(key) ?? { places: [], scores: [] };
        list.places.push(parents.length);
        list.scores.push(score + EDGE);
        lists.set(key, list);
      }
      parents.push(best + NO_EDGE);
      cascadeOf.push(c);
    });
  });
  const candidates = [...lists].map(([key, { places, scores }]) => ({
    from: Math.floor(key / units.length),
    to: key % units.length,
    places: Int32Array.from(places),
    scores: Float64Array.from(scores),
    gain: Infinity,
    asOf: -1,
  }));
  return {
    units,
    candidates,
    possible: candidates.length,
    parents: Float64Array.from(parents),
    cascadeOf: Int32Array.from(cascadeOf),
    paidAt: new Int32Array(cascades.length),
    taken: 0,
  };
}

/** The edge with the largest gain; old gains are upper limits, so only those that could win are counted anew. */
function bestOf({ candidates, parents, taken }: Search): Candidate | undefined {
  candidates.sort(before);
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    if (best && candidate.gain < best.gain) break;
    if (candidate.asOf !== taken) {
      candidate.gain = gainOf(candidate, parents);
      candidate.asOf = taken;
    }
    if (!best || before(candidate, best) < 0) best = candidate;
  }
  return best;
}

/** Larger gain first; among equals the one whose units appear later in the data, as in R. */
function before(a: Candidate, b: Candidate): number {
  return b.gain - a.gain || b.to - a.to || b.from - a.from;
}

function gainOf({ places, scores }: Candidate, parents: Float64Array): number {
  let gain = 0;
  for (let i = 0; i < places.length; i++)
    gain += Math.max(0, (scores[i] as number) - (parents[places[i] as number] as number));
  return gain;
}

/**
 * One-sided p that the net with the edge explains the cascades no better. As in R's package, each step costs every
 * cascade 1/n (Akaike's price of 1 in all), and a cascade that the edge changes gets back what it paid since its last
 * change: that moves the sum a little, and with it the edge at which a cut-off stops.
 */
function vuong(search: Search, { places, scores, gain }: Candidate): number {
  const { parents, cascadeOf, paidAt, taken } = search;
  const n = paidAt.length;
  let [sum, squares] = [gain, 0];
  places.forEach((place, i) => {
    const rise = (scores[i] as number) - (parents[place] as number);
    if (rise <= 0) return;
    const back = (taken - (paidAt[cascadeOf[place] as number] as number)) / n;
    sum += back;
    squares += (rise + back) ** 2;
  });
  const variance = (squares - (sum * sum) / n) / (n - 1);
  return variance <= 0 ? 0 : normalUpper((sum - 1) / Math.sqrt(n * variance));
}

function take(search: Search, edge: Candidate): void {
  const { parents, cascadeOf, paidAt, taken } = search;
  edge.places.forEach((place, i) => {
    const score = edge.scores[i] as number;
    if (score <= (parents[place] as number)) return;
    parents[place] = score;
    paidAt[cascadeOf[place] as number] = taken;
  });
  search.candidates.splice(search.candidates.indexOf(edge), 1);
  search.taken++;
}
