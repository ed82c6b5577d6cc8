/**
 * Question: which text took what from which, how much of it, and how much is new?
 * Formula: sets S of runs of five letters; containment of j in i = |Sᵢ ∩ Sⱼ|/|Sⱼ|, i not later than j; novelty of j =
 *   1 − |Sⱼ ∩ ∪ earlier|/|Sⱼ|. Runs in more than half of the texts are left out (five texts or more). A common source can be
 *   subtracted from all others. Above `compareAll` texts, pairs are those that share three marks (fingerprints.ts).
 * Assumptions: dates give the direction; without, both are told. An unseen common source looks like copying.
 * When not to use it: for texts under about 30 letters. Cost: O(letters + Σ d² + pairs · letters of a text).
 * Source: Broder 1997, doi:10.1109/SEQUEN.1997.666900; Schleimer, Wilkerson & Aiken 2003, doi:10.1145/872757.872770.
 */
import { answered, unanswered } from '../answer.ts';
import { methodError } from '../method-error.ts';
import { fingerprintIndex, partnersOf } from './fingerprint-index.ts';
import { fingerprints } from './fingerprints.ts';
import { findShared, formulaeOf, type GramSet, gramSet, gramTable, holdsRuns, type SharedGrams } from './gram-sets.ts';
import { plainLetters } from './plain-letters.ts';
import { type Passage, sharedPassages } from './shared-passages.ts';

export interface ReuseText {
  id: string;
  text: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date?: string;
}

export interface ReusePair {
  from: string;
  to: string;
  /** Share of the runs of `to` that `from` has. */
  containment: number;
  shared: number;
  /** Whether the dates say that `from` is the earlier one; otherwise the pair stands in both directions. */
  dated: boolean;
  /** `first` is the place in `from`, `second` in `to`, in letters (plain-letters.ts). */
  passages: Passage[];
}

export interface ReuseOptions {
  /** Id of a text whose runs are taken out of all others (but not out of the pairs with it). */
  source?: string;
  /** Up to so many texts every pair is compared. */
  compareAll?: number;
}

const LEAST_MARKS = 3;

/** Pairs in the order of the texts, with the novelty of each text against those that are surely earlier. */
export function textReuse(texts: readonly ReuseText[], { source, compareAll = 200 }: ReuseOptions = {}) {
  checkTexts(texts, source);
  if (texts.length < 2) return unanswered('too-few', 'fewer-than-two-texts');
  const letters = texts.map(({ text }) => plainLetters(text));
  const from = source === undefined ? -1 : texts.findIndex(({ id }) => id === source);
  const bench = layOut(texts, letters, from);
  const candidates = texts.length <= compareAll ? (j: number) => range(j) : candidatesOf(letters, from);
  const pairs: ReusePair[] = [];
  const known: Uint8Array[] = [];
  for (let j = 0; j < texts.length; j++) compare(bench, { j, partners: candidates(j) }, { pairs, known });
  const novelty = texts.map(({ id }, j) => ({ id, novelty: noveltyOf(bench, j, known[j]) }));
  const undated = pairs.some(({ dated }) => !dated);
  return answered({ pairs, novelty, texts: texts.length }, undated ? ['direction-not-known-for-all-pairs'] : []);
}

function checkTexts(texts: readonly ReuseText[], source: string | undefined): void {
  const ids = new Set<string>();
  texts.forEach(({ id, date }, i) => {
    if (ids.has(id)) throw methodError({ reason: 'text-twice', row: i + 1, column: 'id', value: id });
    if (date !== undefined && !/^\d{4}(-\d{2}){0,2}$/.test(date))
      throw methodError({ reason: 'not-a-day', row: i + 1, column: 'date', value: date });
    ids.add(id);
  });
  if (source !== undefined && !ids.has(source))
    throw methodError({ reason: 'unknown-text', column: 'source', value: source });
}

interface Bench {
  texts: readonly ReuseText[];
  /** Runs of a text, without the source's where there is one; `whole` with them. */
  grams: (text: number) => GramSet;
  whole: (text: number) => GramSet;
  holdsAny: (text: number) => boolean;
  source: number;
  /** Room for the shared runs of any pair. */
  shared: SharedGrams;
}

function layOut(texts: readonly ReuseText[], letters: readonly Uint16Array[], source: number): Bench {
  const formulae = formulaeOf(letters);
  const room = letters.reduce((most, own) => Math.max(most, own.length), 0);
  const whole = remembered((text) => gramSet(letters[text] as Uint16Array, formulae));
  const table = source < 0 ? undefined : gramTable(whole(source));
  const shared = { count: 0, first: new Uint32Array(room), second: new Uint32Array(room) };
  const without = remembered((text) => {
    const set = whole(text);
    if (!table || text === source) return set;
    findShared(set, table, shared);
    const gone = new Set(shared.first.subarray(0, shared.count));
    const kept = Array.from(set.at.keys()).filter((k) => !gone.has(set.at[k] as number));
    return {
      ...set,
      hashes: Uint32Array.from(kept, (k) => set.hashes[k] as number),
      at: Uint32Array.from(kept, (k) => set.at[k] as number),
    };
  });
  const holdsAny = (text: number) => holdsRuns(letters[text] as Uint16Array, formulae);
  return { texts, grams: without, whole, holdsAny, source, shared };
}

function remembered<T>(make: (text: number) => T): (text: number) => T {
  const made: T[] = [];
  return (text) => {
    made[text] ??= make(text);
    return made[text] as T;
  };
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** Pairs with the source are always looked at. */
function candidatesOf(letters: readonly Uint16Array[], source: number): (j: number) => number[] {
  const prints = letters.map(fingerprints);
  const index = fingerprintIndex(prints, source < 0 ? {} : { without: new Set(prints[source]) });
  const counts = new Uint32Array(letters.length);
  return (j) => {
    if (j === source) return range(j);
    const partners = partnersOf(index, j, { least: LEAST_MARKS, counts });
    return source >= 0 && source < j && !partners.includes(source) ? [...partners, source] : partners;
  };
}

interface Found {
  pairs: ReusePair[];
  /** For each text 1 at the places of its runs that an earlier text has. */
  known: Uint8Array[];
}

function compare(bench: Bench, { j, partners }: { j: number; partners: number[] }, found: Found): void {
  const tableOf = {
    whole: remembered(() => gramTable(bench.whole(j))),
    grams: remembered(() => gramTable(bench.grams(j))),
  };
  for (const i of partners) {
    const kind = i === bench.source || j === bench.source ? 'whole' : 'grams';
    findShared(bench[kind](i), tableOf[kind](0), bench.shared);
    if (bench.shared.count > 0) tell(bench, { sets: [bench[kind](i), bench[kind](j)], pair: [i, j] }, found);
  }
}

/** Writes the pair down in the direction of the dates, or in both. */
function tell(
  { texts, shared }: Bench,
  { sets: [one, two], pair: [i, j] }: { sets: [GramSet, GramSet]; pair: [number, number] },
  { pairs, known }: Found,
): void {
  const [a, b] = [texts[i], texts[j]] as [ReuseText, ReuseText];
  const order = orderOf(a.date, b.date);
  const passages = sharedPassages(one.letters, two.letters, shared);
  const base = { shared: shared.count, dated: order !== 'unknown' };
  if (order !== 'after')
    pairs.push({ from: a.id, to: b.id, containment: shared.count / two.at.length, ...base, passages });
  if (order !== 'before')
    pairs.push({
      from: b.id,
      to: a.id,
      containment: shared.count / one.at.length,
      ...base,
      passages: passages.map(turned),
    });
  if (order === 'unknown') return;
  const [later, places] = order === 'before' ? [j, shared.second] : [i, shared.first];
  known[later] ??= new Uint8Array((order === 'before' ? two : one).letters.length);
  for (let k = 0; k < shared.count; k++) (known[later] as Uint8Array)[places[k] as number] = 1;
}

/** Which date is earlier, as far as both are told. */
function orderOf(a: string | undefined, b: string | undefined): 'before' | 'after' | 'unknown' {
  const length = Math.min(a?.length ?? 0, b?.length ?? 0);
  const [x, y] = [a?.slice(0, length) ?? '', b?.slice(0, length) ?? ''];
  return x < y ? 'before' : x > y ? 'after' : 'unknown';
}

function turned({ first, firstLength, second, secondLength, same }: Passage): Passage {
  return { first: second, firstLength: secondLength, second: first, secondLength: firstLength, same };
}

/** Null for a text without a date or without runs. */
function noveltyOf({ texts, whole, holdsAny }: Bench, j: number, known: Uint8Array | undefined): number | null {
  if (texts[j]?.date === undefined || !holdsAny(j)) return null;
  return known ? 1 - known.reduce((sum, one) => sum + one, 0) / whole(j).at.length : 1;
}
