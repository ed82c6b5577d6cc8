import type { Interval } from '../analysis/answer.ts';
import { randomFrom } from '../analysis/random.ts';
import { ratioBootstrap } from '../analysis/uncertainty/ratio-bootstrap.ts';
import type { Act } from './facts.ts';

/** Stored, so that the limits can be computed again. */
const SEED = 20260101;
const DRAWS = 999;

/**
 * Limits of a share of minutes when others of the same kind had given them: whoever gave is drawn whole. Null under ten
 * givers. Givers stand in the order of what they gave, not of their ids, so that pseudonyms give the same digits.
 */
export function spreadOver(acts: readonly Act[], counts: (act: Act) => boolean): Interval | null {
  const sums = new Map<string, [number, number]>();
  for (const act of acts) {
    const own = sums.get(act.party) ?? [0, 0];
    sums.set(act.party, own);
    if (counts(act)) own[0] += act.minutes;
    own[1] += act.minutes;
  }
  const order = [...sums.values()].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const [numerator, denominator] = [order.map(([top]) => top), order.map(([, bottom]) => bottom)];
  const found = ratioBootstrap({ numerator, denominator, random: randomFrom(SEED), draws: DRAWS });
  return found.status === 'ok' ? { lower: found.lower, upper: found.upper } : null;
}
