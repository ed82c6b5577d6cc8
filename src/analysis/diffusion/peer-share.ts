/**
 * Question: what share of its peers had adopted before, for each unit and period?
 * Formula: Σ over peers with adoption time < t / number of peers (weights, if given); only earlier periods count.
 * Assumptions: peers are listed; reflection (the same wave hits all) is not ruled out.
 * When not to use it: as proof of influence. Cost: O(rows · peers).
 * Source: Berry & Berry 1990, doi:10.2307/1963526; Manski 1993, doi:10.2307/2298123.
 */
import { checkNumbers, checkSameLength } from '../check.ts';

export interface Peers {
  /** Units of each pair: `peer` is a peer of `unit`. */
  unit: ArrayLike<string>;
  peer: ArrayLike<string>;
  weight?: ArrayLike<number>;
}

/** One share (0–1) for each row; null for a unit without peers. */
export function laggedPeerShare(
  rows: { unit: ArrayLike<string>; period: ArrayLike<number> },
  adopted: ReadonlyMap<string, number>,
  peers: Peers,
): (number | null)[] {
  checkSameLength({ name: 'unit', values: rows.unit }, { name: 'period', values: rows.period });
  checkSameLength({ name: 'unit', values: peers.unit }, { name: 'peer', values: peers.peer });
  checkNumbers({ name: 'period', values: rows.period });
  if (peers.weight) checkNumbers({ name: 'weight', values: peers.weight }, { min: 0 });
  const lists = new Map<string, { peer: string; weight: number }[]>();
  for (let i = 0; i < peers.unit.length; i++) {
    const own = lists.get(peers.unit[i] as string) ?? [];
    own.push({ peer: peers.peer[i] as string, weight: peers.weight?.[i] ?? 1 });
    lists.set(peers.unit[i] as string, own);
  }
  return Array.from(rows.unit, (unit, i) => {
    const own = lists.get(unit) ?? [];
    const all = own.reduce((sum, { weight }) => sum + weight, 0);
    const before = own.reduce(
      (sum, { peer, weight }) => ((adopted.get(peer) ?? Infinity) < (rows.period[i] as number) ? sum + weight : sum),
      0,
    );
    return all === 0 ? null : before / all;
  });
}
