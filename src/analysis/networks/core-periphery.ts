/**
 * Question: is there a core everyone is tied to, and a rim of parties not tied to each other?
 * Formula: correlation over pairs between ties (0/1) and the ideal (1 where at least one of the two is core).
 *   Exhaustive up to 16 parties; beyond, seeded hill climbing from many starts (`exact: false`).
 * Assumptions: one core. When not to use it: a low r means there is none; show r. Cost: O(2ⁿ) or O(starts · n³).
 * Source: Borgatti & Everett 2000, doi:10.1016/S0378-8733(99)00019-2.
 */
import { answered, unanswered } from '../answer.ts';
import type { Random } from '../random.ts';
import type { Network } from './graph.ts';

export const EXHAUSTIVE_UP_TO = 16;

interface Counts {
  n: number;
  edges: number;
  degree: number[];
  adjacent: Uint32Array[];
}

/** The core with the highest correlation; the first by bits among equals. */
export function corePeriphery(network: Network, { random, starts = 50 }: { random?: Random; starts?: number } = {}) {
  const n = network.parties.length;
  const degree = network.neighbours.map((own) => own.length);
  const edges = degree.reduce((a, b) => a + b, 0) / 2;
  if (n < 3) return unanswered('too-few', 'fewer-than-3-parties');
  if (edges === 0 || edges === (n * (n - 1)) / 2)
    return unanswered('no-variation', edges === 0 ? 'no-ties' : 'all-tied');
  if (n > EXHAUSTIVE_UP_TO && !random) return unanswered('undefined', 'random-needed-beyond-16-parties');
  const adjacent = network.neighbours.map((own) =>
    Uint32Array.from({ length: n }, (_, j) => (own.includes(j) ? 1 : 0)),
  );
  const counts = { n, edges, degree, adjacent };
  const best = n <= EXHAUSTIVE_UP_TO ? exhaustive(counts) : climb(counts, random as Random, starts);
  return answered({ r: best.r, core: network.parties.filter((_, i) => best.core[i]), exact: n <= EXHAUSTIVE_UP_TO });
}

/** Correlation from the size of the core and the ties that touch it. */
function correlation({ n, edges }: Counts, size: number, touching: number): number {
  const pairs = (n * (n - 1)) / 2;
  const ideal = pairs - ((n - size) * (n - size - 1)) / 2;
  if (ideal === 0 || ideal === pairs) return Number.NEGATIVE_INFINITY;
  return (pairs * touching - ideal * edges) / Math.sqrt(ideal * (pairs - ideal) * edges * (pairs - edges));
}

function touchingOf({ degree, adjacent }: Counts, core: Uint8Array): number {
  let touching = 0;
  core.forEach((inside, i) => {
    if (!inside) return;
    touching += degree[i] as number;
    for (let j = 0; j < i; j++) if (core[j]) touching -= adjacent[i]?.[j] as number;
  });
  return touching;
}

interface Found {
  r: number;
  core: Uint8Array;
}

function evaluate(counts: Counts, core: Uint8Array): number {
  return correlation(
    counts,
    core.reduce((a, b) => a + b, 0),
    touchingOf(counts, core),
  );
}

const ROUNDING = 1e-12;

function exhaustive(counts: Counts): Found {
  let best: Found = { r: Number.NEGATIVE_INFINITY, core: new Uint8Array(counts.n) };
  for (let bits = 1; bits < 2 ** counts.n - 1; bits++) {
    const core = Uint8Array.from({ length: counts.n }, (_, i) => (bits >> i) & 1);
    const r = evaluate(counts, core);
    if (r > best.r + ROUNDING) best = { r, core };
  }
  return best;
}

function climb(counts: Counts, random: Random, starts: number): Found {
  let best: Found = { r: Number.NEGATIVE_INFINITY, core: new Uint8Array(counts.n) };
  for (let start = 0; start < starts; start++) {
    let here = flipped(counts, {
      r: Number.NEGATIVE_INFINITY,
      core: Uint8Array.from({ length: counts.n }, () => random.below(2)),
    });
    for (let next = flipped(counts, here); next.r > here.r + ROUNDING; next = flipped(counts, here)) here = next;
    if (here.r > best.r + ROUNDING) best = here;
  }
  return best;
}

/** The best core that differs in one party, or the same when none is better. */
function flipped(counts: Counts, from: Found): Found {
  let best = { r: evaluate(counts, from.core), core: from.core };
  for (let i = 0; i < counts.n; i++) {
    const core = from.core.map((x, j) => (i === j ? 1 - x : x));
    const r = evaluate(counts, core);
    if (r > best.r + ROUNDING) best = { r, core };
  }
  return best;
}
