/**
 * Question: along which two lines do opinions differ most, and where does each participant stand?
 * Formula: missing votes count as the statement's mean; first two principal components of the centred votes; positions
 *   times √(statements/votes cast), so that few votes do not pull to the middle. Sign: the largest loading is positive.
 * Assumptions: missing at random. When not to use it: under 20 people with 7 votes, under 10 statements.
 * Cost: O(Σ votes² + s³). Source: Small et al. 2021, doi:10.6035/recerca.5516 (Polis); Jolliffe 2002, doi:10.1007/b98835.
 */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { VoteTable } from './vote-table.ts';

export interface OpinionMap {
  x: Float64Array;
  y: Float64Array;
  means: Float64Array;
  components: [number[], number[]];
  explained: [number, number];
  /** Shares of all variance. */
  explainedRatio: [number, number];
}

/** Positions of all participants, in the order of the table. */
export function opinionMap(table: VoteTable): OpinionMap {
  const s = table.statements.length;
  const means = meansOf(table);
  const spread = covarianceOf(table, means);
  const { realEigenvalues: values, eigenvectorMatrix: vectors } = new EigenvalueDecomposition(spread, {
    assumeSymmetric: true,
  });
  const all = values.reduce((a, b) => a + b, 0);
  const component = (rank: number) => turned(vectors.getColumn(s - rank));
  const components: [number[], number[]] = [component(1), s > 1 ? component(2) : [0]];
  const explained: [number, number] = [values[s - 1] as number, values[s - 2] ?? 0];
  const place = (loadings: number[]) =>
    Float64Array.from(table.on, (on, i) => placeOf(on, table.votes[i] as Int8Array, { means, loadings }));
  return {
    x: place(components[0]),
    y: place(components[1]),
    means,
    components,
    explained,
    explainedRatio: [explained[0] / all, explained[1] / all],
  };
}

function meansOf({ statements, on, votes }: VoteTable): Float64Array {
  const [sum, n] = [new Float64Array(statements.length), new Float64Array(statements.length)];
  on.forEach((own, i) => {
    own.forEach((s, j) => {
      sum[s] = (sum[s] as number) + (votes[i]?.[j] as number);
      n[s] = (n[s] as number) + 1;
    });
  });
  return sum.map((x, s) => x / (n[s] as number));
}

/** A missing vote stands at the mean: it adds nothing. */
function covarianceOf({ participants, statements, on, votes }: VoteTable, means: Float64Array): Matrix {
  const s = statements.length;
  const table = new Float64Array(s * s);
  on.forEach((own, i) => {
    const centred = Float64Array.from(own, (at, j) => (votes[i]?.[j] as number) - (means[at] as number));
    for (let a = 0; a < own.length; a++) {
      const row = (own[a] as number) * s;
      for (let b = a; b < own.length; b++)
        table[row + (own[b] as number)] =
          (table[row + (own[b] as number)] as number) + (centred[a] as number) * (centred[b] as number);
    }
  });
  const below = participants.length - 1;
  return new Matrix(
    Array.from({ length: s }, (_, a) =>
      Array.from({ length: s }, (__, b) => (table[Math.min(a, b) * s + Math.max(a, b)] as number) / below),
    ),
  );
}

function turned(loadings: number[]): number[] {
  const largest = loadings.reduce((most, x) => (Math.abs(x) > Math.abs(most) + 1e-12 ? x : most), 0);
  return largest < 0 ? loadings.map((x) => -x) : loadings;
}

function placeOf(
  on: Uint32Array,
  votes: Int8Array,
  { means, loadings }: { means: Float64Array; loadings: number[] },
): number {
  let sum = 0;
  for (let j = 0; j < on.length; j++)
    sum += ((votes[j] as number) - (means[on[j] as number] as number)) * (loadings[on[j] as number] as number);
  return sum * Math.sqrt(loadings.length / on.length);
}
