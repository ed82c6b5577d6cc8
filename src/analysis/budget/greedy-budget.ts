/**
 * Question: which projects does the budget fund when the most wanted go first?
 * Rule: in order of votes (utility `cost`) or votes per unit of cost (`cardinality`), fund whatever still fits.
 * Assumptions: none; a large group can take all. When not to use it: as if it were fair to smaller groups.
 * Cost: O(m log m). Source: Rey & Maly 2023, arXiv:2303.00621, §4.1; = greedy utilitarian welfare of pabutools.
 */
import type { Election } from './election.ts';
import type { Utility } from './equal-shares.ts';
import { compareByTies, type Tie, USUAL_TIES } from './ties.ts';

interface Options {
  utility?: Utility;
  ties?: readonly Tie[];
  /** Already funded. */
  funded?: readonly string[];
}

/** Ids in the order of funding; those already funded are not repeated. */
export function greedyBudget(
  election: Election,
  { utility = 'cost', ties = USUAL_TIES, funded = [] }: Options = {},
): string[] {
  const chosen = new Set(funded);
  const compare = compareByTies(ties);
  const open = election.projects.filter(({ id, votes }) => votes > 0 && !chosen.has(id));
  const worth = (project: Project) => [BigInt(project.votes), utility === 'cost' ? 1n : project.cost] as const;
  open.sort((a, b) => compareWorth(worth(a), worth(b)) || compare(a, b));
  let left = election.budget - costOf(election, funded);
  return open
    .filter(({ cost }) => {
      if (cost > left) return false;
      left -= cost;
      return true;
    })
    .map(({ id }) => id);
}

type Project = Election['projects'][number];

/** More votes for the cost first; something for nothing before everything. */
function compareWorth([votesA, costA]: readonly [bigint, bigint], [votesB, costB]: readonly [bigint, bigint]): number {
  const [left, right] = [votesB * costA, votesA * costB];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whole units the named projects cost together. */
export function costOf({ projects }: Election, ids: readonly string[]): bigint {
  const wanted = new Set(ids);
  return projects.reduce((sum, { id, cost }) => (wanted.has(id) ? sum + cost : sum), 0n);
}
