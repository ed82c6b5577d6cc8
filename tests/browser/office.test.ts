import { stat } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ZHOU_MIN } from '../support/cast.ts';
import { DESK, openDevice, outboxSays, signIn } from './support/browser.ts';
import { openScene, type Scene } from './support/station.ts';

/** What a head does at the desk: the station's facts, notices, numbers, the backup. */
let scene: Scene;
let page: Page;
let broken: string[];

beforeAll(async () => {
  scene = await openScene();
  ({ page, broken } = await openDevice(scene.browser, DESK));
  await signIn(page, scene.program.address, ZHOU_MIN);
}, 240_000);

afterAll(() => scene?.close());

const open = (path: string) => page.goto(scene.program.address + path);

test('phone and address, as residents will see them', async () => {
  await open('/activities');
  await page.getByRole('link', { name: '电话、地址还没填' }).click();
  await page.getByText('还没填，居民看不到').first().waitFor();
  await page.getByRole('button', { name: '改站点资料' }).click();
  await page.getByLabel('电话').fill('0731-8888 1234');
  await page.getByLabel('地址').fill('清河镇老供销社二楼');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('清河镇老供销社二楼').waitFor();
  await open('/activities');
  await page.getByRole('link', { name: '居民提的事' }).waitFor();
  expect(await page.getByRole('link', { name: /还没填/ }).count()).toBe(0);
  await open('/settings/station');
});

test('what is saved cannot be saved a second time while the page is asked anew', async () => {
  await page.getByRole('button', { name: '改站点资料' }).click();
  await page.getByLabel('地址').fill('清河镇老供销社三楼');
  await page.waitForLoadState('networkidle'); // only what is asked after the saving is held back
  let answer = () => {};
  const answered = new Promise<void>((done) => (answer = done));
  await page.route('**/rpc/places/station', (route) => answered.then(() => route.continue()));
  const asked = page.waitForRequest('**/rpc/places/station');
  const save = page.getByRole('button', { name: '保存' });
  await save.click();
  await asked;
  expect(await save.isDisabled()).toBe(true);
  answer();
  await page.getByText('清河镇老供销社三楼').waitFor();
  await save.waitFor({ state: 'detached' });
  await page.unroute('**/rpc/places/station');
});

test('an answer from before the saving that comes after it is not shown', async () => {
  let saved = () => {};
  const saving = new Promise<void>((done) => (saved = done));
  let questions = 0;
  await page.route('**/rpc/places/station', async (route) => {
    questions += 1;
    if (questions > 1) return route.fallback();
    const response = await route.fetch();
    await saving;
    await route.fulfill({ response });
  });
  await page.reload();
  await page.getByRole('button', { name: '改站点资料' }).click();
  await page.getByLabel('地址').fill('清河镇老供销社四楼');
  const answered = page.waitForResponse('**/rpc/places/changeStation');
  await page.getByRole('button', { name: '保存' }).click();
  await answered;
  saved();
  await page.getByRole('button', { name: '保存' }).waitFor({ state: 'detached' });
  await page.getByText('清河镇老供销社四楼').waitFor();
  await page.unroute('**/rpc/places/station');
});

test('a village point, named after its village', async () => {
  await page.getByRole('button', { name: '开一个社工点' }).click();
  await page.getByLabel('在哪个村居').selectOption({ index: 1 });
  const name = await page.getByLabel('名称').inputValue();
  expect(name).toMatch(/社工点$/);
  await page.getByRole('button', { name: '保存' }).click();
  await page.locator('.row-name', { hasText: name }).waitFor();
  await page.getByRole('button', { name: '保存' }).waitFor({ state: 'detached' });
});

test('a population figure needs its source', async () => {
  await page.getByRole('button', { name: '记一个人口数' }).click();
  await page.getByLabel('多少人').fill('一百');
  await page.getByRole('button', { name: '保存' }).click();
  expect(await page.getByText('填一个整数').isVisible()).toBe(true);
  expect(await page.getByText('写上这个数从哪里来').isVisible()).toBe(true);
  await page.getByLabel('哪些人').selectOption({ label: '独居老人' });
  await page.getByLabel('多少人').fill('128');
  await page.getByLabel('从哪里来的数').fill('镇民政办名册');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('128 人').waitFor();
});

test('a notice is announced, seen by residents, called off', async () => {
  await open('/activities');
  await page.getByRole('link', { name: '发一个通知' }).click();
  await page.getByRole('button', { name: '发出去' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('写上做什么');
  await page.getByLabel('做什么').fill('义诊，量血压');
  await page.getByLabel('在哪').fill('柳塘村晒谷坪');
  await page.getByRole('button', { name: '发出去' }).click();
  await outboxSays(page, '都传好了').waitFor();
  await page.getByRole('heading', { name: '接下来有 1 场' }).waitFor();

  await page.getByRole('button', { name: '二维码' }).click();
  await page.getByRole('img', { name: '居民页面的二维码' }).waitFor();
  const address = await page.getByLabel('链接').inputValue();
  const resident = await page.context().newPage();
  await resident.goto(address);
  await resident.getByRole('heading', { name: '义诊，量血压' }).waitFor();

  await page.getByRole('button', { name: '取消“义诊，量血压”' }).click();
  await page.getByRole('button', { name: '取消这一场' }).click();
  await page.getByRole('heading', { name: '接下来有什么活动？' }).waitFor();
  await resident.reload();
  await resident.getByRole('heading', { name: '这几天的活动取消了' }).waitFor();
  await resident.close();
});

test('a calendar and a clock of 24 hours that can be typed into', async () => {
  await open('/activities/new');
  const [day, hour] = [page.getByLabel('哪天'), page.getByLabel('几点开始')];
  await page.locator('.ant-picker').nth(1).waitFor();
  await hour.fill('19:35');
  await page.keyboard.press('Enter');
  await day.click();
  await page.locator('.ant-picker-dropdown').filter({ visible: true }).first().waitFor();
  await day.fill('2031-05-06');
  await page.keyboard.press('Enter');
  await page.reload();
  await expect.poll(() => day.inputValue(), { timeout: 60_000 }).toBe('2031-05-06');
  await expect.poll(() => hour.inputValue(), { timeout: 60_000 }).toBe('19:35');
});

test('one button makes a backup', async () => {
  await open('/settings/program');
  await page.getByRole('heading', { name: '还没有备份过' }).waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '现在备份' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^heli-[0-9]{12}\.tar\.gz$/);
  expect((await stat(await download.path())).size).toBeGreaterThan(1000);
  await page.getByText('备份好了，文件在“下载”里').waitFor();
  await page.getByRole('heading', { name: /上次备份是今天/ }).waitFor();
  expect(broken).toEqual([]);
});
