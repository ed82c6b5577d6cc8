/**
 * Question: which runs of five letters does a text hold, and where first?
 * Method: open addressing on a hash of the run; whoever has the hash is compared letter by letter, so that the sets are exact.
 * Assumptions: letters as plain-letters.ts. When not to use it: to find pairs among thousands of texts (fingerprints first).
 * Cost: O(letters). Source: Broder 1997, doi:10.1109/SEQUEN.1997.666900.
 */
import { spreadBits } from './fingerprints.ts';

export const GRAM = 5;

/** Distinct runs in the order of their first places. */
export interface GramSet {
  letters: Uint16Array;
  hashes: Uint32Array;
  at: Uint32Array;
}

/** Runs that are left out everywhere. */
export interface Formulae {
  /** By the lowest bits of the hash (a power of two of them): whether any formula has them. */
  marked: Uint8Array;
  runs: ReadonlySet<string>;
}

function hashAt(letters: Uint16Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + GRAM; i++) hash = Math.imul(hash, 0x9e3779b1) + (letters[i] as number);
  return spreadBits(hash | 0);
}

function runAt(letters: Uint16Array, at: number): string {
  return String.fromCharCode(...letters.subarray(at, at + GRAM));
}

/** Whether two runs are the same letters. */
export function sameRun(letters: Uint16Array, at: number, other: { letters: Uint16Array; at: number }): boolean {
  for (let i = 0; i < GRAM; i++) if (letters[at + i] !== other.letters[other.at + i]) return false;
  return true;
}

/** Looks runs up in one set. */
export interface GramTable {
  set: GramSet;
  /** 1 + place in the set; 0 is free. */
  slots: Int32Array;
}

/** The distinct runs of a text that are no formulae. */
export function gramSet(letters: Uint16Array, formulae?: Formulae): GramSet {
  const most = Math.max(0, letters.length - GRAM + 1);
  const set: GramSet = { letters, hashes: new Uint32Array(most), at: new Uint32Array(most) };
  const table: GramTable = { set, slots: new Int32Array(slotsFor(most)) };
  let count = 0;
  for (let at = 0; at < most; at++) {
    const hash = hashAt(letters, at);
    if (formulae && isFormula(formulae, letters, { at, hash })) continue;
    const slot = slotOf(table, { hash, letters, at });
    if (table.slots[slot] !== 0) continue;
    set.hashes[count] = hash;
    set.at[count] = at;
    table.slots[slot] = ++count;
  }
  return { letters, hashes: set.hashes.subarray(0, count), at: set.at.subarray(0, count) };
}

/** Whether any run of a text is no formula. */
export function holdsRuns(letters: Uint16Array, formulae?: Formulae): boolean {
  for (let at = 0; at + GRAM <= letters.length; at++)
    if (!formulae || !isFormula(formulae, letters, { at, hash: hashAt(letters, at) })) return true;
  return false;
}

function isFormula(
  { marked, runs }: Formulae,
  letters: Uint16Array,
  { at, hash }: { at: number; hash: number },
): boolean {
  return marked[hash & (marked.length - 1)] === 1 && runs.has(runAt(letters, at));
}

export function gramTable(set: GramSet): GramTable {
  const table: GramTable = { set, slots: new Int32Array(slotsFor(set.at.length)) };
  set.at.forEach((at, k) => {
    table.slots[slotOf(table, { hash: set.hashes[k] as number, letters: set.letters, at })] = k + 1;
  });
  return table;
}

function slotsFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(4 * count + 4));
}

/** The slot that holds the run, or the free one where it would stand. */
function slotOf(table: GramTable, run: { hash: number; letters: Uint16Array; at: number }): number {
  const { set, slots } = table;
  for (let slot = run.hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
    const held = slots[slot] as number;
    if (held === 0) return slot;
    if (set.hashes[held - 1] !== run.hash) continue;
    if (sameRun(run.letters, run.at, { letters: set.letters, at: set.at[held - 1] as number })) return slot;
  }
}

/** For each run of a set its place in the text of the table, −1 where that does not have it. */
export function placesInTable(set: GramSet, { set: own, slots }: GramTable): Int32Array {
  return Int32Array.from(set.at, (at, k) => {
    const hash = set.hashes[k] as number;
    const held = slots[slotOf({ set: own, slots }, { hash, letters: set.letters, at })] as number;
    return held === 0 ? -1 : (own.at[held - 1] as number);
  });
}

/** The runs of a set for which `keep` is true. */
export function filterRuns(set: GramSet, keep: (k: number) => boolean): GramSet {
  const kept = Uint32Array.from(set.at.keys()).filter(keep);
  return {
    letters: set.letters,
    hashes: kept.map((k) => set.hashes[k] as number),
    at: kept.map((k) => set.at[k] as number),
  };
}

/** Runs that stand in more than `share` of the texts; undefined when there are none, or fewer than five texts. */
export function formulaeOf(texts: readonly Uint16Array[], share = 0.5): Formulae | undefined {
  const most = texts.length < 5 ? texts.length : share * texts.length;
  const marked = Uint8Array.from(slotCounts(texts), (count) => (count > most ? 1 : 0));
  if (!marked.includes(1)) return undefined;
  const counts = new Map<string, number>();
  for (const letters of texts) {
    const own = new Set<string>();
    for (let at = 0; at + GRAM <= letters.length; at++)
      if (marked[hashAt(letters, at) & (marked.length - 1)] === 1) own.add(runAt(letters, at));
    for (const run of own) counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return { marked, runs: new Set([...counts].filter(([, count]) => count > most).map(([run]) => run)) };
}

/** In how many texts any run has each end of a hash: no run stands in more texts than that. */
function slotCounts(texts: readonly Uint16Array[]): Uint32Array {
  const slots = slotsFor(2 * texts.reduce((most, { length }) => Math.max(most, length), 0));
  const counts = new Uint32Array(slots);
  const seen = new Uint32Array(slots);
  for (let t = 0; t < texts.length; t++) {
    const letters = texts[t] as Uint16Array;
    for (let at = 0; at + GRAM <= letters.length; at++) {
      const slot = hashAt(letters, at) & (slots - 1);
      if (seen[slot] === t + 1) continue;
      seen[slot] = t + 1;
      counts[slot] = (counts[slot] as number) + 1;
    }
  }
  return counts;
}
