import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClient } from './support/client.ts';
import { startProgram, type TestProgram } from './support/program.ts';

let program: TestProgram;
beforeAll(async () => {
  program = await startProgram({ demo: true, demoDays: 365 });
}, 180_000);
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

test('six stations have lived a year: visits, groups, activities, meetings, work days, and every kind of gift', async () => {
  const { rows } = await program.database.owner.query<{ kind: string; events: number; stations: number }>(
    `select kind, count(*)::int as events, count(distinct station_id)::int as stations from heli.event
      where superseded_by is null group by kind order by kind`,
  );
  const kinds = Object.fromEntries(rows.map((row) => [row.kind, row.events]));
  const everywhere = rows.filter((row) => row.stations === 6).map((row) => row.kind);
  expect(everywhere).toEqual([
    'activity',
    'contact',
    'group-session',
    'other',
    'resource-link',
    'supervision',
    'training',
    'visit',
    'work-day',
  ]);
  expect(kinds.visit).toBe(1660);
  const { rows: given } = await program.database.owner.query<{ form: string }>(
    'select distinct form from heli.contribution order by form',
  );
  expect(given.map((row) => row.form)).toEqual(['deliberation', 'goods', 'labour', 'mobilising', 'money']);
});
