import type { Transaction } from '../platform/database/flight.ts';
import type { Seal } from '../platform/seal.ts';
import { readIdNumber } from './id-number.ts';
import { idEndMark, idIndexOf, LONGEST_END } from './person-columns.ts';
import { findVillages, listInVillages, searchPeople, type Wanted } from './search-store.ts';
import { readTyped, searchKeys } from './search-text.ts';
import type { At, PersonRow } from './store.ts';

const NO_NAME = { pieces: [], pattern: '', initials: [] };
/** A shorter word is a part of a name, and would be a part of every village's: 村. */
const SHORTEST_VILLAGE = 2;

function wantedNumber(seal: Seal, number: string, limit: number): Wanted {
  const ends = [`#${number.slice(-LONGEST_END)}`, ...(number.length === 4 ? [idEndMark(seal, number)] : [])];
  const whole = [15, 18].includes(number.length) ? idIndexOf(seal, readIdNumber(number).number) : null;
  return { ...NO_NAME, ends, whole, villages: null, limit };
}

function wantedName(words: readonly string[], villages: string[] | null, limit: number): Wanted {
  return { ...searchKeys(words.join('')), ends: null, whole: null, villages, limit };
}

const plainSigns = (word: string) => word.replace(/[\\%_]/g, '');

/** Words that are a part of a village's name, with the codes of those villages. */
async function placesIn(transaction: Transaction, at: At, words: readonly string[]): Promise<Map<string, string[]>> {
  const possible = words.filter((word) => /\p{Script=Han}/u.test(word) && plainSigns(word).length >= SHORTEST_VILLAGE);
  if (possible.length === 0) return new Map();
  const villages = await findVillages(transaction, at, possible.map(plainSigns));
  const named = possible.map((word): [string, string[]] => [
    word,
    villages.filter((village) => village.name.includes(plainSigns(word))).map((village) => village.code),
  ]);
  return new Map(named.filter(([, codes]) => codes.length > 0));
}

/** One word may be a name or a village: people of that name first, then people of that village. */
async function findByWord(
  transaction: Transaction,
  at: At,
  { word, villages, limit }: { word: string; villages: string[] | undefined; limit: number },
): Promise<PersonRow[]> {
  const named = searchPeople(transaction, at, wantedName([word], null, limit));
  const there = villages ? listInVillages(transaction, at, { villages, limit }) : [];
  const rows = [...(await named), ...(await there)];
  return [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, limit);
}

/**
 * People of a station by what was typed: any part of the name, pinyin, initials; a village, also beside a name
 * (柳塘 桂珍); four or more last signs of a telephone number; the last four, or the whole, of an ID number.
 */
export async function findPeople(
  transaction: Transaction,
  at: At & { seal: Seal },
  { text, limit }: { text: string; limit: number },
): Promise<PersonRow[]> {
  const typed = readTyped(text);
  if ('number' in typed) return searchPeople(transaction, at, wantedNumber(at.seal, typed.number, limit));
  const [word = '', ...more] = typed.words;
  const places = await placesIn(transaction, at, typed.words);
  if (more.length === 0) return findByWord(transaction, at, { word, villages: places.get(word), limit });
  const names = typed.words.filter((one) => !places.has(one));
  const villages = places.size > 0 ? [...new Set([...places.values()].flat())] : null;
  if (names.length === 0 && villages) return listInVillages(transaction, at, { villages, limit });
  return searchPeople(transaction, at, wantedName(names, villages, limit));
}
