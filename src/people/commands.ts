import { requireAreas } from '../places/store.ts';
import { dayInChina } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/flight.ts';
import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { command, type Doing } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { stale } from '../platform/stale.ts';
import { findPairs, insertPairs, likenesses, replacePairs } from './duplicate-store.ts';
import type { Pair } from './duplicates.ts';
import { changedFields, edited, fieldsIn, idAfter, isLate, openId, partOf, refuseMerged, standing } from './file.ts';
import { settleFollowUps } from './follow-ups.ts';
import { findFiles, type FileRow, insertReading, type LastChange, lockPerson, updatePerson } from './file-store.ts';
import { loadForNew, requirePeople } from './new-people.ts';
import { wholeFile } from './person-columns.ts';
import { areasOf, completed, type FilePart, linkedPeople, refuseFaults } from './rules.ts';
import {
  AddPeople,
  AddPerson,
  ChangePerson,
  NewFile,
  PersonFields,
  RevealedIdNumber,
  RevealIdNumber,
} from './schema.ts';
import { insertPeople, type NewPerson } from './store.ts';

/** Adds a person to a station's files. */
export const addPerson = command({
  name: 'people.add',
  version: 2,
  permit: atStation('records.write'),
  summary: 'Add a person',
  path: '/people/add',
  input: AddPerson,
  output: Saved,
  load: (transaction, { station, ...person }, { county, seal }) =>
    loadForNew(transaction, { county, station, seal }, [person]),
  decide: (pairs, { station, ...person }, { county, asker, now, seal }) => {
    refuseFaults([person], now, () => []);
    const at = { county, station, by: asker.id, now, seal };
    return {
      station,
      subject: { kind: 'person', id: person.id },
      fields: Object.keys(NewFile.shape).filter((field) => field in PersonFields.shape || field in person),
      answer: { id: person.id, version: 1 },
      save: (transaction) => {
        insertPeople(transaction, at, [person]);
        insertPairs(transaction, at, pairs);
      },
    };
  },
});

/** Adds up to a thousand people as one command; all of them or none. */
export const addPeople = command({
  name: 'people.addMany',
  version: 2,
  permit: atStation('records.write'),
  summary: 'Add up to a thousand people at once',
  path: '/people/add-many',
  input: AddPeople,
  output: Saved,
  load: (transaction, { station, people }, { county, seal }) =>
    loadForNew(transaction, { county, station, seal }, people),
  decide: (pairs, { station, id, people }, { county, asker, now, seal }) => {
    refuseFaults(people, now, (index) => ['people', index]);
    const at = { county, station, by: asker.id, now, seal };
    return {
      station,
      subject: { kind: 'people-batch', id },
      fields: ['people'],
      rows: people.length,
      answer: { id, version: 1 },
      save: (transaction) => {
        insertPeople(transaction, at, people);
        insertPairs(transaction, at, pairs);
      },
    };
  },
});

interface Standing {
  before: FileRow | undefined;
  change: LastChange | undefined;
  pairs: Pair[];
}

async function loadStanding(transaction: Transaction, input: ChangePerson, doing: Doing): Promise<Standing> {
  const at = { county: doing.county, station: input.station };
  const part = partOf(input);
  const locked = lockPerson(transaction, at, input.id);
  const [[before], change] = await Promise.all([
    findFiles(transaction, at, [input.id]),
    locked,
    requireAreas(transaction, areasOf(part)),
    requirePeople(transaction, at, linkedPeople(part)),
  ]);
  if (!before) return { before, change, pairs: [] };
  const { file } = edited(before, part, { ...doing, day: dayInChina(doing.now) });
  return { before, change, pairs: await findPairs(transaction, at, likenesses(doing.seal, [file])) };
}

/** Only what is handed in is looked at, and what an ID number says beside it. */
function refuseFaultsOf(file: FilePart, part: FilePart, now: Date): void {
  const touched = part.idNumber !== undefined || part.bornOn !== undefined || part.sex !== undefined;
  const { idNumber, ...rest } = file;
  refuseFaults([touched && idNumber ? file : rest], now, () => []);
}

/**
 * Changes the given fields of a person's file. An edit is late where somebody changed one of the same fields after the
 * version it was based on: then it is refused, with both values.
 */
export const changePerson = command({
  name: 'people.change',
  version: 2,
  permit: atStation('records.write'),
  summary: 'Change fields of a person’s file',
  path: '/people/change',
  input: ChangePerson,
  output: Saved,
  load: loadStanding,
  decide: ({ before, change, pairs }, input, { county, asker, now, seal }) => {
    const { station, id, version } = input;
    const part = partOf(input);
    if (!before || !change) throw new HeliError('not-found', 'unknown-person');
    refuseMerged(before);
    if (isLate(before, version, fieldsIn(part))) {
      const theirs = standing(before, change, { county, seal });
      throw stale({ ...part, id, version }, theirs);
    }
    const result = edited(before, part, { county, seal, day: dayInChina(now) });
    refuseFaultsOf(result.file, part, now);
    const done = { ...result, file: completed(result.file) };
    const idNumber = idAfter(before, done, { county, seal, changed: part.idNumber !== undefined });
    const after = wholeFile({ ...done.file, groups: [] } as NewPerson, idNumber);
    const fields = changedFields(before, after, { memberships: done.memberships, part });
    const at = { county, station, by: asker.id, now, seal };
    return {
      station,
      subject: { kind: 'person', id },
      fields,
      answer: { id, version: before.version + 1 },
      save: (transaction) => {
        const memberships = fields.includes('memberships') ? done.memberships : undefined;
        updatePerson(transaction, at, { before, after, memberships, contacts: part.contacts, fields });
        replacePairs(transaction, at, { person: id, pairs });
        if (fields.includes('followUpLevel') || fields.includes('life')) settleFollowUps(transaction, at, [id]);
      },
    };
  },
});

/** Tells a whole ID number, once, and notes who asked. */
export const revealIdNumber = command({
  name: 'people.revealIdNumber',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Tell a whole ID number; who asked is noted',
  path: '/people/reveal-id-number',
  input: RevealIdNumber,
  output: RevealedIdNumber,
  secret: ['idNumber'],
  load: async (transaction, { station, id }, { county }) =>
    (await findFiles(transaction, { county, station }, [id]))[0],
  decide: (row, { station, id, reason }, { county, asker, now, newId, seal }) => {
    if (!row) throw new HeliError('not-found', 'unknown-person');
    if (!row.id_sealed) throw new HeliError('not-found', 'no-id-number');
    const idNumber = openId(row, { county, seal });
    if (idNumber === undefined) throw new HeliError('not-allowed-now', 'id-key-missing');
    const at = { county, station, by: asker.id, now, seal };
    return {
      station,
      subject: { kind: 'person', id },
      fields: ['idNumber'],
      answer: { id, idNumber },
      save: (transaction) => insertReading(transaction, at, { id: newId(), person: id, reason }),
    };
  },
});
