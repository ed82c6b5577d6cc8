/**
 * Question: what does the vote fund, by which rule, and how is what is left spent?
 * Completion: `add1` raises every voter's endowment by one unit of currency and runs again, stopping before the total
 *   passes the budget or when nothing more fits; `greedy` then funds, by votes per cost, what still fits.
 *   Add1 is not monotone: a project may drop out again (`steps` lists every change).
 * Assumptions, when not to use it: see equal-shares.ts, greedy-budget.ts. Cost: add1 tries every endowment, many at once where
 *   the outcome is surely the same (sure-outcome.ts).
 * Source: equalshares.net/implementation; Peters, Pierczyński & Skowron 2021, arXiv:2008.13276.
 */
import { ballotClasses } from './ballot-classes.ts';
import type { Election } from './election.ts';
import { equalShares, type Round, type Shares, type Utility } from './equal-shares.ts';
import { costOf, greedyBudget } from './greedy-budget.ts';
import { type SureOutcome, sureOutcome } from './sure-outcome.ts';
import { type Tie, USUAL_TIES } from './ties.ts';

export type Completion = 'none' | 'add1' | 'greedy' | 'add1+greedy';

export interface BudgetRule {
  rule: 'equal-shares' | 'greedy';
  utility?: Utility;
  completion?: Completion;
  ties?: readonly Tie[];
}

export interface Decision {
  /** In the order of funding. */
  winners: string[];
  rounds: Round[];
  /** Winners that completion by greedy added. */
  added: string[];
  /** Outcomes on the way of add1 that differ from the one before. */
  steps: { raisedBy: number; winners: string[] }[];
  /** In units of currency. */
  spent: number;
  budget: number;
  /** What each voter was given and has left; not for greedy. */
  endowment: number | null;
  left: Float64Array | null;
  /** Why nothing was funded; null when something was. */
  reason: string | null;
}

/** The outcome of a vote under a stated rule. */
export function decideBudget(
  election: Election,
  { rule, utility = 'cost', completion = 'none', ties = USUAL_TIES }: BudgetRule,
): Decision {
  const base = { rounds: [], added: [], steps: [], endowment: null, left: null };
  if (election.voters.length === 0) return finish(election, { ...base, winners: [] });
  if (rule === 'greedy') return finish(election, { ...base, winners: greedyBudget(election, { utility, ties }) });
  const raised = completion.startsWith('add1')
    ? addOne(election, { utility, ties })
    : { shares: equalShares(election, { utility, ties }), steps: [] };
  const { winners, rounds, endowment, left } = raised.shares;
  const added = completion.endsWith('greedy')
    ? greedyBudget(election, { utility: 'cardinality', ties, funded: winners })
    : [];
  return finish(election, { winners: [...winners, ...added], rounds, added, steps: raised.steps, endowment, left });
}

function finish(election: Election, decision: Omit<Decision, 'spent' | 'budget' | 'reason'>): Decision {
  const amount = (units: bigint) => Number(units) / Number(election.unit);
  const reason = decision.winners.length > 0 ? null : whyNothing(election);
  return { ...decision, spent: amount(costOf(election, decision.winners)), budget: amount(election.budget), reason };
}

function whyNothing({ voters, projects, budget }: Election): string {
  if (projects.length === 0) return 'no-projects';
  if (voters.length === 0) return 'no-voters';
  if (projects.every(({ supporters }) => supporters.length === 0)) return 'no-support-for-any-project';
  if (projects.every(({ cost }) => cost > budget)) return 'every-project-costs-more-than-the-budget';
  return 'no-group-of-supporters-can-pay-its-project';
}

interface Options {
  utility: Utility;
  ties: readonly Tie[];
}

function addOne(election: Election, options: Options): { shares: Shares; steps: Decision['steps'] } {
  const classes = ballotClasses(election);
  const steps: Decision['steps'] = [];
  let outcome: SureOutcome = equalShares(election, options);
  let [raise, span] = [0n, 1n];
  while (somethingFits(election, outcome)) {
    const more = (by: bigint) => by * election.unit;
    const sure = sureOutcome(classes, { ...options, from: more(raise + 1n), to: more(raise + span) });
    if (!sure && span > 1n) {
      span /= 2n;
      continue;
    }
    const next = sure ?? equalShares(election, { ...options, more: more(raise + 1n) });
    if (next.spent > election.budget) break;
    if (next.winners.join('\n') !== outcome.winners.join('\n'))
      steps.push({ raisedBy: Number(raise + 1n), winners: next.winners });
    outcome = next;
    raise += somethingFits(election, next) ? span : 1n;
    span = sure ? 2n * span : 1n;
  }
  return { shares: equalShares(election, { ...options, more: raise * election.unit }), steps };
}

/** Whether a supported project that is not funded would fit into what is left. */
export function somethingFits(election: Election, { winners, spent }: SureOutcome): boolean {
  const funded = new Set(winners);
  const left = election.budget - spent;
  return election.projects.some(({ id, cost, supporters }) => !funded.has(id) && supporters.length > 0 && cost <= left);
}
