import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, openDevice, PHONE, signIn } from './support/browser.ts';
import { PIXEL } from '../doors/samples-ledger.ts';
import { ZHOU_MIN } from '../support/cast.ts';
import { chinaDay, openScene, type Scene } from './support/station.ts';

/** What residents see, with an old phone and no account. */
let scene: Scene;
let page: Page;
let broken: string[];
let address: string;

beforeAll(async () => {
  scene = await openScene();
  ({ page, broken } = await openDevice(scene.browser, PHONE));
  const { slug } = (await scene.zhou.call('places/station', { station: scene.station })).body;
  address = `${scene.program.address}/c/${slug}`;
}, 240_000);

afterAll(() => scene?.close());

test('without notices it says so and does not pretend', async () => {
  await page.goto(address);
  await page.getByRole('heading', { name: '这几天还没有活动' }).waitFor();
  expect(await page.getByRole('link', { name: /打电话/ }).count()).toBe(0);
});

test('what is on, where, and a button that calls', async () => {
  const { station, zhou } = scene;
  await zhou.call('places/changeStation', {
    station,
    version: 1,
    name: '清河镇社工站',
    phone: '0731-8888 1234',
    address: '清河镇老供销社二楼',
  });
  const notice = {
    station,
    id: randomUUID(),
    title: '义诊，量血压',
    startsAt: `${chinaDay(2)}T09:00:00+08:00`,
    place: '柳塘村晒谷坪',
    note: '不用登记，不收钱',
  };
  expect((await zhou.call('activities/announce', notice)).status).toBe(200);
  await page.reload();
  await page.getByRole('heading', { name: '这几天，家门口有什么？' }).waitFor();
  expect(await page.getByText('清河镇社工站').isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: '义诊，量血压' }).isVisible()).toBe(true);
  expect(await page.getByText('上午 9 点，柳塘村晒谷坪').isVisible()).toBe(true);
  expect(await page.getByText('清河镇老供销社二楼').isVisible()).toBe(true);
  expect(await page.getByRole('link', { name: /打电话/ }).getAttribute('href')).toBe('tel:07318888' + '1234');
});

test('larger still, and in English', async () => {
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  expect(await size()).toBeGreaterThanOrEqual(19);
  await page.getByRole('button', { name: '字再大些' }).click();
  expect(await size()).toBeGreaterThanOrEqual(24);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'What is on near you?' }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: '字小一些' }).click();
});

test('what was done and what works cost, told by the station; pictures come when they are asked for', async () => {
  const { station, zhou, liu } = scene;
  const [project, event, photo] = [randomUUID(), randomUUID(), randomUUID()];
  const must = async (name: string, input: object) =>
    expect([name, (await zhou.call(name, { station, ...input })).status]).toEqual([name, 200]);
  await must('projects/add', { id: project, kind: 'micro-work', name: '晒谷坪排水沟', state: 'building' });
  const startedAt = new Date(Date.now() - 86_400_000).toISOString();
  await must('ledger/record', {
    ...{ id: event, kind: 'work-day', title: '修水沟', startedAt, minutes: 60, project, present: [{ person: liu }] },
    expenses: [{ amount: 2320, budgetLine: '材料', what: '水泥' }],
  });
  const picture = { kind: 'photo', name: '水沟.png', type: 'image/png', content: PIXEL, consent: true };
  await must('ledger/attach', { id: photo, event, ...picture });
  const staff = await openDevice(scene.browser, DESK);
  await signIn(staff.page, scene.program.address, ZHOU_MIN);
  await staff.page.goto(`${scene.program.address}/events/${event}`);
  await staff.page.getByRole('link', { name: '告诉居民' }).click();
  await staff.page.getByLabel('一句话').fill('沟修好了。');
  await staff.page.getByLabel('水沟.png').check();
  await staff.page.getByRole('button', { name: '放到居民页' }).click();
  await staff.page.getByText('里面认得出的人都同意了才行').waitFor();
  await staff.page.getByLabel(/都同意给所有人看/).check();
  await staff.page.getByRole('button', { name: '放到居民页' }).click();
  await staff.page.waitForURL(/activities/);
  await staff.context.close();
  await page.goto(address);
  await page.getByRole('heading', { name: '修水沟' }).waitFor();
  expect(await page.getByText('2,320').isVisible()).toBe(true);
  expect(await page.locator('.resident-phases [aria-current]').textContent()).toBe('做');
  expect(await page.getByRole('img', { name: '修水沟的照片' }).count()).toBe(0);
  await page.getByRole('button', { name: /看.1.张照片/ }).click();
  await page.getByRole('img', { name: '修水沟的照片' }).waitFor();
});

test('one tap says that she comes; a lost answer does not count twice; she may take it back', async () => {
  await page.getByRole('button', { name: '我要去：义诊，量血压' }).click();
  await page.getByRole('button', { name: '说好了，我去' }).click();
  await page.getByText('写上怎么称呼您').waitFor();
  await page.getByLabel('怎么称呼您').fill('张婶');
  await page.getByRole('button', { name: '多一个' }).click();
  await page.route('**/api/public/coming', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: '说好了，我去' }).click();
  await page.getByText('没有送到').waitFor();
  await page.unroute('**/api/public/coming');
  await page.getByRole('button', { name: '说好了，我去' }).click();
  await page.getByText(/说好了：张婶，2.人/).waitFor();
  const comes = async () => (await scene.zhou.call('activities/notices', { station: scene.station })).body.items[0];
  expect(await comes()).toMatchObject({ title: '义诊，量血压', coming: 2 });
  await page.reload();
  await page.getByRole('button', { name: '不去了' }).click();
  await page.getByRole('button', { name: '我要去：义诊，量血压' }).waitFor();
  expect(await comes()).toMatchObject({ coming: 0 });
});

test('a reminder is a calendar file that the phone opens', async () => {
  const remind = page.getByRole('link', { name: '提醒我：义诊，量血压' });
  const file = await fetch(new URL((await remind.getAttribute('href')) ?? '', address));
  expect(await file.text()).toContain('SUMMARY:义诊，量血压');
});

test('proposes something, gets a number, and reads the worker’s answer by it', async () => {
  await page.getByRole('link', { name: '我来提一件事' }).click();
  await page.getByRole('heading', { name: '您想提什么事？' }).waitFor();
  await page.getByText('名字、电话只有社工站看得到，办完 30 天后删掉').waitFor();
  await page.getByRole('button', { name: '交给社工站' }).click();
  await page.getByText('写上是什么事').waitFor();
  await page.getByLabel('什么事', { exact: true }).fill('村口路灯坏了三盏');
  await page.getByRole('button', { name: '交给社工站' }).click();
  await page.getByRole('heading', { name: '谢谢您，记下了' }).waitFor();
  const code = ((await page.locator('.resident-money strong').textContent()) ?? '').replaceAll(' ', '');
  expect(code).toMatch(/^[0-9]{10}$/);
  const staff = await openDevice(scene.browser, PHONE);
  await signIn(staff.page, scene.program.address, ZHOU_MIN);
  await staff.page.getByText(/1.件等着答复/).waitFor();
  await staff.page.getByRole('link', { name: '居民提的事' }).click();
  await staff.page.getByRole('button', { name: '看过了' }).click();
  await staff.page.getByRole('button', { name: '看过了' }).waitFor({ state: 'detached' });
  await staff.page.getByRole('button', { name: '答复：村口路灯坏了三盏' }).click();
  await staff.page.getByRole('button', { name: '答复居民' }).click();
  await staff.page.getByText('写一句，居民才知道为什么').waitFor();
  await staff.page.getByRole('radio', { name: '正在办' }).check();
  await staff.page.getByLabel('怎么答复').fill('报给镇里了，下周来修。');
  expect(await staff.page.getByLabel('还没办完，哪天前再答复居民').inputValue()).toBe(chinaDay(14));
  await staff.page.getByRole('button', { name: '答复居民' }).click();
  await staff.page.getByLabel('怎么答复').waitFor({ state: 'detached' });
  await staff.page.getByText(/前再答复/).waitFor();
  await staff.page.getByRole('heading', { name: /居民提的事，1.件还没办完/ }).waitFor();
  expect(staff.broken).toEqual([]);
  await staff.context.close();
  await page.getByRole('link', { name: '回到社工站的页面' }).click();
  await page.getByRole('button', { name: '查答复：村口路灯坏了三盏' }).click();
  await page.getByText('报给镇里了，下周来修。').waitFor();
  await page.getByText(/前再答复您/).waitFor();
  await page.getByLabel('查答复的号码，10 位数字').fill('0000000000');
  await page.getByRole('button', { name: '查答复', exact: true }).click();
  await page.getByText('没有这个号码').waitFor();
  await page.getByLabel('查答复的号码，10 位数字').fill(`${code.slice(0, 4)} ${code.slice(4)}`);
  await page.getByRole('button', { name: '查答复', exact: true }).click();
  await expect.poll(() => page.getByText('报给镇里了，下周来修。').count()).toBe(2);
});

test('a worker strikes out a proposal, after being asked; its number says so', async () => {
  await page.getByRole('link', { name: '我来提一件事' }).click();
  await page.getByLabel('什么事', { exact: true }).fill('加微信领奖');
  await page.getByRole('button', { name: '交给社工站' }).click();
  await page.getByRole('heading', { name: '谢谢您，记下了' }).waitFor();
  const staff = await openDevice(scene.browser, DESK);
  await signIn(staff.page, scene.program.address, ZHOU_MIN);
  await staff.page.goto(`${scene.program.address}/proposals`);
  await staff.page.getByRole('button', { name: '删掉：加微信领奖' }).click();
  await staff.page.getByRole('dialog').getByRole('button', { name: '删掉' }).click();
  await staff.page.getByText('加微信领奖').waitFor({ state: 'detached' });
  expect(staff.broken).toEqual([]);
  await staff.context.close();
  await page.getByRole('link', { name: '回到社工站的页面' }).click();
  await page.getByRole('button', { name: '查答复：加微信领奖' }).click();
  await page.getByText('社工站把这一件删掉了').waitFor();
});

test('the next one who holds the phone finds nothing of the one before', async () => {
  await page.getByRole('link', { name: '我来提一件事' }).click();
  await page.getByLabel('什么事', { exact: true }).fill('不想让人看到');
  await page.getByLabel('怎么称呼您（不填也行）').fill('张婶');
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await expect.poll(() => page.getByLabel('什么事', { exact: true }).inputValue()).toBe('');
  expect(await page.getByLabel('怎么称呼您（不填也行）').inputValue()).toBe('');
  await page.getByRole('link', { name: '返回' }).click();
  await page.getByText('村口路灯坏了三盏').waitFor();
  await page.getByRole('button', { name: '从这部手机上抹掉我说过的' }).click();
  await page.getByText('村口路灯坏了三盏').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key !== 'heli-preferences'))).toEqual([]);
});

test('what is on stands in the page before any script has come', async () => {
  const html = await (await fetch(address)).text();
  expect(html).toContain('<h2>义诊，量血压</h2>');
  expect(html).toContain('href="tel:073188881234"');
  expect(html).not.toContain('刘桂珍');
});

test('names nobody, asks for no account, sets no cookie', async () => {
  expect(await page.getByText('刘桂珍').count()).toBe(0);
  expect(await page.context().cookies()).toEqual([]);
});

test('called off: the worker is shown whom to ring, and the page says so to those who come', async () => {
  const { station, zhou } = scene;
  await page.getByRole('button', { name: '我要去：义诊，量血压' }).click();
  await page.getByLabel('怎么称呼您').fill('老李');
  await page.getByLabel('电话（不填也行）').fill('138 0000 1111');
  await page.getByRole('button', { name: '说好了，我去' }).click();
  await page.getByText(/说好了：老李/).waitFor();
  await page.getByRole('button', { name: '从这部手机上抹掉我说过的' }).waitFor();
  const staff = await openDevice(scene.browser, DESK);
  await signIn(staff.page, scene.program.address, ZHOU_MIN);
  await staff.page.goto(`${scene.program.address}/activities`);
  await staff.page.getByRole('button', { name: '取消“义诊，量血压”' }).click();
  const dialog = staff.page.getByRole('dialog');
  await dialog.getByText(/有.1.人说过要来/).waitFor();
  expect(await dialog.getByRole('link', { name: '138 0000 1111' }).getAttribute('href')).toBe('tel:13800001111');
  await dialog.getByRole('button', { name: '取消这一场' }).click();
  await expect
    .poll(async () => (await zhou.call('activities/notices', { station })).body.items.some((one: any) => one.cancelled))
    .toBe(true);
  expect(staff.broken).toEqual([]);
  await staff.context.close();
  await page.reload();
  await page.getByText('这一场取消了，您不用来了').waitFor();
  expect(await page.getByRole('button', { name: /我要去/ }).count()).toBe(0);
  expect(await (await fetch(address)).text()).toContain('<h2>义诊，量血压</h2><p class="resident-off">取消了</p>');
});

test('a wrong address says what to do', async () => {
  await page.goto(`${scene.program.address}/c/nowhere`);
  await page.getByRole('heading', { name: '没有找到这个社工站' }).waitFor();
  expect(broken).toEqual([]);
});
