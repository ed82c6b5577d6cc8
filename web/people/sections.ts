import { readIdNumber } from '../../src/people/id-number.ts';
import { bornAlike } from '../../src/people/rules.ts';
import type { Person } from '../../src/people/schema.ts';
import type { Word } from '../i18n/words.ts';
import { type Field, type Part, partOfPerson } from './two-people.ts';

/** The parts in which a file is edited; the first is the light form. */
export const SECTIONS = ['basic', 'home', 'life', 'health', 'care', 'groups', 'contacts'] as const;
export type Section = (typeof SECTIONS)[number];

export const FIELDS_OF: Record<Section, Field[]> = {
  basic: ['name', 'sex', 'bornOn', 'village', 'villageGroup', 'phone', 'groups', 'idNumber'],
  home: ['registeredArea', 'registeredAddress', 'livingAddress', 'separation'],
  life: ['marital', 'education', 'work', 'housing'],
  health: ['health', 'selfCare', 'disabilityType', 'disabilityLevel', 'disabilityCertificate'],
  care: ['followUpLevel', 'notAlone', 'notAloneWhy', 'life', 'lifeOn'],
  groups: ['memberships'],
  contacts: ['contacts'],
};

export function isSection(text: string | undefined): text is Section {
  return SECTIONS.some((section) => section === text);
}

/** The section that an edit came from. */
export function sectionOf(part: Part): Section {
  return SECTIONS.find((section) => FIELDS_OF[section].some((field) => part[field] !== undefined)) ?? 'basic';
}

/** A section of a file as it stands. */
export function sectionPart(person: Person, section: Section): Part {
  const part = partOfPerson(person);
  return Object.fromEntries(FIELDS_OF[section].map((field) => [field, part[field]])) as Part;
}

/** Of a section as typed, what is not as it was when the typing began. */
export function changedPart(before: Part, typed: Part): Part {
  const fields = Object.keys(typed) as Field[];
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(typed[field] ?? null) !== JSON.stringify(before[field] ?? null))
      .map((field) => [field, typed[field]]),
  ) as Part;
}

export interface SectionWrong {
  /** The id of the control. */
  field: string;
  word: Word;
}

/** What keeps a section from being saved. */
export function sectionWrongs(part: Part, day: string): SectionWrong[] {
  const wrongs: SectionWrong[] = [];
  if (part.lifeOn && part.lifeOn > day) wrongs.push({ field: 'life-on', word: 'care.wrong-life-on' });
  part.memberships?.forEach(({ startsOn, endsOn }, index) => {
    if (startsOn && endsOn && endsOn < startsOn)
      wrongs.push({ field: `group-to-${index}`, word: 'groups.wrong-order' });
  });
  part.contacts?.forEach((contact, index) => {
    if (!contact.person && contact.name.trim() === '')
      wrongs.push({ field: `contact-name-${index}`, word: 'contacts.wrong-name' });
  });
  return wrongs;
}

/** What is wrong with an ID number as typed, beside the birth and sex that are typed with it. */
export function idWrong(
  typed: string,
  beside: { bornOn: string | null; length: number; sex: string },
): Word | undefined {
  if (typed.trim() === '') return undefined;
  const read = readIdNumber(typed);
  if (read.doubt) return `id.wrong-${read.doubt}`;
  const otherBirth = beside.bornOn && !bornAlike(beside.bornOn, read.bornOn, beside.length);
  const otherSex = beside.sex !== 'unknown' && read.sex !== beside.sex;
  return otherBirth || otherSex ? 'id.wrong-against' : undefined;
}
