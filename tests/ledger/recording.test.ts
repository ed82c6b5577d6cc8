// A station writes down its work: what is refused, what is inferred, what is put right, what is proven.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLiu, join, setUpStation } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { meetingOf, PIXEL, sheetOf, visitOf } from '../doors/samples-ledger.ts';

let program: TestProgram;
let zhou: TestClient;
let he: TestClient;
let station: string;
let liu: string;

beforeAll(async () => {
  program = await startProgram();
  ({ zhou, station } = await setUpStation(program.address));
  he = await join(program.address, { zhou, station }, { name: '何晓川', role: 'worker' });
  liu = await addLiu(zhou, station);
});
afterAll(() => program?.stop());

const record = (input: object, by = zhou) => by.call('ledger/record', { station, id: randomUUID(), ...input });
const visit = (input: object = {}, by = zhou) =>
  by.call('ledger/recordVisit', { station, id: randomUUID(), person: liu, ...visitOf(), ...input });
const event = async (id: string) => (await zhou.call('ledger/event', { station, id })).body;

/** So much of nothing, on a connection of its own, as a phone would send a photo nobody made smaller. */
function sendMegabytes(count: number): Promise<[number | undefined, string]> {
  const headers = { 'content-type': 'application/json', 'x-heli': '1', cookie: zhou.cookie() };
  const part = Buffer.alloc(1024 * 1024, 'A');
  return new Promise((resolve, reject) => {
    const sending = http.request(`${program.address}/rpc/ledger/attach`, {
      method: 'POST',
      headers: { ...headers, 'content-length': part.length * count },
    });
    sending.on('error', reject);
    sending.on('response', async (answer) =>
      resolve([answer.statusCode, ((await json(answer)) as { json: { data: { reason: string } } }).json.data.reason]),
    );
    Readable.from(Array.from({ length: count }, () => part)).pipe(sending);
  });
}

describe('refused, in one sentence, and nothing is kept', () => {
  test.each([
    ['a meeting in the future', { startedAt: '2099-01-01T09:00:00+08:00' }, 'startedAt'],
    ['a next step in the past', { next: { on: '2020-01-01', what: '问' } }, 'next'],
    ['written on somebody’s behalf by nobody', { channel: 'proxy' }, 'helper'],
    ['a talk with nobody', { kind: 'contact' }, 'person'],
    ['an unknown kind of work', { kind: 'party' }, 'kind'],
    ['a quantity of nothing', { given: [{ partyKind: 'person', party: 'L', form: 'goods', quantity: 3 }] }, 'given'],
    [
      'time and money in one',
      { given: [{ partyKind: 'person', party: 'L', form: 'labour', minutes: 30, amount: 5 }] },
      'given',
    ],
    ['half a cent', { expenses: [{ amount: 0.005, budgetLine: '', what: '' }] }, 'expenses'],
  ])('%s', async (_, part, field) => {
    const input = JSON.parse(JSON.stringify({ ...meetingOf(), ...part }).replaceAll('"L"', `"${liu}"`));
    const before = (await zhou.call('ledger/events', { station })).body.items.length;
    const answer = await record(input);
    expect([answer.status, answer.body.fields?.[0]?.path[0]]).toEqual([400, field]);
    expect((await zhou.call('ledger/events', { station })).body.items).toHaveLength(before);
  });

  test.each([
    ['somebody nobody knows', { present: [{ person: randomUUID() }] }, 'unknown-person'],
    ['a colleague nobody knows', { workers: [randomUUID()] }, 'unknown-worker'],
    ['a project nobody knows', { project: randomUUID() }, 'unknown-project'],
    [
      'a partner nobody knows',
      { given: [{ partyKind: 'organisation', party: randomUUID(), form: 'money', amount: 100 }] },
      'unknown-partner',
    ],
  ])('%s', async (_, part, reason) => {
    const answer = await record({ ...meetingOf(), ...part });
    expect([answer.status, answer.body.reason]).toEqual([404, reason]);
  });

  test('the same person twice on one list', async () => {
    const answer = await record({ ...meetingOf(), present: [{ person: liu }], absent: [liu] });
    expect(answer.body.fields[0].message).toBe('名单里有人出现了两次。');
  });

  test('a photo without consent, a file that is not what it says, and one that is too large', async () => {
    const { body } = await record(meetingOf());
    const attach = (input: object) =>
      zhou.call('ledger/attach', { station, id: randomUUID(), event: body.id, ...sheetOf(), ...input });
    expect((await attach({ kind: 'photo' })).body.reason).toBe('photo-consent');
    expect((await attach({ type: 'application/pdf' })).body.reason).toBe('other-file');
    const large = await attach({ content: Buffer.alloc(11 * 1024 * 1024).toString('base64') });
    expect([large.status, large.body.sentence]).toEqual([413, '内容太大了，一次最多 10 MB。']);
    expect(await sendMegabytes(60)).toEqual([413, 'too-large']);
    expect((await event(body.id)).attachments).toEqual([]);
  });

  test('confirming one’s own record', async () => {
    const { body } = await record(meetingOf());
    expect((await zhou.call('ledger/confirm', { station, id: body.id, version: 1 })).body.reason).toBe('own-record');
  });

  test('a partner whose name is taken', async () => {
    const add = () =>
      zhou.call('ledger/addPartner', {
        station,
        id: randomUUID(),
        name: '柳塘合作社',
        kind: 'organisation',
        sector: 'enterprise',
      });
    expect((await add()).status).toBe(200);
    expect((await add()).body.reason).toBe('partner-known');
  });
});

describe('what nobody has to say', () => {
  test('a visit to an old woman living alone is elder care, delivered, at her village', async () => {
    const { body } = await visit();
    expect(await event(body.id)).toMatchObject({
      phase: 'deliver',
      field: 'elder-care',
      strategies: [],
      confirmed: [],
    });
  });

  test('a meeting is deliberation and planning; once the work is being built, it belongs to doing', async () => {
    const meeting = await record(meetingOf());
    expect(await event(meeting.body.id)).toMatchObject({
      phase: 'plan',
      field: 'governance',
      strategies: ['deliberation'],
    });
    const project = randomUUID();
    await zhou.call('projects/add', { station, id: project, kind: 'micro-work', name: '井边凉亭', state: 'building' });
    const later = await record({ ...meetingOf(), project });
    expect(await event(later.body.id)).toMatchObject({ phase: 'deliver', project: { name: '井边凉亭' } });
  });

  test('what the worker says stands, also that there is no strategy', async () => {
    const { body } = await record({ ...meetingOf(), phase: 'assess', strategies: [] });
    expect(await event(body.id)).toMatchObject({ phase: 'assess', strategies: [], confirmed: ['phase', 'strategies'] });
  });
});

describe('a slip is put right, and both stay in the books', () => {
  test('改 on a visit: the corrected line stands, the old one is told with who, when and why', async () => {
    const { body } = await visit({ minutes: 20 });
    const id = randomUUID();
    const right = {
      station,
      id,
      corrects: body.id,
      version: 1,
      person: liu,
      ...visitOf(),
      minutes: 30,
      why: '看错了表',
    };
    expect((await he.call('ledger/correctVisit', right)).status).toBe(200);
    expect(await event(body.id)).toMatchObject({ standing: false, supersededBy: id });
    expect(await event(id)).toMatchObject({ standing: true, minutes: 30, corrected: 1, workers: ['周敏'] });
    const history = (await zhou.call('ledger/history', { station, id })).body.items;
    expect(history).toMatchObject([{ correctedBy: '何晓川', why: '看错了表', line: { minutes: 20 } }]);
  });

  test('somebody else was quicker: refused with both values', async () => {
    const { body } = await record(meetingOf());
    const correct = (minutes: number) =>
      zhou.call('ledger/correct', {
        station,
        id: randomUUID(),
        corrects: body.id,
        version: 1,
        ...meetingOf(),
        minutes,
      });
    expect((await correct(90)).status).toBe(200);
    const late = await correct(45);
    expect([late.status, late.body.reason, late.body.theirs.standing]).toEqual([409, 'stale', false]);
  });

  test('a visit does not become a meeting', async () => {
    const { body } = await visit();
    const answer = await zhou.call('ledger/correct', {
      station,
      id: randomUUID(),
      corrects: body.id,
      version: 1,
      ...meetingOf(),
    });
    expect(answer.body.reason).toBe('other-kind');
  });

  test('taken back: it counts for nothing, and the next visit is owed as before', async () => {
    const due = async () => (await zhou.call('people/get', { station, id: liu })).body.nextVisitOn;
    const before = await due();
    const { body } = await visit({ startedAt: new Date(Date.now() - 60_000).toISOString(), nextOn: '2098-01-01' });
    expect(await due()).toBe('2098-01-01');
    await zhou.call('ledger/takeBack', { station, id: body.id, version: 1, why: '记重了' });
    expect(await due()).toBe(before);
    expect(await event(body.id)).toMatchObject({ standing: false });
  });
});

describe('who was on the list gave the time of it', () => {
  test('a longer meeting, somebody who was absent after all: worked out anew when it is put right', async () => {
    const other = await addLiu(zhou, station);
    const { body } = await record({ ...meetingOf(), present: [{ person: liu }, { person: other }] });
    const { given } = await event(body.id);
    expect(given).toMatchObject([
      { form: 'deliberation', minutes: 60, byPresence: true },
      { form: 'deliberation', minutes: 60, byPresence: true },
    ]);
    const id = randomUUID();
    const right = { station, id, corrects: body.id, version: 1, ...meetingOf(), minutes: 90 };
    await zhou.call('ledger/correct', { ...right, present: [{ person: liu }], absent: [other] });
    expect((await event(id)).given).toMatchObject([{ party: liu, minutes: 90 }]);
  });

  test('whoever put a line right cannot confirm it, and what was confirmed before is open again', async () => {
    const { body } = await record(meetingOf());
    await he.call('ledger/confirm', { station, id: body.id, version: 1 });
    const id = randomUUID();
    const right = { station, id, corrects: body.id, version: 1, ...meetingOf(), minutes: 90 };
    expect((await he.call('ledger/correct', right)).status).toBe(200);
    expect((await event(id)).evidence).toBe(2);
    expect((await he.call('ledger/confirm', { station, id, version: 1 })).body.reason).toBe('own-record');
  });
});

describe('what is proven', () => {
  test('a sign-in sheet proves an event; a correction keeps the proof', async () => {
    const { body } = await record(meetingOf());
    await zhou.call('ledger/attach', { station, id: randomUUID(), event: body.id, ...sheetOf() });
    const proven = await event(body.id);
    expect(proven).toMatchObject({ evidence: 2, attachments: [{ kind: 'sign-in-sheet', removed: false }] });
    const id = randomUUID();
    const right = { station, id, corrects: body.id, version: proven.version, ...meetingOf(), minutes: 90 };
    await zhou.call('ledger/correct', right);
    const standing = await event(id);
    expect(standing).toMatchObject({ evidence: 2, attachments: [{ name: '签到表.png' }] });
    const content = await zhou.call('ledger/attachment', { station, id: standing.attachments[0].id });
    expect(content.body.content).toBe(PIXEL);
  });

  test('a second person confirms it; a removed picture is gone for good', async () => {
    const { body } = await record({
      ...meetingOf(),
      given: [{ partyKind: 'person', party: liu, form: 'labour', minutes: 60 }],
    });
    expect((await he.call('ledger/confirm', { station, id: body.id, version: 1 })).status).toBe(200);
    expect(await event(body.id)).toMatchObject({ evidence: 3, given: [{ confirmed: true, name: '刘桂珍' }] });
    const id = randomUUID();
    await zhou.call('ledger/attach', { station, id, event: body.id, ...sheetOf() });
    await zhou.call('ledger/removeAttachment', { station, id });
    expect((await zhou.call('ledger/attachment', { station, id })).status).toBe(404);
    expect((await event(body.id)).attachments).toMatchObject([{ removed: true }]);
  });
});
