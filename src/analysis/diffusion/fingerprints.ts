/**
 * Question: which few marks of a text are enough to find what it shares with another?
 * Method: hashes of all runs of 8 letters; of every 8 hashes in a row the smallest is kept (the last of equal ones), so that
 *   every shared run of 15 letters or more leaves a common mark (winnowing).
 * Assumptions: different runs seldom have one hash: who uses the marks compares the letters. When not to use it: as a
 *   measure of likeness. Cost: O(letters).
 * Source: Schleimer, Wilkerson & Aiken 2003, doi:10.1145/872757.872770.
 */

const GRAM = 8;
const WINDOW = 8;
const BASE = 0x9e3779b1;
const LEADING = power(BASE, GRAM - 1);

function power(base: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product = Math.imul(product, base);
  return product;
}

/** Spreads a number over all 32 bits (the finish of MurmurHash3). */
export function spreadBits(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The kept hashes of a text in order; none for fewer than 8 letters. */
export function fingerprints(letters: Uint16Array): Uint32Array {
  const hashes = rollingHashes(letters);
  const kept = new Uint32Array(hashes.length);
  let [count, least] = [0, -1];
  for (let end = Math.min(WINDOW, hashes.length); end <= hashes.length && end > 0; end++) {
    const start = Math.max(0, end - WINDOW);
    const next = least < start ? leastOf(hashes, start, end) : lastLeast(hashes, least, end - 1);
    if (next !== least) kept[count++] = hashes[next] as number;
    least = next;
  }
  return kept.slice(0, count);
}

function rollingHashes(letters: Uint16Array): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, letters.length - GRAM + 1));
  let hash = 0;
  for (let i = 0; i < letters.length; i++) {
    if (i >= GRAM) hash = (hash - Math.imul(letters[i - GRAM] as number, LEADING)) | 0;
    hash = (Math.imul(hash, BASE) + (letters[i] as number)) | 0;
    if (i >= GRAM - 1) hashes[i - GRAM + 1] = spreadBits(hash);
  }
  return hashes;
}

function leastOf(hashes: Uint32Array, start: number, end: number): number {
  let least = start;
  for (let i = start + 1; i < end; i++) least = lastLeast(hashes, least, i);
  return least;
}

function lastLeast(hashes: Uint32Array, least: number, other: number): number {
  return (hashes[other] as number) <= (hashes[least] as number) ? other : least;
}
