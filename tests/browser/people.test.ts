import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIU_GUIZHEN, LIU_ID, ZHOU_MIN } from '../support/cast.ts';
import { DESK, openDevice, outboxSays, signIn, waitUntilKept } from './support/browser.ts';
import { openScene, type Scene } from './support/station.ts';

/** A person's file in the hands of a worker: the ID number, sections, household, consent, and files that are there twice. */
let scene: Scene;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  ({ context, page } = await openDevice(scene.browser, DESK));
  await signIn(page, scene.program.address, ZHOU_MIN);
}, 240_000);
afterAll(() => scene?.close());

const open = (path: string) => page.goto(`${scene.program.address}${path}`);
const file = async () => (await scene.zhou.call('people/get', { station: scene.station, id: scene.liu })).body;
const save = async () => {
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '刘桂珍最近怎么样？' }).waitFor();
  await outboxSays(page, '都传好了').waitFor();
};
const fact = (name: string) => page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('+ dd');

test('an ID number that is miscopied is told at once; the right one is shown with its middle hidden', async () => {
  await open(`/people/${scene.liu}/edit`);
  await page.getByLabel('身份证号').fill('990101194803090020');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('alert').getByText('最后一位对不上').waitFor();
  await page.getByLabel('身份证号').fill(LIU_ID);
  await page.getByText('1948年3月9日，女').waitFor();
  await save();
  await fact('身份证号').getByText('9901 **** **** 002X').waitFor();
});

test('the whole number is shown after a question, and who looked stands on the page', async () => {
  await page.getByRole('button', { name: '看全部' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '看' }).click();
  await page.getByText(LIU_ID).waitFor();
  await page.getByRole('heading', { name: '谁看过完整身份证号' }).waitFor();
  await page.getByRole('button', { name: '收起' }).click();
  expect(await page.getByText(LIU_ID).count()).toBe(0);
});

test('a section is edited by itself: what else somebody changed meanwhile stays', async () => {
  await open(`/people/${scene.liu}`);
  await page.getByRole('link', { name: '改身体和照料' }).click();
  await page.getByLabel('身体').fill('高血压，膝盖疼');
  await page.getByRole('radio', { name: '半自理' }).check();
  const { version } = await file();
  await scene.zhou.call('people/change', { station: scene.station, id: scene.liu, version, phone: '15900008846' });
  await save();
  await fact('自理').getByText('半自理').waitFor();
  expect(await file()).toMatchObject({ health: '高血压，膝盖疼', selfCare: 'half', phone: '15900008846' });
});

test('a group has a beginning and a source', async () => {
  await page.getByRole('link', { name: '改类别和起止' }).click();
  await page.getByLabel('加一类').selectOption('低保');
  const row = page.getByRole('group', { name: '低保' });
  await row.getByLabel('从哪天起').fill('2023-04-01');
  await row.getByLabel('从哪天起').press('Tab');
  await row.getByLabel('哪里来的').fill('镇民政名单');
  await save();
  await fact('类别').getByText('镇民政名单，2023年4月起').waitFor();
});

test('a consent is recorded and taken back', async () => {
  await page.getByRole('link', { name: '记一条同意' }).click();
  await page.getByRole('radio', { name: '拍照' }).check();
  await page.getByRole('radio', { name: '口头' }).check();
  await save();
  await fact('拍照')
    .getByText(/^同意，/)
    .waitFor();
  await page.getByRole('button', { name: '收回 拍照' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '收回' }).click();
  await fact('拍照')
    .getByText(/收回了$/)
    .waitFor();
});

test('a household has a head and members', async () => {
  const id = randomUUID();
  const chen = { ...LIU_GUIZHEN, name: '陈友福', sex: 'male', groups: [] };
  await scene.zhou.call('people/add', { station: scene.station, id, ...chen });
  await page.getByRole('link', { name: '记家里人' }).click();
  await page.getByRole('combobox', { name: /加一个人/ }).fill('cyf');
  await page.getByRole('option', { name: /陈友福/ }).click();
  await page
    .getByRole('group', { name: /陈友福/ })
    .getByLabel('和户主的关系')
    .selectOption('配偶');
  await page.getByRole('button', { name: '保存' }).click();
  await fact('配偶').getByText('陈友福').waitFor();
});

test('files that may be one person stand side by side; they are merged, and the merge is taken back', async () => {
  const twin = { ...LIU_GUIZHEN, name: '刘贵珍', phone: '13711112222' };
  await scene.zhou.call('people/add', { station: scene.station, id: randomUUID(), ...twin });
  await open('/people');
  await page.getByRole('link', { name: '可能重复的资料' }).click();
  const pair = page.getByRole('region', { name: /刘.珍 刘.珍/ });
  await pair.getByText('名字同音，生日一样').waitFor();
  await pair.getByRole('button', { name: '是同一个人，合成一份' }).click();
  await page.getByText('刘贵珍合到了刘桂珍').waitFor();
  await open('/people');
  await page.getByRole('combobox').fill('2222');
  await page.getByRole('option', { name: /刘桂珍/ }).click();
  await page.getByRole('heading', { name: '合进来的资料' }).waitFor();
  await page.getByRole('button', { name: '撤回合并' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回合并' }).click();
  await page.getByRole('heading', { name: '合进来的资料' }).waitFor({ state: 'detached' });
  await open('/people/duplicates');
  await page.getByRole('button', { name: '是两个人' }).click();
  await page.getByRole('heading', { name: '没有可能重复的资料' }).waitFor();
});

test('who is added with a meeting is said to wait until it has arrived, though the list is longer than its first page', async () => {
  const nobody = { sex: 'unknown', bornOn: null, bornPrecision: null, village: null, villageGroup: '', phone: '' };
  const names = [...'甲乙丙丁戊'].flatMap((first) => [...'一二三四五六七八九十'].map((last) => `安${first}${last}`));
  const add = (name: string) =>
    scene.zhou.call('people/add', { station: scene.station, id: randomUUID(), ...nobody, name, groups: [] });
  expect((await Promise.all(names.map(add))).filter((answer) => answer.status !== 200)).toEqual([]);
  await waitUntilKept(page);
  await open('/record/meeting');
  await page.getByLabel('叫什么').fill('商量晒谷坪');
  await context.setOffline(true);
  await page.getByRole('combobox', { name: '加一个人' }).fill('周新来');
  await page.getByRole('button', { name: '名单里加“周新来”，是新来的' }).click();
  await page.getByRole('button', { name: '保存' }).click();
  await outboxSays(page, '待传 2').waitFor();
  await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '找人' }).click();
  const waiting = page.getByRole('heading', { name: '刚加的，待传' });
  await waiting.waitFor();
  await context.setOffline(false);
  await outboxSays(page, '都传好了').waitFor();
  await waiting.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '再看一些' }).click();
  await page.getByRole('link', { name: '周新来', exact: true }).waitFor();
});
