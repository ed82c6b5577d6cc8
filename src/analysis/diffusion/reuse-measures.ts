/**
 * Question: how much of a later text stands in an earlier one, and how much is new?
 * Formula: sets of character n-grams (5) after stripping punctuation and white space; containment of j in i =
 *   |Sᵢ ∩ Sⱼ|/|Sⱼ| for earlier i; novelty of j = 1 − |Sⱼ ∩ ∪ earlier|/|Sⱼ|; formulae common to more than half of the texts
 *   can be left out (5 texts or more). Word n-grams and bags as R's textreuse.
 * Assumptions: dates give the direction; a common unseen source looks like copying. Cost: O(characters).
 * When not to use it: to find pairs among thousands of texts (fingerprints first).
 * Source: Broder 1997, doi:10.1109/SEQUEN.1997.666900; Leskovec, Rajaraman & Ullman 2014, doi:10.1017/CBO9781139924801 (LSH).
 */

/** Distinct character n-grams. */
export function characterGrams(text: string, n = 5): Set<string> {
  const letters = [...text.replace(/[\p{P}\p{S}\s]/gu, '')];
  return new Set(
    Array.from({ length: Math.max(0, letters.length - n + 1) }, (_, i) => letters.slice(i, i + n).join('')),
  );
}

/** Words as they stand; apostrophes and points inside a word belong to it. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Word n-grams in the order of the text, lower case. */
export function wordGramList(text: string, n = 5): string[] {
  const words = wordsOf(text.toLowerCase());
  return Array.from({ length: Math.max(0, words.length - n + 1) }, (_, i) => words.slice(i, i + n).join(' '));
}

/** Distinct word n-grams. */
export function wordGrams(text: string, n = 5): Set<string> {
  return new Set(wordGramList(text, n));
}

/** Share of the places of the later text whose n-gram stands in the earlier one (ratio_of_matches of textreuse). */
export function matchedShare(earlier: ReadonlySet<string>, later: readonly string[]): number | null {
  return later.length === 0 ? null : later.filter((gram) => earlier.has(gram)).length / later.length;
}

export function sharedCount<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared++;
  return shared;
}

/** Share of all distinct items that both have; null when both are empty. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number | null {
  const shared = sharedCount(a, b);
  const all = a.size + b.size - shared;
  return all === 0 ? null : shared / all;
}

/** Shared items over the items of both lists, each as often as it stands (at most .5; jaccard_bag_similarity of textreuse). */
export function bagSimilarity(a: readonly string[], b: readonly string[]): number | null {
  const left = new Map<string, number>();
  for (const item of b) left.set(item, (left.get(item) ?? 0) + 1);
  const shared = a.filter((item) => {
    const more = left.get(item) ?? 0;
    left.set(item, more - 1);
    return more > 0;
  });
  return a.length + b.length === 0 ? null : shared.length / (a.length + b.length);
}

/** The likeness at which `bands` of a sketch of `hashes` values begin to find a pair (lsh_threshold of textreuse). */
export function sketchThreshold(hashes: number, bands: number): number {
  return (1 / bands) ** (bands / hashes);
}

/** The chance that a pair of a likeness is found by them (lsh_probability of textreuse). */
export function sketchProbability(hashes: number, bands: number, likeness: number): number {
  return 1 - (1 - likeness ** (hashes / bands)) ** bands;
}

/** Share of the later text's items that the earlier one has; null for an empty later text. */
export function containment<T>(earlier: ReadonlySet<T>, later: ReadonlySet<T>): number | null {
  return later.size === 0 ? null : sharedCount(earlier, later) / later.size;
}

/** Share of a text's items that no earlier text has; null for an empty text. */
export function novelty<T>(earlier: readonly ReadonlySet<T>[], text: ReadonlySet<T>): number | null {
  if (text.size === 0) return null;
  let fresh = 0;
  for (const item of text) if (!earlier.some((other) => other.has(item))) fresh++;
  return fresh / text.size;
}

/** The texts without what stands in more than `share` of them; unchanged for fewer than five texts. */
export function withoutFormulae<T>(texts: readonly ReadonlySet<T>[], share = 0.5): Set<T>[] {
  if (texts.length < 5) return texts.map((text) => new Set(text));
  const counts = new Map<T, number>();
  for (const text of texts) for (const item of text) counts.set(item, (counts.get(item) ?? 0) + 1);
  return texts.map((text) => new Set([...text].filter((item) => (counts.get(item) as number) <= share * texts.length)));
}

/** What the text shares with the source taken out: the rest is what peers can share beyond it. */
export function subtractSource<T>(text: ReadonlySet<T>, source: ReadonlySet<T>): Set<T> {
  return new Set([...text].filter((item) => !source.has(item)));
}
