import { afterAll, beforeAll, expect, test } from 'vitest';
import { addLiu, join, LIU_GUIZHEN, setUpStation } from '../../tests/support/cast.ts';
import type { TestClient } from '../../tests/support/client.ts';
import { startProgram, type TestProgram } from '../../tests/support/program.ts';

/** An edit that comes too late is told what stands, who changed it and when. */
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

const change = (by: TestClient, version: number, phone: string) =>
  by.call('people/change', { station, id: liu, ...LIU_GUIZHEN, version, phone });

test('before any change it is whoever made the file', async () => {
  const refused = await change(he, 7, '1');
  expect(refused.status).toBe(409);
  expect(refused.body.theirs).toMatchObject({ version: 1, phone: '', changedBy: '周敏' });
});

test('afterwards it is whoever changed it last', async () => {
  const before = Date.now();
  expect((await change(he, 1, '15900008846')).status).toBe(200);
  const refused = await change(zhou, 1, '13800002207');
  expect(refused.status).toBe(409);
  const { theirs, mine } = refused.body;
  expect(theirs).toMatchObject({ version: 2, phone: '15900008846', changedBy: '何晓川' });
  expect(mine.phone).toBe('13800002207');
  expect(Math.abs(Date.parse(theirs.changedAt) - before)).toBeLessThan(60_000);
});
