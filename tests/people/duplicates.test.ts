import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idsOf } from '../../src/people/store.ts';
import { inFlight } from '../../src/platform/database/flight.ts';
import { KEEPER_ACCOUNT, systemAsker } from '../../src/platform/pipeline/asker.ts';
import { become } from '../../src/platform/pipeline/become.ts';
import { changesBetween, readContents } from '../doors/contents.ts';
import { COUNTY } from '../doors/town.ts';
import { LIU_GUIZHEN, LIU_ID } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { openScene, type Scene } from './scene.ts';

/** Files that may be one person: proposed by the program, decided by a person, and taken back exactly. */
let program: TestProgram;
let town: Scene;
let he: TestClient;
let station: string;

beforeAll(async () => {
  program = await startProgram();
  town = await openScene(program.address, program.database.owner);
  he = town.people.何晓川;
  station = town.station;
});
afterAll(() => program?.stop());

let nth = 0;
/** Somebody nobody else is like. */
const stranger = () => ({
  ...LIU_GUIZHEN,
  groups: [],
  name: `${'赵钱孙李周吴郑王冯陈'[nth % 10]}${'一二三四五六七八九十'[Math.trunc(nth++ / 10) % 10]}`,
  village: town.village,
});

async function add(person: object): Promise<string> {
  const id = randomUUID();
  const { status, body } = await he.call('people/add', { station, id, ...person });
  expect([status, body.sentence]).toEqual([200, undefined]);
  return id;
}
async function pairsOf(person: string): Promise<[string, string[]][]> {
  const { body } = await he.call('people/duplicates', { station, person });
  return body.items.map((pair: { one: { id: string }; other: { id: string }; reasons: string[] }) => [
    pair.one.id === person ? pair.other.id : pair.one.id,
    pair.reasons,
  ]);
}
async function merge(survivor: string, merged: string): Promise<string> {
  const id = randomUUID();
  const { status, body } = await he.call('people/merge', { station, id, survivor, merged, reason: '同一个人' });
  expect([status, body.sentence]).toEqual([200, undefined]);
  return id;
}
const undo = (id: string) => he.call('people/undoMerge', { station, id });
const found = async (text: string): Promise<string[]> =>
  (await he.call('people/search', { station, text, limit: 50 })).body.items.map((item: { id: string }) => item.id);
const total = async () => (await he.call('people/list', { station, withTotal: true, limit: 1 })).body.total;

describe('are proposed', () => {
  test.each([
    ['the same ID number, the name mistyped', { idNumber: LIU_ID }, { name: '刘贵针', idNumber: LIU_ID }, 'id'],
    [
      'the same telephone, a name that is like it',
      { phone: '13800000001' },
      { phone: '138-0000-0001', bornOn: null, bornPrecision: null },
      'phone',
    ],
    ['the same name and birth', {}, { village: null }, 'name-birth'],
    ['a name that sounds the same, the same birth', {}, { sounds: true, village: null }, 'sound-birth'],
    ['one sign of the name left out, the same birth and village', {}, { short: true }, 'near-name'],
    ['the same name and village, one birth not known', {}, { bornOn: null, bornPrecision: null }, 'name-place'],
  ] as const)('%s', async (...[, one, other, reason]) => {
    const { sounds, short, ...more } = { sounds: false, short: false, ...other };
    const given = '桂秀玉冬翠春'[nth++ % 6];
    const born = `19${40 + nth}-03-09`;
    const base = {
      ...LIU_GUIZHEN,
      groups: [],
      name: `刘${given}珍`,
      bornOn: 'idNumber' in one ? LIU_GUIZHEN.bornOn : born,
      village: town.village,
    };
    const first = await add({ ...base, ...one });
    const second = await add({
      ...base,
      ...(sounds ? { name: `刘${given}真` } : {}),
      ...(short ? { name: '刘珍' } : {}),
      ...more,
    });
    expect(await pairsOf(second)).toEqual([[first, expect.arrayContaining([reason])]]);
    expect((await he.call('people/get', { station, id: first })).body.alike).toBe(1);
  });

  test('within one batch as well, and when a file is changed so that it becomes like another', async () => {
    const person = stranger();
    const people = [1, 2].map(() => ({ id: randomUUID(), ...person }));
    expect((await he.call('people/addMany', { station, id: randomUUID(), people })).status).toBe(200);
    expect((await pairsOf(people[0]?.id ?? ''))[0]?.[0]).toBe(people[1]?.id);
    const other = await add(stranger());
    expect(await pairsOf(other)).toEqual([]);
    await he.call('people/change', { station, id: other, version: 1, name: person.name });
    expect((await pairsOf(other)).map(([id]) => id).sort()).toEqual(people.map((one) => one.id).sort());
    await he.call('people/change', { station, id: other, version: 2, name: '司马相如' });
    expect(await pairsOf(other)).toEqual([]);
  });

  test('not between stations', async () => {
    const person = stranger();
    const theirs = { station: town.otherStation, id: randomUUID(), ...person };
    expect((await town.people.黎明月.call('people/add', theirs)).status).toBe(200);
    expect(await pairsOf(await add(person))).toEqual([]);
  });

  test('not again after somebody said that they are two people, not even when a file changes', async () => {
    const person = stranger();
    const [one, other] = [await add(person), await add(person)];
    expect((await he.call('people/keepApart', { station, one, other })).status).toBe(200);
    expect(await pairsOf(one)).toEqual([]);
    await he.call('people/change', { station, id: other, version: 1, phone: '13800000009' });
    expect(await pairsOf(one)).toEqual([]);
  });
});

describe('a merge', () => {
  test('is refused with itself, with a merged file, and for a file that was merged', async () => {
    const person = stranger();
    const [one, other, third] = [await add(person), await add(person), await add(person)];
    await merge(one, other);
    const attempt = (survivor: string, merged: string) =>
      he.call('people/merge', { station, id: randomUUID(), survivor, merged });
    expect((await attempt(one, one)).body.reason).toBe('merge-with-itself');
    expect((await attempt(third, other)).body.reason).toBe('person-merged');
    expect((await attempt(other, third)).body.reason).toBe('person-merged');
    const edit = await he.call('people/change', { station, id: other, version: 1, phone: '1' });
    expect([edit.status, edit.body.reason]).toEqual([422, 'person-merged']);
  });

  test('leaves one person in lists, counts and searches, found by the keys of both, with what was recorded for both', async () => {
    const before = await total();
    const one = await add({ ...stranger(), phone: '13711112222' });
    const other = await add({
      ...LIU_GUIZHEN,
      groups: [],
      name: '欧阳淑珍',
      village: town.village,
      phone: '13733334444',
    });
    const visit = { startedAt: new Date(Date.now() - 3_600_000).toISOString(), minutes: 30, needs: [], nextOn: null };
    for (const [person, note] of [
      [one, '在院子里晒菜'],
      [other, '膝盖疼'],
    ])
      await he.call('ledger/recordVisit', { station, id: randomUUID(), person, ...visit, note });
    await merge(one, other);
    const events = (await he.call('ledger/events', { station, person: one })).body.items;
    expect(events.map((event: { note: string }) => event.note).sort()).toEqual(['在院子里晒菜', '膝盖疼']);
    expect(await total()).toBe(before + 1);
    for (const text of ['欧阳淑', 'ouyang', 'oysz', '4444', '13733334444', '2222'])
      expect(await found(text)).toContain(one);
    expect(await found('欧阳')).not.toContain(other);
    const file = (await he.call('people/get', { station, id: other })).body;
    expect(file.id).toBe(one);
    expect(file.merged).toMatchObject([
      { person: { id: other, name: '欧阳淑珍', phone: '13733334444' }, mergedBy: '何晓川', reason: '同一个人' },
    ]);
    const ids = await inFlight(program.database.app, 'read', async (flight) => {
      become(flight, systemAsker(KEEPER_ACCOUNT, 0), COUNTY);
      const both = await idsOf(flight, { county: COUNTY, station }, other);
      await flight.commit();
      return both;
    });
    expect(ids).toEqual([one, other]);
  });

  test('is taken back exactly: every table stands as it stood', async () => {
    const person = { ...stranger(), groups: ['dibao'], idNumber: LIU_ID };
    const [one, other] = [
      await add({ ...person, bornOn: LIU_GUIZHEN.bornOn }),
      await add({ ...person, phone: '13755556666' }),
    ];
    const before = await readContents(town.owner);
    const id = await merge(one, other);
    expect((await undo(id)).status).toBe(200);
    const changed = changesBetween(before, await readContents(town.owner)).map(
      (change) => String(change).split(/[ :]/)[0],
    );
    expect([...new Set(changed)].filter((table) => !/journal|answer|person_merge/.test(table ?? ''))).toEqual([]);
    expect((await undo(id)).body.reason).toBe('merge-undone');
    expect((await pairsOf(one)).map(([pair]) => pair)).toContain(other);
  });

  test('of a file that others stand behind takes them along; taken back, each stands where it stood', async () => {
    const person = stranger();
    const [a, b, c] = [await add(person), await add(person), await add(person)];
    const first = await merge(b, c);
    const second = await merge(a, b);
    expect((await he.call('people/get', { station, id: c })).body.id).toBe(a);
    expect((await undo(first)).body.reason).toBe('merge-covered');
    expect((await undo(second)).status).toBe(200);
    expect((await he.call('people/get', { station, id: c })).body.id).toBe(b);
    expect((await undo(first)).status).toBe(200);
    expect((await he.call('people/get', { station, id: c })).body.id).toBe(c);
    const { body } = await he.call('people/merges', { station });
    expect(body.items.slice(0, 2)).toMatchObject([
      { id: second, undoneBy: '何晓川' },
      { id: first, undoneBy: '何晓川' },
    ]);
  });
});

describe('somebody is found', () => {
  test('by any part of the name, pinyin, initials, village, the end of a telephone or ID number, or the whole of either', async () => {
    const { rows } = await town.owner.query<{ name: string }>('select name from heli.area where code = $1', [
      town.village,
    ]);
    const village = (rows[0]?.name ?? '').slice(0, 2);
    const person = { ...LIU_GUIZHEN, groups: [], village: town.village, phone: '159 0000 8846', idNumber: LIU_ID };
    const id = await add({ ...person, name: '上官婉容' });
    const texts = [
      '官婉',
      '容',
      'shangguan',
      'wanr',
      'sgwr',
      '8846',
      '00008846',
      '15900008846',
      '002X',
      '002x',
      LIU_ID.toLowerCase(),
    ];
    for (const text of [...texts, village, `${village} 婉容`, `婉容 ${village}`])
      expect([text, (await found(text)).includes(id)]).toEqual([text, true]);
    for (const text of ['8847', '002', '990101194803090040', `${village} 桂兰`])
      expect([text, (await found(text)).includes(id)]).toEqual([text, false]);
  });
});
