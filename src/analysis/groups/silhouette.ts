/**
 * Question: how well does each point sit in its clump?
 * Formula: mean of (b − a)/max(a, b), a mean distance within, b mean distance to the next clump; alone in a clump: 0.
 * Assumptions: distances mean something. Noise gives about .4 too. Cost: O(n²), once for all partitions.
 * When not to use it: as proof of groups. Source: Rousseeuw 1987, doi:10.1016/0377-0427(87)90125-7.
 */
import type { Points } from './k-means.ts';

/** One mean silhouette for each partition of the same points. */
export function silhouettes({ x, y }: Points, partitions: readonly Uint8Array[]): number[] {
  const n = x.length;
  const k = partitions.map((labels) => labels.reduce((a, b) => Math.max(a, b), 0) + 1);
  const sizes = partitions.map((labels, p) => countLabels(labels, k[p] as number));
  const totals = new Array<number>(partitions.length).fill(0);
  const sums = k.map((size) => new Float64Array(size));
  const row = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (const sum of sums) sum.fill(0);
    for (let j = 0; j < n; j++) {
      const dx = (x[i] as number) - (x[j] as number);
      const dy = (y[i] as number) - (y[j] as number);
      row[j] = Math.sqrt(dx * dx + dy * dy);
    }
    partitions.forEach((labels, p) => {
      addByLabel(row, labels, sums[p] as Float64Array);
    });
    sums.forEach((sum, p) => {
      totals[p] =
        (totals[p] as number) + widthOf(sum, sizes[p] as Float64Array, (partitions[p] as Uint8Array)[i] as number);
    });
  }
  return totals.map((total) => total / n);
}

function addByLabel(row: Float64Array, labels: Uint8Array, sum: Float64Array): void {
  for (let j = 0; j < row.length; j++) {
    const label = labels[j] as number;
    sum[label] = (sum[label] as number) + (row[j] as number);
  }
}

function countLabels(labels: Uint8Array, k: number): Float64Array {
  const sizes = new Float64Array(k);
  for (const label of labels) sizes[label] = (sizes[label] as number) + 1;
  return sizes;
}

function widthOf(sum: Float64Array, size: Float64Array, own: number): number {
  if (size[own] === 1) return 0;
  const within = (sum[own] as number) / ((size[own] as number) - 1);
  let next = Infinity;
  for (let c = 0; c < sum.length; c++)
    if (c !== own && (size[c] as number) > 0) next = Math.min(next, (sum[c] as number) / (size[c] as number));
  const larger = Math.max(within, next);
  return next === Infinity || larger === 0 ? 0 : (next - within) / larger;
}
