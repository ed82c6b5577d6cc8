import type { Browser, Page } from 'playwright-core';
import { countTaps } from './support/taps.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClient, type TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { builtPages } from './support/built.ts';
import { openBrowser, openDevice, outboxSays, PHONE } from './support/browser.ts';

/** From the first visit of all to the first visit recorded: what a station does on its first morning. */
let program: TestProgram;
let browser: Browser;
let page: Page;
let broken: string[];

beforeAll(async () => {
  await builtPages();
  program = await startProgram();
  browser = await openBrowser();
  ({ page, broken } = await openDevice(browser, PHONE));
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const PASSWORD = '柳塘村的晒谷坪下雨就淹';

async function chooseArea(label: string, typed: string, name: string): Promise<void> {
  await page.getByLabel(label).fill(typed);
  await page.getByRole('option', { name, exact: true }).click();
}

test('an empty installation asks where to start', async () => {
  await page.goto(program.address);
  await page.getByRole('heading', { name: '从哪里开始？' }).waitFor();
  expect(await page.getByRole('button', { name: '看演示县' }).isVisible()).toBe(true);
  await page.getByRole('link', { name: '建我的站点' }).click();
});

test('set-up says at once everything that is missing', async () => {
  await page.getByRole('button', { name: '建好站点' }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  const told = await alert.getByRole('link').allTextContents();
  expect(told.map((sentence) => sentence.replaceAll('\u00a0', ' '))).toEqual([
    '从省选到乡镇，四级都要选。',
    '写上名称，至少两个字。',
    '写上承接机构，至少两个字。',
    '写上姓名。',
    '账号名用 2 到 30 个汉字、字母或数字，中间不空格。',
    '密码至少 8 位。',
  ]);
});

test('a station is set up by four levels, names and an account', async () => {
  await chooseArea('省', '湖南', '湖南省');
  await chooseArea('市、州', '长沙', '长沙市');
  await chooseArea('县、区', '浏阳', '浏阳市');
  await chooseArea('乡镇、街道', '大瑶', '大瑶镇');
  expect(await page.getByLabel('站名').inputValue()).toBe('大瑶镇社会工作服务站');
  await page.getByLabel('承接机构').fill('合力社工服务中心');
  await page.getByLabel('姓名').fill('周敏');
  await page.getByLabel('账号名').fill('周敏');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '建好站点' }).click();
  await page.getByRole('heading', { name: /现在的 Excel 怎么办/ }).waitFor();
});

test('a first person needs a name only', async () => {
  await page.getByRole('link', { name: '先加一个人' }).click();
  await page.getByRole('button', { name: '保存' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('写上姓名');
  await page.getByLabel('姓名').fill('刘桂珍');
  await page.getByRole('radio', { name: '女', exact: true }).check();
  await page.getByLabel('出生日期').fill('1948-3-9');
  expect(await page.getByText('1948年3月9日').isVisible()).toBe(true);
  await page.getByRole('checkbox', { name: '独居老人' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '刘桂珍最近怎么样？' }).waitFor();
  await outboxSays(page, '都传好了').waitFor();
});

test('a visit due today is recorded in six taps and stands under what was recorded today', async () => {
  await owedToday(await asZhou());
  await page.goto(program.address);
  await page.getByRole('heading', { name: '今天走访 1 户，先去谁家？' }).waitFor();
  const taps = await countTaps(page);

  await page.getByRole('link', { name: '走访刘桂珍' }).tap();
  await page.getByRole('radio', { name: '30', exact: true }).tap();
  await page.getByRole('checkbox', { name: '看病拿药' }).tap();
  await page.getByLabel('一句话').tap();
  await page.keyboard.insertText('降压药还剩 5 天，女儿周末回来带她去卫生院。');
  await page.getByRole('radio', { name: /30.天/ }).tap();
  await page.getByRole('button', { name: '保存' }).tap();

  await page.getByRole('heading', { name: '今天走访了 1 户' }).waitFor();
  expect(await taps()).toBe(6);
  await outboxSays(page, '都传好了').waitFor();
  await page.getByRole('button', { name: '走访 2 次' }).tap();
  await page.getByText('降压药还剩 5 天，女儿周末回来带她去卫生院。').waitFor();
  expect(broken).toEqual([]);
});

test('what was recorded today opens from there, and its way back leads to the person', async () => {
  await page.getByRole('link', { name: '刘桂珍', exact: true }).first().tap();
  await page.getByRole('link', { name: '改', exact: true }).waitFor();
  await page.getByRole('link', { name: '刘桂珍', exact: true }).first().tap();
  await page.getByRole('heading', { name: '刘桂珍最近怎么样？' }).waitFor();
});

test('what is written without being asked is opened into sight, with the focus in it', async () => {
  await page.getByRole('link', { name: '走访', exact: true }).tap();
  await page.getByRole('button', { name: '改已写好的' }).tap();
  const day = page.getByLabel('哪天去的');
  expect(await day.evaluate((field) => field === document.activeElement)).toBe(true);
  const [field, bar] = await Promise.all([day.boundingBox(), page.locator('.save-bar').boundingBox()]);
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
  await page.getByRole('button', { name: '改已写好的' }).tap();
  await day.waitFor({ state: 'detached' });
});

test('the file of the person shows it, with the day of the next visit', async () => {
  await page.goto(`${program.address}/people`);
  await page.getByRole('link', { name: '刘桂珍', exact: true }).click();
  await page.getByText('还有 30 天').waitFor();
  await page.getByText('降压药还剩 5 天').waitFor();
});

async function asZhou(): Promise<TestClient> {
  const zhou = openClient(program.address);
  await zhou.call('access/signIn', { login: '周敏', password: PASSWORD });
  return zhou;
}

/** An earlier visit that promised to come again today. */
async function owedToday(zhou: TestClient): Promise<void> {
  const station = (await zhou.call('access/me')).body.stations[0].id;
  const person = (await zhou.call('people/search', { station, text: 'lgz' })).body.items[0].id;
  const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
  const startedAt = new Date(Date.now() - 30 * 86_400_000).toISOString();
  const visit = {
    station,
    id: crypto.randomUUID(),
    person,
    startedAt,
    minutes: 30,
    needs: ['medical'],
    note: '膝盖疼，药快吃完了。',
    nextOn: today,
  };
  expect((await zhou.call('ledger/recordVisit', visit)).status).toBe(200);
}
