import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Gate, openGate, PHONE } from './gate.ts';
import { type Listening, listenToStderr } from './quiet.ts';
import { passwordOf } from './town.ts';

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

const tryIn = (password: string) => gate.comer().call('access/signIn', { login: '何晓川', password });

describe('who may come in', () => {
  test('by a name in Chinese, or by phone', async () => {
    await gate.enter('何晓川');
    const byPhone = await gate.enter(PHONE);
    expect((await byPhone.call('access/me')).body.name).toBe('何晓川');
  });

  test('a cookie cannot be read by a script, and does not travel with the forms of another site', async () => {
    const response = await fetch(`${gate.program.address}/rpc/access/signIn`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-heli': '1', 'x-forwarded-for': gate.from() },
      body: JSON.stringify({ json: { login: '何晓川', password: passwordOf('何晓川') } }),
    });
    const cookies = response.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies)
      expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax$|; Secure; HttpOnly; SameSite=Lax$/);
  });
});

describe('where one is signed in', () => {
  test('is listed; a sign-in that is ended elsewhere is refused at once', async () => {
    const [office, phone] = [await gate.enter(), await gate.enter()];
    expect((await phone.call('access/me')).status).toBe(200);
    const { body } = await office.call('access/signIns');
    const [current] = body.items.filter((one: { current: boolean }) => one.current);
    expect(current.address).toBe(gate.from());
    expect(Object.keys(current).sort()).toEqual(['address', 'at', 'current', 'device', 'id']);
    const other = body.items.find((one: { current: boolean }) => !one.current);
    expect((await office.call('access/endSignIn', { id: other.id })).status).toBe(200);
    const refused = await phone.call('access/me');
    expect([refused.status, refused.body.sentence]).toEqual([401, '请先登录。']);
    expect((await office.call('access/me')).status).toBe(200);
  });

  test('signed out, the cookie is worth nothing any more, and the log says so', async () => {
    const client = await gate.enter();
    const cookie = client.cookie();
    expect((await client.call('access/signOut')).status).toBe(200);
    const kept = await gate.comer().call('access/me', {}, { cookie });
    expect(kept.status).toBe(401);
    const { body } = await (await gate.enter()).call('access/accessLog', { limit: 2 });
    expect(body.items.map((line: { what: string }) => line.what)).toEqual(['sign-in', 'sign-out']);
  });

  test('a new password ends every other sign-in, and the old one opens no more', async () => {
    const [here, there] = [await gate.enter(), await gate.enter()];
    const next = '换了一个更长的密码';
    const changed = await here.call('access/changePassword', { current: passwordOf('何晓川'), next });
    expect(changed.status).toBe(200);
    expect((await there.call('access/me')).status).toBe(401);
    expect((await here.call('access/me')).status).toBe(200);
    expect((await tryIn(passwordOf('何晓川'))).status).toBe(401);
    expect((await tryIn(next)).status).toBe(200);
    await here.call('access/changePassword', { current: next, next: passwordOf('何晓川') });
  });

  test('the password of now must be right, and the new one long enough', async () => {
    const client = await gate.enter();
    const wrong = await client.call('access/changePassword', { current: '不是', next: '够长够长够长够长' });
    expect([wrong.status, wrong.body.fields[0]]).toEqual([400, { path: ['current'], message: '账号或密码不对。' }]);
    const short = await client.call('access/changePassword', { current: passwordOf('何晓川'), next: '短' });
    expect([short.status, short.body.fields[0]]).toEqual([400, { path: ['next'], message: '至少 8 个字。' }]);
  });
});
