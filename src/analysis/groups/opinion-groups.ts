/**
 * Question: are there groups of opinion, who is in them, and are they more than noise?
 * Method: opinion map; k-means for k = 2 … 5 with many seeded starts among those with enough votes; the k of the best
 *   silhouette. Then votes are permuted within each statement (the missing ones stay missing) and all is done again:
 *   groups are shown only above the 95th centile of that noise. Stability: mean adjusted Rand index with the groups found
 *   without a random fifth of the people.
 * Assumptions: see opinion-map.ts. Same seed and same votes in any row order give the same groups.
 * When not to use it: to show one person's group to others. Cost: O(Σ votes² + s³ + starts · n + n²) a draw.
 * Source: Small et al. 2021, doi:10.6035/recerca.5516; permutation: Phipson & Smyth 2010, doi:10.2202/1544-6115.1585.
 */
import { sortedQuantile } from '../quantile.ts';
import { type Random, randomFrom, shuffle } from '../random.ts';
import { adjustedRand } from './adjusted-rand.ts';
import { kMeans } from './k-means.ts';
import { type OpinionMap, opinionMap } from './opinion-map.ts';
import { silhouettes } from './silhouette.ts';
import type { VoteTable } from './vote-table.ts';

export interface GroupOptions {
  seed?: number;
  starts?: number;
  /** Votes one must have cast to be put into a group. */
  leastVotes?: number;
  most?: number;
}

export interface Grouping {
  map: OpinionMap;
  /** Group of each participant of the table, −1 for those with too few votes; the largest group is 0. */
  groups: Int8Array;
  k: number;
  silhouette: number;
  inertia: number;
  byK: { k: number; inertia: number; silhouette: number; sizes: number[] }[];
}

/** Groups without a test: give the answer to `testGroups` before showing it. */
export function findGroups(
  table: VoteTable,
  { seed = 1, starts = 20, leastVotes = 7, most = 5 }: GroupOptions = {},
): Grouping | undefined {
  const map = opinionMap(table);
  const clustered = table.on
    .map((_, i) => i)
    .filter((i) => (table.on[i] as Uint32Array).length >= Math.min(leastVotes, table.statements.length));
  const points = {
    x: Float64Array.from(clustered, (i) => map.x[i] as number),
    y: Float64Array.from(clustered, (i) => map.y[i] as number),
  };
  const ks = Array.from({ length: most - 1 }, (_, i) => i + 2).filter((k) => k < clustered.length);
  if (ks.length === 0) return undefined;
  const random = randomFrom(seed);
  const found = ks.map((k) => kMeans(points, k, { random, starts }));
  const widths = silhouettes(
    points,
    found.map(({ labels }) => labels),
  );
  const byK = found.map(({ labels, inertia }, i) => ({
    k: ks[i] as number,
    inertia,
    silhouette: widths[i] as number,
    sizes: sizesOf(labels),
  }));
  const best = widths.indexOf(Math.max(...widths));
  const groups = new Int8Array(table.on.length).fill(-1);
  clustered.forEach((i, at) => {
    groups[i] = found[best]?.labels[at] as number;
  });
  return {
    map,
    groups,
    k: ks[best] as number,
    silhouette: widths[best] as number,
    inertia: found[best]?.inertia as number,
    byK,
  };
}

function sizesOf(labels: Uint8Array): number[] {
  const sizes: number[] = [];
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  return sizes;
}

/** Best silhouettes of `draws` tables in which votes were mixed within each statement: mean, 95th centile, and p. */
export function testGroups(
  table: VoteTable,
  observed: number,
  { draws = 99, ...options }: GroupOptions & { draws?: number } = {},
) {
  const random = randomFrom((options.seed ?? 1) + 0x5eed);
  const noise = Array.from(
    { length: draws },
    () =>
      findGroups(permuted(table, random), { ...options, starts: Math.min(5, options.starts ?? 20) })?.silhouette ?? 0,
  );
  const sorted = Float64Array.from(noise).sort();
  const reached = noise.filter((x) => x >= observed).length;
  return {
    mean: noise.reduce((a, b) => a + b, 0) / draws,
    threshold: sortedQuantile(sorted, 0.95),
    p: (reached + 1) / (draws + 1),
  };
}

/** Votes mixed within each statement. */
export function permuted(table: VoteTable, random: Random): VoteTable {
  const byStatement: { i: number; j: number }[][] = table.statements.map(() => []);
  table.on.forEach((own, i) => {
    own.forEach((s, j) => {
      byStatement[s]?.push({ i, j });
    });
  });
  const votes = table.votes.map((own) => Int8Array.from(own));
  for (const places of byStatement) {
    const mixed = places.map(({ i, j }) => table.votes[i]?.[j] as number);
    shuffle(mixed, random);
    places.forEach(({ i, j }, at) => {
      (votes[i] as Int8Array)[j] = mixed[at] as number;
    });
  }
  return { ...table, votes };
}

/** Mean adjusted Rand index between these groups and those found again without a random fifth of the participants. */
export function stabilityOf(
  table: VoteTable,
  { groups, k }: Grouping,
  { rounds = 10, ...options }: GroupOptions & { rounds?: number } = {},
): number {
  const random = randomFrom((options.seed ?? 1) + 0x57ab);
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    const order = table.participants.map((_, i) => i);
    shuffle(order, random);
    const kept = order.slice(0, Math.ceil(order.length * 0.8)).sort((a, b) => a - b);
    const pick = <T>(column: T[]) => kept.map((i) => column[i] as T);
    const part = findGroups(
      { ...table, participants: pick(table.participants), on: pick(table.on), votes: pick(table.votes) },
      { ...options, most: k },
    );
    const both = kept
      .map((_, at) => at)
      .filter((at) => (groups[kept[at] as number] as number) >= 0 && (part?.groups[at] ?? -1) >= 0);
    sum += part
      ? adjustedRand(
          both.map((at) => groups[kept[at] as number] as number),
          both.map((at) => part.groups[at] as number),
        )
      : 0;
  }
  return sum / rounds;
}
