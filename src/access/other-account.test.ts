import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, LIU_GUIZHEN, setUpStation } from '../../tests/support/cast.ts';
import type { TestClient } from '../../tests/support/client.ts';
import { startProgram, type TestProgram } from '../../tests/support/program.ts';

/** A device says whose work it sends: under somebody else's cookie it is refused, and nothing is written. */
let program: TestProgram;
let zhou: TestClient;
let he: TestClient;
let station: string;

beforeAll(async () => {
  program = await startProgram();
  ({ zhou, station } = await setUpStation(program.address));
  he = await join(program.address, { zhou, station }, { name: '何晓川', role: 'worker' });
});
afterAll(() => program?.stop());

const idOf = async (client: TestClient): Promise<string> => (await client.call('access/me')).body.id;
const liu = () => ({ station, id: randomUUID(), ...LIU_GUIZHEN });

test('work of one account does not go out under the cookie of another', async () => {
  const person = liu();
  const refused = await he.call('people/add', person, { 'x-heli-account': await idOf(zhou) });
  expect([refused.status, refused.body.code]).toEqual([401, 'unauthenticated']);
  expect((await zhou.call('people/get', { station, id: person.id })).status).toBe(404);
});

test('under its own cookie it does, and without the header too', async () => {
  const headers = { 'x-heli-account': await idOf(he) };
  expect((await he.call('people/add', liu(), headers)).status).toBe(200);
  expect((await he.call('people/add', liu())).status).toBe(200);
});

test('a header that names nobody is refused', async () => {
  expect((await he.call('people/add', liu(), { 'x-heli-account': '' })).status).toBe(401);
});
