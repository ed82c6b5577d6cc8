/**
 * Question: how far were a client's own goals reached?
 * Formula: T = 50 + 10 Σ w x / √((1 − ρ) Σ w² + ρ (Σ w)²), x from −2 to 2, ρ = .30.
 * Assumptions: 0 is what was truly expected; goals dated before the work. A programme's mean over 55 means easy goals.
 * When not to use it: to compare agencies. Cost: O(goals). Source: Kiresuk & Sherman 1968, doi:10.1007/BF01530764.
 */
import { checkNumbers, checkSameLength, checkSome } from '../check.ts';

/** T score; 50 when every goal is reached as expected. */
export function goalAttainment(levels: ArrayLike<number>, weights: ArrayLike<number>, rho = 0.3): number {
  checkSome({ name: 'level', values: levels });
  checkSameLength({ name: 'level', values: levels }, { name: 'weight', values: weights });
  checkNumbers({ name: 'level', values: levels }, { min: -2, max: 2 });
  checkNumbers({ name: 'weight', values: weights }, { min: Number.MIN_VALUE });
  let [reached, sum, squares] = [0, 0, 0];
  for (let i = 0; i < levels.length; i++) {
    const weight = weights[i] as number;
    reached += weight * (levels[i] as number);
    sum += weight;
    squares += weight * weight;
  }
  return 50 + (10 * reached) / Math.sqrt((1 - rho) * squares + rho * sum * sum);
}
