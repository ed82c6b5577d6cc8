/**
 * Question: of those not yet there at the start of a period, which share got there in it?
 * Formula: hazard = events/at risk, survivor = Π (1 − hazard); rows are unit-periods, one outcome each.
 * Assumptions: periods of equal length; a unit has rows until its event or the end of watching.
 * When not to use it: exact dates are known and matter (kaplan-meier.ts). Cost: O(n + periods log periods).
 * Source: Singer & Willett 1993, doi:10.3102/10769986018002155.
 */
import { checkNumbers, checkSameLength, checkSome } from '../check.ts';

export interface UnitPeriods {
  period: ArrayLike<number>;
  /** 1 in the period of the event, else 0. */
  event: ArrayLike<number>;
}

export interface LifeTableRow {
  period: number;
  atRisk: number;
  events: number;
  hazard: number;
  survivor: number;
}

/** One row a period, in order. */
export function lifeTable({ period, event }: UnitPeriods): LifeTableRow[] {
  checkSome({ name: 'period', values: period });
  checkSameLength({ name: 'period', values: period }, { name: 'event', values: event });
  checkNumbers({ name: 'period', values: period });
  checkNumbers({ name: 'event', values: event }, { min: 0, max: 1, integer: true });
  const counts = new Map<number, { atRisk: number; events: number }>();
  for (let i = 0; i < period.length; i++) {
    const key = period[i] as number;
    const { atRisk, events } = counts.get(key) ?? { atRisk: 0, events: 0 };
    counts.set(key, { atRisk: atRisk + 1, events: events + (event[i] as number) });
  }
  let survivor = 1;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([key, { atRisk, events }]) => {
      survivor *= 1 - events / atRisk;
      return { period: key, atRisk, events, hazard: events / atRisk, survivor };
    });
}
