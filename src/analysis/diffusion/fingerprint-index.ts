/**
 * Question: which texts share marks that not everybody has?
 * Method: all marks sorted by radix in typed arrays; marks of one text, and of more than half of all texts (five or more),
 *   are dropped; what is left is counted for each text against those before it.
 * Assumptions: as fingerprints.ts. When not to use it: for a few hundred texts (compare all). Cost: O(marks + Σ d²) for marks
 *   shared by d texts. Source: Manning, Raghavan & Schütze 2008, ISBN 978-0-521-86571-5, ch. 1 and 19.
 */
import { addAt } from '../linear.ts';

/** For each mark that is left the texts that have it, rising; and for each text its marks. */
export interface FingerprintIndex {
  texts: Uint32Array;
  /** Where the texts of each mark begin; one more at the end. */
  starts: Uint32Array;
  marksOf: Uint32Array;
  markStarts: Uint32Array;
}

export interface IndexOptions {
  /** Marks of more than this share of the texts are formulae. */
  share?: number;
  /** Marks to leave out. */
  without?: ReadonlySet<number>;
}

export function fingerprintIndex(
  prints: readonly Uint32Array[],
  { share = 0.5, without = new Set() }: IndexOptions = {},
): FingerprintIndex {
  const [hashes, owners] = sorted(prints);
  const most = prints.length >= 5 ? share * prints.length : prints.length;
  const texts = new Uint32Array(hashes.length);
  const starts: number[] = [0];
  let kept = 0;
  for (let from = 0; from < hashes.length; ) {
    const begin = kept;
    let to = from;
    for (; to < hashes.length && hashes[to] === hashes[from]; to++) {
      if (kept > begin && texts[kept - 1] === owners[to]) continue;
      texts[kept++] = owners[to] as number;
    }
    if (kept - begin < 2 || kept - begin > most || without.has(hashes[from] as number)) kept = begin;
    else starts.push(kept);
    from = to;
  }
  return { texts, starts: Uint32Array.from(starts), ...byText(texts, starts, prints.length) };
}

/** Texts before `text` that share at least `least` marks with it, rising. */
export function partnersOf(index: FingerprintIndex, text: number, { least, counts }: Counting): number[] {
  const { texts, starts, marksOf, markStarts } = index;
  const touched: number[] = [];
  for (let m = markStarts[text] as number; m < (markStarts[text + 1] as number); m++) {
    const mark = marksOf[m] as number;
    for (let t = starts[mark] as number; (texts[t] as number) < text; t++) {
      const other = texts[t] as number;
      const before = counts[other] as number;
      if (before === 0) touched.push(other);
      counts[other] = before + 1;
    }
  }
  const partners = touched.filter((other) => (counts[other] as number) >= least).sort((a, b) => a - b);
  for (const other of touched) counts[other] = 0;
  return partners;
}

interface Counting {
  least: number;
  /** One place for each text, all 0. */
  counts: Uint32Array;
}

function byText(texts: Uint32Array, starts: number[], n: number): Pick<FingerprintIndex, 'marksOf' | 'markStarts'> {
  const markStarts = new Uint32Array(n + 1);
  const all = starts[starts.length - 1] as number;
  for (let t = 0; t < all; t++) addAt(markStarts, (texts[t] as number) + 1, 1);
  for (let i = 0; i < n; i++) addAt(markStarts, i + 1, markStarts[i] as number);
  const next = markStarts.slice();
  const marksOf = new Uint32Array(all);
  for (let mark = 0; mark + 1 < starts.length; mark++)
    for (let t = starts[mark] as number; t < (starts[mark + 1] as number); t++) {
      const own = texts[t] as number;
      marksOf[next[own] as number] = mark;
      addAt(next, own, 1);
    }
  return { marksOf, markStarts };
}

const DIGIT = 11;

/** All marks with their texts in the order of the marks, texts rising among equal ones. */
function sorted(prints: readonly Uint32Array[]): [Uint32Array, Uint32Array] {
  const length = prints.reduce((sum, own) => sum + own.length, 0);
  let [hashes, owners] = [new Uint32Array(length), new Uint32Array(length)];
  let [spareHashes, spareOwners] = [new Uint32Array(length), new Uint32Array(length)];
  let at = 0;
  prints.forEach((own, text) => {
    hashes.set(own, at);
    owners.fill(text, at, at + own.length);
    at += own.length;
  });
  for (let shift = 0; shift < 32; shift += DIGIT) {
    radixPass({ hashes, owners }, { hashes: spareHashes, owners: spareOwners }, shift);
    [hashes, owners, spareHashes, spareOwners] = [spareHashes, spareOwners, hashes, owners];
  }
  return [hashes, owners];
}

interface Columns {
  hashes: Uint32Array;
  owners: Uint32Array;
}

function radixPass(from: Columns, to: Columns, shift: number): void {
  const mask = (1 << DIGIT) - 1;
  const places = new Uint32Array(mask + 2);
  const { hashes, owners } = from;
  for (let i = 0; i < hashes.length; i++) addAt(places, (((hashes[i] as number) >>> shift) & mask) + 1, 1);
  for (let d = 0; d < mask; d++) addAt(places, d + 1, places[d] as number);
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] as number;
    const digit = (hash >>> shift) & mask;
    const place = places[digit] as number;
    places[digit] = place + 1;
    to.hashes[place] = hash;
    to.owners[place] = owners[i] as number;
  }
}
