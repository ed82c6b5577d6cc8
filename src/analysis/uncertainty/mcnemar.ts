/**
 * Question: did the same people change more often one way than the other?
 * Formula: of the pairs that changed, those in the first direction are binomial(½) when nothing pulls.
 * Assumptions: pairs independent of each other. When not to use it: two different groups (fisher.ts). Cost: O(b + c).
 * Source: McNemar 1947, doi:10.1007/BF02295996; exact form as binom.test(b, b + c) of R.
 */
import { answered, unanswered } from '../answer.ts';
import { binomialTest } from './binomial-test.ts';

/** `one` pairs changed one way, `other` the other way. */
export function mcnemar(one: number, other: number) {
  const p = binomialTest(one, one + other);
  return one + other === 0 ? unanswered('no-variation', 'nobody-changed') : answered({ discordant: one + other, p });
}
