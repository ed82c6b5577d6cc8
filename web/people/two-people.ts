import type { PersonFields } from '../../src/people/schema.ts';
import type { Choice } from '../ui/two-values.tsx';
import { fieldsOf } from './person-typing.ts';

/** A field in which two versions of a person differ. `both` where one field can hold both values. */
export interface Difference {
  field: Exclude<keyof PersonFields, 'bornPrecision'>;
  mine: PersonFields;
  theirs: PersonFields;
  both: PersonFields | undefined;
}

const FIELDS: Difference['field'][] = ['name', 'sex', 'bornOn', 'village', 'villageGroup', 'phone', 'groups'];

export function differencesOf(mine: PersonFields, theirs: PersonFields): Difference[] {
  return FIELDS.filter((field) => !same(field, mine, theirs)).map((field) => ({
    field,
    mine: fieldsOf(mine),
    theirs: fieldsOf(theirs),
    both: bothOf(field, mine, theirs),
  }));
}

function same(field: Difference['field'], one: PersonFields, other: PersonFields): boolean {
  if (field === 'bornOn') return one.bornOn === other.bornOn && one.bornPrecision === other.bornPrecision;
  if (field === 'groups') return [...one.groups].sort().join() === [...other.groups].sort().join();
  return one[field] === other[field];
}

/** Telephone numbers stand side by side, groups add up; a person has one birth date, one sex and lives in one place. */
function bothOf(field: Difference['field'], mine: PersonFields, theirs: PersonFields): PersonFields | undefined {
  if (field === 'groups') return { ...mine, groups: [...new Set([...theirs.groups, ...mine.groups])].slice(0, 10) };
  const phone = `${theirs.phone} / ${mine.phone}`;
  if (field === 'phone' && theirs.phone && mine.phone && phone.length <= 30) return { ...mine, phone };
  return undefined;
}

/** The person as decided, field by field; fields that did not differ stay as they stand now. */
export function chosenPerson(
  mine: PersonFields,
  theirs: PersonFields,
  choices: Partial<Record<keyof PersonFields, Choice>>,
): PersonFields {
  const settled: PersonFields = fieldsOf(theirs);
  for (const { field, both } of differencesOf(mine, theirs)) {
    const from = choices[field] === 'mine' ? mine : choices[field] === 'both' ? both : undefined;
    if (!from) continue;
    Object.assign(settled, { [field]: from[field] }, field === 'bornOn' ? { bornPrecision: from.bornPrecision } : {});
  }
  return settled;
}
