import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIU_GUIZHEN, ZHOU_MIN } from '../support/cast.ts';
import { openDevice, outboxSays, PHONE, signIn } from './support/browser.ts';
import { openScene, type Scene } from './support/station.ts';

/** Two people change one file. Nothing is overwritten unseen. */
let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  ({ page } = await openDevice(scene.browser, PHONE));
  await signIn(page, scene.program.address, ZHOU_MIN);
}, 240_000);

afterAll(() => scene?.close());

const file = () => `${scene.program.address}/people/${scene.liu}`;

async function changedElsewhere(version: number, part: object): Promise<void> {
  const answer = await scene.zhou.call('people/change', {
    station: scene.station,
    id: scene.liu,
    version,
    ...LIU_GUIZHEN,
    ...part,
  });
  expect(answer.status).toBe(200);
}

async function stands(): Promise<{ phone: string; villageGroup: string; groups: string[]; version: number }> {
  return (await scene.zhou.call('people/get', { station: scene.station, id: scene.liu })).body;
}

test('a stale edit shows both values, chooses neither, and saves what was decided', async () => {
  await page.goto(`${file()}/edit`);
  await page.getByLabel('电话').fill('13800002207');
  await page.getByLabel('组、楼栋').fill('4 组');
  await changedElsewhere(1, { phone: '15900008846' });
  await page.getByRole('button', { name: '保存' }).click();

  await page.getByRole('heading', { name: '刚才有人也改过，用哪个？' }).waitFor();
  await outboxSays(page, '1 笔没传上').waitFor();
  expect(await stands()).toMatchObject({ phone: '15900008846', villageGroup: '3 组', version: 2 });

  const phone = page.getByRole('group', { name: '电话有两个，用哪个？' });
  expect(await phone.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await phone.getByText('13800002207', { exact: true }).isVisible()).toBe(true);
  expect(await phone.getByText('15900008846', { exact: true }).isVisible()).toBe(true);
  expect(await phone.getByText(/^现在存着的，周敏改的，今天 /).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '就这样保存' }).isDisabled()).toBe(true);

  // The file below the box is the one that stands, not the one last seen here.
  await page.locator('dd', { hasText: /^15900008846/ }).waitFor();

  await phone.getByRole('radio', { name: /两个都留/ }).check();
  await page.getByRole('group', { name: '组、楼栋有两个，用哪个？' }).getByRole('radio', { name: /4 组/ }).check();
  await page.getByRole('button', { name: '就这样保存' }).click();
  await outboxSays(page, '都传好了').waitFor();
  expect(await stands()).toMatchObject({ phone: '15900008846 / 13800002207', villageGroup: '4 组', version: 3 });
  await page.getByRole('heading', { name: '刚才有人也改过，用哪个？' }).waitFor({ state: 'detached' });
});

test('a refused entry stays, says why, and can be opened again', async () => {
  await page.goto(`${file()}/visit`);
  await page.getByRole('radio', { name: '30', exact: true }).check();
  await page.getByLabel('一句话').fill('人已经不归本站了');
  await page.route('**/rpc/ledger/recordVisit', (route) =>
    route.fulfill({
      status: 404,
      contentType: 'application/json',
      body: JSON.stringify({
        json: {
          defined: true,
          code: 'not-found',
          status: 404,
          message: '没有找到这个人，或者不是本站的人。',
          data: { code: 'not-found', reason: 'unknown-person', sentence: '没有找到这个人，或者不是本站的人。' },
        },
      }),
    }),
  );
  await page.getByRole('button', { name: '保存' }).click();
  await outboxSays(page, '1 笔没传上，点开看').click();
  await page.getByText('没有找到这个人，或者不是本站的人。').waitFor();
  await page.getByRole('button', { name: '打开看看' }).click();
  expect(await page.getByLabel('一句话').inputValue()).toBe('人已经不归本站了');
  await page.unroute('**/rpc/ledger/recordVisit');
  await page.getByRole('button', { name: '保存' }).click();
  await outboxSays(page, '都传好了').waitFor();
});
