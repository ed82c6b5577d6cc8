import type { PersonFields } from '../../src/people/schema.ts';
import { readBirth, writeBirth } from './birth.ts';

/** A person's fields while they are typed: the birth date as it was written. */
export type PersonTyping = Omit<PersonFields, 'bornOn' | 'bornPrecision'> & { born: string };

export const EMPTY_PERSON: PersonTyping = {
  name: '',
  sex: 'unknown',
  born: '',
  village: null,
  villageGroup: '',
  phone: '',
  groups: [],
};

export function typingOf(person: PersonFields): PersonTyping {
  const { name, sex, village, villageGroup, phone, groups } = person;
  return { name, sex, village, villageGroup, phone, groups, born: writeBirth(person) };
}

export interface PersonWrong {
  field: 'person-name' | 'person-born';
  word: 'person.wrong-name' | 'person.wrong-born' | 'person.wrong-born-future';
}

/** What keeps these fields from being saved, field by field. */
export function personWrongs(typing: PersonTyping, day: string): PersonWrong[] {
  const wrongs: PersonWrong[] = [];
  if (typing.name.trim() === '') wrongs.push({ field: 'person-name', word: 'person.wrong-name' });
  const birth = readBirth(typing.born);
  if (!birth) wrongs.push({ field: 'person-born', word: 'person.wrong-born' });
  else if (birth.bornOn && birth.bornOn > day) wrongs.push({ field: 'person-born', word: 'person.wrong-born-future' });
  return wrongs;
}

/** What the command takes, from what was typed. */
export function typedFields({ born, ...rest }: PersonTyping): PersonFields {
  const birth = readBirth(born) ?? { bornOn: null, bornPrecision: null };
  return {
    ...rest,
    ...birth,
    name: rest.name.trim(),
    villageGroup: rest.villageGroup.trim(),
    phone: rest.phone.trim(),
  };
}

/** Only what a command takes of a person's file. */
export function fieldsOf(person: PersonFields): PersonFields {
  const { name, sex, bornOn, bornPrecision, village, villageGroup, phone, groups } = person;
  return { name, sex, bornOn, bornPrecision, village, villageGroup, phone, groups };
}
