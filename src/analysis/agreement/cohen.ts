/**
 * Question: do two coders agree beyond chance?
 * Formula: κ = (p_o − p_e)/(1 − p_e), p_e from each coder's own shares; Scott's π with the pooled shares; weighted κ with
 *   1 − |i − j|/(k − 1) or its square form over ordered levels.
 * Assumptions: every unit coded by both. When not to use it: gaps or more coders (krippendorff.ts).
 * Cost: O(n + k²). Source: Cohen 1960, doi:10.1177/001316446002000104; Cohen 1968, doi:10.1037/h0026256; Scott 1955,
 *   doi:10.1086/266577; error: Fleiss, Cohen & Everitt 1969, doi:10.1037/h0028106; = vcd::Kappa of R.
 */
import { answered, unanswered } from '../answer.ts';
import { type Codings, pairsOf } from './codings.ts';

export type KappaWeights = 'none' | 'linear' | 'quadratic';

/** κ, π, percent, and the standard error of κ. `levels` orders the values for weights (default: as numbers, else as text). */
export function cohen(
  codings: Codings,
  { weights = 'none', levels }: { weights?: KappaWeights; levels?: readonly string[] } = {},
) {
  const pairs = pairsOf(codings);
  if (pairs.length === 0) return unanswered('too-few', 'no-unit-coded-twice');
  const order = levels ?? [...new Set(pairs.flat())].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  const k = order.length;
  const table = order.map(() => new Array<number>(k).fill(0));
  for (const [a, b] of pairs)
    (table[order.indexOf(a)] as number[])[order.indexOf(b)] =
      (table[order.indexOf(a)]?.[order.indexOf(b)] ?? 0) + 1 / pairs.length;
  const [rows, columns] = [
    table.map((row) => row.reduce((x, y) => x + y, 0)),
    order.map((_, j) => table.reduce((sum, row) => sum + (row[j] as number), 0)),
  ];
  const weight = weightsOf(weights, k);
  const sumOf = (share: (i: number, j: number) => number) =>
    order.reduce((sum, _, i) => sum + order.reduce((own, __, j) => own + weight(i, j) * share(i, j), 0), 0);
  const observed = sumOf((i, j) => table[i]?.[j] as number);
  const expected = sumOf((i, j) => (rows[i] as number) * (columns[j] as number));
  const pooled = sumOf(
    (i, j) => (((rows[i] as number) + (columns[i] as number)) * ((rows[j] as number) + (columns[j] as number))) / 4,
  );
  if (expected === 1) return unanswered('no-variation', 'one-value-everywhere');
  const kappa = (observed - expected) / (1 - expected);
  const spread = sumOfSquares({ table, rows, columns, weight, kappa });
  const standardError =
    Math.sqrt(Math.max(0, spread - (kappa - expected * (1 - kappa)) ** 2) / pairs.length) / (1 - expected);
  return answered(
    {
      n: pairs.length,
      percent: table.reduce((sum, row, i) => sum + (row[i] as number), 0),
      kappa,
      standardError,
      pi: (observed - pooled) / (1 - pooled),
    },
    pairs.length < 30 ? ['fewer-than-30-units'] : [],
  );
}

function weightsOf(weights: KappaWeights, k: number): (i: number, j: number) => number {
  if (weights === 'none' || k < 2) return (i, j) => (i === j ? 1 : 0);
  const power = weights === 'linear' ? 1 : 2;
  return (i, j) => 1 - (Math.abs(i - j) / (k - 1)) ** power;
}

interface Shares {
  table: number[][];
  rows: number[];
  columns: number[];
  weight: (i: number, j: number) => number;
  kappa: number;
}

function sumOfSquares({ table, rows, columns, weight, kappa }: Shares): number {
  const meanRow = rows.map((_, i) => columns.reduce((sum, share, j) => sum + share * weight(i, j), 0));
  const meanColumn = columns.map((_, j) => rows.reduce((sum, share, i) => sum + share * weight(i, j), 0));
  return table.reduce(
    (sum, row, i) =>
      sum +
      row.reduce(
        (own, p, j) =>
          own + p * (weight(i, j) - ((meanRow[i] as number) + (meanColumn[j] as number)) * (1 - kappa)) ** 2,
        0,
      ),
    0,
  );
}
