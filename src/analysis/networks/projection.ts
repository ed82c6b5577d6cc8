/**
 * Question: who met whom, and how often or how closely?
 * Formula: W = B Bᵀ without diagonal (`count`), or Newman's Σ 1/(nₖ − 1) over shared events (`newman`), which keeps one
 *   mass meeting from outweighing everything.
 * Assumptions: being in the same room; that is not yet cooperation. When not to use it: fewer than 8 parties, 5 events.
 * Cost: O(Σ nₖ²). Source: Newman 2001, doi:10.1103/PhysRevE.64.016132; Breiger 1974, doi:10.2307/2576011.
 */
import type { Network, TwoMode } from './graph.ts';

/** One-mode network of the parties. */
export function projection({ parties, members }: TwoMode, weight: 'count' | 'newman' = 'count'): Network {
  const ties = parties.map(() => new Map<number, number>());
  for (const own of members) {
    const add = weight === 'count' ? 1 : 1 / (own.length - 1);
    for (const a of own) for (const b of own) if (a !== b) ties[a]?.set(b, (ties[a]?.get(b) ?? 0) + add);
  }
  const sorted = ties.map((own) => [...own].sort(([a], [b]) => a - b));
  return {
    parties,
    neighbours: sorted.map((own) => own.map(([to]) => to)),
    weights: sorted.map((own) => own.map(([, w]) => w)),
  };
}
