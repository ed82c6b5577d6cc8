/**
 * Question: what does equal shares fund for every endowment from one to another, where that can be told without fractions?
 * Method: every purse and price is an interval that holds all endowments of the span and all rounding. A choice counts
 *   when its ρ lies wholly below every other; or when all supporters of those that are near can pay in full, for then ρ is a
 *   plain fraction. Otherwise no answer, and equal-shares.ts must decide.
 * Assumptions: as equal-shares.ts. When not to use it: alone, for it may decline. Cost: O(rounds · classes of ballots).
 * Source: Moore, Kearfott & Cloud 2009, doi:10.1137/1.9780898717716 (interval arithmetic); the rule as equal-shares.ts.
 */
import type { BallotClasses, Side } from './ballot-classes.ts';
import type { Utility } from './equal-shares.ts';
import { compareByTies, type Tie } from './ties.ts';

export interface SureOutcome {
  winners: string[];
  spent: bigint;
}

interface Span {
  utility: Utility;
  ties: readonly Tie[];
  /** Whole units given to each voter on top of budget/n: least and most. */
  from: bigint;
  to: bigint;
}

/** More than the rounding of a few operations, as a share of their result. */
const ROUNDING = 2 ** -50;

/** Winners that are the same for every endowment of the span, or undefined when that is not sure. */
export function sureOutcome(classes: BallotClasses, { utility, ties, from, to }: Span): SureOutcome | undefined {
  const { election, sides, count } = classes;
  const compare = compareByTies(ties);
  const endowment = (more: bigint) => Number(election.budget) / election.voters.length + Number(more);
  const state: State = {
    sides,
    utility,
    lower: new Float64Array(count).fill(endowment(from) * (1 - ROUNDING)),
    upper: new Float64Array(count).fill(endowment(to) * (1 + ROUNDING)),
    bounds: Float64Array.from(sides, (side) => (leastPrice(side) / unitOf(side, utility)) * (1 - ROUNDING)),
    prices: Float64Array.from(sides, leastPrice),
    compare: (a, b) => compare(a.project, b.project),
  };
  const outcome: SureOutcome = { winners: [], spent: 0n };
  for (;;) {
    const choice = choose(state);
    if (choice === 'unsure') return undefined;
    if (choice === 'none') return outcome;
    pay(state, choice);
    outcome.winners.push(choice.side.project.id);
    outcome.spent += choice.side.project.cost;
  }
}

/** The price when all supporters pay in full; Infinity without supporters. */
function leastPrice({ cost, allPoints }: Side): number {
  return allPoints === 0 ? Infinity : (cost / allPoints) * (1 - ROUNDING);
}

/** What one point is worth to its voter. */
function unitOf({ cost }: Side, utility: Utility): number {
  return utility === 'cardinality' || cost === 0 ? 1 : cost;
}

interface State {
  sides: readonly Side[];
  utility: Utility;
  /** Between these lies the purse of a voter of each class. */
  lower: Float64Array;
  upper: Float64Array;
  /** ρ of each project is at least this, now and later. Infinity: funded, or out. */
  bounds: Float64Array;
  /** A price that each project's poorer supporters were below last time, and therefore still are. */
  prices: Float64Array;
  compare: (a: Side, b: Side) => number;
}

/** A project with the limits of its price for one point and of its ρ. */
interface Offer {
  side: Side;
  index: number;
  price: Price;
  rho: [number, number];
}

interface Price {
  least: number;
  /** Infinity when it is not sure that the supporters hold the cost. */
  most: number;
  /** Points of those who pay in full, when that is surely everybody who has anything. */
  allPoints: number | undefined;
}

function choose(state: State): Offer | 'none' | 'unsure' {
  const { sides, bounds } = state;
  const order = Array.from(sides.keys()).filter((p) => bounds[p] !== Infinity);
  order.sort((a, b) => (bounds[a] as number) - (bounds[b] as number));
  const offers: Offer[] = [];
  let least = Infinity;
  for (const p of order) {
    if ((bounds[p] as number) > least) break;
    const offer = offerOf(state, p, least);
    bounds[p] = Math.max(bounds[p] as number, offer.rho[0]);
    if (bounds[p] === Infinity) continue;
    offers.push(offer);
    least = Math.min(least, offer.rho[1]);
  }
  const near = offers.filter(({ index }) => (bounds[index] as number) <= least);
  if (least === Infinity) return near.length === 0 ? 'none' : 'unsure';
  return near.length === 1 ? (near[0] as Offer) : settle(state, near);
}

function offerOf(state: State, index: number, least: number): Offer {
  const side = state.sides[index] as Side;
  const below = unitOf(side, state.utility);
  const price = priceOf(state, index, least * below);
  return { side, index, price, rho: [(price.least / below) * (1 - ROUNDING), (price.most / below) * (1 + ROUNDING)] };
}

const TOO_DEAR: Price = { least: Infinity, most: Infinity, allPoints: undefined };

/**
 * Limits of the price for one point. Whoever is below a price gives all; each pass leaves out more of them, with
 * (cost − what they give)/(points of the others) as the next price, until nobody more is left out. Taking the largest
 * purses for those who give all, the same quotient is a lower limit at every pass: above `enough` it may stop.
 */
function priceOf(state: State, index: number, enough: number): Price {
  const { lower, upper, prices } = state;
  const { cost, classes, points, weights } = state.sides[index] as Side;
  const slack = cost * ROUNDING * (classes.length + 1);
  for (let price = prices[index] as number; ; ) {
    let rich = 0;
    let poor = 0;
    let left = cost;
    let leftLeast = cost;
    let barely = Infinity;
    for (let k = 0; k < classes.length; k++) {
      const own = classes[k] as number;
      const most = upper[own] as number;
      if (most === 0) continue;
      const purse = lower[own] as number;
      const point = points[k] as number;
      const weight = weights[k] as number;
      if (purse >= price * point) {
        rich += point * weight;
        if (purse < barely * point) barely = purse / point;
      } else {
        left -= purse * weight;
        leftLeast -= most * weight;
        poor++;
      }
    }
    if (rich === 0) return leftLeast > slack ? TOO_DEAR : { ...TOO_DEAR, least: 0 };
    const least = Math.max(0, (leftLeast - slack) / rich);
    price = left / rich;
    prices[index] = price * (1 - ROUNDING);
    const most = price + slack / rich;
    if (price <= barely) return { least, most, allPoints: poor === 0 && most <= barely ? rich : undefined };
    if (least > enough) return { ...TOO_DEAR, least };
  }
}

/** The least ρ of offers that are near each other, as a fraction; then the list of ties. */
function settle({ utility, compare }: State, near: Offer[]): Offer | 'unsure' {
  if (near.some(({ price }) => price.allPoints === undefined)) return 'unsure';
  const points = ({ price }: Offer) => BigInt(price.allPoints ?? 1);
  const paid = ({ side: { project } }: Offer) => (utility === 'cost' && project.cost > 0n ? 1n : project.cost);
  const sorted = near.toSorted((a, b) => {
    const [left, right] = [paid(a) * points(b), paid(b) * points(a)];
    return left < right ? -1 : left > right ? 1 : compare(a.side, b.side);
  });
  return sorted[0] as Offer;
}

function pay({ lower, upper, bounds }: State, { side, index, price }: Offer): void {
  bounds[index] = Infinity;
  for (let k = 0; k < side.classes.length; k++) {
    const own = side.classes[k] as number;
    const point = side.points[k] as number;
    const least = lower[own] as number;
    const most = upper[own] as number;
    const givesAll = most <= price.least * point;
    lower[own] = givesAll ? 0 : Math.max(0, least - price.most * point - most * ROUNDING);
    upper[own] = givesAll ? 0 : most - price.least * point + most * ROUNDING;
  }
}
