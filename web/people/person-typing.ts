import type { AddPerson, PersonFields } from '../../src/people/schema.ts';
import { readBirth, writeBirth } from './birth.ts';
import { changedPart, idWrong } from './sections.ts';
import type { Part } from './two-people.ts';

/** The light part of a file while it is typed: the birth date as it was written, an ID number only when it is new. */
export type PersonTyping = Omit<PersonFields, 'bornOn' | 'bornPrecision'> & {
  born: string;
  idNumber: string;
  idNumberAsWritten: boolean;
};

export const EMPTY_PERSON: PersonTyping = {
  name: '',
  sex: 'unknown',
  born: '',
  village: null,
  villageGroup: '',
  phone: '',
  groups: [],
  idNumber: '',
  idNumberAsWritten: false,
};

export function typingOf(person: PersonFields): PersonTyping {
  const { name, sex, village, villageGroup, phone, groups } = person;
  const born = writeBirth(person);
  return { name, sex, village, villageGroup, phone, groups, born, idNumber: '', idNumberAsWritten: false };
}

/** What an edit that is opened again says; what it says nothing of stays as the file has it. */
export function typingOfPart({ bornOn, bornPrecision, ...part }: Part): Partial<PersonTyping> {
  const born = bornOn === undefined ? {} : { born: writeBirth({ bornOn, bornPrecision: bornPrecision ?? null }) };
  const known = Object.entries(part).filter(([field, value]) => field in EMPTY_PERSON && value !== undefined);
  return { ...Object.fromEntries(known), ...born };
}

export interface PersonWrong {
  field: 'person-name' | 'person-born' | 'person-id';
  word:
    | 'person.wrong-name'
    | 'person.wrong-born'
    | 'person.wrong-born-future'
    | NonNullable<ReturnType<typeof idWrong>>;
}

const LENGTHS = { day: 10, month: 7, year: 4 };

/** What keeps these fields from being saved, field by field. */
export function personWrongs(typing: PersonTyping, day: string): PersonWrong[] {
  const wrongs: PersonWrong[] = [];
  if (typing.name.trim() === '') wrongs.push({ field: 'person-name', word: 'person.wrong-name' });
  const birth = readBirth(typing.born);
  if (!birth) wrongs.push({ field: 'person-born', word: 'person.wrong-born' });
  else if (birth.bornOn && birth.bornOn > day) wrongs.push({ field: 'person-born', word: 'person.wrong-born-future' });
  const beside = { bornOn: birth?.bornOn ?? null, length: LENGTHS[birth?.bornPrecision ?? 'day'], sex: typing.sex };
  const word = typing.idNumberAsWritten ? undefined : idWrong(typing.idNumber, beside);
  if (word) wrongs.push({ field: 'person-id', word });
  return wrongs;
}

/** What the command takes, from what was typed. */
export function typedFields({
  born,
  idNumber,
  idNumberAsWritten,
  ...rest
}: PersonTyping): Omit<AddPerson, 'id' | 'station'> {
  const birth = readBirth(born) ?? { bornOn: null, bornPrecision: null };
  const id = idNumber.trim();
  return {
    ...rest,
    ...birth,
    name: rest.name.trim(),
    villageGroup: rest.villageGroup.trim(),
    phone: rest.phone.trim(),
    ...(id ? { idNumber: id, idNumberAsWritten } : {}),
  };
}

/** What an edit hands in: what is not as it was when the typing began. */
export function typedChange(before: PersonTyping, typing: PersonTyping): Part {
  const part = changedPart(typedFields(before), typedFields(typing));
  // Birth date and its exactness go together, whichever of the two changed.
  if (part.bornOn === undefined && part.bornPrecision === undefined) return part;
  const { bornOn, bornPrecision } = typedFields(typing);
  return { ...part, bornOn, bornPrecision };
}
