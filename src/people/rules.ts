import { dayInChina } from '../platform/clock.ts';
import { type FieldError, HeliError } from '../platform/errors.ts';
import type { PersonFields } from './schema.ts';

/** What is wrong with a person's fields, each with its path; an empty list when nothing is. */
export function personFaults(person: PersonFields, now: Date): FieldError[] {
  const faults: FieldError[] = [];
  if ((person.bornOn === null) !== (person.bornPrecision === null)) {
    faults.push({ path: ['bornOn'], message: 'born-precision' });
  }
  if (person.bornOn && person.bornOn > dayInChina(now)) faults.push({ path: ['bornOn'], message: 'born-in-future' });
  return faults;
}

/** Refuses people with faults, all of them at once. */
export function refuseFaults(
  people: readonly PersonFields[],
  now: Date,
  root: (index: number) => (string | number)[],
): void {
  const fields = people.flatMap((person, index) =>
    personFaults(person, now).map((fault) => ({ ...fault, path: [...root(index), ...fault.path] })),
  );
  if (fields.length > 0) throw new HeliError('invalid', 'invalid', { fields });
}

/** Whole years of age on a day; undefined when the birth date is not known. */
export function ageOn(bornOn: string | null, day: string): number | undefined {
  if (!bornOn) return undefined;
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
