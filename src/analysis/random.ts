/**
 * Question: where does chance come from? From a seed that is stored, so that a figure can be computed again.
 * Method: splitmix32 spreads the seed over the state of xoshiro128**; doubles take 53 bits of two draws.
 * Assumptions: a seed is an integer; equal seeds give equal draws on every machine.
 * When not to use it: for secrets. Cost: O(1) a draw.
 * Source: Blackman & Vigna 2021, doi:10.1145/3460772.
 */

export interface Random {
  /** Uniform on [0, 1). */
  next: () => number;
  /** A whole number from 0 to below `n`, each as likely. */
  below: (n: number) => number;
}

/** A generator that starts from `seed`. */
export function randomFrom(seed: number): Random {
  const draw = xoshiro(spread(seed | 0));
  const next = () => ((draw() >>> 5) * 67108864 + (draw() >>> 6)) / 9007199254740992;
  return { next, below: (n) => Math.floor(next() * n) };
}

function spread(seed: number): Uint32Array {
  const state = new Uint32Array(4);
  let a = seed;
  for (let i = 0; i < 4; i++) {
    a = (a + 0x9e3779b9) | 0;
    let t = a ^ (a >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    state[i] = t ^ (t >>> 15);
  }
  return state;
}

function xoshiro(state: Uint32Array): () => number {
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  return () => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
}

/** Puts the items into a random order, in place (Fisher–Yates). O(n). */
export function shuffle<T>(items: { length: number; [i: number]: T }, random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = items[i] as T;
    items[i] = items[j] as T;
    items[j] = held;
  }
}
