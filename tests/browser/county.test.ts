import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthAhead } from '../../src/reports/month/rules.ts';
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
  await page.getByLabel('要做多少').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: /合同要做的 1.项/ }).waitFor();
  await page.getByRole('button', { name: '改“走访”' }).click();
  const [kept] = (await scene.zhou.call('reports/indicators', { station: scene.station })).body.items;
  await scene.zhou.call('reports/saveIndicator', { station: scene.station, ...kept, target: 420 });
  await page.getByLabel('要做多少').fill('400');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('走访 420 户次').waitFor();
  await page.getByRole('button', { name: '用我的' }).click();
  await page.getByLabel('要做多少').waitFor({ state: 'detached' });
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
  await page.locator('.paper').getByText('2 户次').first().waitFor();
  expect(await send().count()).toBe(0);
  const county = await openDevice(scene.browser, PHONE);
  await signIn(county.page, scene.program.address, { username: '白露', password: '白露的密码很长很长' });
  await county.page.getByRole('link', { name: '报告' }).click();
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
  await page.getByRole('link', { name: '今日' }).first().click();
  await page.getByText('白露说：走访户次和名单对不上').waitFor();
  await page.getByRole('link', { name: /的月报被退回来了/ }).click();
  await page.getByText(/白露退回：走访户次和名单对不上/).waitFor();
  await send().waitFor();
  expect(broken).toEqual([]);
});

describe('what comes first for whoever sees several stations', () => {
  const lastMonth = `${Number(monthAhead(running, -1).slice(5))}.月的月报`;
  const questions = ['出了事', '社工站走了', '买来的服务', '来过一次', '好做法'];

  beforeAll(async () => {
    const { zhou, station } = scene;
    const village = (await zhou.call('places/villages', { station })).body.items[0].code;
    const point = { station, id: crypto.randomUUID(), area: village, name: '柳塘村社工点', address: '' };
    expect((await zhou.call('places/openPoint', point)).status).toBe(200);
    // No page gives a second station to an organisation yet.
    await scene.program.database.owner.query(
      'update heli.station p set operator_id = s.operator_id from heli.station s where p.id = $1 and s.id = $2',
      [point.id, station],
    );
    const invite = (who: { name: string; role: string; area?: string }) => join(scene.program.address, scene, who);
    await invite({ name: '程远山', role: 'manager' });
    await invite({ name: '镇上的人', role: 'officer', area: '430181001000' });
    await invite({ name: '吴国平', role: 'cadre', area: village });
  });

  /** Somebody's start page, and from there the first question. */
  async function look(name: string, screen: typeof PHONE | typeof DESK) {
    const device = await openDevice(scene.browser, screen);
    await signIn(device.page, scene.program.address, { username: name, password: `${name}的密码很长很长` });
    const first = (await device.page.getByRole('heading', { level: 1 }).textContent())?.replaceAll('\u00a0', ' ');
    await device.page.getByText(new RegExp(lastMonth)).waitFor();
    await device.page.getByRole('link', { name: /^出了事/ }).click();
    const where = device.page.getByLabel('看哪里');
    await where.waitFor();
    const choices = await where.locator('option').allTextContents();
    const chosen = await where.locator('option:checked').textContent();
    return { ...device, first, where, choices, chosen };
  }

  test.each([
    ['a phone', PHONE],
    ['a desk', DESK],
  ])(
    'the county officer: the county and its months at once, its five pages each a tap away, on %s',
    async (_, screen) => {
      const { page: own, context, broken: wrong, first, chosen } = await look('白露', screen);
      expect([first, chosen]).toEqual(['浏阳市：2 个站点', '全县']);
      await own.goto(scene.program.address);
      for (const question of questions) {
        await own
          .getByRole('link', { name: new RegExp(`^${question}`) })
          .first()
          .click();
        await own.locator('.page-head-context').getByText('浏阳市').waitFor();
        await own.goBack();
      }
      await own.getByRole('link', { name: '报告' }).filter({ visible: true }).click();
      await own.getByRole('heading', { name: /的月报.*浏阳市/ }).waitFor();
      expect(await faults(own, 'light')).toEqual([]);
      expect(wrong).toEqual([]);
      await context.close();
    },
  );

  test('a station is a choice away, and stays chosen', async () => {
    const { page: own, context, where, choices } = await look('白露', PHONE);
    expect(choices).toEqual(['全县', '清河镇社工站', '柳塘村社工点', '全镇']);
    await where.selectOption('柳塘村社工点');
    await own.locator('.page-head-context').getByText('柳塘村社工点').waitFor();
    await own.reload();
    await own.locator('.page-head-context').getByText('柳塘村社工点').waitFor();
    await own.getByRole('link', { name: '活动' }).click();
    expect(await own.getByLabel('哪个站点').filter({ visible: true }).locator('option:checked').textContent()).toBe(
      '柳塘村社工点',
    );
    await context.close();
  });

  test('a town’s officer: the town', async () => {
    const { context, first, chosen } = await look('镇上的人', PHONE);
    expect([first, chosen]).toEqual(['淮川街道：2 个站点', '全镇']);
    await context.close();
  });

  test.each(['程远山', '吴国平'])(
    '%s, whose role is for an organisation or a village: one station after the other',
    async (name) => {
      const { context, first, chosen, choices } = await look(name, PHONE);
      expect([first, chosen]).toEqual(['能看 2 个站点', '清河镇社工站']);
      expect(choices.slice(0, 2)).toEqual(['清河镇社工站', '柳塘村社工点']);
      await context.close();
    },
  );
});
