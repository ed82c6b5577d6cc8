import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ZHOU_MIN } from '../support/cast.ts';
import { openDevice, outboxSays, PHONE, signIn, waitUntilKept } from './support/browser.ts';
import { openScene, oweVisit, type Scene, visitsOf } from './support/station.ts';

/** A phone in a village without network. */
let scene: Scene;
let context: BrowserContext;
let page: Page;
let broken: string[];

beforeAll(async () => {
  scene = await openScene();
  ({ context, page, broken } = await openDevice(scene.browser, PHONE));
  await signIn(page, scene.program.address, ZHOU_MIN);
  await waitUntilKept(page);
  await page.reload();
  await page.getByRole('heading', { name: /先去谁家/ }).waitFor();
}, 240_000);

afterAll(() => scene?.close());

const about = () => ({ station: scene.station, person: scene.liu });

async function fillVisit(on: Page, note: string): Promise<void> {
  await on.getByRole('link', { name: '走访刘桂珍' }).click();
  await on.getByRole('radio', { name: '30', exact: true }).check();
  await on.getByRole('checkbox', { name: '看病拿药' }).check();
  await on.getByLabel('一句话').fill(note);
}

test('without network a visit is stored, Today counts it, and a reload still opens', async () => {
  await context.setOffline(true);
  await fillVisit(page, '没有网络时记的');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '今天走访了 1 户' }).waitFor();
  await outboxSays(page, '已存手机，待传 1').waitFor();
  await page.reload();
  await outboxSays(page, '已存手机，待传 1').waitFor();
  await page.getByRole('heading', { name: '今天走访了 1 户' }).waitFor();
  expect(await visitsOf(scene.zhou, about())).toHaveLength(1);
});

test('what waits can be looked at, and still be changed', async () => {
  await outboxSays(page, '已存手机，待传 1').click();
  await page.getByRole('heading', { name: '1 笔存在这里，等着传' }).waitFor();
  await page.getByRole('button', { name: '改', exact: true }).click();
  expect(await page.getByLabel('一句话').inputValue()).toBe('没有网络时记的');
  await page.getByLabel('一句话').fill('没有网络时记的，改过');
  await page.getByRole('button', { name: '保存' }).click();
  await outboxSays(page, '已存手机，待传 1').waitFor();
});

test('with the network back it is sent by itself, once, though two pages are open', async () => {
  const second = await context.newPage();
  await second.goto(scene.program.address);
  await outboxSays(second, '已存手机，待传 1').waitFor();
  const sent: string[] = [];
  context.on(
    'request',
    (request) =>
      request.url().endsWith('/rpc/ledger/recordVisit') && sent.push(request.headers()['idempotency-key'] ?? ''),
  );
  await context.setOffline(false);
  await outboxSays(page, '都传好了').waitFor();
  await outboxSays(second, '都传好了').waitFor();
  const visits = await visitsOf(scene.zhou, about());
  expect(visits.map((visit) => visit.note)).toEqual(['没有网络时记的，改过', '膝盖疼，药快吃完了。']);
  expect(sent).toHaveLength(1);
  await second.close();
});

test('an answer that got lost on the way does not make a second visit', async () => {
  await oweVisit(scene.zhou, about());
  await page.goto(`${scene.program.address}/people/${scene.liu}/visit`);
  await page.getByRole('radio', { name: '15', exact: true }).check();
  await page.getByLabel('一句话').fill('回话丢了一次');
  let lost = 0;
  await context.route('**/rpc/ledger/recordVisit', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: '保存' }).click();
  await outboxSays(page, '都传好了').waitFor();
  await context.unroute('**/rpc/ledger/recordVisit');
  const notes = (await visitsOf(scene.zhou, about())).map((visit) => visit.note);
  expect(lost).toBe(2);
  expect(notes.filter((note) => note === '回话丢了一次')).toHaveLength(1);
});

test('a draft survives a reload, also without network', async () => {
  await page.goto(`${scene.program.address}/people/${scene.liu}/visit`);
  await page.getByRole('radio', { name: '45', exact: true }).check();
  await page.getByLabel('一句话').fill('写到一半');
  await page.reload();
  await page.getByText('接着上次没写完的').waitFor();
  await context.setOffline(true);
  await page.reload();
  await page.getByText('接着上次没写完的').waitFor();
  expect(await page.getByLabel('一句话').inputValue()).toBe('写到一半');
  expect(await page.getByRole('radio', { name: '45', exact: true }).isChecked()).toBe(true);
  await context.setOffline(false);
});

test('without network who was seen here is found by initials, pinyin and village', async () => {
  const village = await moveLiu();
  await page.goto(`${scene.program.address}/people/${scene.liu}`);
  await page.getByText(village).first().waitFor();
  await context.setOffline(true);
  await page.goto(`${scene.program.address}/people`);
  const typed = page.getByRole('combobox');
  await typed.fill('lgy');
  await page.getByText('在这台设备看过的人里按姓名、拼音、村名找，没有找到“lgy”').waitFor();
  for (const text of ['lgz', 'liugui', village, `${village} 桂珍`]) {
    await typed.fill(text);
    await page.getByRole('option', { name: /刘桂珍/ }).waitFor();
    await typed.fill('');
    await page.getByRole('option').waitFor({ state: 'detached' });
  }
  await context.setOffline(false);
});

test('a network that has gone silent is not waited for: what was seen last stands at once', async () => {
  await page.goto(scene.program.address);
  await page.getByRole('heading', { name: /走访/ }).waitFor();
  await context.route('**/rpc/**', () => {});
  await page.reload();
  await page.getByRole('heading', { name: /走访/ }).waitFor({ timeout: 20_000 }); // a silent network is given up after 30 s
  await context.unroute('**/rpc/**');
  await page.goto(`${scene.program.address}/people/${scene.liu}/visit`);
});

test('another person: what was written moves along', async () => {
  await page.getByRole('link', { name: '换个人' }).click();
  await page.getByRole('link', { name: '加一个人' }).click();
  await page.getByLabel('姓名').fill('谢德生');
  await page.getByRole('button', { name: '保存' }).click();
  await outboxSays(page, '都传好了').waitFor();
  await page.goto(`${scene.program.address}/record?from=${scene.liu}`);
  await page.getByRole('combobox').fill('xds');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /走访谢德生/ }).waitFor();
  expect(await page.getByLabel('一句话').inputValue()).toBe('写到一半');
});

test('signing out with something unsent says so, and the device forgets the rest', async () => {
  await context.setOffline(true);
  await page.getByRole('button', { name: '保存' }).click();
  await outboxSays(page, '已存手机，待传 1').waitFor();
  await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '设置' }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByText('还有 1 笔没传上去').waitFor();
  await page.getByRole('button', { name: '不了，返回' }).click();
  await context.setOffline(false);
  await page.goto(scene.program.address);
  await outboxSays(page, '都传好了').waitFor();
  await page.goto(`${scene.program.address}/settings`);
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
  expect(await keptOnDevice()).toEqual({ outbox: 0, drafts: 0, kept: 0 });
  expect(broken).toEqual([]);
});

/** 刘桂珍 moves to the first village of the station; its short name. */
async function moveLiu(): Promise<string> {
  const { station } = scene;
  const [{ code, name }] = (await scene.zhou.call('places/villages', { station })).body.items;
  const { version } = (await scene.zhou.call('people/get', { station, id: scene.liu })).body;
  const moved = await scene.zhou.call('people/change', { station, id: scene.liu, version, village: code });
  expect(moved.status).toBe(200);
  return (name as string).replace(/(村民|居民|社区居民)委员会$/, '');
}

/** How much the device still holds. */
function keptOnDevice(): Promise<Record<string, number>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, number>>((resolve, reject) => {
        const opening = indexedDB.open('heli');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counts: Record<string, number> = {};
          const names = [...opening.result.objectStoreNames];
          const transaction = opening.result.transaction(names);
          for (const name of names) {
            const counting = transaction.objectStore(name).count();
            counting.onsuccess = () => (counts[name] = counting.result);
          }
          transaction.oncomplete = () => resolve(counts);
        };
      }),
  );
}
