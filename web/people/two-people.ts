import { maskIdNumber } from '../../src/people/id-number.ts';
import type { ChangePerson, Person, StandingPerson } from '../../src/people/schema.ts';
import type { Choice } from '../ui/two-values.tsx';

/** The fields of a file that an edit hands in. */
export type Part = Omit<ChangePerson, 'station' | 'id' | 'version'>;
export type Field = keyof Part;

/** Fields that are written together: the second is chosen with the first. */
const TOGETHER: Partial<Record<Field, Field>> = {
  bornPrecision: 'bornOn',
  idNumberAsWritten: 'idNumber',
  notAloneWhy: 'notAlone',
  lifeOn: 'life',
};

/** A field in which an edit and the standing file differ. `both` where one field can hold both values. */
export interface Difference {
  field: Field;
  mine: Part;
  theirs: Part;
  both: Part | undefined;
}

/** A file as an edit would hand it in; of an ID number only what is shown. */
export function partOfPerson({ idNumber, ...rest }: StandingPerson | Person): Part {
  return { ...rest, idNumber: idNumber?.masked ?? null };
}

/** What an edit hands in, without what says whose file it is. */
export function handedIn({ station: _, id: __, version: ___, ...part }: ChangePerson): Part {
  return part;
}

function ledBy(field: Field): Field[] {
  return [field, ...(Object.keys(TOGETHER) as Field[]).filter((one) => TOGETHER[one] === field)];
}

const plain = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) && typeof value[0] === 'string' ? [...value].sort() : (value ?? null));

function same(field: Field, mine: Part, theirs: Part): boolean {
  if (field === 'idNumber') return Boolean(mine.idNumber) && maskIdNumber(mine.idNumber ?? '') === theirs.idNumber;
  return ledBy(field).every((one) => mine[one] === undefined || plain(mine[one]) === plain(theirs[one]));
}

/** The fields of an edit that differ from what stands. */
export function differencesOf(mine: Part, theirs: Part): Difference[] {
  const fields = (Object.keys(mine) as Field[]).filter((field) => mine[field] !== undefined && !TOGETHER[field]);
  return fields
    .filter((field) => !same(field, mine, theirs))
    .map((field) => ({ field, mine, theirs, both: bothOf(field, mine, theirs) }));
}

/** Telephone numbers stand side by side, groups add up; a person has one birth date, one sex and lives in one place. */
function bothOf(field: Field, mine: Part, theirs: Part): Part | undefined {
  if (field === 'groups') {
    return { groups: [...new Set([...(theirs.groups ?? []), ...(mine.groups ?? [])])].slice(0, 10) };
  }
  const phone = `${theirs.phone} / ${mine.phone}`;
  if (field === 'phone' && theirs.phone && mine.phone && phone.length <= 30) return { phone };
  return undefined;
}

/** The edit as decided, field by field: only what is not as it stands. */
export function chosenPart(mine: Part, theirs: Part, choices: Partial<Record<Field, Choice>>): Part {
  const settled: Part = {};
  for (const { field, both } of differencesOf(mine, theirs)) {
    const from = choices[field] === 'mine' ? mine : choices[field] === 'both' ? both : undefined;
    if (!from) continue;
    for (const one of ledBy(field)) if (from[one] !== undefined) Object.assign(settled, { [one]: from[one] });
  }
  return settled;
}
