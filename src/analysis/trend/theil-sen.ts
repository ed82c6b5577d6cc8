/**
 * Question: by how much does a figure rise a period, whatever single quarters do?
 * Formula: median of the slopes between all pairs with different times.
 * Assumptions: a straight trend; up to 29 % wild values do no harm. When not to use it: fewer than 8 periods (`reasons`).
 * Cost: O(n²). Source: Sen 1968, doi:10.1080/01621459.1968.10480934.
 */
import { answered, unanswered } from '../answer.ts';
import { checkNumbers, checkSameLength } from '../check.ts';
import { median } from '../quantile.ts';

/** Slope in units of y per unit of x, and the intercept (median of y − slope · x). */
export function theilSen(x: ArrayLike<number>, y: ArrayLike<number>) {
  checkSameLength({ name: 'x', values: x }, { name: 'y', values: y });
  checkNumbers({ name: 'x', values: x });
  checkNumbers({ name: 'y', values: y });
  const slopes: number[] = [];
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      const run = (x[j] as number) - (x[i] as number);
      if (run !== 0) slopes.push(((y[j] as number) - (y[i] as number)) / run);
    }
  }
  if (slopes.length === 0) return unanswered('too-few', 'fewer-than-2-times');
  const slope = median(slopes);
  const intercept = median(Array.from(x, (at, i) => (y[i] as number) - slope * at));
  return answered({ slope, intercept, pairs: slopes.length }, x.length < 8 ? ['fewer-than-8-periods'] : []);
}
