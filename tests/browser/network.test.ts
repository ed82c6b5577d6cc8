import type { Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ZHOU_MIN } from '../support/cast.ts';
import { openDevice, PHONE, signIn } from './support/browser.ts';
import { openScene, type Scene } from './support/station.ts';

/** What a page says while the network is slow, and when it is lost in the middle. */
let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
}, 240_000);

afterAll(() => scene?.close());

/** A phone that has seen nothing yet: what it had seen, it would show. */
async function newPhone() {
  const phone = await openDevice(scene.browser, { ...PHONE, serviceWorkers: 'block' });
  await signIn(phone.page, scene.program.address, ZHOU_MIN);
  return phone;
}

const PAGES = [
  { what: 'the report', path: '/reports', door: '**/rpc/reports/month', words: '校验码' },
  { what: 'the people', path: '/people', door: '**/rpc/people/list', words: '刘桂珍' },
] as const;

test.each(PAGES)('$what: waits in words on a slow network, and then is there', async ({ path, door, words }) => {
  const { context, page } = await newPhone();
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  const hold = async (route: Route) => {
    await held;
    await route.continue();
  };
  await page.route(door, hold);
  await page.goto(scene.program.address + path);
  await page.getByText('正在打开').first().waitFor();
  expect(await page.getByText(words).count()).toBe(0);
  letGo();
  await page.getByText(words).first().waitFor();
  await context.close();
});

test.each(PAGES)(
  '$what: says what is wrong when the network is lost, and tries again',
  async ({ path, door, words }) => {
    const { context, page, broken } = await newPhone();
    const lose = (route: Route) => route.abort('internetdisconnected');
    await page.route(door, lose);
    await page.goto(scene.program.address + path);
    await page.getByText('现在连不上合力').first().waitFor();
    await page.unroute(door, lose);
    await page.getByRole('button', { name: '再试一次' }).first().click();
    await page.getByText(words).first().waitFor();
    expect(broken).toEqual([]);
    await context.close();
  },
);
