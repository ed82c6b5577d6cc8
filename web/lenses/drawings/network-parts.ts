import type { z } from 'zod';
import { SECTORS } from '../../../src/ledger/codes.ts';
import type { NetworkDrawing } from '../../../src/lenses/schema.ts';
import { onRound, type Point } from './layout.ts';

export type Network = z.infer<typeof NetworkDrawing>;
export type NetworkNode = Network['nodes'][number];

export interface Drawn {
  nodes: (NetworkNode & Point & { side: 'left' | 'right' | 'middle' })[];
  /** Between the drawn ones only; indexes into `nodes`. */
  ties: Network['ties'];
  /** How many parties there are in all, the station left out. */
  total: number;
}

/** How many ties each party has. */
function tiesOf({ nodes, ties }: Network): number[] {
  const counts = nodes.map(() => 0);
  for (const { from, to } of ties) {
    counts[from] = (counts[from] ?? 0) + 1;
    counts[to] = (counts[to] ?? 0) + 1;
  }
  return counts;
}

/**
 * The parties with the most ties on a round, the station in the middle. The order is by sector and name and not by
 * what they did, so that a party stands where it stood in another period.
 */
export function arrange(
  network: Network,
  { width, height, most }: { width: number; height: number; most: number },
): Drawn {
  const counts = tiesOf(network);
  const places = network.nodes.map((node, nth) => ({ node, nth, ties: counts[nth] ?? 0 }));
  const others = places.filter(({ node }) => !node.station);
  const chosen = [...others]
    .sort((one, other) => other.ties - one.ties || one.node.key.localeCompare(other.node.key))
    .slice(0, most)
    .sort(
      (one, other) =>
        SECTORS.indexOf(one.node.sector) - SECTORS.indexOf(other.node.sector) ||
        one.node.name.localeCompare(other.node.name, 'zh'),
    );
  const round = onRound(chosen.length, { rx: Math.max(40, width / 2 - 116), ry: height / 2 - 30 });
  const middle = { x: width / 2, y: height / 2 };
  const around = chosen.map(({ node, nth }, place) => {
    const { x = 0, y = 0 } = round[place] ?? {};
    return { ...node, nth, x: middle.x + x, y: middle.y + y, side: x < 0 ? ('left' as const) : ('right' as const) };
  });
  const centre = places
    .filter(({ node }) => node.station)
    .map(({ node, nth }) => ({ ...node, nth, ...middle, side: 'middle' as const }));
  const nodes = [...around, ...centre];
  const placeOf = new Map(nodes.map(({ nth }, place) => [nth, place]));
  const ties = network.ties.flatMap((tie) => {
    const [from, to] = [placeOf.get(tie.from), placeOf.get(tie.to)];
    return from === undefined || to === undefined ? [] : [{ ...tie, from, to }];
  });
  return { nodes, ties, total: others.length };
}
