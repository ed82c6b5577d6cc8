/**
 * Small symmetric systems for regressions (ml-matrix, MIT). A matrix is an array of rows.
 * Cost: O(p³). `undefined` means: some column follows from the others.
 */
import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';

export type Rows = number[][];

/** Below this share of the mean, an eigenvalue of the scaled matrix counts as 0. */
const SINGULAR = 1e-11;

/** Inverse of a symmetric positive definite matrix, or undefined when it has none. */
export function invertSymmetric(matrix: Rows): Rows | undefined {
  const scale = matrix.map((row, i) => Math.sqrt(row[i] as number));
  if (scale.length === 0 || scale.some((s) => !(s > 0) || !Number.isFinite(s))) return undefined;
  const half = (i: number, j: number) => matrix[Math.min(i, j)]?.[Math.max(i, j)] as number; // one triangle, so that it is symmetric to the last bit
  const scaled = new Matrix(
    matrix.map((row, i) => row.map((_, j) => half(i, j) / ((scale[i] as number) * (scale[j] as number)))),
  );
  const smallest = Math.min(...new EigenvalueDecomposition(scaled, { assumeSymmetric: true }).realEigenvalues);
  if (!(smallest > SINGULAR)) return undefined;
  const inverse = new CholeskyDecomposition(scaled).solve(Matrix.eye(matrix.length));
  return inverse.to2DArray().map((row, i) => row.map((x, j) => x / (scale[i] as number) / (scale[j] as number)));
}

export function times(matrix: Rows, vector: ArrayLike<number>): number[] {
  return matrix.map((row) => row.reduce((sum, x, j) => sum + x * (vector[j] as number), 0));
}

export function multiply(left: Rows, right: Rows): Rows {
  return left.map((row) =>
    (right[0] ?? []).map((_, j) => row.reduce((sum, x, k) => sum + x * (right[k]?.[j] ?? 0), 0)),
  );
}

export function zeros(rows: number, columns: number): Rows {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
}

/** bread · meat · bread with the squared sums of `scores` within each cluster as meat. */
export function sandwich(bread: Rows, scores: Rows, clusters: ArrayLike<string>): Rows {
  const sums = new Map<string, number[]>();
  scores.forEach((score, i) => {
    const sum = sums.get(clusters[i] as string);
    if (sum)
      score.forEach((x, j) => {
        addAt(sum, j, x);
      });
    else sums.set(clusters[i] as string, [...score]);
  });
  const p = bread.length;
  const meat = zeros(p, p);
  for (const sum of sums.values()) addOuter(meat, sum, 1);
  return multiply(multiply(bread, meat), bread);
}

/** matrix += weight · vector vectorᵀ. */
export function addOuter(matrix: Rows, vector: ArrayLike<number>, weight: number): void {
  for (let i = 0; i < vector.length; i++) {
    const row = matrix[i] as number[];
    const scaled = weight * (vector[i] as number);
    for (let j = 0; j < vector.length; j++) row[j] = (row[j] as number) + scaled * (vector[j] as number);
  }
}

/** target[index] += amount. */
export function addAt(target: { [i: number]: number }, index: number, amount: number): void {
  target[index] = (target[index] as number) + amount;
}
