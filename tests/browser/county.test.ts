import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, ZHOU_MIN } from '../support/cast.ts';
import { DESK, openDevice, PHONE, signIn } from './support/browser.ts';
import { chinaDay, openScene, type Scene } from './support/station.ts';

/** A month on its way: the contract, 报县 by a head, 退回 by the county. */
let scene: Scene;
let page: Page;
let broken: string[];
const month = chinaDay().slice(0, 7);

beforeAll(async () => {
  scene = await openScene();
  const visit = { station: scene.station, person: scene.liu, startedAt: new Date().toISOString(), minutes: 30 };
  const more = { id: crypto.randomUUID(), met: 'self', needs: [], note: '', nextOn: null };
  await scene.zhou.call('ledger/recordVisit', { ...visit, ...more });
  await join(scene.program.address, scene, { name: '白露', role: 'officer', area: '430181000000' });
  ({ page, broken } = await openDevice(scene.browser, DESK));
  await signIn(page, scene.program.address, ZHOU_MIN);
}, 240_000);

afterAll(() => scene?.close());

test('what the contract asks for is entered once, and stands in the report', async () => {
  await page.goto(`${scene.program.address}/reports/contract`);
  await page.getByRole('button', { name: '加一项' }).click();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('写上合同里的名称').waitFor();
  await page.getByLabel('指标').fill('走访');
  await page.getByLabel('要做多少').fill('400');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: /合同要做的 1.项/ }).waitFor();
  await page.goto(`${scene.program.address}/reports?month=${month}`);
  const row = page.locator('.paper tr', { hasText: '400' });
  expect((await row.textContent())?.replaceAll('\u00a0', ' ')).toContain('1 户次');
});

test('one tap hands the month in; the county sees that, returns it with a reason, and the station reads why', async () => {
  await page.getByRole('button', { name: '报县' }).click();
  await page.getByText(/周敏报县/).waitFor();
  expect(await page.getByRole('button', { name: '报县' }).count()).toBe(0);
  const county = await openDevice(scene.browser, PHONE);
  await signIn(county.page, scene.program.address, { username: '白露', password: '白露的密码很长很长' });
  await county.page.getByLabel('哪个月').selectOption(month);
  await county.page.getByText(/已报.1.个站，共.1.个站/).waitFor();
  await county.page.getByRole('button', { name: /退回清河镇社工站的月报/ }).click();
  await county.page.getByRole('button', { name: '退回', exact: true }).click();
  await county.page.getByText('至少 2 个字').waitFor();
  await county.page.getByLabel('为什么退回').fill('走访户次和名单对不上');
  await county.page.getByRole('button', { name: '退回', exact: true }).click();
  await county.page.getByText(/退回了：走访户次和名单对不上/).waitFor();
  expect(county.broken).toEqual([]);
  await county.context.close();
  await page.reload();
  await page.getByText(/白露退回：走访户次和名单对不上/).waitFor();
  await page.getByRole('button', { name: '报县' }).waitFor();
  expect(broken).toEqual([]);
});
