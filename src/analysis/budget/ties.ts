/** Which of two projects goes first when the rule itself cannot say: a stated list, so that anyone can check. */
import type { Election } from './election.ts';

/** `votes` most first, `cost` least first, `id` as text. */
export type Tie = 'votes' | 'cost' | 'id';

export const USUAL_TIES: readonly Tie[] = ['votes', 'cost', 'id'];

type Project = Election['projects'][number];

const COMPARE: Record<Tie, (a: Project, b: Project) => number> = {
  votes: (a, b) => b.votes - a.votes,
  cost: (a, b) => (a.cost < b.cost ? -1 : a.cost > b.cost ? 1 : 0),
  id: (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
};

/** Negative when `a` goes first; ends with the id, so that no two projects are equal. */
export function compareByTies(ties: readonly Tie[]): (a: Project, b: Project) => number {
  const order = [...ties, 'id' as const];
  return (a, b) => order.reduce((found, tie) => found || COMPARE[tie](a, b), 0);
}
