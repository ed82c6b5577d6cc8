/**
 * Question: which pairs of units make up a dyadic event history: does i, not there yet, take up what j already has?
 * Rule: one row for each period and ordered pair (i, j), j an adopter of an earlier period and i not one before the period;
 *   event 1 when i adopts in the period. Covariates of the pair (contiguity, gap in income …) are joined by the caller.
 * Assumptions: rows of a pair are not independent: cluster by i (discrete-time.ts). Every adoption counts once a possible
 *   source. When not to use it: as proof who was copied. Cost: O(periods · units²).
 * Source: Volden 2006, doi:10.1111/j.1540-5907.2006.00185.x; Boehmke 2009, doi:10.1093/pan/mpn014 (opportunity to emulate).
 */
import { checkNumbers, checkSome } from '../check.ts';

export interface DyadRow {
  period: number;
  unit: string;
  source: string;
  /** Periods since the source adopted. */
  since: number;
  event: 0 | 1;
}

/** Rows in the order of period, unit, source. A unit without a time has not adopted by the last period. */
export function dyadTable(
  units: readonly string[],
  adopted: ReadonlyMap<string, number>,
  periods: readonly number[],
): DyadRow[] {
  checkSome({ name: 'unit', values: units });
  checkNumbers({ name: 'period', values: periods });
  checkNumbers({ name: 'adopted', values: [...adopted.values()] });
  const timeOf = (unit: string) => adopted.get(unit) ?? Infinity;
  const order = [...units].sort();
  return [...periods]
    .sort((a, b) => a - b)
    .flatMap((period) => {
      const sources = order.filter((unit) => timeOf(unit) < period);
      const open = order.filter((unit) => timeOf(unit) >= period);
      return open.flatMap((unit) =>
        sources.map(
          (source): DyadRow => ({
            period,
            unit,
            source,
            since: period - timeOf(source),
            event: timeOf(unit) === period ? 1 : 0,
          }),
        ),
      );
    });
}
