import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, openBrowser, openDevice } from './browser/support/browser.ts';
import { builtPages } from './browser/support/built.ts';
import { dayInChina } from '../src/platform/clock.ts';
import { monthAhead } from '../src/reports/month/rules.ts';
import { openClient } from './support/client.ts';
import { startProgram, type TestProgram } from './support/program.ts';

let program: TestProgram;
beforeAll(async () => {
  await builtPages();
  program = await startProgram({ demo: true, demoDays: 365 });
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
  expect(given.map((row) => row.form)).toEqual(['deliberation', 'goods', 'labour', 'mobilising', 'money', 'upkeep']);
});

test('the county has last month of four stations; one has closed it and not handed it in, one has not begun', async () => {
  const visitor = openClient(program.address);
  const people = (await visitor.call('access/demoAccounts')).body.items;
  await visitor.call('access/enterDemo', { account: people.find((one: { name: string }) => one.name === '白露').id });
  const running = dayInChina(new Date()).slice(0, 7);
  const reports = await visitor.call('reports/monthReports', { month: monthAhead(running, -1) });
  expect(reports.status).toBe(200);
  expect(reports.body.items).toHaveLength(4);
  expect((await visitor.call('reports/monthReports', { month: running })).body.items).toEqual([]);
  const { rows } = await program.database.owner.query('select count(*)::int as closed from heli.month_closing');
  expect(rows).toEqual([{ closed: 5 }]);
});

/** A station’s page as whoever sees that station in the walk. */
async function lensAs(name: string, lens: string, years: number) {
  const visitor = openClient(program.address);
  const people = (await visitor.call('access/demoAccounts')).body.items;
  await visitor.call('access/enterDemo', { account: people.find((one: { name: string }) => one.name === name).id });
  const [station] = (await visitor.call('access/me')).body.stations;
  const day = (ago: number) => new Date(Date.now() + 8 * 3_600_000 - ago * 86_400_000).toISOString().slice(0, 10);
  const projects = (await visitor.call('projects/list', { station: station.id })).body.items;
  const corner = projects.find((one: { name: string }) => one.name === '河口康复角（演示）');
  const scope = corner ? { scope: 'project', project: corner.id } : {};
  const asked = { station: station.id, lens, ...scope, from: day(365 * years - 1), to: day(0) };
  const { readings } = (await visitor.call('lenses/show', asked)).body;
  return (measure: string, key: string) => {
    const values = readings.find((one: { definition: { id: string } }) => one.definition.id === measure).values;
    return values.find((one: { key: string }) => one.key.endsWith(key));
  };
}

test('a town before and after a flood: many come at once, and it grows quiet again', async () => {
  const told = await lensAs('梁雨生', 'resilience', 1);
  expect(told('A6', ':peak').value).toBeGreaterThan(2);
  expect(told('A6', ':settled').value).toBeGreaterThan(14);
});

test('a community over two years: seven ways of working in all, fewer in the last year, and ties without the station', async () => {
  const [years, year] = [await lensAs('周敏', 'community', 2), await lensAs('周敏', 'community', 1)];
  expect(years('B2', 'breadth')).toMatchObject({ numerator: 7, denominator: 7 });
  expect(year('B2', 'empowerment').status).toBe('not-yet-measurable');
  const { numerator, denominator } = year('B3', 'removal-lower');
  expect(numerator).toBeGreaterThan(denominator / 2);
});

test('two villages with and without a say, and one that nobody reached', async () => {
  const told = await lensAs('黎明月', 'value', 1);
  const reached = ['reach', 'reach3'].map((key) => told('C3', `203:${key}`).numerator);
  expect(reached).toEqual([0, 0]);
  expect(told('C3', '201:reach').numerator).toBeGreaterThan(0);
});

test('small works: some of those who came once came again and stayed, some did not', async () => {
  const told = await lensAs('石一诺', 'participation', 1);
  for (const step of ['second', 'sustained']) {
    const { numerator, denominator, status } = told('D1', step);
    expect(status).toBe('shown');
    expect(numerator).toBeGreaterThan(0);
    expect(numerator).toBeLessThan(denominator);
  }
  expect(told('D1', 'role').numerator).toBeGreaterThan(0);
});

test('a walk goes in as somebody who sees the station, and ends at its figures', async () => {
  const browser = await openBrowser();
  const { page, broken } = await openDevice(browser, DESK);
  await page.goto(program.address);
  await page.getByRole('button', { name: '以周敏进去' }).click();
  await page.getByRole('link', { name: '分析' }).click();
  await page.getByRole('button', { name: /走这一段.*沙洲镇/ }).click();
  await page.getByText('第 1 步，共 2 步').waitFor();
  await page.locator('#measure-A6').getByText('六月大水（演示）').first().waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('第 2 步，共 2 步').waitFor();
  await page.getByRole('link', { name: '走完了' }).click();
  await page.getByRole('heading', { name: '五个问题，各看一页' }).waitFor();
  expect(broken).toEqual([]);
  await browser.close();
});
