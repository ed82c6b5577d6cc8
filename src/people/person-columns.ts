import type { Seal } from '../platform/seal.ts';
import { phonesIn } from './duplicates.ts';
import { readIdNumber } from './id-number.ts';
import { type FileIdDoubt, type FilePart, idDoubtOf } from './rules.ts';
import { EMPTY_DETAILS } from './rules.ts';
import type { PersonFields } from './schema.ts';
import { type NameKeys, nameKeys } from './search-text.ts';

/** An ID number as it rests: sealed, with the digest that finds it. */
export interface SealedId {
  sealed: Buffer | null;
  index: Buffer | null;
  doubt: FileIdDoubt | null;
  /** The mark by which its last four signs are found. */
  mark: string | null;
}

export const NO_ID: SealedId = { sealed: null, index: null, doubt: null, mark: null };

/** A whole file as it is written: every column has its value. */
export type WholeFile = Omit<PersonFields, 'groups'> & typeof EMPTY_DETAILS & { id: string; idNumber: SealedId };

type Written = WholeFile & { keys: NameKeys };

/** The separator inside one value of an array of arrays: no name holds it. */
const UNIT = '\u001f';
const listed = (name: string) => `string_to_array(r.${name}, chr(31))`;

interface Column {
  column: string;
  /** The type of one value as it travels. */
  type: string;
  of: (file: Written) => unknown;
  /** How the value is read from the row r, where it is not simply there. */
  from?: string;
}

const plain = (field: keyof WholeFile, column: string, type: string): Column => ({
  column,
  type,
  of: (file) => file[field],
});

/** Fields of a file that are one column each, with its name and type. */
const PLAIN: [keyof Omit<WholeFile, 'id' | 'idNumber'>, string, string][] = [
  ['name', 'name', 'text'],
  ['sex', 'sex', 'text'],
  ['bornOn', 'born_on', 'date'],
  ['bornPrecision', 'born_precision', 'text'],
  ['village', 'village', 'text'],
  ['villageGroup', 'village_group', 'text'],
  ['phone', 'phone', 'text'],
  ['registeredArea', 'registered_area', 'text'],
  ['registeredAddress', 'registered_address', 'text'],
  ['livingAddress', 'living_address', 'text'],
  ['separation', 'separation', 'text'],
  ['marital', 'marital', 'text'],
  ['education', 'education', 'text'],
  ['work', 'work', 'text'],
  ['housing', 'housing', 'text'],
  ['health', 'health', 'text'],
  ['disabilityType', 'disability_type', 'text'],
  ['disabilityLevel', 'disability_level', 'smallint'],
  ['disabilityCertificate', 'disability_certificate', 'boolean'],
  ['selfCare', 'self_care', 'text'],
  ['followUpLevel', 'follow_up_level', 'smallint'],
  ['notAlone', 'not_alone', 'boolean'],
  ['notAloneWhy', 'not_alone_why', 'text'],
  ['life', 'life', 'text'],
  ['lifeOn', 'life_on', 'date'],
];

/** Every column that a file fills, in the order in which statements name them. */
export const COLUMNS: Column[] = [
  ...PLAIN.map(([field, column, type]) => plain(field, column, type)),
  { column: 'pinyin', type: 'text', of: ({ keys }) => keys.pinyin },
  { column: 'initials', type: 'text', of: ({ keys }) => keys.initials },
  { column: 'grams', type: 'text', of: (file) => gramsOf(file).join(UNIT), from: listed('grams') },
  { column: 'marks', type: 'text', of: (file) => marksOf(file).join(UNIT), from: listed('marks') },
  { column: 'id_sealed', type: 'bytea', of: (file) => file.idNumber.sealed },
  { column: 'id_index', type: 'bytea', of: (file) => file.idNumber.index },
  { column: 'id_doubt', type: 'text', of: (file) => file.idNumber.doubt },
];

/** The plain fields as a select names them: p.born_on as "bornOn". */
export const SELECT_PLAIN = PLAIN.map(([field, column]) => `p.${column} as "${field}"`).join(', ');

/** A file's values in the order of COLUMNS. */
export function valuesOf(file: WholeFile): unknown[] {
  const written = { ...file, keys: nameKeys(file.name) };
  return COLUMNS.map((column) => column.of(written));
}

/** The piece by which people of a village are found. */
export const villagePiece = (code: string) => `v${code}`;

function gramsOf({ keys, village }: Written): string[] {
  return village ? [...keys.grams, villagePiece(village)] : keys.grams;
}

const SHORTEST_END = 4;
export const LONGEST_END = 8;

function marksOf({ phone, idNumber }: WholeFile): string[] {
  const ends = phonesIn(phone).flatMap((digits) =>
    Array.from({ length: LONGEST_END - SHORTEST_END + 1 }, (_, more) => `#${digits.slice(-(SHORTEST_END + more))}`),
  );
  return [...new Set(ends), ...(idNumber.mark ? [idNumber.mark] : [])];
}

/** The digest by which an ID number is found whole. */
export function idIndexOf(seal: Seal, number: string): Buffer {
  return seal.blind('id', number);
}

/** The mark by which the last four signs of an ID number are found. */
export function idEndMark(seal: Seal, end: string): string {
  return `=${seal.blind('id-end', end.toUpperCase()).toString('hex').slice(0, 16)}`;
}

/** What an ID number is bound to: one person of one county. */
export const sealedFor = (county: number, id: string) => `${county} ${id}`;

/** An ID number made ready to rest. */
export function sealId(seal: Seal, person: FilePart, about: string): SealedId {
  if (!person.idNumber) return NO_ID;
  const { number } = readIdNumber(person.idNumber);
  return {
    sealed: seal.seal(number, about),
    index: idIndexOf(seal, number),
    doubt: idDoubtOf(person),
    mark: idEndMark(seal, number.slice(-SHORTEST_END)),
  };
}

/** A file that is handed in, made whole: what nobody said is empty. */
export function wholeFile(person: FilePart & PersonFields & { id: string }, idNumber: SealedId): WholeFile {
  const given = Object.fromEntries(
    PLAIN.map(([field]) => [field, person[field]]).filter(([, value]) => value !== undefined),
  );
  return { ...EMPTY_DETAILS, ...(given as Omit<WholeFile, 'id' | 'idNumber'>), id: person.id, idNumber };
}
