/**
 * Fits the hazard of a yes/no outcome by Fisher scoring; says so when the likelihood has no maximum.
 * Separation shows itself: the fitted odds go on growing by about one step a round while the likelihood stands still.
 * Cost: O(n p²) a round. Source: Albert & Anderson 1984, doi:10.1093/biomet/71.1.1; see discrete-time.ts.
 */
import { addAt, addOuter, invertSymmetric, type Rows, times, zeros } from '../linear.ts';

export type Link = 'logit' | 'cloglog';

export interface BinaryData {
  /** First entry 1 for the intercept. */
  rows: Float64Array[];
  event: ArrayLike<number>;
  link: Link;
  firth: boolean;
}

export interface BinaryFit {
  beta: Float64Array;
  information: Rows;
  probabilities: Float64Array;
}

interface NoFit {
  status: 'separation' | 'collinear' | 'no-convergence';
  last: Float64Array;
}

const MOST_ROUNDS = 100;
/** Beyond these odds (e²⁵) a probability is 0 or 1 to the computer. */
const WITHOUT_LIMIT = 25;

export function fitBinary(data: BinaryData): BinaryFit | NoFit {
  const p = data.rows[0]?.length ?? 0;
  let beta = startOf(data, p);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const state = stateOf(data, beta);
    const covariance = invertSymmetric(state.information);
    if (state.largest > WITHOUT_LIMIT) return { status: 'separation', last: beta };
    if (!covariance) return { status: round < 3 ? 'collinear' : 'separation', last: beta };
    const step = times(covariance, data.firth ? penalised(data, state, covariance) : state.score);
    const shrink = Math.min(1, 5 / Math.max(...step.map(Math.abs)));
    beta = beta.map((b, j) => b + shrink * (step[j] as number)) as Float64Array<ArrayBuffer>;
    const largest = Math.max(
      ...data.rows.map((row) => Math.abs(row.reduce((sum, x, j) => sum + x * (step[j] as number), 0))),
    );
    if (largest < 1e-10) return finish(data, beta);
  }
  return { status: 'no-convergence', last: beta };
}

function startOf({ event, link }: BinaryData, p: number): Float64Array<ArrayBuffer> {
  let events = 0;
  for (let i = 0; i < event.length; i++) events += event[i] as number;
  const share = events / event.length;
  const beta = new Float64Array(p);
  beta[0] = link === 'logit' ? Math.log(share / (1 - share)) : Math.log(-Math.log1p(-share));
  return beta;
}

function finish(data: BinaryData, beta: Float64Array): BinaryFit {
  const { information, probabilities } = stateOf(data, beta);
  return { beta, information, probabilities };
}

interface State {
  score: Float64Array;
  information: Rows;
  probabilities: Float64Array;
  weights: Float64Array;
  largest: number;
}

function stateOf({ rows, event, link }: BinaryData, beta: Float64Array): State {
  const n = rows.length;
  const state: State = {
    score: new Float64Array(beta.length),
    information: zeros(beta.length, beta.length),
    probabilities: new Float64Array(n),
    weights: new Float64Array(n),
    largest: 0,
  };
  rows.forEach((row, i) => {
    const odds = row.reduce((sum, x, j) => sum + x * (beta[j] as number), 0);
    const { p, weight, pull } = hazard(odds, event[i] as number, link);
    state.largest = Math.max(state.largest, Math.abs(odds));
    state.probabilities[i] = p;
    state.weights[i] = weight;
    addOuter(state.information, row, weight);
    row.forEach((x, j) => {
      addAt(state.score, j, pull * x);
    });
  });
  return state;
}

/** Probability, weight of the expected information, and what a row of outcome y adds to the score for each unit of x. */
function hazard(odds: number, y: number, link: Link): { p: number; weight: number; pull: number } {
  if (link === 'logit') {
    const p = 1 / (1 + Math.exp(-odds));
    return { p, weight: p * (1 - p), pull: y - p };
  }
  const rate = Math.exp(odds);
  const p = -Math.expm1(-rate);
  const slope = rate * Math.exp(-rate);
  const spread = p * (1 - p);
  return spread === 0
    ? { p, weight: 0, pull: 0 }
    : { p, weight: (slope * slope) / spread, pull: ((y - p) * slope) / spread };
}

function penalised({ rows }: BinaryData, { score, probabilities, weights }: State, covariance: Rows): number[] {
  const pulled = Array.from(score);
  rows.forEach((row, i) => {
    const leverage =
      (weights[i] as number) * times(covariance, row).reduce((sum, x, j) => sum + x * (row[j] as number), 0);
    row.forEach((x, j) => {
      addAt(pulled, j, leverage * (0.5 - (probabilities[i] as number)) * x);
    });
  });
  return pulled;
}

/** What each row adds to the score at β (for robust errors). */
export function scoresOf({ rows, event, link }: BinaryData, beta: Float64Array): Rows {
  return rows.map((row, i) => {
    const odds = row.reduce((sum, x, j) => sum + x * (beta[j] as number), 0);
    const { pull } = hazard(odds, event[i] as number, link);
    return Array.from(row, (x) => pull * x);
  });
}

/** −2 times the log likelihood of the outcomes. */
export function deviance(probabilities: Float64Array, event: ArrayLike<number>): number {
  return -2 * probabilities.reduce((sum, p, i) => sum + Math.log(event[i] === 1 ? p : 1 - p), 0);
}
