/**
 * Question: did the same people move, on average, between two assessments?
 * Formula: paired t with its interval; Wilcoxon signed ranks (zeros dropped, normal approximation with continuity
 *   correction and ties); sign test (exact binomial).
 * Assumptions: people independent; t: differences not far from normal. When not to use it: different people at the two
 *   times. Cost: O(n log n). Source: Student 1908, doi:10.1093/biomet/6.1.1; Wilcoxon 1945, doi:10.2307/3001968;
 *   = t.test(paired), wilcox.test(exact = FALSE), binom.test of R.
 */
import { answered, unanswered } from '../answer.ts';
import { checkNumbers, checkSameLength } from '../check.ts';
import { normalTwoSided, studentQuantile, studentTwoSided } from '../distributions.ts';
import { mean, variance } from '../quantile.ts';
import { binomialTest } from '../uncertainty/binomial-test.ts';

/** Mean difference post − pre with t, Wilcoxon and sign tests. */
export function paired(pre: ArrayLike<number>, post: ArrayLike<number>, level = 0.95) {
  checkSameLength({ name: 'pre', values: pre }, { name: 'post', values: post });
  checkNumbers({ name: 'pre', values: pre });
  checkNumbers({ name: 'post', values: post });
  const gaps = Array.from(pre, (from, i) => (post[i] as number) - from);
  const [n, df] = [gaps.length, gaps.length - 1];
  if (n < 2) return unanswered('too-few', 'fewer-than-2-pairs');
  const error = Math.sqrt(variance(gaps) / n);
  if (error === 0) return unanswered('no-variation', 'all-changed-alike');
  const middle = mean(gaps);
  const half = studentQuantile((1 + level) / 2, df) * error;
  const up = gaps.filter((gap) => gap > 0).length;
  const down = gaps.filter((gap) => gap < 0).length;
  return answered({
    meanDifference: middle,
    lower: middle - half,
    upper: middle + half,
    t: middle / error,
    df,
    p: studentTwoSided(middle / error, df),
    wilcoxon: signedRanks(gaps.filter((gap) => gap !== 0)),
    sign: { up, down, p: binomialTest(up, up + down) },
  });
}

function signedRanks(gaps: number[]): { v: number; p: number } {
  const { ranks, ties } = ranksOf(gaps.map(Math.abs));
  const n = gaps.length;
  const v = ranks.reduce((sum, rank, i) => ((gaps[i] as number) > 0 ? sum + rank : sum), 0);
  const z = v - (n * (n + 1)) / 4;
  const spread = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - ties.reduce((sum, t) => sum + t ** 3 - t, 0) / 48);
  return { v, p: Math.min(1, normalTwoSided((z - Math.sign(z) * 0.5) / spread)) };
}

/** Mean ranks, and how many share each. */
function ranksOf(values: number[]): { ranks: number[]; ties: number[] } {
  const sorted = [...values].sort((a, b) => a - b);
  const places = new Map<number, { first: number; count: number }>();
  sorted.forEach((value, i) => {
    const known = places.get(value);
    if (known) known.count++;
    else places.set(value, { first: i + 1, count: 1 });
  });
  const rank = (value: number) => {
    const { first, count } = places.get(value) as { first: number; count: number };
    return first + (count - 1) / 2;
  };
  return { ranks: values.map(rank), ties: [...places.values()].map(({ count }) => count) };
}
