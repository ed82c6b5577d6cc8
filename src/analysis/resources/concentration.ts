/**
 * Question: from how many sources does support really come?
 * Formula: shares s of one unit (money; hours apart); HHI = Σ s², effective sources 1/HHI; Shannon: exp(−Σ s ln s).
 * Assumptions: sources are counted by who controls them (one donor in two names is one).
 * When not to use it: money and hours together. Cost: O(n).
 * Source: Hirschman 1964, www.jstor.org/stable/1818582; Laakso & Taagepera 1979, doi:10.1177/001041407901200101.
 */
import { answered, unanswered } from '../answer.ts';
import { checkNumbers, checkSome } from '../check.ts';

/** Shares, HHI and effective numbers of amounts ≥ 0. */
export function concentration(amounts: ArrayLike<number>) {
  checkSome({ name: 'amount', values: amounts });
  checkNumbers({ name: 'amount', values: amounts }, { min: 0 });
  const total = Array.from(amounts).reduce((a, b) => a + b, 0);
  if (total === 0) return unanswered('undefined', 'nothing-given');
  const shares = Array.from(amounts, (x) => x / total);
  const hhi = shares.reduce((sum, s) => sum + s * s, 0);
  const entropy = shares.reduce((sum, s) => (s > 0 ? sum - s * Math.log(s) : sum), 0);
  return answered({ total, shares, hhi, effective: 1 / hhi, shannonEffective: Math.exp(entropy) });
}
