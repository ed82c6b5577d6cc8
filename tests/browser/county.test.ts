import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { join, ZHOU_MIN } from '../support/cast.ts';
import { faults } from './support/axe.ts';
import { DESK, openDevice, PHONE, signIn } from './support/browser.ts';
import { chinaDay, openScene, type Scene } from './support/station.ts';

/** A month on its way: the contract, 报县 by a head, 退回 by the county. */
let scene: Scene;
let page: Page;
let broken: string[];
const running = chinaDay().slice(0, 7);
const month = chinaDay(-62).slice(0, 7);

/** 周敏 was at 刘桂珍's, on that day. */
async function visit(startedAt: string): Promise<void> {
  const told = { startedAt, minutes: 30, met: 'self', needs: [], note: '', nextOn: null };
  const id = crypto.randomUUID();
  await scene.zhou.call('ledger/recordVisit', { station: scene.station, person: scene.liu, id, ...told });
}

beforeAll(async () => {
  scene = await openScene();
  await visit(new Date().toISOString());
  await visit(`${month}-15T09:00:00+08:00`);
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
  await page.getByRole('button', { name: '改“走访”' }).click();
  const [kept] = (await scene.zhou.call('reports/indicators', { station: scene.station })).body.items;
  await scene.zhou.call('reports/saveIndicator', { station: scene.station, ...kept, target: 420 });
  await page.getByLabel('要做多少').fill('400');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('走访 420 户次').waitFor();
  await page.getByRole('button', { name: '用我的' }).click();
  await page.getByText('400 户次').first().waitFor();
  await page.goto(`${scene.program.address}/reports?month=${month}`);
  const row = page.locator('.paper tr', { hasText: '400' });
  expect((await row.textContent())?.replaceAll('\u00a0', ' ')).toContain('1 户次');
});

const send = () => page.getByRole('button', { name: '报县', exact: true });
const asked = () => page.getByRole('dialog');

describe('not handed in', () => {
  test('where nobody of the county has an account: the page says how it is done on paper', async () => {
    await page.getByText('这台机器上没有县里的账号，月报不会自己送到县里').waitFor();
    expect(await send().count()).toBe(0);
    await join(scene.program.address, scene, { name: '白露', role: 'officer', area: '430181000000' });
  });

  test('while the month runs', async () => {
    await page.goto(`${scene.program.address}/reports?month=${running}`);
    await page.getByText('这个月过完以后，可以在这里报县。').waitFor();
    expect(await send().count()).toBe(0);
  });

  test('by whoever looks at the totals first and goes back', async () => {
    await page.goto(`${scene.program.address}/reports?month=${month}`);
    await send().click();
    await asked()
      .getByText(/报给县里/)
      .waitFor();
    expect((await asked().textContent())?.replace(/\s/g, '')).toContain('走访户次1');
    await asked().getByRole('button', { name: '不了，返回' }).click();
    expect(await page.getByText(/周敏报县/).count()).toBe(0);
    expect(await page.getByRole('button', { name: '定稿' }).count()).toBe(1);
  });
});

test('what changed since it was closed is told with both values; closed anew, the month is handed in; the county returns it with a reason', async () => {
  await page.getByRole('button', { name: '定稿' }).click();
  await page.getByRole('button', { name: '就这样定稿' }).click();
  await page.getByRole('heading', { name: /已定稿，没有变/ }).waitFor();
  await visit(`${month}-16T09:00:00+08:00`);
  await page.reload();
  await send().click();
  await asked().getByText('1 → 2').first().waitFor();
  expect(await asked().getByRole('button', { name: '就按定稿的报' }).count()).toBe(1);
  expect(await faults(page, 'light')).toEqual([]);
  await asked().getByRole('button', { name: '按现在的数重新定稿再报' }).click();
  await page.getByText(/周敏报县/).waitFor();
  expect(await page.locator('.paper').getByText('2 户次').count()).toBeGreaterThan(0);
  expect(await send().count()).toBe(0);
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
  await send().waitFor();
  expect(broken).toEqual([]);
});
