import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIU_GUIZHEN, LIU_ID, ZHOU_MIN } from '../support/cast.ts';
import { faults } from './support/axe.ts';
import { DESK, openDevice, PHONE, signIn } from './support/browser.ts';
import { chinaDay, openScene, type Scene } from './support/station.ts';

/** Every screen, in light and dark, on a phone and on a desk: readable, reachable, never wider than its screen. */
let scene: Scene;
let slug: string;
let token: string;
const workDay = randomUUID();

beforeAll(async () => {
  scene = await openScene();
  const { zhou, station } = scene;
  ({ slug } = (await zhou.call('places/station', { station })).body);
  await zhou.call('activities/announce', {
    station,
    id: randomUUID(),
    title: '义诊，量血压',
    startsAt: `${chinaDay(1)}T09:00:00+08:00`,
    place: '柳塘村晒谷坪',
    note: '不用登记，不收钱',
  });
  const act = { kind: 'work-day', title: '修水沟', startedAt: new Date().toISOString(), minutes: 60, unnamed: 5 };
  await zhou.call('ledger/record', { station, id: workDay, ...act });
  await fillFile(scene);
  ({ token } = (await zhou.call('access/invite', { station, id: randomUUID(), name: '何晓川', role: 'worker' })).body);
}, 240_000);

/** 刘桂珍's file has something of everything, and there is another one that may be hers. */
async function fillFile({ zhou, station, liu }: Scene): Promise<void> {
  const contact = { kind: 'carer', person: null, name: '黄玉梅', relation: '隔壁', phone: '13800002207' };
  const memberships = [{ code: 'dibao', startsOn: '2023-04-01', endsOn: null, source: '镇民政名单' }];
  const change = { idNumber: LIU_ID, contacts: [contact], memberships, health: '高血压', notAlone: true };
  await zhou.call('people/change', { station, id: liu, version: 1, ...change });
  const consent = { purpose: 'photo', agreed: true, givenBy: 'self', giver: '', how: 'paper', untilOn: null, note: '' };
  await zhou.call('people/recordConsent', {
    station,
    id: randomUUID(),
    person: liu,
    givenOn: '2025-03-01',
    ...consent,
  });
  await zhou.call('people/revealIdNumber', { station, id: liu });
  const members = [{ person: liu, relation: 'head' }];
  await zhou.call('people/saveHousehold', { station, id: randomUUID(), note: '', members });
  await zhou.call('people/add', { station, id: randomUUID(), ...LIU_GUIZHEN, name: '刘贵珍' });
}

afterAll(() => scene?.close());

interface Screen {
  name: string;
  path: () => string;
  /** What is on it once it has come. */
  heading: RegExp;
  act?: (page: Page) => Promise<void>;
}

const STAFF: Screen[] = [
  {
    name: 'today',
    path: () => '/',
    heading: /先去谁家/,
    act: (page) => page.getByRole('button', { name: /^走访 \d+ 次/ }).click(),
  },
  {
    name: 'people',
    path: () => '/people',
    heading: /找谁/,
    act: (page) => page.getByRole('link', { name: '刘桂珍' }).first().waitFor(),
  },
  { name: 'searching', path: () => '/people', heading: /找谁/, act: searchLiu },
  {
    name: 'person',
    path: () => `/people/${scene.liu}`,
    heading: /最近怎么样/,
    act: (page) => page.getByText('膝盖疼').first().waitFor(),
  },
  {
    name: 'edit',
    path: () => `/people/${scene.liu}/edit`,
    heading: /改刘桂珍的资料/,
    act: async (page) => {
      await page.getByLabel('身份证号').fill('990101194803090020');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('checkbox', { name: /证上就是这样/ }).waitFor();
    },
  },
  ...(['care', 'groups', 'contacts'] as const).map((section) => ({
    name: `edit ${section}`,
    path: () => `/people/${scene.liu}/edit/${section}`,
    heading: /改刘桂珍的/,
  })),
  { name: 'household', path: () => `/people/${scene.liu}/household`, heading: /刘桂珍家/ },
  {
    name: 'consent',
    path: () => `/people/${scene.liu}/consent`,
    heading: /同意什么/,
    act: (page) => page.getByRole('radio', { name: '监护人' }).check(),
  },
  { name: 'duplicates', path: () => '/people/duplicates', heading: /1.对资料/ },
  { name: 'visit', path: () => `/people/${scene.liu}/visit`, heading: /走访刘桂珍/, act: openAllOfVisit },
  {
    name: 'new person',
    path: () => '/people/new',
    heading: /加一个人/,
    act: (page) => page.getByRole('button', { name: '保存' }).click(),
  },
  { name: 'record', path: () => '/record', heading: /去了谁家/ },
  { name: 'outbox', path: () => '/outbox', heading: /都传好了/ },
  {
    name: 'activities',
    path: () => '/activities',
    heading: /接下来有 1.场/,
    act: (page) => page.getByRole('button', { name: '二维码' }).click(),
  },
  { name: 'announce', path: () => '/activities/new', heading: /告诉居民/ },
  {
    name: 'report',
    path: () => '/reports',
    heading: /月报/,
    act: async (page) => {
      await page.getByLabel('哪个月').selectOption(chinaDay(-30).slice(0, 7));
      await page.locator('.paper').getByRole('button', { name: '1 户次' }).first().click();
      await page.locator('.proof-panel').getByRole('link', { name: '刘桂珍' }).waitFor();
    },
  },
  {
    name: 'closing a month',
    path: () => '/reports',
    heading: /月报/,
    act: (page) => page.getByRole('button', { name: '定稿' }).click(),
  },
  {
    name: 'forms',
    path: () => '/reports/forms',
    heading: /县里的表/,
    act: (page) => page.getByText('能填的内容').click(),
  },
  { name: 'platform table', path: () => '/reports/tables/example', heading: /平台的表/ },
  { name: 'contract', path: () => '/reports/contract', heading: /合同要做多少/ },
  { name: 'proposals', path: () => '/proposals', heading: /居民提了什么事/ },
  { name: 'tell residents', path: () => `/events/${workDay}/tell`, heading: /告诉居民/ },
  { name: 'first steps', path: () => '/first-steps', heading: /Excel/ },
  { name: 'settings', path: () => '/settings', heading: /设置/ },
  {
    name: 'account',
    path: () => '/settings/account',
    heading: /我的账号/,
    act: (page) => page.getByText('就是这里').waitFor(),
  },
  {
    name: 'colleagues',
    path: () => '/settings/colleagues',
    heading: /在这里工作/,
    act: (page) => page.getByRole('button', { name: '请人进来' }).click(),
  },
  {
    name: 'station',
    path: () => '/settings/station',
    heading: /社工站/,
    act: (page) => page.getByRole('button', { name: '记一个人口数' }).click(),
  },
  {
    name: 'program',
    path: () => '/settings/program',
    heading: /备份/,
    act: (page) => page.getByText('账本校验码').waitFor(),
  },
  { name: 'missing', path: () => '/nowhere', heading: /没有这一页/ },
];

const OPEN: Screen[] = [
  { name: 'sign in', path: () => '/sign-in', heading: /登录/ },
  {
    name: 'join',
    path: () => `/join/${token}`,
    heading: /请您加入/,
    act: (page) => page.getByRole('button', { name: '加入' }).click(),
  },
  { name: 'invitation gone', path: () => '/join/430181-this-token-was-never-given', heading: /用不了/ },
  { name: 'residents', path: () => `/c/${slug}`, heading: /家门口有什么/ },
  { name: 'residents, proposing', path: () => `/c/${slug}#propose`, heading: /您想提什么事/ },
  { name: 'residents, nowhere', path: () => '/c/nowhere', heading: /没有找到/ },
];

async function searchLiu(page: Page): Promise<void> {
  await page.getByRole('combobox').first().fill('lgz');
  await page.getByRole('option', { name: /刘桂珍/ }).waitFor();
}

async function openAllOfVisit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '改已写好的' }).click();
  await page.getByRole('radio', { name: '其他' }).check();
  await page.getByRole('radio', { name: '选日子' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('alert').waitFor();
}

async function visit(page: Page, screen: Screen): Promise<void> {
  await page.goto(scene.program.address + screen.path());
  await page.getByRole('heading', { level: 1, name: screen.heading }).waitFor();
  await screen.act?.(page);
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const WIDTHS = [390, 1366, 1920];

/** Light, then dark: a page follows the device without being opened again. */
async function eyes(page: Page): Promise<string[]> {
  const found = await faults(page, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-theme=dark], html:not([data-theme])').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.getAnimations().length === 0); // colours that fade are judged when they are there
  found.push(...(await faults(page, 'dark')).map((fault) => `dark ${fault}`));
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** Where a screen is wider than its window, in both sizes of type. */
async function tooWide(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const type of ['usual', 'large']) {
    await page.evaluate((large) => document.documentElement.classList.toggle('large', large), type === 'large');
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const over = await overflow(page);
      if (over > 0) found.push(`${type} type at ${width}: ${over} px too wide`);
    }
  }
  return found;
}

type Look = (page: Page) => Promise<string[]>;

/** One walk over all screens on one device, and what each look at them finds. */
async function walk(device: BrowserContextOptions, looks: Look[]): Promise<string[]> {
  const { context, page, broken } = await openDevice(scene.browser, { ...device, reducedMotion: 'reduce' });
  const found: string[] = [];
  const all = async (screens: Screen[]) => {
    for (const screen of screens) {
      await visit(page, screen);
      for (const look of looks) found.push(...(await look(page)).map((what) => `${screen.name}: ${what}`));
      if (device.viewport) await page.setViewportSize(device.viewport);
    }
  };
  await all(OPEN);
  await signIn(page, scene.program.address, ZHOU_MIN);
  await all(STAFF);
  await context.close();
  return [...found, ...broken];
}

test('on a phone every screen is readable in light and dark, as wide as its window in any type, and big enough to touch', async () => {
  expect(await walk(PHONE, [tooSmall, eyes, tooWide])).toEqual([]);
}, 600_000);

test('on a desk every screen is readable in light and dark', async () => {
  expect(await walk(DESK, [eyes])).toEqual([]);
}, 600_000);

/** Controls lower than 44, but for links within a sentence and what is only for skipping. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, input, select, textarea, [role=option]')]
      .filter(
        (control) =>
          control.checkVisibility() &&
          !control.closest('p, .error-line, .skip, .skip *') &&
          !control.classList.contains('skip'),
      )
      .map((control) => ({ control, box: (control.closest('label') ?? control).getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && box.height < 44)
      .map(
        ({ control, box }) =>
          `${control.tagName} ${control.textContent?.slice(0, 12) || control.getAttribute('aria-label')} ${box.height}`,
      ),
  );
}
