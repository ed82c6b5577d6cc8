/**
 * Question: which passages of two texts are the same but for small edits?
 * Method: shared runs of five letters that follow each other are seeds (eight letters or more), grown letter by letter;
 *   seeds with little between them in both texts are one passage.
 * Assumptions: edits are a few letters. When not to use it: for texts that were rewritten sentence by sentence.
 * Cost: O(shared runs). Source: Altschul et al. 1990, doi:10.1016/S0022-2836(05)80360-2 (seed and extend).
 */
import type { SharedRuns } from './gram-index.ts';
import { GRAM } from './gram-sets.ts';

/** Places and lengths in letters of the plain texts. */
export interface Passage {
  first: number;
  firstLength: number;
  second: number;
  secondLength: number;
  /** Letters that are the same. */
  same: number;
}

const SEED = 8;
/** At most so many letters between two seeds of a passage, and so many more in one text than in the other. */
const [GAP, DRIFT] = [24, 8];

/** Passages in the order of the first text. */
export function sharedPassages(first: Uint16Array, second: Uint16Array, shared: SharedRuns): Passage[] {
  const passages: Passage[] = [];
  for (const seed of seedsOf(first, second, shared)) {
    const last = passages[passages.length - 1];
    if (last && follows(last, seed)) join(last, seed);
    else passages.push(seed);
  }
  return passages;
}

/** A seed that overlaps the end of the one before (a letter twice) counts those letters once. */
function follows(last: Passage, seed: Passage): boolean {
  const between = seed.first - last.first - last.firstLength;
  const betweenSecond = seed.second - last.second - last.secondLength;
  const near = (gap: number) => gap >= -DRIFT && gap <= GAP;
  return near(between) && near(betweenSecond) && Math.abs(between - betweenSecond) <= DRIFT;
}

function join(last: Passage, seed: Passage): void {
  const twice = Math.max(0, last.first + last.firstLength - seed.first, last.second + last.secondLength - seed.second);
  last.same += seed.same - twice;
  last.firstLength = seed.first + seed.firstLength - last.first;
  last.secondLength = seed.second + seed.secondLength - last.second;
}

function seedsOf(first: Uint16Array, second: Uint16Array, { count, first: at, second: to }: SharedRuns): Passage[] {
  const seeds: Passage[] = [];
  for (let k = 0; k < count; ) {
    let end = k + 1;
    while (end < count && at[end] === (at[end - 1] as number) + 1 && to[end] === (to[end - 1] as number) + 1) end++;
    const start: [number, number] = [at[k] as number, to[k] as number];
    const last = seeds[seeds.length - 1];
    const known = last && start[0] < last.first + last.firstLength && start[0] - last.first === start[1] - last.second;
    if (end - k + GRAM - 1 >= SEED && !known) seeds.push(grown(first, second, { start, length: end - k + GRAM - 1 }));
    k = end;
  }
  return seeds;
}

function grown(first: Uint16Array, second: Uint16Array, seed: { start: [number, number]; length: number }): Passage {
  let [[a, b], { length }] = [seed.start, seed];
  while (a > 0 && b > 0 && first[a - 1] === second[b - 1]) {
    a--;
    b--;
    length++;
  }
  while (a + length < first.length && b + length < second.length && first[a + length] === second[b + length]) length++;
  return { first: a, firstLength: length, second: b, secondLength: length, same: length };
}
