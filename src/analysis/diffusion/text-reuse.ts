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
import { gramIndex, type SharedRuns, sharedBefore } from './gram-index.ts';
import {
  filterRuns,
  formulaeOf,
  type GramSet,
  type GramTable,
  gramSet,
  gramTable,
  holdsRuns,
  placesInTable,
} from './gram-sets.ts';
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
  const formulae = formulaeOf(letters);
  const sizes = new Uint32Array(texts.length);
  const whole = (text: number) => {
    const set = gramSet(letters[text] as Uint16Array, formulae);
    sizes[text] = set.at.length;
    return set;
  };
  const found: Found = { texts, letters, pairs: [], known: [] };
  const from = texts.findIndex(({ id }) => id === source);
  comparePeers({ found, from, whole, sizes }, partnersBefore(letters, { from, compareAll }));
  if (from >= 0) compareSource({ found, from, whole, sizes });
  const novelty = texts.map(({ id, date }, j) => {
    const told = date !== undefined && holdsRuns(letters[j] as Uint16Array, formulae);
    return { id, novelty: told ? 1 - ones(found.known[j]) / (sizes[j] || 1) : null };
  });
  const undated = found.pairs.some(({ dated }) => !dated);
  return answered(
    { pairs: found.pairs, novelty, texts: texts.length },
    undated ? ['direction-not-known-for-all-pairs'] : [],
  );
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

interface Found {
  texts: readonly ReuseText[];
  letters: readonly Uint16Array[];
  pairs: ReusePair[];
  /** For each text 1 at the places of its runs that an earlier text has. */
  known: Uint8Array[];
}

interface Comparing {
  found: Found;
  /** The source, or −1. */
  from: number;
  whole: (text: number) => GramSet;
  /** Distinct runs of each text. */
  sizes: Uint32Array;
}

/** For each text the earlier ones it is compared with, the source apart. */
function partnersBefore(
  letters: readonly Uint16Array[],
  { from, compareAll }: { from: number; compareAll: number },
): (j: number) => number[] {
  if (letters.length <= compareAll) return (j) => Array.from({ length: j }, (_, i) => i).filter((i) => i !== from);
  const prints = letters.map(fingerprints);
  const without = from < 0 ? new Set<number>() : new Set(prints[from]);
  const index = fingerprintIndex(prints, { without });
  const counts = new Uint32Array(letters.length);
  return (j) => partnersOf(index, j, { least: LEAST_MARKS, counts });
}

/** All pairs but those with the source, whose runs are taken out first. */
function comparePeers({ found, from, whole, sizes }: Comparing, partners: (j: number) => number[]): void {
  const { letters } = found;
  const lists = letters.map((_, j) => (j === from ? [] : partners(j)));
  const involved = new Uint8Array(letters.length);
  lists.forEach((own, j) => {
    for (const i of own) involved[i] = involved[j] = 1;
  });
  const table = from < 0 ? undefined : gramTable(whole(from));
  const left = new Uint32Array(sizes.length);
  const index = gramIndex({ n: letters.length, letters: letters.reduce((sum, own) => sum + own.length, 0) }, (text) => {
    if (involved[text] !== 1) return EMPTY;
    const set = table ? withoutTable(whole(text), table) : whole(text);
    left[text] = set.at.length;
    return set;
  });
  const room = new Uint32Array(letters.length);
  lists.forEach((others, j) => {
    for (const shared of sharedBefore(index, j, { others, room })) tell(found, j, { shared, sizes: left });
  });
}

const EMPTY: GramSet = { letters: new Uint16Array(0), hashes: new Uint32Array(0), at: new Uint32Array(0) };

function withoutTable(set: GramSet, table: GramTable): GramSet {
  const places = placesInTable(set, table);
  return filterRuns(set, (k) => places[k] === -1);
}

/** The pairs of the source with all others, in the order of the texts. */
function compareSource({ found, from, whole, sizes }: Comparing): void {
  const table = gramTable(whole(from));
  for (let j = 0; j < sizes.length; j++) {
    if (j === from) continue;
    const set = whole(j);
    const places = placesInTable(set, table);
    const first = set.at.filter((_, k) => places[k] !== -1);
    const second = Uint32Array.from(places.filter((place) => place !== -1));
    const shared = { other: from, count: first.length, first, second };
    if (shared.count > 0) tell(found, j, { shared, sizes });
  }
}

/** Writes the pair of a text and another down in the direction of the dates, or in both. */
function tell(
  { texts, letters, pairs, known }: Found,
  j: number,
  { shared, sizes }: { shared: SharedRuns; sizes: Uint32Array },
): void {
  const [a, b] = [texts[shared.other], texts[j]] as [ReuseText, ReuseText];
  const order = orderOf(a.date, b.date);
  const [one, two] = [letters[j], letters[shared.other]] as [Uint16Array, Uint16Array];
  const passages = sharedPassages(one, two, shared);
  const base = { shared: shared.count, dated: order !== 'unknown' };
  const share = (of: number) => shared.count / (sizes[of] as number);
  if (order !== 'after')
    pairs.push({ from: a.id, to: b.id, containment: share(j), ...base, passages: passages.map(turned) });
  if (order !== 'before') pairs.push({ from: b.id, to: a.id, containment: share(shared.other), ...base, passages });
  if (order === 'unknown') return;
  const [later, places] = order === 'before' ? [j, shared.first] : [shared.other, shared.second];
  known[later] ??= new Uint8Array((letters[later] as Uint16Array).length);
  for (const place of places) (known[later] as Uint8Array)[place] = 1;
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

function ones(flags: Uint8Array = new Uint8Array(0)): number {
  return flags.reduce((sum, one) => sum + one, 0);
}
