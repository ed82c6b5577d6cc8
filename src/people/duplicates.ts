import { readIdNumber } from './id-number.ts';
import type { FilePart } from './rules.ts';
import { nameKeys } from './search-text.ts';
import { ALIKE, type Alike } from './terms.ts';

/** What is compared of two files. */
export interface Likeness {
  id: string;
  name: string;
  pinyin: string;
  sex: 'female' | 'male' | 'unknown';
  bornOn: string | null;
  bornPrecision: 'day' | 'month' | 'year' | null;
  village: string | null;
  /** The last eight digits of each telephone number. */
  phones: string[];
  /** A digest of the ID number, the same for equal numbers; null where none is known. */
  idMark: string | null;
  /** The number fails its check: it may be mistyped, and speaks against nothing. */
  idDoubt: boolean;
}

export interface Pair {
  one: string;
  other: string;
  reasons: Alike[];
}

const LAST_DIGITS = 8;

/** Telephone numbers in what was written: every run of seven digits or more, spaces and strokes inside allowed. */
export function phonesIn(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/(?<=\d)[ -](?=\d)/g, '');
  return plain.match(/\d{7,}/g) ?? [];
}

/** What is compared of a file that is handed in. `markOf` makes the digest of an ID number. */
export function likenessOf(
  person: FilePart & { id: string; name: string },
  markOf: (number: string) => string,
): Likeness {
  const read = person.idNumber ? readIdNumber(person.idNumber) : undefined;
  return {
    id: person.id,
    name: person.name,
    pinyin: nameKeys(person.name).pinyin,
    sex: person.sex ?? 'unknown',
    bornOn: person.bornOn ?? null,
    bornPrecision: person.bornPrecision ?? null,
    village: person.village ?? null,
    phones: phonesIn(person.phone ?? '').map((phone) => phone.slice(-LAST_DIGITS)),
    idMark: read ? markOf(read.number) : null,
    idDoubt: read?.doubt !== undefined && read.doubt !== null,
  };
}

/**
 * 'day': the same day; 'near': they agree as far as both are known; 'apart': they differ; null: one is not known, or
 * they are one year apart and a bare year is among them: it may be reckoned from an age, one year out either way.
 */
function births(one: Likeness, other: Likeness): 'day' | 'near' | 'apart' | null {
  if (!one.bornOn || !other.bornOn) return null;
  if (one.bornPrecision === 'day' && other.bornPrecision === 'day')
    return one.bornOn === other.bornOn ? 'day' : 'apart';
  const years = one.bornPrecision === 'year' || other.bornPrecision === 'year';
  if (years && Math.abs(Number(one.bornOn.slice(0, 4)) - Number(other.bornOn.slice(0, 4))) === 1) return null;
  const length = years ? 4 : 7;
  return one.bornOn.slice(0, length) === other.bornOn.slice(0, length) ? 'near' : 'apart';
}

/** The same surname, and one sign of a short name differs or is left out: 刘桂珍, 刘贵珍, 刘珍. */
function nearNames(one: string, other: string): boolean {
  const [short = [], long = []] = [[...one], [...other]].sort((a, b) => a.length - b.length);
  if (short[0] !== long[0] || short.length < 2 || long.length > 4) return false;
  if (short.length === long.length) return short.filter((sign, place) => sign !== long[place]).length === 1;
  return (
    long.length - short.length === 1 && long.some((_, place) => long.toSpliced(place, 1).join('') === short.join(''))
  );
}

function speaksAgainst(one: Likeness, other: Likeness): boolean {
  const otherId = one.idMark && other.idMark && one.idMark !== other.idMark && !one.idDoubt && !other.idDoubt;
  const otherSex = one.sex !== 'unknown' && other.sex !== 'unknown' && one.sex !== other.sex;
  return Boolean(otherId) || otherSex || births(one, other) === 'apart';
}

function namedReasons(one: Likeness, other: Likeness): Alike[] {
  const born = births(one, other);
  const here = one.village !== null && one.village === other.village;
  const same = one.name === other.name;
  const sound = !same && one.pinyin === other.pinyin && one.pinyin !== '';
  const near = !same && nearNames(one.name, other.name);
  const sureBirth = born === 'day' || (born === 'near' && here);
  const phone = (same || sound || near) && one.phones.some((number) => other.phones.includes(number));
  const held: Record<Exclude<Alike, 'id'>, boolean> = {
    phone,
    'name-birth': same && sureBirth,
    'sound-birth': sound && sureBirth,
    'near-name': near && !sound && born === 'day' && here,
    'name-place': same && here && born === null,
  };
  return ALIKE.filter((reason) => reason !== 'id' && held[reason]);
}

/**
 * Why two files may be one person, the strongest reason first; none when nothing speaks for it or something against it
 * (another valid ID number, another sex, another day of birth). A person decides; nothing is merged by this.
 */
export function alikeReasons(one: Likeness, other: Likeness): Alike[] {
  const sameId = one.idMark !== null && one.idMark === other.idMark;
  if (!sameId && speaksAgainst(one, other)) return [];
  return [...(sameId ? (['id'] as const) : []), ...namedReasons(one, other)];
}

/** So many proposals a new file may bring; what is alike to more is a common name, not a person. */
const MOST = 8;
/** And so many namesakes of one batch it is compared with. */
const MOST_COMPARED = 200;

const strength = (pair: Pair) => ALIKE.indexOf(pair.reasons[0] ?? 'name-place');

function pairOf(one: Likeness, other: Likeness): Pair[] {
  const reasons = one.id === other.id ? [] : alikeReasons(one, other);
  if (reasons.length === 0) return [];
  return [one.id < other.id ? { one: one.id, other: other.id, reasons } : { one: other.id, other: one.id, reasons }];
}

function blocksOf(people: readonly Likeness[]): Map<string, Likeness[]> {
  const blocks = new Map<string, Likeness[]>();
  for (const person of people) {
    const keys = [person.pinyin, person.idMark, ...person.phones, `${person.bornOn} ${person.village}`];
    for (const key of new Set(keys)) {
      if (!key || key.includes('null')) continue;
      blocks.set(key, [...(blocks.get(key) ?? []), person]);
    }
  }
  return blocks;
}

/**
 * Proposes pairs among new people, and between each and the files that share something with it (`known`, by the new
 * person's id). Each pair once.
 */
export function proposePairs(people: readonly Likeness[], known: ReadonlyMap<string, readonly Likeness[]>): Pair[] {
  const pairs = new Map<string, Pair>();
  const keep = (found: Pair[]) => {
    found.sort((one, other) => strength(one) - strength(other));
    for (const pair of found.slice(0, MOST)) pairs.set(`${pair.one} ${pair.other}`, pair);
  };
  for (const person of people) keep((known.get(person.id) ?? []).flatMap((other) => pairOf(person, other)));
  for (const block of blocksOf(people).values()) {
    for (const [place, person] of block.entries()) {
      keep(block.slice(Math.max(0, place - MOST_COMPARED), place).flatMap((other) => pairOf(person, other)));
    }
  }
  return [...pairs.values()];
}
