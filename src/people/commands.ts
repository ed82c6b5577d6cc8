import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { command } from '../platform/pipeline/command.ts';
import { requireAreas } from '../places/store.ts';
import { refuseFaults } from './rules.ts';
import { AddPeople, AddPerson, ChangePerson, PersonFields, type StandingPerson } from './schema.ts';
import {
  findPerson,
  insertPeople,
  type LastChange,
  lockPerson,
  type PersonRow,
  personLine,
  updatePerson,
} from './store.ts';

/** Adds a person to a station's files. */
export const addPerson = command({
  name: 'people.add',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Add a person',
  path: '/people/add',
  input: AddPerson,
  output: Saved,
  load: (transaction, input) => requireAreas(transaction, [input.village]),
  decide: (_, { station, ...person }, { county, asker, now }) => {
    refuseFaults([person], now, () => []);
    return {
      station,
      subject: { kind: 'person', id: person.id },
      fields: Object.keys(PersonFields.shape),
      answer: { id: person.id, version: 1 },
      save: (transaction) => insertPeople(transaction, { county, station, by: asker.id, now }, [person]),
    };
  },
});

/** Adds up to a thousand people as one command; all of them or none. */
export const addPeople = command({
  name: 'people.addMany',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Add up to a thousand people at once',
  path: '/people/add-many',
  input: AddPeople,
  output: Saved,
  load: (transaction, input) =>
    requireAreas(
      transaction,
      input.people.map((person) => person.village),
    ),
  decide: (_, { station, id, people }, { county, asker, now }) => {
    refuseFaults(people, now, (index) => ['people', index]);
    return {
      station,
      subject: { kind: 'people-batch', id },
      fields: ['people'],
      rows: people.length,
      answer: { id, version: 1 },
      save: (transaction) => insertPeople(transaction, { county, station, by: asker.id, now }, people),
    };
  },
});

/** Changes a person's file. An edit based on an old version is refused, with both values. */
export const changePerson = command({
  name: 'people.change',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Change a person’s file',
  path: '/people/change',
  input: ChangePerson,
  output: Saved,
  load: async (transaction, input, { county }) => {
    const at = { county, station: input.station };
    const locked = lockPerson(transaction, at, input.id);
    const [before, , change] = await Promise.all([
      findPerson(transaction, at, input.id),
      requireAreas(transaction, [input.village]),
      locked,
    ]);
    return { before, change };
  },
  decide: ({ before, change }, { station, version, ...person }, { county, asker, now }) => {
    if (!before || !change) throw new HeliError('not-found', 'unknown-person');
    if (before.version !== version) {
      const theirs = standing(before, change);
      throw new HeliError('conflict', 'stale', { mine: { ...person, version }, theirs });
    }
    refuseFaults([person], now, () => []);
    return {
      station,
      subject: { kind: 'person', id: person.id },
      fields: changedFields(personLine(before), before.phone, person),
      answer: { id: person.id, version: version + 1 },
      save: (transaction) => updatePerson(transaction, { county, station, before, by: asker.id }, person),
    };
  },
});

/** A person's file as it stands, for somebody whose edit came too late: with who changed it last, and when. */
function standing(row: PersonRow, change: LastChange): StandingPerson {
  return {
    ...personLine(row),
    phone: row.phone,
    version: row.version,
    changedAt: change.changed_at.toISOString(),
    changedBy: change.changed_by,
  };
}

function changedFields(line: object, phone: string, person: PersonFields): string[] {
  const before: Record<string, unknown> = { ...line, phone };
  const after: Record<string, unknown> = { ...person };
  return Object.keys(PersonFields.shape).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}
