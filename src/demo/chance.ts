/** Chance that is the same every time: a seeded generator. */
export interface Chance {
  /** A whole number from 0 up to, not including, `most`. */
  below: (most: number) => number;
  one: <T>(of: readonly T[]) => T;
}

/** mulberry32 (public domain, T. Ettinger): small, fast, good enough for made-up people. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number) => Math.floor(next() * most);
  return {
    below,
    one: <T>(of: readonly T[]): T => chosenOf(of, below(of.length)),
  };
}

/** The one at a place of a list, which goes round when it ends. */
export function chosenOf<T>(of: readonly T[], place: number): T {
  const chosen = of[place % of.length];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}
