/**
 * Question: how much risk has piled up by time t?
 * Formula: H(t) = Σ d/n, var = Σ d/n².
 * Assumptions: as Kaplan–Meier. When not to use it: as a probability (it passes 1). Cost: O(n log n).
 * Source: Aalen 1978, doi:10.1214/aos/1176344247; = survfit()$cumhaz of R.
 */
import { checkSpells, riskTable, type Spells } from './spells.ts';

/** Cumulative hazard at each distinct time. */
export function nelsonAalen(spells: Spells) {
  checkSpells(spells);
  const table = riskTable(spells);
  const [hazard, standardError] = [new Float64Array(table.times.length), new Float64Array(table.times.length)];
  let [sum, variance] = [0, 0];
  table.times.forEach((_, i) => {
    const [n, d] = [table.atRisk[i] as number, table.events[i] as number];
    sum += n > 0 ? d / n : 0;
    variance += n > 0 ? d / (n * n) : 0;
    hazard[i] = sum;
    standardError[i] = Math.sqrt(variance);
  });
  return { ...table, hazard, standardError };
}
