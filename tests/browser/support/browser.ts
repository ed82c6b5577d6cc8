import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';

const PLACES = [
  process.env.HELI_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium of this machine. Without one the tests say how to get it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath) {
    throw new Error(
      'No Chromium found. Install one (Debian: apt-get install chromium) or set HELI_CHROMIUM to its path.',
    );
  }
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
export const DESK = { viewport: { width: 1280, height: 900 } };

const CHINA: BrowserContextOptions = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

/** Somebody's device. Whatever breaks in a page breaks the test, not silently. */
export async function openDevice(
  browser: Browser,
  options: BrowserContextOptions,
): Promise<{ context: BrowserContext; page: Page; broken: string[] }> {
  const context = await browser.newContext({ ...CHINA, ...options });
  context.setDefaultTimeout(60_000);
  await answerLate(context);
  const broken: string[] = [];
  context.on('weberror', (error) => broken.push(String(error.error())));
  const page = await context.newPage();
  return { context, page, broken };
}

/**
 * With HELI_LATE=500 every answer of the program comes up to 500 ms late, each by chance: what hangs on the order of
 * answers, in a page or in its test, is found out.
 */
async function answerLate(context: BrowserContext): Promise<void> {
  const most = Number(process.env.HELI_LATE ?? 0);
  if (most === 0) return;
  await context.route('**/{rpc,api}/**', async (route) => {
    await new Promise((done) => setTimeout(done, Math.random() * most));
    await route.fallback().catch(() => {}); // the page may have been left meanwhile
  });
}

/** Signs in on a device as somebody of the cast. */
export async function signIn(page: Page, address: string, who: { username: string; password: string }): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('账号或手机号').fill(who.username);
  await page.getByLabel('密码', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1, name: /先去谁家|先从谁家开始|约好的走访|今天走访了|站点/ }).waitFor();
}

/** The line about what has been sent, wherever it stands: at the top of a phone, in the rail of a desk. */
export function outboxSays(page: Page, words: string): Locator {
  return page.getByText(words).filter({ visible: true });
}

/** Waits until the pages are kept on the device, so that they open without network. */
export async function waitUntilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    if (registration.active?.state === 'activated') return;
    await new Promise((done) => registration.active?.addEventListener('statechange', done, { once: true }));
  });
}
