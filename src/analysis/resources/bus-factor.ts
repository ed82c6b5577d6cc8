/**
 * Question: how many parties would have to go before less than half (or another share) of the needed weight is held?
 * Method: all sets by rising size up to 20 parties (exact; the first set by name is shown); beyond, take out at each
 *   step whoever costs most: an upper bound.
 * Assumptions: parties go independently of each other. When not to use it: as a prediction.
 * Cost: O(2^parties · capabilities) up to 20 parties, else O(parties² · capabilities).
 * Source: Avelino et al. 2016, doi:10.1109/ICPC.2016.7503718 (greedy form).
 */
import { answered, unanswered } from '../answer.ts';
import { checkNumber } from '../check.ts';
import { checkNeeds, type Holding, holdersOf, type Need } from './capability.ts';

export const EXACT_UP_TO = 20;

interface Game {
  parties: string[];
  /** Bit set of holders and weight of each capability. */
  needs: { holders: number; weight: number }[];
  total: number;
  share: number;
}

/** The smallest set whose loss brings coverage below `share`. */
export function busFactor(needs: readonly Need[], holdings: readonly Holding[], share = 0.5) {
  checkNeeds(needs);
  checkNumber('share', share, { min: 0, max: 1 });
  const holders = holdersOf(needs, holdings);
  const parties = [...new Set([...holders.values()].flat())].sort();
  const total = needs.reduce((sum, { weight }) => sum + weight, 0);
  const covered = needs.reduce(
    (sum, need) => sum + ((holders.get(need.capability)?.length ?? 0) > 0 ? need.weight : 0),
    0,
  );
  if (covered < share * total) return answered({ factor: 0, parties: [] as string[], exact: true });
  if (share === 0) return unanswered('undefined', 'coverage-cannot-fall-below-nothing');
  if (parties.length > EXACT_UP_TO) return greedy(needs, holders, { parties, total, share });
  const bits = (names: string[]) => names.reduce((mask, name) => mask | (1 << parties.indexOf(name)), 0);
  const game = {
    parties,
    total,
    share,
    needs: needs.map(({ capability, weight }) => ({ holders: bits(holders.get(capability) ?? []), weight })),
  };
  for (let size = 1; size <= parties.length; size++) {
    const found = firstSet(game, { size, start: 0, gone: 0 });
    if (found !== undefined)
      return answered({ factor: size, parties: parties.filter((_, i) => found & (1 << i)), exact: true });
  }
  return unanswered('undefined', 'coverage-cannot-fall-that-far');
}

function firstSet(
  game: Game,
  { size, start, gone }: { size: number; start: number; gone: number },
): number | undefined {
  if (size === 0) return weightLeft(game, gone) < game.share * game.total ? gone : undefined;
  for (let i = start; i <= game.parties.length - size; i++) {
    const found = firstSet(game, { size: size - 1, start: i + 1, gone: gone | (1 << i) });
    if (found !== undefined) return found;
  }
  return undefined;
}

function weightLeft({ needs }: Game, gone: number): number {
  return needs.reduce((sum, { holders, weight }) => (holders & ~gone ? sum + weight : sum), 0);
}

/** Takes out whoever leaves the least weight; when nobody's loss counts yet, whoever holds what has the fewest hands. */
function greedy(
  needs: readonly Need[],
  holders: Map<string, string[]>,
  { parties, total, share }: Omit<Game, 'needs'>,
) {
  const gone = new Set<string>();
  const left = (party: string) =>
    needs.reduce((sum, need) => sum + need.weight * remains(holders.get(need.capability) ?? [], gone, party), 0);
  while (left('') >= share * total) {
    const open = parties.filter((party) => !gone.has(party));
    const grip = (party: string) =>
      needs.reduce((sum, need) => sum + gripOf(holders.get(need.capability) ?? [], gone, party) * need.weight, 0);
    const next = open.reduce((best, party) => {
      const gap = left(party) - left(best);
      return gap < 0 || (gap === 0 && grip(party) > grip(best)) ? party : best;
    });
    gone.add(next);
  }
  return answered({ factor: gone.size, parties: [...gone].sort(), exact: false }, ['upper-bound']);
}

function remains(own: string[], gone: Set<string>, without: string): number {
  return own.some((name) => name !== without && !gone.has(name)) ? 1 : 0;
}

function gripOf(own: string[], gone: Set<string>, party: string): number {
  const still = own.filter((name) => !gone.has(name));
  return still.includes(party) ? 1 / still.length : 0;
}
