import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesBetween, readContents } from '../doors/contents.ts';
import { LIU_GUIZHEN, LIU_ID } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { openScene, type Scene } from './scene.ts';

/** A person's whole file: what is refused, what is kept, and who may see what of an ID number. */
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

async function add(more: object = {}): Promise<string> {
  const id = randomUUID();
  const { status, body } = await he.call('people/add', { station, id, ...LIU_GUIZHEN, ...more });
  expect([status, body.sentence]).toEqual([200, undefined]);
  return id;
}
const get = async (id: string) => (await he.call('people/get', { station, id })).body;
const change = (id: string, version: number, part: object) =>
  he.call('people/change', { station, id, version, ...part });

/** The fields that were refused, and that nothing was changed by the attempt. */
async function refused(name: string, input: object): Promise<Record<string, string>> {
  const before = await readContents(town.owner);
  const { status, body } = await he.call(name, input);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(body.sentence).toMatch(/\p{Script=Han}.*。$/u);
  expect(changesBetween(before, await readContents(town.owner))).toEqual([]);
  const fields = (body.fields ?? []) as { path: (string | number)[]; message: string }[];
  return fields.length > 0 ? Object.fromEntries(fields.map((one) => [one.path.join('.'), one.message])) : body;
}
const newLiu = (more: object) => ({ station, id: randomUUID(), ...LIU_GUIZHEN, ...more });

describe('what is refused, and changes nothing', () => {
  test.each([
    ['its last sign does not fit', '990101194803090020', '身份证号最后一位对不上'],
    ['it has a sign too few', '99010119480309002', '身份证号要 18 位'],
    ['its birth is no day', '990101194802300020', '身份证号里的出生日期不存在'],
    ['its birth is another than the one given', '11010519491231002X', '身份证号里的生日和填的出生日期不一样'],
  ])('an ID number: %s', async (_, idNumber, sentence) => {
    expect((await refused('people/add', newLiu({ idNumber }))).idNumber).toContain(sentence);
  });

  test('an ID number of a woman for a man', async () => {
    expect((await refused('people/add', newLiu({ sex: 'male', idNumber: LIU_ID }))).idNumber).toContain('性别');
  });

  test('in a batch: each told with its place', async () => {
    const people = [newLiu({}), newLiu({ idNumber: '123' })].map(({ station: _, ...person }) => person);
    const fields = await refused('people/addMany', { station, id: randomUUID(), people });
    expect(Object.keys(fields)).toEqual(['people.1.idNumber']);
  });

  test('an area that no list knows, as village or in the registration', async () => {
    for (const field of ['village', 'registeredArea']) {
      expect((await refused('people/add', newLiu({ [field]: '430181999999' }))).sentence).toContain('430181999999');
    }
  });

  test('a person of another station: to look at, to change, to point to', async () => {
    const other = randomUUID();
    const theirs = { station: town.otherStation, id: other, ...LIU_GUIZHEN };
    expect((await town.people.黎明月.call('people/add', theirs)).status).toBe(200);
    const contact = { kind: 'relative', person: other, name: '', relation: '女儿', phone: '' };
    expect(await refused('people/get', { station, id: other })).toMatchObject({ code: 'not-found' });
    expect(await refused('people/change', { station, id: other, version: 1, phone: '1' })).toMatchObject({
      reason: 'unknown-person',
    });
    expect(await refused('people/add', newLiu({ contacts: [contact] }))).toMatchObject({ reason: 'unknown-person' });
    const members = [{ person: other, relation: 'head' }];
    const household = { station, id: randomUUID(), note: '', members };
    expect(await refused('people/saveHousehold', household)).toMatchObject({ reason: 'unknown-person' });
    const merge = { station, id: randomUUID(), survivor: await add(), merged: other };
    expect(await refused('people/merge', merge)).toMatchObject({ reason: 'unknown-person' });
  });

  test('a group that ends before it begins, a day of death to come, a contact without a name', async () => {
    const fields = await refused('people/change', {
      ...{ station, id: await add(), version: 1 },
      memberships: [{ code: 'dibao', startsOn: '2024-01-01', endsOn: '2023-01-01', source: '' }],
      lifeOn: '2999-01-01',
      contacts: [{ kind: 'carer', person: null, name: ' ', relation: '', phone: '' }],
    });
    expect(Object.keys(fields).sort()).toEqual(['contacts.0.name', 'lifeOn', 'memberships.0.endsOn']);
  });
});

describe('an ID number', () => {
  test('of 15 digits is kept as 18; birth and sex that nobody gave are read from it', async () => {
    const bare = { sex: 'unknown', bornOn: null, bornPrecision: null };
    const person = await get(await add({ ...bare, idNumber: '110105491231002' }));
    expect(person).toMatchObject({ sex: 'female', bornOn: '1949-12-31', bornPrecision: 'day' });
    expect(person.idNumber).toEqual({ masked: '1101 **** **** 002X', doubt: null });
  });

  test('that fails its check is kept when the card says so, and marked', async () => {
    const id = await add({ idNumber: '990101194803090020', idNumberAsWritten: true });
    expect((await get(id)).idNumber).toEqual({ masked: '9901 **** **** 0020', doubt: 'check-digit' });
    await change(id, 1, { idNumber: LIU_ID });
    expect((await get(id)).idNumber).toEqual({ masked: '9901 **** **** 002X', doubt: null });
  });

  test('stands nowhere in the database as it is, nor do its last four signs', async () => {
    const id = await add({ idNumber: LIU_ID });
    const rows = JSON.stringify(
      (await town.owner.query('select row_to_json(p) as row from heli.person p where id = $1', [id])).rows,
    );
    expect(rows).not.toContain(LIU_ID);
    expect(rows).not.toContain('002X');
  });

  test('is told whole to whoever writes the files, who is noted; not to a supervisor; and not kept with the answer', async () => {
    const id = await add({ idNumber: LIU_ID });
    const input = { station, id, reason: '办低保年审' };
    expect((await town.people.谭立.call('people/revealIdNumber', input)).status).toBe(403);
    expect((await he.call('people/revealIdNumber', input)).body).toEqual({ id, idNumber: LIU_ID });
    const { rows } = await town.owner.query(
      `select subject_kind, reason, (select name from heli.account a where a.id = account_id) as who
        from heli.reading_log where subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ subject_kind: 'id-number', reason: '办低保年审', who: '何晓川' }]);
    const kept = await town.owner.query("select answer->>'idNumber' as number from heli.answer where subject_id = $1", [
      id,
    ]);
    expect(kept.rows.map((row) => row.number)).not.toContain(LIU_ID);
    expect((await town.people.周敏.call('people/get', { station, id })).body.readings).toMatchObject([
      { name: '何晓川' },
    ]);
  });

  test('sealed with a key that is not here is not shown and not guessed: what to do is said', async () => {
    const id = await add({ idNumber: LIU_ID });
    const bytes = 'set_byte(set_byte(id_sealed, 1, 0), 2, 0)';
    await town.owner.query(`update heli.person set id_sealed = ${bytes} where id = $1`, [id]);
    expect((await get(id)).idNumber).toEqual({ masked: null, doubt: null });
    const answer = await he.call('people/revealIdNumber', { station, id });
    expect([answer.status, answer.body.reason]).toEqual([422, 'id-key-missing']);
    expect(answer.body.sentence).toContain('secrets.json');
  });
});

describe('the file', () => {
  const DETAILS = {
    registeredAddress: '上湾村 2 组',
    livingAddress: '老供销社后面',
    separation: 'living-only',
    marital: 'widowed',
    education: 'primary',
    work: '在家种地',
    housing: 'own',
    health: '高血压，膝盖疼',
    disabilityType: 'physical',
    disabilityLevel: 3,
    disabilityCertificate: true,
    selfCare: 'half',
    followUpLevel: 2,
    notAlone: true,
    notAloneWhy: '家里养大狗',
    life: 'registered',
    lifeOn: null,
  };

  test('holds every field, handed in at once or section by section', async () => {
    const whole = await get(await add({ ...DETAILS, registeredArea: town.village }));
    expect(whole).toMatchObject({ ...DETAILS, registeredArea: town.village });
    const id = await add();
    expect((await change(id, 1, DETAILS)).body.version).toBe(2);
    expect(await get(id)).toMatchObject({ ...DETAILS, ...LIU_GUIZHEN });
  });

  test('two edits of different parts, based on one version, both count; of the same part the later is told', async () => {
    const id = await add();
    expect((await change(id, 1, { health: '高血压' })).status).toBe(200);
    const work = { station, id, version: 1, work: '在家种地' };
    expect((await town.people.周敏.call('people/change', work)).status).toBe(200);
    const late = await change(id, 1, { health: '糖尿病' });
    expect([late.status, late.body.reason]).toEqual([409, 'stale']);
    expect([late.body.mine.health, late.body.theirs.health, late.body.theirs.version]).toEqual(['糖尿病', '高血压', 3]);
    expect(await get(id)).toMatchObject({ health: '高血压', work: '在家种地', version: 3 });
  });

  test('groups have a beginning, an end and a source; the light form says only which are held now', async () => {
    const id = await add({ groups: [] });
    const memberships = [
      { code: 'dibao', startsOn: '2023-04-01', endsOn: null, source: '镇民政名单' },
      { code: 'dibao', startsOn: '2018-01-01', endsOn: '2020-12-31', source: '' },
      { code: 'elder-living-alone', startsOn: null, endsOn: null, source: '' },
    ];
    await change(id, 1, { memberships });
    const person = await get(id);
    expect(person.groups.sort()).toEqual(['dibao', 'elder-living-alone']);
    expect(person.memberships).toHaveLength(3);
    await change(id, 2, { groups: ['dibao', 'disabled'] });
    const after = await get(id);
    expect(after.groups.sort()).toEqual(['dibao', 'disabled']);
    expect(after.memberships).toEqual(expect.arrayContaining(memberships.slice(0, 2)));
  });

  test('somebody who stands by may be a person of the station: the name is theirs', async () => {
    const daughter = await add({ name: '刘小燕', bornOn: '1975-02-01', groups: [] });
    const contacts = [
      { kind: 'relative', person: daughter, name: '', relation: '女儿', phone: '13800002207' },
      { kind: 'carer', person: null, name: '黄玉梅', relation: '邻居', phone: '' },
    ];
    const id = await add({ contacts });
    expect((await get(id)).contacts).toEqual([{ ...contacts[0], name: '刘小燕' }, contacts[1]]);
    await change(daughter, 1, { name: '刘晓燕' });
    expect((await get(id)).contacts[0].name).toBe('刘晓燕');
  });
});

describe('a household', () => {
  const save = (input: object) => he.call('people/saveHousehold', { station, note: '', ...input });

  test('has one head, names nobody twice, and is not overwritten unseen', async () => {
    const [one, other] = [await add(), await add({ name: '陈友福', sex: 'male' })];
    const id = randomUUID();
    const two = (a: string, b: string) => [
      { person: one, relation: a },
      { person: other, relation: b },
    ];
    for (const members of [
      two('head', 'head'),
      two('spouse', 'child'),
      [...two('head', 'spouse'), { person: one, relation: 'child' }],
    ])
      expect(await refused('people/saveHousehold', { station, id, note: '', members })).toHaveProperty('members');
    expect((await save({ id, members: two('spouse', 'head') })).body).toEqual({ id, version: 1 });
    expect((await save({ id, members: two('head', 'spouse') })).status).toBe(409);
    const { household } = await get(one);
    expect(household).toMatchObject({ id, version: 1 });
    expect(
      household.members.map((member: { name: string; relation: string }) => `${member.name} ${member.relation}`),
    ).toEqual(['陈友福 head', '刘桂珍 spouse']);
    expect((await save({ id, version: 1, members: [{ person: other, relation: 'head' }] })).status).toBe(200);
    expect((await get(one)).household).toBeNull();
  });
});

describe('consent', () => {
  const consent = (person: string, more: object = {}) => ({
    ...{ station, id: randomUUID(), person, purpose: 'photo', agreed: true, givenBy: 'self', giver: '' },
    ...{ how: 'paper', givenOn: '2025-03-01', untilOn: null, note: '', ...more },
  });

  test('of a child under 14 is the guardian’s', async () => {
    const child = await add({ name: '刘小树', sex: 'male', bornOn: '2018-05-01', groups: ['child-left-behind'] });
    expect(await refused('people/recordConsent', consent(child))).toEqual({
      givenBy: '不满 14 岁，要由监护人来同意。',
    });
    const given = consent(child, { givenBy: 'guardian', giver: '刘桂珍' });
    expect((await he.call('people/recordConsent', given)).status).toBe(200);
    expect((await get(child)).consents).toMatchObject([
      { purpose: 'photo', givenBy: 'guardian', giver: '刘桂珍', enteredBy: '何晓川' },
    ]);
  });

  test('is taken back by a day, once, and what was said stays', async () => {
    const person = await add();
    const given = consent(person);
    await he.call('people/recordConsent', given);
    const back = { station, id: given.id, version: 1, withdrawnOn: '2025-06-01' };
    for (const withdrawnOn of ['2025-02-01', '2999-01-01'])
      expect(await refused('people/withdrawConsent', { ...back, withdrawnOn })).toHaveProperty('withdrawnOn');
    expect((await he.call('people/withdrawConsent', back)).body.version).toBe(2);
    expect((await he.call('people/withdrawConsent', back)).status).toBe(409);
    expect((await get(person)).consents).toMatchObject([
      { agreed: true, givenOn: '2025-03-01', withdrawnOn: '2025-06-01' },
    ]);
  });

  test('a no cannot be taken back: a yes is recorded after it', async () => {
    const person = await add();
    const no = consent(person, { agreed: false });
    await he.call('people/recordConsent', no);
    const back = { station, id: no.id, version: 1, withdrawnOn: '2025-06-01' };
    expect(await refused('people/withdrawConsent', back)).toMatchObject({ reason: 'consent-none' });
  });
});
