import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configure } from '../src/platform/config.ts';
import { type RunningHeli, serve } from '../src/server/serve.ts';
import { QINGHE, ZHOU_MIN } from './support/cast.ts';
import { makeDatabase, type TestDatabase } from './support/database.ts';
import { TEST_SECRETS } from './support/secrets.ts';

// A county host: HTTPS, reached from other machines, over a PostgreSQL server. The certificate is for this test only.
const TLS = path.resolve('tests/support/tls');
const cert = path.join(TLS, 'test-only-cert.pem');
const key = path.join(TLS, 'test-only-key.pem');

let database: TestDatabase;
let folder: string;
let heli: RunningHeli;

beforeAll(async () => {
  database = await makeDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'heli-host-'));
  await chmod(folder, 0o755);
  await writeFile(path.join(folder, 'secrets.json'), JSON.stringify(TEST_SECRETS));
  const chosen = { dataFolder: folder, databaseUrl: database.url, port: 0, host: '127.0.0.1', tls: { cert, key } };
  // A proxy on this machine is trusted, so that a request may come "from another machine".
  heli = await serve(configure({ ...chosen, trustedProxies: ['127.0.0.1'] }));
});
afterAll(async () => {
  await heli?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

interface Told {
  status: number;
  cookies: string[];
  body: { json: { reason?: string; needsSetUpCode?: boolean; data?: { reason: string } } };
}

function ask(name: string, input: unknown, from: string): Promise<Told> {
  const body = JSON.stringify({ json: input });
  const headers = {
    'content-type': 'application/json',
    'x-heli': '1',
    'idempotency-key': randomUUID(),
    'x-forwarded-for': from,
  };
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers, ca: readFileSync(cert) };
    const request = https.request(`${heli.address}/rpc/${name}`, options, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += String(part);
      });
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          cookies: response.headers['set-cookie'] ?? [],
          body: JSON.parse(text),
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const setUp = (code: string) => ({ code, station: { id: randomUUID(), ...QINGHE }, account: ZHOU_MIN });

test('set-up from another machine is refused without the code that the program printed', async () => {
  expect((await ask('access/installation', {}, '10.9.8.7')).body.json.needsSetUpCode).toBe(true);
  const refused = await ask('access/setUp', setUp('000000'), '10.9.8.7');
  expect(refused.status).toBe(403);
  expect(refused.body.json.data?.reason).toBe('set-up-code');
});

test('with the code the station is set up over HTTPS, and cookies travel only there', async () => {
  expect((await ask('access/setUp', setUp(TEST_SECRETS.setUpCode), '10.9.8.7')).status).toBe(200);
  const signedIn = await ask('access/signIn', { login: ZHOU_MIN.username, password: ZHOU_MIN.password }, '10.9.8.7');
  expect(heli.address).toMatch(/^https:/);
  expect(signedIn.cookies.join()).toMatch(/__Secure-heli\.session_token=.*Secure/);
});

test('a certificate that is not there is told by its name', async () => {
  const chosen = { dataFolder: `${folder}-2`, databaseUrl: database.url, port: 0, tls: { cert: '/no/such.pem', key } };
  await expect(serve(configure(chosen))).rejects.toMatchObject({ reason: 'no-such-file' });
  await rm(`${folder}-2`, { recursive: true, force: true });
});
