/**
 * Question: how far would a share of hours move if other people of the same kind had given them?
 * Method: draw whole clusters with replacement, divide the sums again, take percentiles of B draws. The same draws as
 * clusterBootstrap gives, over two sums a cluster instead of its rows.
 * Assumptions: clusters independent of each other and at least ten of them.
 * When not to use it: fewer than ten clusters. Cost: O(B clusters), however many rows there are.
 * Source: Davison & Hinkley 1997, doi:10.1017/CBO9780511802843, §3.8; Cochran 1977, §6.
 */
import { answered, unanswered } from '../answer.ts';
import { checkNumbers, checkSameLength } from '../check.ts';
import { sortedQuantile } from '../quantile.ts';
import type { Random } from '../random.ts';
import { LEAST_CLUSTERS } from './cluster-bootstrap.ts';

export interface Sums {
  /** Sums of each cluster, in an order that depends on no name: equal seeds then give equal limits. */
  numerator: ArrayLike<number>;
  denominator: ArrayLike<number>;
  random: Random;
  draws?: number;
  level?: number;
}

/** The share with its percentile limits. */
export function ratioBootstrap({ numerator, denominator, random, draws = 999, level = 0.95 }: Sums) {
  checkSameLength({ name: 'numerator', values: numerator }, { name: 'denominator', values: denominator });
  checkNumbers({ name: 'numerator', values: numerator }, { min: 0 });
  checkNumbers({ name: 'denominator', values: denominator }, { min: 0 });
  const clusters = denominator.length;
  if (clusters < LEAST_CLUSTERS) return unanswered('too-few', 'fewer-than-ten-clusters');
  const [tops, bottoms] = [Float64Array.from(numerator), Float64Array.from(denominator)];
  const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
  const drawn = new Float64Array(draws);
  let told = 0;
  for (let draw = 0; draw < draws; draw++) {
    let [top, bottom] = [0, 0];
    for (let i = 0; i < clusters; i++) {
      const one = random.pick(clusters);
      top += tops[one] as number;
      bottom += bottoms[one] as number;
    }
    if (bottom > 0) drawn[told++] = top / bottom;
  }
  if (sum(bottoms) === 0 || told < draws / 2) return unanswered('undefined', 'figure-undefined');
  const sorted = drawn.slice(0, told).sort();
  const tail = (1 - level) / 2;
  const limits = { lower: sortedQuantile(sorted, tail), upper: sortedQuantile(sorted, 1 - tail) };
  return answered({ value: sum(tops) / sum(bottoms), ...limits, clusters, draws: told });
}
