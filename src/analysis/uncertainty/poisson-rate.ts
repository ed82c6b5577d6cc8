/**
 * Question: between which rates may x events in a span of exposure lie?
 * Formula: lower = Γ⁻¹(α/2; x)/t, upper = Γ⁻¹(1−α/2; x+1)/t.
 * Assumptions: events come singly, independently and at one rate.
 * When not to use it: events in bursts or from a few people only (cluster-bootstrap.ts). Cost: O(1).
 * Source: Garwood 1936, doi:10.1093/biomet/28.3-4.437; = poisson.test of R.
 */
import { checkNumber } from '../check.ts';
import { gammaQuantile } from '../distributions.ts';
import { methodError } from '../method-error.ts';

export interface Rate {
  events: number;
  /** Days, person-months …; above 0. */
  exposure: number;
}

/** Events per unit of exposure with exact limits. */
export function poissonRate({ events, exposure }: Rate, level = 0.95): { rate: number; lower: number; upper: number } {
  checkRate({ events, exposure });
  const tail = (1 - level) / 2;
  return {
    rate: events / exposure,
    lower: events === 0 ? 0 : gammaQuantile(tail, events) / exposure,
    upper: gammaQuantile(1 - tail, events + 1) / exposure,
  };
}

export function checkRate({ events, exposure }: Rate): void {
  checkNumber('events', events, { min: 0, integer: true });
  checkNumber('exposure', exposure, { min: 0 });
  if (exposure === 0) throw methodError({ reason: 'no-exposure', row: 1, column: 'exposure', value: '0' });
}
