/**
 * Question: what do all groups agree on, and what marks each group?
 * Formula: group-aware agreement Π over groups (agree + 1)/(votes + 2); representative: p = (agree + 1)/(votes + 2) against
 *   that of the others, with z of two proportions, each count raised by one (as Polis).
 * Assumptions: passes are votes. When not to use it: for groups that failed the test. Cost: O(votes + groups · statements).
 * Source: Small et al. 2021, doi:10.6035/recerca.5516.
 */
import type { VoteTable } from './vote-table.ts';

interface Tally {
  agree: number;
  disagree: number;
  votes: number;
}

export interface GroupStatement extends Tally {
  group: number;
  statement: string;
  pAgree: number;
  pDisagree: number;
  zAgree: number;
  zDisagree: number;
  /** How many times likelier than the others to agree (disagree), with z. */
  repAgree: number;
  repDisagree: number;
  repAgreeZ: number;
  repDisagreeZ: number;
}

/** By statement: agreement of all groups; by group and statement: what marks the group. Group −1 is left out. */
export function groupStatements(table: VoteTable, groups: ArrayLike<number>) {
  const k = Array.from(groups).reduce((most, group) => Math.max(most, group), -1) + 1;
  const tallies = Array.from({ length: k }, () =>
    table.statements.map((): Tally => ({ agree: 0, disagree: 0, votes: 0 })),
  );
  table.on.forEach((own, i) => {
    own.forEach((s, j) => {
      const tally = tallies[groups[i] as number]?.[s];
      if (!tally) return;
      tally.votes++;
      if (table.votes[i]?.[j] === 1) tally.agree++;
      if (table.votes[i]?.[j] === -1) tally.disagree++;
    });
  });
  const raised = (count: number, votes: number) => (count + 1) / (votes + 2);
  const consensus = table.statements.map((statement, s) => ({
    statement,
    agree: tallies.reduce((product, own) => product * raised(own[s]?.agree ?? 0, own[s]?.votes ?? 0), 1),
    disagree: tallies.reduce((product, own) => product * raised(own[s]?.disagree ?? 0, own[s]?.votes ?? 0), 1),
  }));
  const byGroup = tallies.flatMap((own, group) =>
    own.map((tally, s) =>
      rowOf({ group, statement: table.statements[s] as string, own: tally, rest: restOf(tallies, group, s) }),
    ),
  );
  return { consensus, byGroup };
}

function restOf(tallies: Tally[][], group: number, s: number): Tally {
  const others = tallies.filter((_, g) => g !== group).map((own) => own[s] as Tally);
  const sum = (pick: (tally: Tally) => number) => others.reduce((total, tally) => total + pick(tally), 0);
  return { agree: sum((t) => t.agree), disagree: sum((t) => t.disagree), votes: sum((t) => t.votes) };
}

function rowOf({
  group,
  statement,
  own,
  rest,
}: {
  group: number;
  statement: string;
  own: Tally;
  rest: Tally;
}): GroupStatement {
  const share = (count: number, votes: number) => (count + 1) / (votes + 2);
  return {
    group,
    statement,
    ...own,
    pAgree: share(own.agree, own.votes),
    pDisagree: share(own.disagree, own.votes),
    zAgree: oneProportion(own.agree, own.votes),
    zDisagree: oneProportion(own.disagree, own.votes),
    repAgree: share(own.agree, own.votes) / share(rest.agree, rest.votes),
    repDisagree: share(own.disagree, own.votes) / share(rest.disagree, rest.votes),
    repAgreeZ: twoProportions([own.agree, own.votes], [rest.agree, rest.votes]),
    repDisagreeZ: twoProportions([own.disagree, own.votes], [rest.disagree, rest.votes]),
  };
}

function oneProportion(count: number, n: number): number {
  return 2 * Math.sqrt(n + 1) * ((count + 1) / (n + 1) - 0.5);
}

function twoProportions([a, n]: [number, number], [b, m]: [number, number]): number {
  const pooled = (a + b + 2) / (n + m + 2);
  if (pooled >= 1) return 0;
  return ((a + 1) / (n + 1) - (b + 1) / (m + 1)) / Math.sqrt(pooled * (1 - pooled) * (1 / (n + 1) + 1 / (m + 1)));
}
