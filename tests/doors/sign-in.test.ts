import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readSecrets } from '../../src/platform/secrets.ts';
import { setUpStation, ZHOU_MIN } from '../support/cast.ts';
import { openClient } from '../support/client.ts';
import { startProgram } from '../support/program.ts';
import { type Gate, openGate } from './gate.ts';
import { type Listening, listenToStderr } from './quiet.ts';
import { passwordOf } from './town.ts';

const MINUTES = 60_000;

let stderr: Listening;
let gate: Gate;

beforeAll(async () => {
  stderr = listenToStderr();
  gate = await openGate();
});
afterAll(async () => {
  await gate?.program.stop();
  stderr.stop(gate.tokens);
  expect(stderr.heard()).toBe('');
});
beforeEach(() => gate.sitElsewhere());

const signIn = (login: string, password: string, headers: Record<string, string> = {}) =>
  gate.comer().call('access/signIn', { login, password }, headers);
const inEnglish = (login: string, password: string) => gate.comer('en').call('access/signIn', { login, password });

async function fail(login: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let nth = 0; nth < times; nth++) statuses.push((await signIn(login, `错的密码 ${nth}`)).status);
  return statuses;
}

/** As if so much time had passed since the last try. */
const wait = (ms: number) =>
  gate.program.database.owner.query(
    `update heli.sign_in_guard set last_failure_at = last_failure_at - make_interval(secs => $1::int / 1000),
      locked_until = locked_until - make_interval(secs => $1::int / 1000)`,
    [ms],
  );

describe('no password is there from the beginning', () => {
  test('a fresh installation has no account to sign in with, whatever is tried', async () => {
    const fresh = await startProgram();
    try {
      const { rows } = await fresh.database.owner.query('select count(*)::int as n from auth.account');
      expect(rows[0].n).toBe(0);
      const client = openClient(fresh.address);
      for (const login of ['admin', 'root', 'heli', 'system:keeper', '管理员', '站长']) {
        for (const password of [login, '123456'])
          expect((await client.call('access/signIn', { login, password })).status).toBe(401);
      }
    } finally {
      await fresh.stop();
    }
  });

  test('what an installation keeps secret it has drawn by itself: no two are alike', async () => {
    const folders = await Promise.all([1, 2].map(() => mkdtemp(path.join(os.tmpdir(), 'heli-secrets-'))));
    try {
      const [one, other] = await Promise.all(folders.map((folder) => readSecrets(folder)));
      for (const [name, secret] of Object.entries(one ?? {})) {
        expect([name, secret.length >= (name === 'setUpCode' ? 6 : 32)]).toEqual([name, true]);
        if (name !== 'setUpCode') expect(Object.values(other ?? {})).not.toContain(secret);
      }
    } finally {
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
    }
  });
});

describe('a wrong password', () => {
  test('is told so in Chinese and in English, alike for an account that is there and one that is not', async () => {
    for (const login of ['何晓川', '没有这个人']) {
      const chinese = await signIn(login, '不对不对');
      expect([chinese.status, chinese.body.sentence]).toEqual([401, '账号或密码不对。']);
      const english = await inEnglish(login, '不对不对');
      expect([english.status, english.body.sentence]).toEqual([401, 'The account or the password is wrong.']);
    }
  });

  test.each(['何晓川', '没有这个人'])('ten of them make the name %s rest for fifteen minutes', async (login) => {
    expect(await fail(login, 10)).toEqual([...Array(9).fill(401), 429]);
    const right = await signIn(login, passwordOf('何晓川'));
    expect(right.status).toBe(429);
    const until = new Date(Date.now() + 15 * MINUTES).toLocaleTimeString('zh-CN', {
      timeZone: 'Asia/Shanghai',
      hour: '2-digit',
      minute: '2-digit',
    });
    const earlier = new Date(Date.now() + 14 * MINUTES).toLocaleTimeString('zh-CN', {
      timeZone: 'Asia/Shanghai',
      hour: '2-digit',
      minute: '2-digit',
    });
    expect([
      `密码错了 10 次，这个账号先停 15 分钟，${until} 再试。`,
      `密码错了 10 次，这个账号先停 15 分钟，${earlier} 再试。`,
    ]).toContain(right.body.sentence);
    const english = await inEnglish(login, passwordOf('何晓川'));
    expect(english.body.sentence).toMatch(
      /^Ten wrong passwords: this account rests for 15 minutes\. Try again at \d\d:\d\d\.$/,
    );
  });

  test('trying on does not make the rest longer, and after fifteen minutes the right password opens', async () => {
    await fail('何晓川', 11);
    await wait(14 * MINUTES);
    expect((await signIn('何晓川', passwordOf('何晓川'))).status).toBe(429);
    await wait(1 * MINUTES);
    expect((await signIn('何晓川', passwordOf('何晓川'))).status).toBe(200);
  });

  test('nine are forgotten with the right password, and after a quarter of an hour', async () => {
    await fail('何晓川', 9);
    expect((await signIn('何晓川', passwordOf('何晓川'))).status).toBe(200);
    expect(await fail('何晓川', 9)).toEqual(Array(9).fill(401));
    await wait(15 * MINUTES);
    expect(await fail('何晓川', 1)).toEqual([401]);
  });

  test('thirty at the same moment are ten guesses, not thirty', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, nth) => signIn('何晓川', `同时 ${nth}`)));
    expect(answers.filter((answer) => answer.status === 401).length).toBeLessThan(10);
    const { rows } = await gate.program.database.owner.query('select failures from heli.sign_in_guard');
    expect(rows).toEqual([{ failures: 10 }]);
  });

  test('another account is not touched by it', async () => {
    await fail('何晓川', 10);
    expect((await signIn(ZHOU_MIN.username, ZHOU_MIN.password)).status).toBe(200);
  });

  test('letters in capitals are the same name', async () => {
    await fail('Nobody', 10);
    expect((await signIn('NOBODY', 'x')).status).toBe(429);
  });

  test('an address made up before the proxy unlocks nothing', async () => {
    await fail('何晓川', 10);
    for (const made of ['203.0.113.7', '127.0.0.1', '::1, 203.0.113.7']) {
      const headers = { 'x-forwarded-for': `${made}, ${gate.from()}` };
      expect((await signIn('何晓川', passwordOf('何晓川'), headers)).status).toBe(429);
    }
  });

  test('is in the access log of the account, and nobody’s names are kept for accounts that are not there', async () => {
    await fail('何晓川', 1);
    await fail('没有这个人', 1);
    const client = await gate.enter();
    const { body } = await client.call('access/accessLog', { limit: 2 });
    expect(body.items.map((line: { outcome: string }) => line.outcome)).toEqual(['done', 'wrong-password']);
    const { rows } = await gate.program.database.owner.query('select to_jsonb(l)::text as line from heli.access_log l');
    expect(rows.filter(({ line }) => line.includes('没有这个人'))).toEqual([]);
  });
});

describe('where the asker sits', () => {
  test('behind a proxy that is trusted, is told by the proxy and by nobody before it', async () => {
    const client = gate.comer();
    const forged = { 'x-forwarded-for': '203.0.113.99, 203.0.113.9' };
    await client.call('access/signIn', { login: '何晓川', password: passwordOf('何晓川') }, forged);
    const log = await client.call('access/accessLog');
    expect(log.body.items[0]).toMatchObject({ what: 'sign-in', outcome: 'done', address: '203.0.113.9' });
    const signIns = await client.call('access/signIns');
    expect(signIns.body.items[0].address).toBe('203.0.113.9');
    expect(client.cookie()).toMatch(/^__Secure-heli\.session_token=/);
  });

  test('without a proxy, is where the connection comes from: x-forwarded-for is not believed', async () => {
    const plain = await startProgram();
    try {
      const { zhou } = await setUpStation(plain.address);
      const forged = { 'x-forwarded-for': '203.0.113.7' };
      const wrong = { login: ZHOU_MIN.username, password: '错的密码' };
      for (let nth = 0; nth < 10; nth++)
        await openClient(plain.address).call('access/signIn', wrong, { 'x-forwarded-for': `203.0.113.${nth}` });
      const right = { login: ZHOU_MIN.username, password: ZHOU_MIN.password };
      expect((await openClient(plain.address).call('access/signIn', right, forged)).status).toBe(429);
      const { body } = await zhou.call('access/accessLog', {}, forged);
      expect(new Set(body.items.map((line: { address: string }) => line.address))).toEqual(new Set(['127.0.0.1']));
    } finally {
      await plain.stop();
    }
  });

  test('is not this machine when anybody says where the request was before: set-up then wants its code', async () => {
    const fresh = await startProgram();
    try {
      const asked = (headers: Record<string, string>) =>
        openClient(fresh.address).call('access/installation', {}, headers);
      expect((await asked({})).body.needsSetUpCode).toBe(false);
      expect((await asked({ 'x-forwarded-for': '127.0.0.1' })).body.needsSetUpCode).toBe(true);
    } finally {
      await fresh.stop();
    }
  });
});
