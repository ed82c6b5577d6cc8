import { createHmac } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ZHOU_MIN } from '../support/cast.ts';
import { DESK, openDevice, PHONE, signIn } from './support/browser.ts';
import { openScene, type Scene } from './support/station.ts';

/** Coming in: passwords, codes, invitations; and how a device shows things. */
let scene: Scene;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  ({ context, page } = await openDevice(scene.browser, DESK));
}, 240_000);

afterAll(() => scene?.close());

test('a wrong password says so in a sentence, and asks to go where one wanted afterwards', async () => {
  await page.goto(`${scene.program.address}/activities`);
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await page.getByLabel('账号或手机号').fill('周敏');
  await page.getByLabel('密码', { exact: true }).fill('不是这个密码');
  await page.getByRole('button', { name: '登录' }).click();
  expect(await page.getByRole('alert').textContent()).toBe('账号或密码不对。');
  await page.getByLabel('密码', { exact: true }).fill(ZHOU_MIN.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: /接下来有什么活动/ }).waitFor();
});

test('an answer from before the sign-in that comes after it signs nobody out', async () => {
  const phone = await openDevice(scene.browser, PHONE);
  let answer = () => {};
  const answered = new Promise<void>((done) => (answer = done));
  const asked = phone.page.waitForRequest('**/rpc/access/installation');
  await phone.page.route('**/rpc/access/installation', (route) => answered.then(() => route.continue()));
  await phone.page.goto(`${scene.program.address}/sign-in`);
  await asked;
  await phone.page.getByLabel('账号或手机号').fill('周敏');
  await phone.page.getByLabel('密码', { exact: true }).fill(ZHOU_MIN.password);
  await phone.page.getByRole('button', { name: '登录' }).click();
  await phone.page.getByRole('heading', { name: /先去谁家/ }).waitFor();
  const come = phone.page.waitForResponse('**/rpc/access/installation');
  answer();
  await (await come).finished();
  await phone.page.waitForTimeout(300);
  expect(await phone.page.getByRole('heading', { name: /先去谁家/ }).isVisible()).toBe(true);
  await phone.context.close();
});

test('an invitation is a link that works once', async () => {
  await page.goto(`${scene.program.address}/settings/colleagues`);
  await page.getByRole('button', { name: '请人进来' }).click();
  await page.getByLabel('姓名').fill('何晓川');
  await page.getByRole('radio', { name: '驻站社工' }).check();
  await page.getByRole('button', { name: '生成邀请' }).click();
  await page.getByRole('img', { name: '给何晓川的邀请码' }).waitFor();
  const link = await page.getByLabel('链接').inputValue();

  const phone = await openDevice(scene.browser, PHONE);
  await phone.page.goto(link);
  await phone.page.getByRole('heading', { name: '何晓川，请您加入清河镇社工站' }).waitFor();
  await phone.page.getByLabel('账号名').fill('何晓川');
  await phone.page.getByLabel('密码').fill('河口社区的路灯装好了');
  await phone.page.getByRole('button', { name: '加入' }).click();
  await phone.page.getByRole('heading', { name: /先去谁家/ }).waitFor();
  await phone.page.goto(link);
  await phone.page.getByRole('heading', { name: '这个邀请用不了' }).waitFor();
  await phone.context.close();

  await page.reload();
  await page.getByRole('heading', { name: '2 位同事在这里工作' }).waitFor();
  await page.getByText('已经加入').waitFor();
});

test('a lost phone is signed out from here', async () => {
  const phone = await openDevice(scene.browser, PHONE);
  await signIn(phone.page, scene.program.address, ZHOU_MIN);
  await page.goto(`${scene.program.address}/settings/account`);
  const elsewhere = page.getByRole('button', { name: '让它退出' });
  const before = await elsewhere
    .first()
    .waitFor()
    .then(() => elsewhere.count());
  await elsewhere.first().click();
  await expect.poll(() => elsewhere.count()).toBe(before - 1);
  for (let left = before - 1; left > 0; left--) {
    await elsewhere.first().click();
    await expect.poll(() => elsewhere.count()).toBe(left - 1);
  }
  await phone.page.goto(scene.program.address);
  await phone.page.getByRole('heading', { name: '登录' }).waitFor();
  await phone.context.close();
});

test('two-step sign-in asks for the code of the phone', async () => {
  await page.goto(`${scene.program.address}/settings/account`);
  const section = page.locator('section', { hasText: '登录时再输 6 位码' });
  await section.getByLabel('现在的密码').fill(ZHOU_MIN.password);
  await section.getByRole('button', { name: '打开' }).click();
  const secret = /：([A-Z2-7]+)/.exec((await page.getByText('扫不了就手工输入').textContent()) ?? '')?.[1] ?? '';
  await page.getByLabel('6 位码').fill(codeNow(secret));
  await page.getByRole('button', { name: '确认打开' }).click();
  await page.getByRole('button', { name: '收好了' }).waitFor();
  const codes = await page.locator('.backup-codes li').allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole('button', { name: '收好了' }).click();
  await page.getByText('已经打开').waitFor();
  expect(await page.locator('.backup-codes').count()).toBe(0);

  const phone = await openDevice(scene.browser, PHONE);
  await phone.page.goto(`${scene.program.address}/sign-in`);
  await phone.page.getByLabel('账号或手机号').fill('周敏');
  await phone.page.getByLabel('密码', { exact: true }).fill(ZHOU_MIN.password);
  await phone.page.getByRole('button', { name: '登录' }).click();
  await phone.page.getByRole('heading', { name: '再输一次 6 位码' }).waitFor();
  await phone.page.getByLabel('6 位码').fill('000000');
  await phone.page.getByRole('button', { name: '登录' }).click();
  expect(await phone.page.getByRole('alert').textContent()).toContain('验证码不对');
  await phone.page.getByLabel('6 位码').fill(codeNow(secret));
  await phone.page.getByRole('button', { name: '登录' }).click();
  await phone.page.getByRole('heading', { name: /先去谁家/ }).waitFor();
  await phone.context.close();
  await signInWithoutPhone(codes[0] ?? '');

  await section.getByLabel('现在的密码').fill(ZHOU_MIN.password);
  await section.getByRole('button', { name: '关掉' }).click();
  await section.getByRole('button', { name: '打开' }).waitFor();
});

test('English and back; the choice is kept', async () => {
  await page.goto(`${scene.program.address}/settings`);
  await page.getByRole('radio', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await page.goto(scene.program.address);
  await page.getByRole('heading', { name: '1 household to visit today' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.goto(`${scene.program.address}/settings`);
  await page.getByRole('radio', { name: '中文' }).click();
  await page.getByRole('heading', { name: '设置', exact: true }).waitFor();
});

test('large type makes everything larger and hides nothing', async () => {
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await page.getByRole('radio', { name: '大字' }).check();
  expect(await size()).toBeGreaterThanOrEqual(before * 1.25);
  await page.reload();
  expect(await size()).toBeGreaterThanOrEqual(before * 1.25);
  await page.getByRole('heading', { name: '设置', exact: true }).waitFor();
  for (const name of ['今日', '找人', '记一笔', '活动', '设置']) {
    expect(await page.getByRole('link', { name, exact: true }).filter({ visible: true }).count()).toBe(1);
  }
  await page.getByRole('radio', { name: '平常' }).check();
});

test('by keyboard alone: sign in, find a person by initials, record a visit', async () => {
  const desk = await openDevice(scene.browser, DESK);
  const keys = desk.page.keyboard;
  await desk.page.goto(`${scene.program.address}/sign-in`);
  await desk.page.getByRole('heading', { name: '登录' }).waitFor();
  await keys.insertText('周敏');
  await keys.press('Tab');
  await keys.insertText(ZHOU_MIN.password);
  await keys.press('Enter');
  await desk.page.getByRole('heading', { name: /先去谁家/ }).waitFor();

  await tabTo(desk.page, '记一笔');
  await keys.press('Enter');
  await desk.page.getByRole('heading', { name: /去了谁家/ }).waitFor();
  await keys.type('lgz');
  await keys.press('Enter');
  await desk.page.getByRole('heading', { name: /走访刘桂珍/ }).waitFor();
  await tabTo(desk.page, '15');
  await keys.press('Space');
  await keys.press('ArrowRight');
  expect(await desk.page.getByRole('radio', { name: '30', exact: true }).isChecked()).toBe(true);
  await tabTo(desk.page, '看病拿药');
  await keys.press('Space');
  await tabTo(desk.page, '一句话');
  await keys.insertText('只用键盘记的');
  await keys.press('Tab');
  await keys.press('Space');
  await tabTo(desk.page, '保存');
  await keys.press('Enter');
  await desk.page.getByRole('heading', { name: '今天走访了 1 户' }).waitFor();
  await desk.context.close();
});

test('without a sign-in no page of the staff opens', async () => {
  await context.clearCookies();
  await page.goto(`${scene.program.address}/people`);
  await page.getByRole('heading', { name: '登录' }).waitFor();
});

/** The phone is lost: the password, then one of the backup codes, typed without its hyphen. */
async function signInWithoutPhone(code: string): Promise<void> {
  const other = await openDevice(scene.browser, DESK);
  await other.page.goto(`${scene.program.address}/sign-in`);
  await other.page.getByLabel('账号或手机号').fill('周敏');
  await other.page.getByLabel('密码', { exact: true }).fill(ZHOU_MIN.password);
  await other.page.getByRole('button', { name: '登录' }).click();
  await other.page.getByRole('button', { name: '手机不在手边，用备用码' }).click();
  await other.page.getByLabel('备用码').fill(code.replace('-', ''));
  await other.page.getByRole('button', { name: '登录', exact: true }).click();
  await other.page.getByRole('heading', { name: /先去谁家/ }).waitFor();
  await other.context.close();
}

/** Presses Tab until what is named has the focus. */
async function tabTo(on: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await on.keyboard.press('Tab');
    const focused = await on.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      return at ? (at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? at.textContent) : '';
    });
    if (focused?.trim() === name) return;
  }
  throw new Error(`never came to ${name} by Tab`);
}

/** The six digits an authenticator shows now (RFC 6238). */
function codeNow(secret: string): string {
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
