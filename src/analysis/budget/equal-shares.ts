/**
 * Question: which projects does the budget fund when every voter commands an equal share of it?
 * Rule: each voter holds budget/n. A project is affordable at ρ when its supporters, none paying more than ρ · utility,
 *   cover its cost (utility: cost for `cost`, 1 for `cardinality`, times the points of the ballot). Fund the project with
 *   the least ρ, take the payments, repeat until nothing is affordable. Fractions are exact throughout.
 * Assumptions: ballots are honest statements of support. The rule seldom spends all: completion.ts.
 * When not to use it: one project only, or no ballots. Cost: O(rounds · supports), exact arithmetic for winners and ties.
 * Source: Peters, Pierczyński & Skowron 2021, arXiv:2008.13276 (NeurIPS 34); = pabutools and equalshares.net.
 */
import type { Election } from './election.ts';
import { CLOSE, exactPrice, type Price, roundedPrice } from './price.ts';
import { denominatorOf, gcd, numeratorOf, openPurses, type Purses, refine, rounded, setPurse } from './purses.ts';
import { compareByTies, type Tie, USUAL_TIES } from './ties.ts';

export type Utility = 'cost' | 'cardinality';

/** Why a project was funded. Amounts in units of currency. */
export interface Round {
  project: string;
  cost: number;
  supporters: number;
  /** ρ as an exact fraction of utility per unit, and rounded. */
  rho: string;
  rhoValue: number;
  /** What a supporter with enough left paid for each point. */
  payment: number;
  /** How many could not pay that much and gave all they had. */
  gaveAll: number;
  /** The projects that were equal and lost by the list of ties. */
  tiedWith: string[];
  /** Indices of voters and what each paid (in the order of the supporters). */
  voters: Uint32Array;
  payments: Float64Array;
}

export interface Shares {
  winners: string[];
  rounds: Round[];
  spent: bigint;
  /** What each voter has left, in units of currency. */
  left: Float64Array;
  /** Voters may have been given more than budget/n (completion by add1). */
  endowment: number;
}

interface Options {
  utility?: Utility;
  ties?: readonly Tie[];
  /** Whole units given to each voter on top of budget/n. */
  more?: bigint;
}

/** Funds by equal shares, without completion. */
export function equalShares(
  election: Election,
  { utility = 'cost', ties = USUAL_TIES, more = 0n }: Options = {},
): Shares {
  const purses = openPurses(election.voters.length, election.budget, more);
  const endowment = (purses.rounded[0] ?? 0) / Number(election.unit);
  const state: State = {
    election,
    purses,
    utility,
    compare: compareByTies(ties),
    bounds: boundsOf(election),
    scratch: scratchFor(election),
  };
  const rounds: Round[] = [];
  let spent = 0n;
  for (let next = cheapest(state); next; next = cheapest(state)) {
    rounds.push(buy(state, next));
    spent += next.project.cost;
  }
  const left = purses.rounded.map((purse) => purse / Number(election.unit));
  return { winners: rounds.map(({ project }) => project), rounds, spent, left, endowment };
}

type Project = Election['projects'][number];

interface State {
  election: Election;
  purses: Purses;
  utility: Utility;
  compare: (a: Project, b: Project) => number;
  /** The last ρ of each project: ρ never falls, so whoever stands far behind need not be looked at. Infinity: out. */
  bounds: Float64Array;
  scratch: Uint32Array;
}

function boundsOf({ projects }: Election): Float64Array {
  return Float64Array.from(projects, ({ supporters }) => (supporters.length === 0 ? Infinity : 0));
}

function scratchFor({ projects }: Election): Uint32Array {
  return new Uint32Array(projects.reduce((most, { supporters }) => Math.max(most, supporters.length), 0));
}

interface Choice {
  project: Project;
  index: number;
  price: Price;
  tied: string[];
}

function cheapest(state: State): Choice | undefined {
  const { projects } = state.election;
  const open = projects.map((_, p) => p).filter((p) => state.bounds[p] !== Infinity);
  open.sort((a, b) => (state.bounds[a] as number) - (state.bounds[b] as number));
  let least = Infinity;
  for (const p of open) {
    if ((state.bounds[p] as number) > least * (1 + CLOSE)) break;
    const project = projects[p] as Project;
    state.bounds[p] = perUtility(project, roundedPrice(project, state.purses, state.scratch), state.utility);
    least = Math.min(least, state.bounds[p] as number);
  }
  const near = open.filter((p) => (state.bounds[p] as number) <= least * (1 + CLOSE) && state.bounds[p] !== Infinity);
  return settle(
    state,
    near.map((index) => ({ index, project: projects[index] as Project })),
  );
}

function perUtility(project: Project, price: number, utility: Utility): number {
  return utility === 'cardinality' || project.cost === 0n ? price : price / Number(project.cost);
}

/** The least ρ among those that are near, exactly; then the list of ties. */
function settle(state: State, near: { index: number; project: Project }[]): Choice | undefined {
  const priced = near.map(({ index, project }) => ({ index, project, price: exactPrice(project, state.purses) }));
  priced.sort((a, b) => compareRho(a, b, state.utility) || state.compare(a.project, b.project));
  const [first] = priced;
  if (!first) return undefined;
  const tied = priced.slice(1).filter((other) => compareRho(first, other, state.utility) === 0);
  return { ...first, tied: tied.map(({ project }) => project.id) };
}

function compareRho(
  a: { price: Price; project: Project },
  b: { price: Price; project: Project },
  utility: Utility,
): number {
  const below = ({ price, project }: { price: Price; project: Project }) =>
    utility === 'cardinality' || project.cost === 0n ? price.scores : price.scores * project.cost;
  const [left, right] = [a.price.amount * below(b), b.price.amount * below(a)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Takes the payments and tells the round. */
function buy(state: State, { project, index, price, tied }: Choice): Round {
  const { purses, utility, election } = state;
  const common = gcd(price.amount, price.scores);
  const amount = price.amount / common;
  refine(purses, price.scores / common);
  const denominator = denominatorOf(purses);
  const [voters, payments] = [project.supporters, new Float64Array(project.supporters.length)];
  let gaveAll = 0;
  for (let i = 0; i < voters.length; i++) {
    const voter = voters[i] as number;
    const purse = numeratorOf(purses, voter);
    if (purse === 0n) continue;
    const wanted = project.scores ? amount * BigInt(project.scores[i] as number) : amount;
    if (purse < wanted) gaveAll++;
    const before = purses.rounded[voter] as number;
    setPurse(purses, voter, purse > wanted ? purse - wanted : 0n);
    payments[i] = (before - (purses.rounded[voter] as number)) / Number(election.unit);
  }
  state.bounds[index] = Infinity;
  const [top, bottom] = rhoOf({ amount, denominator, cost: project.cost }, utility, election.unit);
  return {
    project: project.id,
    cost: Number(project.cost) / Number(election.unit),
    supporters: voters.length,
    rho: bottom === 1n ? `${top}` : `${top}/${bottom}`,
    rhoValue: rounded(top, bottom),
    payment: rounded(amount, denominator) / Number(election.unit),
    gaveAll,
    tiedWith: tied,
    voters,
    payments,
  };
}

function rhoOf(
  { amount, denominator, cost }: { amount: bigint; denominator: bigint; cost: bigint },
  utility: Utility,
  unit: bigint,
): [bigint, bigint] {
  const bottom = utility === 'cardinality' || cost === 0n ? denominator * unit : denominator * cost;
  const common = gcd(amount, bottom);
  return common === 0n ? [0n, 1n] : [amount / common, bottom / common];
}
