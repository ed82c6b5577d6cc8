// Bad input gets one clear sentence, in Chinese and in English, with the right status, and changes nothing.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEEPER_ACCOUNT } from '../../src/platform/pipeline/asker.ts';
import { addLiu, LIU_GUIZHEN } from '../support/cast.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { changesBetween, readContents } from './contents.ts';
import { type Listening, listenToStderr } from './quiet.ts';
import { COUNTY, openTown, signedIn, type Town } from './town.ts';

let stderr: Listening;
let program: TestProgram;
let town: Town;
let liu: string;

beforeAll(async () => {
  stderr = listenToStderr();
  program = await startProgram();
  town = await openTown(program.address, program.database.owner);
  liu = await addLiu(town.people.何晓川, town.station);
});
afterAll(async () => {
  await program?.stop();
  stderr.stop();
  expect(stderr.heard()).toBe('');
});

interface Told {
  status: number;
  sentence: string;
  body: any;
}

interface Problem {
  sentence: string;
}

/** A problem as the doors tell it: in oRPC's envelope, or plain. */
interface Answered extends Problem {
  json?: Problem & { data?: Problem };
}

/** A request as it is, past every client. */
async function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Told> {
  const response = await fetch(`${program.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-heli': '1', 'idempotency-key': randomUUID(), ...headers },
    body,
  });
  const text = await response.text();
  const told = JSON.parse(text) as Answered;
  const problem = told.json?.data ?? told.json ?? told;
  return { status: response.status, sentence: problem.sentence, body: problem };
}

type Speak = (headers: Record<string, string>) => Promise<Told>;

/** Asked in both languages; nothing in the database is another than before. */
async function refuse(speak: Speak, expected: { status: number; zh: string; en: string }): Promise<void> {
  const before = await readContents(town.owner);
  const chinese = await speak({ 'accept-language': 'zh-CN,zh;q=0.9' });
  const english = await speak({ 'accept-language': 'en-GB,en;q=0.9' });
  expect({ status: chinese.status, zh: chinese.sentence, en: english.sentence }).toEqual(expected);
  expect(english.status).toBe(expected.status);
  expect(changesBetween(before, await readContents(town.owner))).toEqual([]);
}

const worker = () => ({ cookie: town.people.何晓川.cookie() });
const json = (input: unknown) => JSON.stringify({ json: input });
const newPerson = (more: object = {}) => ({ station: town.station, id: randomUUID(), ...LIU_GUIZHEN, ...more });
const add = (input: unknown, headers: Record<string, string>) =>
  post('/rpc/people/add', json(input), { ...worker(), ...headers });

const NOT_READ = { status: 400, zh: '内容读不懂，没有照做。', en: 'The content cannot be read; nothing was done.' };
const MEND = { status: 400, zh: '有几处要改一下。', en: 'A few things need mending.' };
const CROSS_SITE = {
  status: 403,
  zh: '这个请求不是从合力的页面来的，没有照做。',
  en: 'This request did not come from a page of Heli and was not carried out.',
};
const SIGN_IN = { status: 401, zh: '请先登录。', en: 'Please sign in first.' };

describe.each(['/rpc', '/api'])('at the door %s', (door) => {
  const body = (input: unknown) => (door === '/rpc' ? json(input) : JSON.stringify(input));
  const path = `${door}/people/add`;

  test('more than two megabytes', () =>
    refuse((headers) => post(path, body('长'.repeat(1_000_000)), { ...worker(), ...headers }), {
      status: 413,
      zh: '内容太大了，一次最多 2 MB。',
      en: 'Too large: at most 2 MB at a time.',
    }));

  test('more than two megabytes that do not say how long they are', () =>
    refuse(
      async (headers) => {
        const chunks = async function* () {
          for (let nth = 0; nth < 40; nth++) yield Buffer.alloc(100_000, 'x');
        };
        const response = await fetch(`${program.address}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-heli': '1', ...worker(), ...headers },
          body: chunks() as never,
          duplex: 'half',
        } as RequestInit);
        const told = (await response.json()) as Answered;
        return { status: response.status, sentence: (told.json?.data ?? told).sentence, body: told };
      },
      { status: 413, zh: '内容太大了，一次最多 2 MB。', en: 'Too large: at most 2 MB at a time.' },
    ));

  test.each(['{"json": {"name": ', '', 'name=刘', '[[[[', '\u0000'])('what is no JSON: %j', async (text) => {
    const speak: Speak = (headers) => post(path, text, { ...worker(), ...headers });
    if (text === '') await refuse(speak, MEND);
    else await refuse(speak, NOT_READ);
  });

  test('a procedure that is not there', () =>
    refuse((headers) => post(`${door}/people/fly`, body({}), { ...worker(), ...headers }), {
      status: 404,
      zh: '没有找到，或者您看不到它。',
      en: 'Not found, or not yours to see.',
    }));

  test('a field that the program does not know', () =>
    refuse((headers) => post(path, body(newPerson({ score: 7, 备注: '' })), { ...worker(), ...headers }), {
      status: 400,
      zh: '多了一项程序不认识的内容：score、备注。什么都没有改。',
      en: 'There is a field the program does not know: score, 备注. Nothing was changed.',
    }));

  test('the submission key is missing', () =>
    refuse((headers) => post(path, body(newPerson()), { ...worker(), ...headers, 'idempotency-key': '' }), {
      status: 400,
      zh: '少了提交编号（Idempotency-Key）。什么都没有改。',
      en: 'The Idempotency-Key is missing. Nothing was changed.',
    }));

  test.each([
    ['a page of another host (Origin)', { origin: 'https://elsewhere.example', 'x-heli': '1' }],
    ['a page without an origin (Origin: null)', { origin: 'null', 'x-heli': '1' }],
    ['a page of another site (Sec-Fetch-Site)', { 'sec-fetch-site': 'cross-site', 'x-heli': '1' }],
    ['a page of a neighbouring site', { 'sec-fetch-site': 'same-site', 'x-heli': '1' }],
    ['a form that names nobody', { 'x-heli': '' }],
  ])('asked for by %s, with our cookie', async (_, from) => {
    await refuse((headers) => post(path, body(newPerson()), { ...worker(), ...headers, ...from }), CROSS_SITE);
  });

  test('the cookie is made up, or somebody has written in it', async () => {
    const own = town.people.何晓川.cookie();
    const token = own.split('=')[1]?.split('.')[0] ?? '';
    for (const forged of ['heli.session_token=abc', `heli.session_token=${token}`, own.replace(/.{6}$/, 'AAAAA%3D')]) {
      await refuse((headers) => post(path, body(newPerson()), { ...headers, cookie: forged }), SIGN_IN);
    }
  });

  test('the cookie is of a session that was ended', async () => {
    const client = await signedIn(town, '何晓川');
    const cookie = client.cookie();
    await client.call('access/signOut');
    await refuse((headers) => post(path, body(newPerson()), { ...headers, cookie }), SIGN_IN);
  });
});

describe('a change asked for with GET', () => {
  test('is no change: a link on another site can do nothing', async () => {
    const before = await readContents(town.owner);
    for (const [path, status] of [
      [`/rpc/people/add?data=${encodeURIComponent(json(newPerson()))}`, 404],
      ['/rpc/access/signOut?data=%7B%7D', 404],
      ['/api/access/sign-out', 404],
    ] as const) {
      const response = await fetch(`${program.address}${path}`, {
        headers: { ...worker(), 'idempotency-key': randomUUID() },
      });
      expect([path, response.status]).toEqual([path, status]);
    }
    expect(changesBetween(before, await readContents(town.owner))).toEqual([]);
  });
});

describe('what the database could not hold', () => {
  test.each([
    ['a sign that no text may have (NUL)', { name: '刘\u0000桂珍' }],
    ['a day before the calendar', { bornOn: '0000-01-01' }],
  ])('%s', async (_, more) => {
    await refuse((headers) => add(newPerson(more), headers), NOT_READ);
  });

  test('a cursor made by hand', async () => {
    for (const keys of [
      ['x', 'y'],
      ['2026-01-01', 'y'],
      ['\u0000', randomUUID()],
    ]) {
      const cursor = Buffer.from(JSON.stringify(keys)).toString('base64url');
      const input = json({ station: town.station, cursor });
      await refuse((headers) => post('/rpc/ledger/events', input, { ...worker(), ...headers }), NOT_READ);
    }
    const nonsense = json({ station: town.station, cursor: '!!' });
    await refuse((headers) => post('/rpc/ledger/events', nonsense, { ...worker(), ...headers }), MEND);
  });

  test('a birthday that is no day, and seven other mistakes: all told at once, each with its place', async () => {
    const input = newPerson({
      name: ' ',
      sex: 'f',
      bornOn: '1948-02-30',
      bornPrecision: 'hour',
      village: '12',
      phone: 7,
    });
    const { body } = await add({ ...input, groups: ['rich'], id: 'x' }, {});
    const places = body.fields.map((field: { path: unknown[] }) => field.path.join('.')).sort();
    expect(places).toEqual(['bornOn', 'bornPrecision', 'groups.0', 'id', 'name', 'phone', 'sex', 'village']);
    for (const field of body.fields) expect(field.message).toMatch(/^\p{Script=Han}.*。$/u);
  });
});

describe('what does not fit what is there', () => {
  const change = (more: object) => ({ station: town.station, id: liu, version: 1, ...LIU_GUIZHEN, ...more });

  test('an edit of what someone changed a moment ago: both values are shown', async () => {
    const client = town.people.何晓川;
    expect((await client.call('people/change', change({ phone: '13812342207' }))).status).toBe(200);
    const speak: Speak = (headers) =>
      post('/rpc/people/change', json(change({ phone: '13912345678' })), { ...worker(), ...headers });
    await refuse(speak, {
      status: 409,
      zh: '这份内容刚才有人改过。请看看两边，再决定用哪一个。',
      en: 'Someone changed this a moment ago. Look at both and choose.',
    });
    const { body } = await speak({});
    expect([body.mine.phone, body.mine.version, body.theirs.phone, body.theirs.version]).toEqual([
      '13912345678',
      1,
      '13812342207',
      2,
    ]);
  });

  test('a visit in the future, told at its field', async () => {
    const visit = {
      ...{ station: town.station, id: randomUUID(), person: liu, minutes: 30, needs: ['fine'], note: '', nextOn: null },
      startedAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const speak: Speak = (headers) => post('/rpc/ledger/recordVisit', json(visit), { ...worker(), ...headers });
    await refuse(speak, MEND);
    const field = async (language: string) => (await speak({ 'accept-language': language })).body.fields;
    expect(await field('zh')).toEqual([{ path: ['startedAt'], message: '时间在将来，请核对日期和钟点。' }]);
    expect(await field('en')).toEqual([
      { path: ['startedAt'], message: 'This lies in the future; check the date and time.' },
    ]);
  });

  test('the computer’s clock was set back; when the keeper accepts the time, it goes on', async () => {
    const ahead = `update heli.journal_head set clock_at = now() + interval '2 days' where station_id = $1`;
    await town.owner.query(ahead, [town.station]);
    await refuse((headers) => add(newPerson(), headers), {
      status: 422,
      zh: '这台电脑的时间比上一笔记录还早，请先把时间调对，再保存。',
      en: 'This computer’s clock is earlier than the last entry. Put the clock right, then save.',
    });
    const client = await program.database.app.connect();
    try {
      await client.query('begin');
      await client.query('select heli.become($1, $2, null)', [KEEPER_ACCOUNT, COUNTY]);
      await client.query('select heli.accept_clock($1)', [town.station]);
      await client.query('commit');
    } finally {
      client.release();
    }
    expect((await add(newPerson(), {})).status).toBe(200);
  });
});
