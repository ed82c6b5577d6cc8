import { stat } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ZHOU_MIN } from '../support/cast.ts';
import { DESK, openDevice, signIn } from './support/browser.ts';
import { chinaDay, openScene, type Scene } from './support/station.ts';

/** The monthly report as a head reads it: the paper, and each number at its rows. */
let scene: Scene;
let page: Page;
let broken: string[];
const month = chinaDay().slice(0, 7);

beforeAll(async () => {
  scene = await openScene();
  const { zhou, station, liu } = scene;
  const visit = {
    station,
    person: liu,
    startedAt: new Date().toISOString(),
    minutes: 30,
    needs: [],
    note: '',
    nextOn: null,
  };
  for (const met of ['self', 'nobody']) {
    await zhou.call('ledger/recordVisit', { ...visit, id: crypto.randomUUID(), met });
  }
  ({ page, broken } = await openDevice(scene.browser, DESK));
  await signIn(page, scene.program.address, ZHOU_MIN);
}, 240_000);

afterAll(() => scene?.close());

const paper = () => page.locator('.paper');
const panel = () => page.locator('.proof-panel');

test('a number is pressed, and the visits it was counted from stand beside the paper', async () => {
  await page.getByRole('link', { name: '报告' }).click();
  await page.getByLabel('哪个月').selectOption(month);
  await paper().getByRole('button', { name: '1 户次' }).first().click();
  await panel().getByText('全部 1 笔').waitFor();
  expect(await panel().getByText('走访并且见到本人').isVisible()).toBe(true);
  expect(await panel().getByText('没见到人 1 次').isVisible()).toBe(true);
  expect(await panel().getByRole('link', { name: '刘桂珍' }).count()).toBe(1);
});

test('the visit is put right on screen, and the report has changed when one comes back', async () => {
  await paper().getByRole('button', { name: '1 次' }).first().click(); // nobody met
  await panel().getByRole('link', { name: '刘桂珍' }).click();
  await page.getByRole('link', { name: '改' }).first().click();
  await page.getByRole('radio', { name: '本人' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForURL(/events|people/);
  await page.getByRole('link', { name: '报告' }).click();
  await page.getByLabel('哪个月').selectOption(month);
  await paper().getByRole('button', { name: '2 户次' }).first().click();
  await panel().getByText('改过 1 次').waitFor();
});

test.each([
  ['导出 Word', /月报\.docx$/],
  ['导出 Excel', /月报\.xlsx$/],
  ['导出明细表', /台账\.xlsx$/],
])('%s', async (button, name) => {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(name);
  expect((await stat(await download.path())).size).toBeGreaterThan(2000);
});

test('on paper stands only the paper', async () => {
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.rail').isVisible()).toBe(false);
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
  expect(await panel().isVisible()).toBe(false);
  expect(await paper().getByText('单位盖章处').isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
  expect(broken).toEqual([]);
});
