import { expect, test } from 'vitest';
import type { Today } from '../../src/activities/schema.ts';
import type { PersonLine } from '../../src/people/schema.ts';
import type { OutboxItem } from '../offline/database.ts';
import { type VisitItem, visitLine } from '../ledger/stored-line.ts';
import { mergeToday } from './merge.ts';

const STATION = 'station';

function line(id: string): PersonLine {
  return {
    id,
    name: id,
    pinyin: id,
    initials: id,
    sex: 'female',
    bornOn: null,
    bornPrecision: null,
    village: null,
    villageName: '',
    villageGroup: '',
    groups: [],
    life: 'registered',
    notAlone: false,
    lastVisitOn: null,
    nextVisitOn: null,
  };
}

function today(part: Partial<Today> = {}): Today {
  const due = ['a', 'b'].map((id) => ({ person: line(id), dueOn: '2026-06-24', reason: '' }));
  return {
    day: '2026-06-24',
    due,
    dueCount: 2,
    visitedToday: 0,
    sinceImport: [],
    sinceImportCount: 0,
    entered: { visits: 0, others: 0, imported: 0 },
    overdue: [],
    steps: [],
    recorded: [],
    notices: [],
    proposals: { due: 0, late: 0 },
    people: 2,
    ...part,
  };
}

function visit(person: string, part: Partial<OutboxItem> = {}): OutboxItem {
  const input = {
    station: STATION,
    id: `visit-${person}`,
    person,
    startedAt: '2026-06-24T02:00:00Z',
    minutes: 30,
    met: 'self',
    channel: 'in-person',
    needs: [],
    note: '',
    nextOn: null,
    workers: [],
  };
  return {
    name: 'visit',
    input,
    key: person,
    about: person,
    madeAt: '2026-06-24T02:30:00Z',
    account: 'me',
    station: STATION,
    state: 'waiting',
    failure: null,
    sentAt: null,
    ...part,
  } as OutboxItem;
}

test('a visit stored here is done, though the program does not know it yet', () => {
  const view = mergeToday(today(), [visit('a')], STATION);
  expect(view.due.map((one) => one.person.id)).toEqual(['b']);
  expect(view).toMatchObject({ dueCount: 1, visited: 1, entered: { visits: 1, imported: 0 } });
  expect(view.recorded.map((one) => [one.person?.name, one.item?.state])).toEqual([['a', 'waiting']]);
});

test('a refused visit is not done', () => {
  expect(mergeToday(today(), [visit('a', { state: 'held' })], STATION)).toMatchObject({
    dueCount: 2,
    visited: 0,
    recorded: [],
  });
});

test('two visits to one door are one household', () => {
  const items = [
    visit('a'),
    { ...visit('a'), key: 'again', input: { ...visit('a').input, id: 'visit-again' } } as OutboxItem,
  ];
  expect(mergeToday(today(), items, STATION)).toMatchObject({ visited: 1, dueCount: 1 });
});

test('what the program knows already is not counted again', () => {
  const recorded = [
    {
      ...visitLine(visit('a') as VisitItem, []),
      enteredAt: '2026-06-24T02:31:00Z',
    },
  ];
  const entered = { visits: 60, others: 0, imported: 81 };
  const known = today({ due: today().due.slice(1), dueCount: 1, visitedToday: 1, recorded, entered });
  const view = mergeToday(known, [visit('a', { state: 'sent', sentAt: '2026-06-24T02:31:00Z' })], STATION);
  expect(view).toMatchObject({ dueCount: 1, visited: 1, entered });
  expect(view.recorded).toHaveLength(1);
});

test('a visit stored here to somebody not seen since the import takes her off that list', () => {
  const sinceImport = [{ person: line('c'), dueOn: '2025-06-24', reason: '' }];
  const view = mergeToday(today({ sinceImport, sinceImportCount: 81 }), [visit('c')], STATION);
  expect(view).toMatchObject({ sinceImport: [], sinceImportCount: 80, dueCount: 2, visited: 1 });
});

test('another station’s visits are not mine to count', () => {
  expect(mergeToday(today(), [visit('a', { station: 'other' })], STATION)).toMatchObject({ dueCount: 2, visited: 0 });
});
