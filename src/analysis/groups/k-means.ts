/**
 * Question: into which k clumps do points on a map fall?
 * Method: seeds far apart (k-means++), then Lloyd's rounds until nobody moves; the best of many seeded starts.
 * Assumptions: round clumps of like spread. It always finds k clumps: opinion-groups.ts tests against noise.
 * When not to use it: without such a test. Cost: O(starts · rounds · n k).
 * Source: Lloyd 1982, doi:10.1109/TIT.1982.1056489; Arthur & Vassilvitskii 2007, dl.acm.org/doi/10.5555/1283383.1283494.
 */
import type { Random } from '../random.ts';

export interface Points {
  x: Float64Array;
  y: Float64Array;
}

export interface Clumps {
  /** Number of the clump of each point, the largest clump 0. */
  labels: Uint8Array;
  /** Sum of squared distances to the middle of the own clump. */
  inertia: number;
}

/** The best of `starts` runs. */
export function kMeans(
  points: Points,
  k: number,
  { random, starts = 20 }: { random: Random; starts?: number },
): Clumps {
  let best: Clumps = { labels: new Uint8Array(points.x.length), inertia: Infinity };
  for (let start = 0; start < starts; start++) {
    const found = lloyd(points, seeds(points, k, random));
    if (found.inertia < best.inertia - 1e-12) best = found;
  }
  return { ...best, labels: bySize(best.labels, k) };
}

function seeds({ x, y }: Points, k: number, random: Random): Points {
  const middle = { x: new Float64Array(k), y: new Float64Array(k) };
  const nearest = new Float64Array(x.length).fill(Infinity);
  let next = random.below(x.length);
  for (let c = 0; c < k; c++) {
    [middle.x[c], middle.y[c]] = [x[next] as number, y[next] as number];
    let total = 0;
    for (let i = 0; i < x.length; i++) {
      const d = ((x[i] as number) - (middle.x[c] as number)) ** 2 + ((y[i] as number) - (middle.y[c] as number)) ** 2;
      if (d < (nearest[i] as number)) nearest[i] = d;
      total += nearest[i] as number;
    }
    let left = random.next() * total;
    for (next = 0; next < x.length - 1 && left >= (nearest[next] as number); next++) left -= nearest[next] as number;
  }
  return middle;
}

const MOST_ROUNDS = 300;

function lloyd(points: Points, middle: Points): Clumps {
  const labels = new Uint8Array(points.x.length);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { moved, inertia } = assign(points, middle, labels);
    if (moved === 0 && round > 0) return { labels, inertia };
    recentre(points, middle, labels);
  }
  return { labels, inertia: assign(points, middle, labels).inertia };
}

function assign({ x, y }: Points, { x: cx, y: cy }: Points, labels: Uint8Array): { moved: number; inertia: number } {
  let [moved, inertia] = [0, 0];
  const [n, k] = [x.length, cx.length];
  for (let i = 0; i < n; i++) {
    const [px, py] = [x[i] as number, y[i] as number];
    let nearest = 0;
    let best = Infinity;
    for (let c = 0; c < k; c++) {
      const dx = px - (cx[c] as number);
      const dy = py - (cy[c] as number);
      const d = dx * dx + dy * dy;
      if (d < best) {
        best = d;
        nearest = c;
      }
    }
    if (labels[i] !== nearest) moved++;
    labels[i] = nearest;
    inertia += best;
  }
  return { moved, inertia };
}

function recentre({ x, y }: Points, middle: Points, labels: Uint8Array): void {
  const k = middle.x.length;
  const [sx, sy, n] = [new Float64Array(k), new Float64Array(k), new Float64Array(k)];
  for (let i = 0; i < x.length; i++) {
    const c = labels[i] as number;
    sx[c] = (sx[c] as number) + (x[i] as number);
    sy[c] = (sy[c] as number) + (y[i] as number);
    n[c] = (n[c] as number) + 1;
  }
  for (let c = 0; c < k; c++) {
    if ((n[c] as number) === 0) continue;
    middle.x[c] = (sx[c] as number) / (n[c] as number);
    middle.y[c] = (sy[c] as number) / (n[c] as number);
  }
}

/** Renumbers: the largest first, among equals the one with the earliest point. */
function bySize(labels: Uint8Array, k: number): Uint8Array {
  const sizes = new Array<number>(k).fill(0);
  for (const label of labels) sizes[label] = (sizes[label] as number) + 1;
  const order = sizes
    .map((_, c) => c)
    .sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || labels.indexOf(a) - labels.indexOf(b));
  const place = order.reduce<number[]>((now, old, i) => Object.assign(now, { [old]: i }), []);
  return labels.map((label) => place[label] as number);
}
