/**
 * Question: do two yes/no properties go together in a small table of four cells?
 * Formula: margins fixed, the first cell is (non-central) hypergeometric; p sums all tables no more likely; the odds
 *   ratio is the conditional maximum likelihood estimate, its limits invert the two one-sided tests.
 * Assumptions: independent rows. When not to use it: paired rows (mcnemar.ts), clustered rows.
 * Cost: O(m) a step, m = smallest margin, about 50 steps a limit.
 * Source: Fisher 1935, doi:10.2307/2342435; = fisher.test of R, whose search for the odds ratio and its limits stops at 1e-4
 *   (4.06710 where the likelihood has its top at 4.06678): here it goes on to the last digit.
 */
import { answered, unanswered } from '../answer.ts';
import { checkNumbers } from '../check.ts';
import { logChoose } from '../distributions.ts';
import { methodError } from '../method-error.ts';
import { asLikelyAsOrLess } from './binomial-test.ts';

/** [[a, b], [c, d]]: counts. */
export type FourCells = [[number, number], [number, number]];

interface Margins {
  /** ln of the central weights of the possible first cells lowest … highest. */
  logs: Float64Array;
  lowest: number;
  met: number;
}

/** p, and the odds ratio with limits; a limit that does not exist is null. */
export function fisher(table: FourCells, level = 0.95) {
  const margins = marginsOf(table);
  if (margins.logs.length < 2) return unanswered('no-variation', 'empty-margin');
  const tail = (1 - level) / 2;
  const last = margins.lowest + margins.logs.length - 1;
  const atLeast = (odds: number) => tailOf(margins, odds, (x) => x >= margins.met);
  const atMost = (odds: number) => tailOf(margins, odds, (x) => x <= margins.met);
  return answered({
    p: asLikelyAsOrLess(weightsAt(margins, 1), margins.met - margins.lowest),
    oddsRatio: margins.met === last ? null : margins.met === margins.lowest ? 0 : estimate(margins),
    lower: margins.met === margins.lowest ? 0 : solve((odds) => atLeast(odds) - tail),
    upper: margins.met === last ? null : solve((odds) => tail - atMost(odds)),
  });
}

function marginsOf([[a, b], [c, d]]: FourCells): Margins {
  checkNumbers({ name: 'cell', values: [a, b, c, d] }, { min: 0, integer: true });
  if (a + b + c + d === 0) throw methodError({ reason: 'no-rows', row: 1, column: 'cell' });
  const [row, other, column] = [a + b, c + d, a + c];
  const lowest = Math.max(0, column - other);
  const logs = new Float64Array(Math.min(row, column) - lowest + 1);
  for (let i = 0; i < logs.length; i++) logs[i] = logChoose(row, lowest + i) + logChoose(other, column - lowest - i);
  return { logs, lowest, met: a };
}

function weightsAt({ logs, lowest }: Margins, odds: number): Float64Array {
  const tilted = logs.map((log, i) => log + (lowest + i) * Math.log(odds));
  const top = tilted.reduce((a, b) => Math.max(a, b), -Infinity);
  return tilted.map((log) => Math.exp(log - top));
}

function tailOf(margins: Margins, odds: number, counts: (x: number) => boolean): number {
  let [part, all] = [0, 0];
  weightsAt(margins, odds).forEach((weight, i) => {
    all += weight;
    if (counts(margins.lowest + i)) part += weight;
  });
  return part / all;
}

function estimate(margins: Margins): number {
  return solve((odds) => {
    let [sum, all] = [0, 0];
    weightsAt(margins, odds).forEach((weight, i) => {
      all += weight;
      sum += weight * (margins.lowest + i);
    });
    return sum / all - margins.met;
  });
}

/** The odds at which a rising function is 0, by halving ln(odds) between −40 and 40. */
function solve(rising: (odds: number) => number): number {
  let [low, high] = [-40, 40];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (rising(Math.exp(middle)) < 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
