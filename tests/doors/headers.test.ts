// What goes with every answer, whatever it is, so that no other page, frame, proxy or script can make use of it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setUpStation, ZHOU_MIN } from '../support/cast.ts';
import { builtPages } from '../browser/support/built.ts';
import type { TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';

let program: TestProgram;
let zhou: TestClient;
let station: string;

beforeAll(async () => {
  await builtPages();
  program = await startProgram();
  ({ zhou, station } = await setUpStation(program.address));
});
afterAll(() => program?.stop());

const SELF = { 'content-type': 'application/json', 'x-heli': '1' };
const json = (input: unknown) => JSON.stringify({ json: input });

/** Requests that end in every kind of way. */
const REQUESTS: [string, { status: number; where: string }, () => RequestInit][] = [
  ['a page of the staff', { status: 200, where: '/' }, () => ({})],
  ['a page of residents', { status: 200, where: '/c/somewhere' }, () => ({})],
  ['a file that is not there', { status: 404, where: '/nothing.txt' }, () => ({})],
  ['the page of the API', { status: 200, where: '/api' }, () => ({})],
  ['the API’s document', { status: 200, where: '/api/openapi.json' }, () => ({})],
  ['an answer', { status: 200, where: '/rpc/access/me' }, () => ({ method: 'POST', headers: mine(), body: json({}) })],
  ['an answer at the REST door', { status: 200, where: '/api/access/me' }, () => ({ headers: mine() })],
  [
    'who is not signed in',
    { status: 401, where: '/rpc/access/me' },
    () => ({ method: 'POST', headers: SELF, body: json({}) }),
  ],
  [
    'bad input',
    { status: 400, where: '/rpc/people/list' },
    () => ({ method: 'POST', headers: mine(), body: json({}) }),
  ],
  [
    'what cannot be read',
    { status: 400, where: '/api/people/add' },
    () => ({ method: 'POST', headers: mine(), body: '{' }),
  ],
  [
    'a procedure that is not there',
    { status: 404, where: '/api/people/fly' },
    () => ({ method: 'POST', headers: mine(), body: '{}' }),
  ],
  [
    'too much',
    { status: 413, where: '/rpc/people/add' },
    () => ({ method: 'POST', headers: mine(), body: 'x'.repeat(3_000_000) }),
  ],
  [
    'another site',
    { status: 403, where: '/rpc/people/add' },
    () => ({ method: 'POST', headers: { ...mine(), ...FROM_ELSEWHERE } }),
  ],
  ['a backup for nobody', { status: 401, where: '/api/host/backup' }, () => ({ method: 'POST', headers: SELF })],
  ['a backup', { status: 200, where: '/api/host/backup' }, () => ({ method: 'POST', headers: mine() })],
  [
    'signing in',
    { status: 200, where: '/rpc/access/signIn' },
    () => ({ method: 'POST', headers: SELF, body: json(NAME) }),
  ],
];
const NAME = { login: ZHOU_MIN.username, password: ZHOU_MIN.password };
const FROM_ELSEWHERE = { origin: 'https://elsewhere.example' };
const mine = () => ({ ...SELF, cookie: zhou.cookie() });

/** The rules of a content security policy by name. */
function rulesOf(policy: string | null): Map<string, string> {
  return new Map(
    (policy ?? '').split(';').map((rule) => {
      const [name = '', ...sources] = rule.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

describe('every answer', () => {
  test.each(REQUESTS)('%s', async (_, { status, where }, init) => {
    const response = await fetch(`${program.address}${where}`, init());
    await response.arrayBuffer();
    expect(response.status).toBe(status);
    const { headers } = response;
    const rules = rulesOf(headers.get('content-security-policy'));
    expect(rules.get('default-src')).toBe("'self'");
    // Scripts come from files of ours alone: no script-src loosens what default-src says.
    expect(rules.get('script-src') ?? "'self'").toBe("'self'");
    expect(rules.get('frame-ancestors')).toBe("'none'");
    expect(rules.get('object-src')).toBe("'none'");
    expect(rules.get('base-uri')).toBe("'self'");
    expect(rules.get('form-action')).toBe("'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    if (/^\/(api|rpc)\//.test(where)) expect(headers.get('cache-control')).toBe('no-store');
    for (const cookie of headers.getSetCookie()) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
  });

  test('no page of ours has a script written into it', async () => {
    for (const where of ['/', '/c/somewhere', '/api']) {
      const page = await (await fetch(`${program.address}${where}`)).text();
      expect(page).toMatch(/<script/);
      expect(page.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull();
      expect(page.match(/\son[a-z]+=/g)).toBeNull();
    }
  });

  test('another site may not ask first whether it may (no CORS)', async () => {
    const response = await fetch(`${program.address}/rpc/people/add`, {
      method: 'OPTIONS',
      headers: { ...FROM_ELSEWHERE, 'access-control-request-method': 'POST' },
    });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('over HTTPS, or behind a proxy that is trusted', () => {
  test('browsers are told to stay there', async () => {
    const proxied = await startProgram({ trustedProxies: ['127.0.0.1'] });
    try {
      const { headers } = await fetch(`${proxied.address}/rpc/access/me`, { method: 'POST', headers: SELF });
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    } finally {
      await proxied.stop();
    }
  });
});

describe('the page of the API', () => {
  test('reads the document by a script of ours that is there', async () => {
    const page = await (await fetch(`${program.address}/api`)).text();
    for (const [, file = ''] of page.matchAll(/(?:src|href)="\/([\w.-]+)"/g))
      expect([file, existsSync(path.join('web/public', file))]).toEqual([file, true]);
    expect(page).toContain('/api/openapi.json');
  });
});

describe('a backup', () => {
  test('is a file to keep, for who keeps the host and nobody else', async () => {
    const response = await fetch(`${program.address}/api/host/backup`, { method: 'POST', headers: mine() });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="heli-\d{12}\.tar\.gz"$/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual([0x1f, 0x8b]);
    const { body } = await zhou.call('host/status', { station });
    expect(body.lastBackupAt).toBeTruthy();
  });
});
