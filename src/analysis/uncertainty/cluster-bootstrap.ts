/**
 * Question: how far would a figure move if other villages (or people) of the same kind had been met?
 * Method: draw whole clusters with replacement, compute the figure again, take percentiles of B draws.
 * Assumptions: clusters independent of each other and at least ten of them.
 * When not to use it: fewer than ten clusters: show the value of each (it is returned). Cost: O(B n).
 * Source: Davison & Hinkley 1997, doi:10.1017/CBO9780511802843, §3.8; Cameron, Gelbach & Miller 2008, doi:10.1162/rest.90.3.414.
 */
import { answered, unanswered } from '../answer.ts';
import { methodError } from '../method-error.ts';
import { sortedQuantile } from '../quantile.ts';
import type { Random } from '../random.ts';

export const LEAST_CLUSTERS = 10;

export interface Bootstrap<Row> {
  /** The rows of each cluster. */
  clusters: readonly (readonly Row[])[];
  /** The figure; undefined when these rows do not give one (such draws are left out and counted). */
  figure: (rows: Row[]) => number | undefined;
  random: Random;
  draws?: number;
  level?: number;
}

/** Figure and percentile limits, or the figure of each cluster when there are too few. */
export function clusterBootstrap<Row>({ clusters, figure, random, draws = 2000, level = 0.95 }: Bootstrap<Row>) {
  const empty = clusters.findIndex((cluster) => cluster.length === 0);
  if (empty >= 0) throw methodError({ reason: 'empty-group', row: empty + 1, column: 'clusters' });
  const byCluster = clusters.map((cluster) => figure([...cluster]) ?? null);
  if (clusters.length < LEAST_CLUSTERS) return { ...unanswered('too-few', 'fewer-than-ten-clusters'), byCluster };
  const value = figure(clusters.flat());
  const drawn = Array.from({ length: draws }, () => figure(drawClusters(clusters, random))).filter(
    (x) => x !== undefined,
  );
  if (value === undefined || drawn.length < draws / 2)
    return { ...unanswered('undefined', 'figure-undefined'), byCluster };
  const sorted = Float64Array.from(drawn).sort();
  const tail = (1 - level) / 2;
  const limits = { lower: sortedQuantile(sorted, tail), upper: sortedQuantile(sorted, 1 - tail) };
  const cautions = drawn.length < draws ? ['some-draws-undefined'] : [];
  return answered({ value, ...limits, clusters: clusters.length, draws: drawn.length, byCluster }, cautions);
}

function drawClusters<Row>(clusters: readonly (readonly Row[])[], random: Random): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < clusters.length; i++) rows.push(...(clusters[random.below(clusters.length)] as readonly Row[]));
  return rows;
}
