import { dayInChina } from '../platform/clock.ts';
import { type FieldError, HeliError } from '../platform/errors.ts';
import { type IdDoubt, type IdNumber, readIdNumber } from './id-number.ts';
import type { Membership, NewFile, PersonDetails, PersonFields } from './schema.ts';

/** The single-valued fields of a file, as they stand when nobody said anything. */
export const EMPTY_DETAILS: Omit<PersonDetails, 'memberships' | 'contacts'> = {
  registeredArea: null,
  registeredAddress: '',
  livingAddress: '',
  separation: null,
  marital: null,
  education: null,
  work: '',
  housing: null,
  health: '',
  disabilityType: null,
  disabilityLevel: null,
  disabilityCertificate: null,
  selfCare: null,
  followUpLevel: null,
  notAlone: false,
  notAloneWhy: '',
  life: 'registered',
  lifeOn: null,
};

/** A file, or the part of one that is handed in. */
export type FilePart = { [Field in keyof NewFile]?: NewFile[Field] | undefined };
/** 'against': fine by itself, but birth or sex in the file are others. */
export type FileIdDoubt = IdDoubt | 'against';

/**
 * How often a visit is due, in days, by follow-up level 跟进级别 (1 is seen most often). The platform's default; a
 * change of it is a new version.
 */
export const FOLLOW_UP = { version: 1, days: { 1: 7, 2: 14, 3: 30, 4: 60, 5: 90, 6: 180 } } as const;
export type FollowUpLevel = keyof typeof FOLLOW_UP.days;

/** Days between two visits for a follow-up level; undefined where none is set. */
export function followUpDays(level: number | null): number | undefined {
  return level === null ? undefined : FOLLOW_UP.days[level as FollowUpLevel];
}

function birthFaults(person: FilePart, now: Date): FieldError[] {
  const faults: FieldError[] = [];
  if (((person.bornOn ?? null) === null) !== ((person.bornPrecision ?? null) === null)) {
    faults.push({ path: ['bornOn'], message: 'born-precision' });
  }
  if (person.bornOn && person.bornOn > dayInChina(now)) faults.push({ path: ['bornOn'], message: 'born-in-future' });
  return faults;
}

const DOUBTS = { shape: 'id-shape', birth: 'id-birth-impossible', 'check-digit': 'id-check-digit' } as const;

/** How a valid ID number differs from the birth or sex that stand in the file; undefined when it does not. */
/**
 * Whether a birth as it stands, of which the first `length` letters are known, is that of an ID number. A year alone was
 * often counted from an age, and may be one out either way.
 */
export function bornAlike(stands: string, onId: string | null, length: number): boolean {
  if (!onId) return false;
  return length === 4
    ? Math.abs(Number(stands.slice(0, 4)) - Number(onId.slice(0, 4))) <= 1
    : stands.slice(0, length) === onId.slice(0, length);
}

function contradiction(person: FilePart, read: IdNumber): 'id-against-birth' | 'id-against-sex' | undefined {
  const length = { day: 10, month: 7, year: 4 }[person.bornPrecision ?? 'day'];
  if (person.bornOn && !bornAlike(person.bornOn, read.bornOn, length)) return 'id-against-birth';
  if (person.sex && person.sex !== 'unknown' && person.sex !== read.sex) return 'id-against-sex';
  return undefined;
}

/** What is doubtful about a file's ID number: by itself, or beside birth and sex. */
export function idDoubtOf(person: FilePart): FileIdDoubt | null {
  const read = person.idNumber ? readIdNumber(person.idNumber) : undefined;
  if (!read) return null;
  return read.doubt ?? (contradiction(person, read) ? 'against' : null);
}

/** What is wrong with an ID number, by itself and beside birth and sex. */
function idFaults(person: FilePart, now: Date): FieldError[] {
  if (!person.idNumber || person.idNumberAsWritten) return [];
  const read = readIdNumber(person.idNumber);
  const future = read.bornOn !== null && read.bornOn > dayInChina(now);
  const message = read.doubt ? DOUBTS[read.doubt] : future ? 'id-birth-impossible' : contradiction(person, read);
  return message ? [{ path: ['idNumber'], message }] : [];
}

function membershipFaults(memberships: Membership[], now: Date): FieldError[] {
  const today = dayInChina(now);
  return memberships.flatMap(({ startsOn, endsOn }, index): FieldError[] => {
    if (startsOn && endsOn && endsOn < startsOn) {
      return [{ path: ['memberships', index, 'endsOn'], message: 'ends-before-start' }];
    }
    return startsOn && startsOn > today
      ? [{ path: ['memberships', index, 'startsOn'], message: 'starts-in-future' }]
      : [];
  });
}

/** What is wrong with a person's fields, each with its path; an empty list when nothing is. */
export function personFaults(person: FilePart, now: Date): FieldError[] {
  const faults = [...birthFaults(person, now), ...idFaults(person, now)];
  if (person.memberships) faults.push(...membershipFaults(person.memberships, now));
  if (person.lifeOn && person.lifeOn > dayInChina(now)) faults.push({ path: ['lifeOn'], message: 'life-in-future' });
  person.contacts?.forEach((contact, index) => {
    if (!contact.person && contact.name === '')
      faults.push({ path: ['contacts', index, 'name'], message: 'contact-name' });
  });
  return faults;
}

/** Refuses people with faults, all of them at once. */
export function refuseFaults(
  people: readonly FilePart[],
  now: Date,
  root: (index: number) => (string | number)[],
): void {
  const fields = people.flatMap((person, index) =>
    personFaults(person, now).map((fault) => ({ ...fault, path: [...root(index), ...fault.path] })),
  );
  if (fields.length > 0) throw new HeliError('invalid', 'invalid', { fields });
}

/** Nothing is asked twice: birth and sex that nobody gave are read from an ID number without doubt. */
export function completed<File extends FilePart>(person: File): File {
  const read = person.idNumber ? readIdNumber(person.idNumber) : undefined;
  if (!read || read.doubt) return person;
  return {
    ...person,
    ...(person.bornOn ? {} : { bornOn: read.bornOn, bornPrecision: 'day' }),
    ...(person.sex && person.sex !== 'unknown' ? {} : { sex: read.sex }),
  };
}

/** Every area a file speaks of. */
export function areasOf(person: FilePart): (string | null)[] {
  return [person.village ?? null, person.registeredArea ?? null];
}

/** Everyone a file points to. */
export function linkedPeople(person: FilePart): string[] {
  return (person.contacts ?? []).flatMap((contact) => (contact.person ? [contact.person] : []));
}

/** The groups somebody belongs to on a day. */
export function groupsOn(memberships: readonly Membership[], day: string): PersonFields['groups'] {
  const now = memberships.filter(
    ({ startsOn, endsOn }) => (startsOn === null || startsOn <= day) && (endsOn === null || endsOn >= day),
  );
  return [...new Set(now.map((one) => one.code))];
}

/**
 * The stretches of time after the light form said which groups somebody belongs to now: new ones begin without a
 * date, those no longer said are gone (they were a slip; what ended is said with its day), the past stays.
 */
export function withGroups(
  memberships: readonly Membership[],
  groups: PersonFields['groups'],
  day: string,
): Membership[] {
  const current = groupsOn(memberships, day);
  const kept = memberships.filter((one) => groupsOn([one], day).length === 0 || groups.includes(one.code));
  const come = [...new Set(groups)].filter((code) => !current.includes(code));
  return [...kept, ...come.map((code) => ({ code, startsOn: null, endsOn: null, source: '' }))];
}

/** Whole years of age on a day; undefined when the birth date is not known. */
export function ageOn(bornOn: string | null, day: string): number | undefined {
  if (!bornOn) return undefined;
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
