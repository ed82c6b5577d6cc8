import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestClient } from '../support/client.ts';
import { type Gate, openGate } from './gate.ts';
import { type Listening, listenToStderr } from './quiet.ts';
import { codeOf } from './totp.ts';
import { passwordOf } from './town.ts';

let stderr: Listening;
let gate: Gate;
let uri: string;
let backupCodes: string[];

beforeAll(async () => {
  stderr = listenToStderr();
  gate = await openGate();
});
afterAll(async () => {
  await gate?.program.stop();
  stderr.stop([...gate.tokens, ...backupCodes, new URL(uri).searchParams.get('secret') ?? '']);
  expect(stderr.heard()).toBe('');
});
beforeEach(() => gate.sitElsewhere());

const password = passwordOf('何晓川');

/** The password is right; the code is still asked for. */
async function halfway(): Promise<TestClient> {
  const client = gate.comer();
  const entered = await client.call('access/signIn', { login: '何晓川', password });
  expect([entered.status, entered.body.needsCode]).toEqual([200, true]);
  return client;
}

async function allTables(): Promise<string> {
  const { rows: tables } = await gate.program.database.owner.query<{ name: string }>(
    `select schemaname || '."' || tablename || '"' as name from pg_tables where schemaname in ('heli', 'auth')
      and tablename not in ('area', 'area_change')`,
  );
  const texts = tables.map(({ name }) => `select t::text as row from ${name} t`).join(' union all ');
  const { rows } = await gate.program.database.owner.query<{ row: string }>(texts);
  return rows.map(({ row }) => row).join('\n');
}

describe('two-step sign-in', () => {
  test('is not begun with a wrong password', async () => {
    const client = await gate.enter();
    const begun = await client.call('access/startTwoFactor', { password: '不是这个' });
    expect([begun.status, begun.body.fields[0].message]).toEqual([400, '账号或密码不对。']);
  });

  test('begins with a secret for the phone, and ten backup codes that are shown once', async () => {
    const client = await gate.enter();
    const begun = await client.call('access/startTwoFactor', { password });
    expect(begun.status).toBe(200);
    ({ uri, backupCodes } = begun.body);
    expect(decodeURIComponent(uri)).toMatch(/^otpauth:\/\/totp\/合力 Heli:何晓川\?secret=[A-Z2-7]+&issuer=/);
    expect(backupCodes).toHaveLength(10);
    expect(new Set(backupCodes).size).toBe(10);
    // Nothing asks for a code before the first one was right.
    const { body } = await gate.comer().call('access/signIn', { login: '何晓川', password });
    expect(body.needsCode).toBe(false);
  });

  test('is on only after a first right code', async () => {
    const client = await gate.enter();
    const wrong = await client.call('access/confirmTwoFactor', { code: codeOf(uri, Date.now() + 3_600_000) });
    expect([wrong.status, wrong.body.reason]).toEqual([400, 'wrong-code']);
    expect((await client.call('access/me')).body.twoFactor).toBe(false);
    expect((await client.call('access/confirmTwoFactor', { code: codeOf(uri) })).status).toBe(200);
    expect((await client.call('access/me')).body.twoFactor).toBe(true);
  });

  test('gives neither the secret nor the codes a second time, and keeps neither readable anywhere', async () => {
    const client = await halfway();
    await client.call('access/verifyCode', { code: codeOf(uri) });
    const again = await client.call('access/startTwoFactor', { password });
    expect([again.status, again.body.sentence]).toEqual([422, '两步登录已经开着；要换手机，请先关掉再开。']);
    const kept = await allTables();
    for (const secret of [...backupCodes, new URL(uri).searchParams.get('secret') ?? '']) {
      expect(kept.includes(secret)).toBe(false);
    }
  });

  test('the password alone opens nothing', async () => {
    const client = await halfway();
    expect((await client.call('access/me')).status).toBe(401);
  });

  test('a wrong code is told so in both languages and opens nothing; the right one opens', async () => {
    const client = await halfway();
    const wrong = { code: codeOf(uri, Date.now() + 3_600_000) };
    const chinese = await client.call('access/verifyCode', wrong);
    expect([chinese.status, chinese.body.sentence]).toEqual([401, '验证码不对，或者已经过了时间。']);
    const english = await client.call('access/verifyCode', wrong, { 'accept-language': 'en' });
    expect(english.body.sentence).toBe('The code is wrong or has run out.');
    expect((await client.call('access/me')).status).toBe(401);
    expect((await client.call('access/verifyCode', { code: codeOf(uri) })).status).toBe(200);
    expect((await client.call('access/me')).body.name).toBe('何晓川');
    const { body } = await client.call('access/accessLog', { limit: 2 });
    expect(body.items.map((line: { what: string; outcome: string }) => `${line.what} ${line.outcome}`)).toEqual([
      'two-factor done',
      'sign-in code-asked',
    ]);
  });

  test('a code of an hour ago, or without a password before it, opens nothing', async () => {
    const late = await (await halfway()).call('access/verifyCode', { code: codeOf(uri, Date.now() - 3_600_000) });
    expect(late.status).toBe(401);
    expect((await gate.comer().call('access/verifyCode', { code: codeOf(uri) })).status).toBe(401);
  });

  test('after five wrong codes the password must be typed again', async () => {
    const client = await halfway();
    for (let nth = 0; nth < 6; nth++) {
      const wrong = await client.call('access/verifyCode', { code: codeOf(uri, Date.now() + 3_600_000) });
      expect(wrong.status).toBe(401);
    }
    expect((await client.call('access/verifyCode', { code: codeOf(uri) })).status).toBe(401);
    const anew = await halfway();
    expect((await anew.call('access/verifyCode', { code: codeOf(uri) })).status).toBe(200);
  });

  test('a backup code stands for the phone, once', async () => {
    const [code = ''] = backupCodes;
    const client = await halfway();
    expect((await client.call('access/verifyCode', { code: 'AAAAA-BBBBB' })).status).toBe(401);
    expect((await client.call('access/verifyCode', { code })).status).toBe(200);
    expect((await client.call('access/me')).status).toBe(200);
    const again = await (await halfway()).call('access/verifyCode', { code });
    expect([again.status, again.body.reason]).toEqual([401, 'wrong-code']);
  });

  test('what is no code at all is refused before anything is looked up', async () => {
    const refused = await (await halfway()).call('access/verifyCode', { code: '十二三四五六' });
    expect([refused.status, refused.body.fields[0].path]).toEqual([400, ['code']]);
  });

  test('is turned off with the password, and then the password is enough', async () => {
    const client = await halfway();
    await client.call('access/verifyCode', { code: codeOf(uri) });
    expect((await client.call('access/stopTwoFactor', { password: '不是这个' })).status).toBe(400);
    expect((await client.call('access/stopTwoFactor', { password })).status).toBe(200);
    const { body } = await gate.comer().call('access/signIn', { login: '何晓川', password });
    expect(body.needsCode).toBe(false);
  });
});
