/**
 * What a project costs its supporters: the r with Σ min(purse, r · score) = cost. Rounded, to look ahead; exact, to decide.
 * Those who cannot pay r · score give all they have; leaving them out raises r until nobody more is left out.
 * Cost: O(supporters) a pass, a handful of passes.
 */
import type { Election } from './election.ts';
import { denominatorOf, numeratorOf, type Purses } from './purses.ts';

type Project = Election['projects'][number];

/** Rounded sums closer than this share are looked at exactly. */
export const CLOSE = 1e-6;

/** Rounded r; Infinity when the supporters do not hold the cost together. */
export function roundedPrice(project: Project, purses: Purses, scratch: Uint32Array): number {
  const cost = Number(project.cost);
  let [left, scores, live] = [cost, 0, 0];
  let held = 0;
  for (let i = 0; i < project.supporters.length; i++) {
    const purse = purses.rounded[project.supporters[i] as number] as number;
    if (purse === 0) continue;
    held += purse;
    scores += project.scores?.[i] ?? 1;
    scratch[live++] = i;
  }
  if (held < cost * (1 + CLOSE) && !holdsCost(project, purses)) return Infinity;
  for (;;) {
    const price = left / scores;
    let kept = 0;
    for (let k = 0; k < live; k++) {
      const i = scratch[k] as number;
      const score = project.scores?.[i] ?? 1;
      const purse = purses.rounded[project.supporters[i] as number] as number;
      if (purse >= price * score * (1 - 1e-12)) scratch[kept++] = i;
      else [left, scores] = [left - purse, scores - score];
    }
    if (kept === live || kept === 0) return price;
    live = kept;
  }
}

function holdsCost(project: Project, purses: Purses): boolean {
  let held = 0n;
  for (const voter of project.supporters) held += numeratorOf(purses, voter);
  return held >= project.cost * denominatorOf(purses);
}

export interface Price {
  /** r = amount / (denominator · scores), denominator that of the purses. */
  amount: bigint;
  scores: bigint;
}

/** Exact r of a project its supporters can pay. */
export function exactPrice(project: Project, purses: Purses): Price {
  let rest = Array.from(project.supporters, (voter, i) => ({
    purse: numeratorOf(purses, voter),
    score: BigInt(project.scores?.[i] ?? 1),
  }));
  rest = rest.filter(({ purse }) => purse > 0n);
  let amount = project.cost * denominatorOf(purses);
  let scores = rest.reduce((sum, { score }) => sum + score, 0n);
  for (;;) {
    const [cap, parts] = [amount, scores];
    const kept = rest.filter(({ purse, score }) => {
      if (purse * parts >= cap * score) return true;
      amount -= purse;
      scores -= score;
      return false;
    });
    if (kept.length === rest.length) return { amount, scores };
    rest = kept;
  }
}
