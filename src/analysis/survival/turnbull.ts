/**
 * Question: what share has adopted by when, if of some only "between these two dates" is known?
 * Method: mass can only sit where a lower limit is followed by an upper one (innermost intervals); EM shares each
 *   unit among the intervals it allows, until the masses rest.
 * Assumptions: how often one looks says nothing about the event. Mass inside an interval is not placed.
 * When not to use it: exact dates with right censoring only (kaplan-meier.ts gives the same). Cost: O(n · m) a round.
 * Source: Turnbull 1976, doi:10.1111/j.2517-6161.1976.tb01597.x.
 */
import { addAt } from '../linear.ts';
import { answered, unanswered } from '../answer.ts';
import { checkNumbers, checkSameLength, checkSome } from '../check.ts';
import { methodError } from '../method-error.ts';

export interface Between {
  /** Not yet at this time. */
  after: ArrayLike<number>;
  /** Had it by this time; Infinity when not seen (right-censored); equal to `after` for an exact date. */
  by: ArrayLike<number>;
}

/** A mass that goes to 0 goes slowly: small data get more rounds. */
const [LEAST_ROUNDS, STEPS] = [5000, 5e7];

/** Innermost intervals [from, to] with their mass and the survival after each. */
export function turnbull({ after, by }: Between, { tolerance = 1e-10 } = {}) {
  checkBetween({ after, by });
  const cells = innermost({ after, by });
  const rounds = Math.max(LEAST_ROUNDS, STEPS / (cells.length * after.length));
  const spans = Array.from(after, (from, i) => spanOf(cells, from, by[i] as number));
  let mass = new Float64Array(cells.length).fill(1 / cells.length);
  for (let round = 0; round < rounds; round++) {
    const next = share(spans, mass);
    const moved = next.reduce((most, x, i) => Math.max(most, Math.abs(x - (mass[i] as number))), 0);
    mass = next;
    if (moved < tolerance) return answered({ intervals: withSurvival(cells, mass), rounds: round + 1 });
  }
  return unanswered('no-convergence', 'masses-still-move');
}

function checkBetween({ after, by }: Between): void {
  checkSome({ name: 'after', values: after });
  checkSameLength({ name: 'after', values: after }, { name: 'by', values: by });
  checkNumbers({ name: 'after', values: after }, { min: 0 });
  for (let i = 0; i < by.length; i++) {
    if ((by[i] as number) >= (after[i] as number)) continue;
    throw methodError({ reason: 'by-is-before-after', row: i + 1, column: 'by', value: String(by[i]) });
  }
}

type Cell = [number, number];

function innermost({ after, by }: Between): Cell[] {
  const marks: { at: number; upper: boolean; exact: boolean }[] = [];
  for (let i = 0; i < after.length; i++) {
    const [from, to] = [after[i] as number, by[i] as number];
    marks.push({ at: from, upper: false, exact: from === to }, { at: to, upper: true, exact: from === to });
  }
  // An interval is open at its start: (from, to]. An exact date starts just before itself.
  const rank = (mark: { upper: boolean; exact: boolean }) => (mark.upper ? 1 : mark.exact ? 0 : 2);
  marks.sort((a, b) => (a.at === b.at ? rank(a) - rank(b) : a.at < b.at ? -1 : 1));
  const cells: Cell[] = [];
  marks.forEach((mark, i) => {
    const next = marks[i + 1];
    if (!mark.upper && next?.upper) cells.push([mark.at, next.at]);
  });
  return cells;
}

/** First and last cell inside (from, to], or at the exact date. */
function spanOf(cells: Cell[], from: number, to: number): [number, number] {
  const inside = ([start, end]: Cell) =>
    from === to ? start === from && end === to : start >= from && end <= to && end > from;
  return [cells.findIndex(inside), cells.findLastIndex(inside)];
}

function share(spans: [number, number][], mass: Float64Array): Float64Array<ArrayBuffer> {
  const next = new Float64Array(mass.length);
  for (const [first, last] of spans) {
    let sum = 0;
    for (let c = first; c <= last; c++) sum += mass[c] as number;
    for (let c = first; c <= last; c++) addAt(next, c, (mass[c] as number) / sum / spans.length);
  }
  return next;
}

function withSurvival(cells: Cell[], mass: Float64Array) {
  let survival = 1;
  return cells.map(([from, to], i) => {
    survival -= mass[i] as number;
    return { from, to: Number.isFinite(to) ? to : null, mass: mass[i] as number, survival: Math.max(0, survival) };
  });
}
