import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClient } from './support/client.ts';
import { startProgram, type TestProgram } from './support/program.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await startProgram({ demo: true });
});
afterAll(() => program?.stop());

test('the demonstration is entered as a made-up person, and Today has something to do', async () => {
  const visitor = openClient(program.address);
  const people = await visitor.call('access/demoAccounts');
  const zhou = people.body.items.find((person: { name: string }) => person.name === '周敏');
  expect(zhou.station).toContain('演示');
  expect((await visitor.call('access/enterDemo', { account: zhou.id })).status).toBe(200);
  const me = await visitor.call('access/me');
  const today = await visitor.call('activities/today', { station: me.body.stations[0].id });
  expect(today.body.people).toBe(84);
  expect(today.body.dueCount).toBeGreaterThan(2);
  expect(today.body.notices).toHaveLength(1);
});

test('a demonstration is not built twice, and cannot be set up as a real station', async () => {
  const visitor = openClient(program.address);
  expect((await visitor.call('demo/open')).body.reason).toBe('already-set-up');
});
