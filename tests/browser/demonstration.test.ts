import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram, type TestProgram } from '../support/program.ts';
import { faults } from './support/axe.ts';
import { DESK, openBrowser, openDevice, PHONE } from './support/browser.ts';
import { builtPages } from './support/built.ts';

/** The made-up county, and what each role finds there. */
let program: TestProgram;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let broken: string[];

beforeAll(async () => {
  await builtPages();
  program = await startProgram({ demoDays: 90 }); // long enough for visits to be owed
  browser = await openBrowser();
  ({ context, page, broken } = await openDevice(browser, PHONE));
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

test('the first pages read well', async () => {
  await page.goto(program.address);
  await page.getByRole('heading', { name: '从哪里开始？' }).waitFor();
  expect(await faults(page, 'light')).toEqual([]);
  await page.goto(`${program.address}/set-up`);
  await page.getByRole('button', { name: '建好站点' }).click();
  expect(await faults(page, 'light')).toEqual([]);
});

test('one button opens the made-up county; then one chooses who to be', async () => {
  await page.goto(program.address);
  await page.getByRole('button', { name: '看演示县' }).click();
  await page.getByRole('heading', { name: '演示县：今天您是谁？' }).waitFor({ timeout: 110_000 });
  await page.getByRole('button', { name: '以周敏进去' }).waitFor();
  expect(await faults(page, 'light')).toEqual([]);
});

async function enter(name: string): Promise<void> {
  await context.clearCookies();
  await page.goto(program.address);
  await page.getByRole('button', { name: `以${name}进去` }).click();
  await page.getByRole('navigation', { name: '主要页面' }).waitFor();
}

async function navigation(): Promise<string[]> {
  return (await page.getByRole('navigation', { name: '主要页面' }).getByRole('link').allTextContents()).map((text) =>
    text.trim(),
  );
}

test('a social worker has a day’s work', async () => {
  await enter('周敏');
  await page.getByRole('heading', { name: /今天走访 .*先去谁家/ }).waitFor();
  expect(await navigation()).toEqual(['今日', '找人', '记一笔', '活动', '设置']);
  expect(await page.getByText('演示县：人和数字都是编的').isVisible()).toBe(true);
});

test('a supervisor sees files and records nothing', async () => {
  await enter('谭立');
  await page.getByRole('heading', { name: /今天该走访/ }).waitFor();
  expect(await navigation()).toEqual(['今日', '找人', '活动', '设置']);
  await page.setViewportSize(DESK.viewport);
  expect(await navigation()).toEqual(['今日', '找人', '活动', '项目', '报告', '分析', '设置']); // takes no files in
  await page.setViewportSize(PHONE.viewport);
  await page.goto(`${program.address}/people`);
  const names = page.getByRole('main').getByRole('link');
  await names
    .filter({ hasText: /^\p{Script=Han}{3}$/u })
    .first()
    .click();
  await page.getByRole('heading', { name: /最近怎么样/ }).waitFor();
  expect(await page.getByRole('link', { name: /走访|改资料/ }).count()).toBe(0);
  await page.goto(`${program.address}/record`);
  await page.getByRole('heading', { name: '您没有做这件事的权限。' }).waitFor();
  expect(await page.getByRole('link', { name: '加一个人' }).count()).toBe(0);
});

test('a county officer sees stations and no person', async () => {
  await enter('白露');
  await page.getByRole('heading', { name: '云溪县（演示）：6 个站点' }).waitFor();
  expect(await navigation()).toEqual(['站点', '活动', '报告', '分析', '设置']);
  expect(await faults(page, 'light')).toEqual([]);
  await page.getByRole('button', { name: /看石桥乡社工站/ }).click();
  await page.getByRole('heading', { name: /石桥乡社工站/ }).waitFor();
  expect(await page.getByRole('button', { name: /改|开一个|记一个/ }).count()).toBe(0);
  await page.goto(`${program.address}/people`);
  await page.getByText('您没有做这件事的权限。').first().waitFor();
  expect(await page.getByText('这里还没有人').count()).toBe(0);
  expect(broken).toEqual([]);
});
