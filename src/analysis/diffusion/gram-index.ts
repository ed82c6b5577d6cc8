/**
 * Question: which runs of five letters does a text share with each of the texts before it?
 * Method: runs that stand in one text only are dropped (two bit sets on a hash, the first time and again); the others get
 *   one number each, compared letter by letter where hashes are equal, so that counts are exact; for each number the texts
 *   that have it lie in typed arrays, rising.
 * Assumptions: letters as plain-letters.ts. When not to use it: for one pair (gram-sets.ts). Cost: O(letters + shared runs).
 * Source: Manning, Raghavan & Schütze 2008, ISBN 978-0-521-86571-5, ch. 4.
 */
import { addAt } from '../linear.ts';
import { filterRuns, type GramSet, sameRun } from './gram-sets.ts';

export interface GramIndex {
  /** Runs of each text in their order: number and place; where each text begins. */
  numbers: Uint32Array;
  places: Uint32Array;
  textStarts: Uint32Array;
  /** For each number the texts that have the run, rising, and where; where each number begins. */
  owners: Uint32Array;
  spots: Uint32Array;
  numberStarts: Uint32Array;
}

/** Runs shared with one earlier text: places in the later text (rising) and in the earlier. */
export interface SharedRuns {
  other: number;
  count: number;
  first: Uint32Array;
  second: Uint32Array;
}

/** An index of the sets that `setOf` makes; it is asked twice for each of `n` texts of `letters` letters in all. */
export function gramIndex({ n, letters }: { n: number; letters: number }, setOf: (text: number) => GramSet): GramIndex {
  const words = 2 ** Math.min(23, Math.ceil(Math.log2(letters / 4 + 32)));
  const twice = seenTwice({ n, words }, setOf);
  const sets = Array.from({ length: n }, (_, text) => {
    const set = setOf(text);
    return filterRuns(set, (k) => has(twice, set.hashes[k] as number));
  });
  const textStarts = new Uint32Array(n + 1);
  for (let text = 0; text < n; text++)
    textStarts[text + 1] = (textStarts[text] as number) + (sets[text] as GramSet).at.length;
  const places = new Uint32Array(textStarts[n] as number);
  for (let text = 0; text < n; text++) places.set((sets[text] as GramSet).at, textStarts[text]);
  const { numbers, count } = numberRuns(sets, textStarts);
  return { numbers, places, textStarts, ...byNumber({ numbers, places, textStarts }, count) };
}

/** Bits of the hashes that came more than once, in so many words of 32 (a power of two). */
function seenTwice({ n, words }: { n: number; words: number }, setOf: (text: number) => GramSet): Uint32Array {
  const [once, twice] = [new Uint32Array(words), new Uint32Array(words)];
  for (let text = 0; text < n; text++) {
    const { hashes } = setOf(text);
    for (let k = 0; k < hashes.length; k++) {
      const hash = hashes[k] as number;
      const word = (hash >>> 5) & (once.length - 1);
      const bit = 1 << (hash & 31);
      if ((once[word] as number) & bit) twice[word] = (twice[word] as number) | bit;
      else once[word] = (once[word] as number) | bit;
    }
  }
  return twice;
}

function has(bits: Uint32Array, hash: number): boolean {
  return ((bits[(hash >>> 5) & (bits.length - 1)] as number) & (1 << (hash & 31))) !== 0;
}

/** Open addressing over all runs: equal runs have equal numbers from 0 on. */
function numberRuns(sets: readonly GramSet[], textStarts: Uint32Array): { numbers: Uint32Array; count: number } {
  const all = textStarts[sets.length] as number;
  const numbers = new Uint32Array(all);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * all + 2)));
  /** The text and the place in its set of the first of each number. */
  const [firstText, firstPlace] = [new Uint32Array(all), new Uint32Array(all)];
  let count = 0;
  sets.forEach((set, text) => {
    for (let k = 0; k < set.at.length; k++) {
      let slot = (set.hashes[k] as number) & (slots.length - 1);
      for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
        const number = (slots[slot] as number) - 1;
        if (isSame(set, k, { set: sets[firstText[number] as number] as GramSet, k: firstPlace[number] as number }))
          break;
      }
      if (slots[slot] === 0) {
        firstText[count] = text;
        firstPlace[count] = k;
        slots[slot] = ++count;
      }
      numbers[(textStarts[text] as number) + k] = (slots[slot] as number) - 1;
    }
  });
  return { numbers, count };
}

function isSame(set: GramSet, k: number, other: { set: GramSet; k: number }): boolean {
  if (set.hashes[k] !== other.set.hashes[other.k]) return false;
  return sameRun(set.letters, set.at[k] as number, { letters: other.set.letters, at: other.set.at[other.k] as number });
}

function byNumber(
  { numbers, places, textStarts }: Pick<GramIndex, 'numbers' | 'places' | 'textStarts'>,
  count: number,
): Pick<GramIndex, 'owners' | 'spots' | 'numberStarts'> {
  const numberStarts = new Uint32Array(count + 1);
  for (let e = 0; e < numbers.length; e++) addAt(numberStarts, (numbers[e] as number) + 1, 1);
  for (let number = 0; number < count; number++) addAt(numberStarts, number + 1, numberStarts[number] as number);
  const next = numberStarts.slice();
  const [owners, spots] = [new Uint32Array(numbers.length), new Uint32Array(numbers.length)];
  for (let text = 0; text + 1 < textStarts.length; text++)
    for (let e = textStarts[text] as number; e < (textStarts[text + 1] as number); e++) {
      const number = numbers[e] as number;
      const place = next[number] as number;
      next[number] = place + 1;
      owners[place] = text;
      spots[place] = places[e] as number;
    }
  return { owners, spots, numberStarts };
}

/** What a text shares with each of `others` (earlier texts, rising); `room` has a 0 for each text. */
export function sharedBefore(
  index: GramIndex,
  text: number,
  { others, room }: { others: readonly number[]; room: Uint32Array },
): SharedRuns[] {
  for (const other of others) room[other] = 1;
  forEachShared(index, text, (other) => {
    if (room[other] !== 0) room[other] = (room[other] as number) + 1;
  });
  const shared = others.flatMap((other): SharedRuns[] => {
    const runs = (room[other] as number) - 1;
    return runs === 0 ? [] : [{ other, count: 0, first: new Uint32Array(runs), second: new Uint32Array(runs) }];
  });
  for (const other of others) room[other] = 0;
  shared.forEach(({ other }, s) => {
    room[other] = s + 1;
  });
  forEachShared(index, text, (other, at, there) => {
    const own = shared[(room[other] as number) - 1];
    if (!own) return;
    own.first[own.count] = at;
    own.second[own.count++] = there;
  });
  for (const { other } of shared) room[other] = 0;
  return shared;
}

function forEachShared(
  { numbers, places, textStarts, owners, spots, numberStarts }: GramIndex,
  text: number,
  see: (other: number, at: number, there: number) => void,
): void {
  for (let e = textStarts[text] as number; e < (textStarts[text + 1] as number); e++)
    for (let p = numberStarts[numbers[e] as number] as number; (owners[p] as number) < text; p++)
      see(owners[p] as number, places[e] as number, spots[p] as number);
}
