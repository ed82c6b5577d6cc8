import { stat } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeSnapshots } from '../../src/lenses/snapshot/take-snapshots.ts';
import { join, ZHOU_MIN } from '../support/cast.ts';
import { faults } from './support/axe.ts';
import { DESK, openDevice, PHONE, signIn } from './support/browser.ts';
import { type Heads, openLensStations, passwordFor } from './support/lens-stations.ts';
import { openScene, type Scene } from './support/station.ts';

/** 分析 as a station reads it: the figures that were worked out beforehand stand on the page. */
let scene: Scene;
let heads: Heads;
let page: Page;
let context: BrowserContext;
let broken: string[];

const HALF_YEAR = 'from=2026-01-01&to=2026-06-30';

beforeAll(async () => {
  scene = await openScene();
  heads = await openLensStations(scene);
  ({ page, context, broken } = await openDevice(scene.browser, DESK));
}, 240_000);

afterAll(() => scene?.close());

async function enterAs(name: string): Promise<void> {
  await context.clearCookies();
  await page.goto(`${scene.program.address}/sign-in`);
  await page.evaluate(() => localStorage.clear());
  const who = name === ZHOU_MIN.username ? ZHOU_MIN : { username: name, password: passwordFor(name) };
  await signIn(page, scene.program.address, who);
}

async function look(lens: string, days = HALF_YEAR): Promise<void> {
  await page.goto(`${scene.program.address}/lenses/${lens}?${days}`);
  await page.locator('.chain').first().waitFor();
}

/** What a measure says, as somebody reads it; spaces that do not break are spaces. */
async function words(measure: string): Promise<string> {
  const [text = ''] = await page.locator(`#measure-${measure}`).allInnerTexts();
  return text.replace(/[\s\u00a0]+/g, ' ');
}

describe('003: 来过一次的人，留下来了吗？', () => {
  beforeAll(() => enterAs(heads.sixty));

  test('of 40 people watched for 90 days 30 came again: 75.0 %, 59.8 to 85.8; the 20 others are hatched and left out', async () => {
    await look('participation', 'from=2025-12-01&to=2026-06-30');
    const said = await words('D1');
    expect(said).toContain('60 人');
    expect(said).toContain('75.0%');
    expect(said).toContain('30 / 40 人，59.8% 到 85.8%');
    expect(said).toContain('另有 20 人还没看够日子');
    expect(said).toContain('50.0%');
    expect(said).toContain('12 / 24 人');
  });

  test('a number opens how it is counted, and the people behind it', async () => {
    await page
      .locator('#measure-D1')
      .getByRole('button', { name: /90 天里又来/ })
      .click();
    const panel = page.locator('.lens-panel');
    await panel.getByText('够数，写出来了').waitFor();
    expect(await panel.getByText('第 1 版，D1').isVisible()).toBe(true);
    await panel.getByRole('link', { name: '新面孔0', exact: true }).waitFor();
  });

  test('the study’s own words stand in their pane alone', async () => {
    expect(await page.getByText('共同生产').count()).toBe(0);
    await page.getByRole('button', { name: '研究用语' }).click();
    await page.getByText('构建相应的行为模型').waitFor();
    expect(await page.locator('.lens-panel').getByText('持续行为').count()).toBeGreaterThan(0);
  });

  test('what nobody has recorded says so, and what to record; it has no number', async () => {
    const missing = page.locator('#missing');
    expect(await missing.getByText('修好的东西好用吗').isVisible()).toBe(true);
    expect(await missing.getByText(/%/).count()).toBe(0);
    expect(await faults(page, 'light')).toEqual([]);
  });
});

describe('000: 出了事，这里扛得住吗？', () => {
  test('a flood: 22 hours in 14 days before, 2.77 times as many at the peak, ordinary again on day 42', async () => {
    await enterAs(heads.flooded);
    await look('resilience');
    const said = await words('A6');
    expect(said).toContain('三月大水');
    expect(said).toContain('2.77 倍');
    expect(said).toContain('42 天');
    expect(said).toContain('平常 22 小时');
    expect(said).toContain('缓过来了');
    // Who hears the page hears its quarters in words, each with what it is counted from.
    const heard = page.locator('#measure-A4 .trend li').first();
    expect((await heard.textContent())?.replaceAll('\u00a0', ' ')).toBe('2026 年第 1 季度 100.0% 193 / 193');
  });

  test('without any record every part says what to record, and one button starts it', async () => {
    await enterAs(ZHOU_MIN.username);
    await look('resilience');
    expect(await page.locator('.is-full').count()).toBe(0);
    await page.locator('#missing').getByRole('link', { name: '记一次大事' }).click();
    await page.getByRole('heading', { name: '出了什么大事？' }).waitFor();
  });

  test('a hard time without a name is not saved; with one it stands on the list', async () => {
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('给它起个名字，两个字也行。').first().waitFor();
    await page.getByRole('radio', { name: '冰冻' }).check();
    await page.getByLabel('怎么叫它').fill('腊月停电');
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForURL(/lenses\/resilience/);
    await page.getByRole('link', { name: '分析' }).first().click();
    await page.waitForURL(/lenses$/);
    await page.getByText('腊月停电').first().waitFor();
    expect(await faults(page, 'light')).toEqual([]);
  });
});

describe('002: 买来的服务，村里接得住吗？', () => {
  test('villages served: 60 / 20 / 0 % with their limits, Theil .408, Hoover .389', async () => {
    await enterAs(heads.villages);
    await look('value');
    const said = await words('C3');
    for (const figure of ['60.0%', '24 / 40 人，44.6% 到 73.7%', '20.0%', '6 / 30 人', '0.0%', '0 / 20 人']) {
      expect(said).toContain(figure);
    }
    expect(said).toContain('一个也没见到');
    expect(said).toContain('0.408');
    expect(said).toContain('0.389');
  });

  test('phases: one project has residents in all four, the other in one', async () => {
    await enterAs(heads.small);
    await look('value');
    const said = await words('C2');
    expect(said).toMatch(/井边凉亭 四步里居民在的有几步 4 \/ 4/);
    expect(said).toMatch(/楼道扶手 四步里居民在的有几步 1 \/ 4/);
  });
});

describe('001: 社工站走了，大家还转得动吗？', () => {
  beforeAll(() => enterAs(heads.small));

  test('seven ways of working: 13, 6, 43 and 2 hours, four of the seven; the others are not recorded', async () => {
    await look('community');
    const said = await words('B2');
    for (const hours of ['13 小时', '6 小时', '43 小时', '2 小时']) expect(said).toContain(hours);
    expect(said).toContain('4 / 7');
    expect(said.match(/没记到/g)).toHaveLength(3);
  });

  test('ties: density .363, 4 to 13 of the other 13 without the station, E-I .818 against .516', async () => {
    await enterAs(heads.tied);
    await look('community');
    const said = await words('B3');
    expect(said).toContain('另外 13 家里还连得上的有 4 到 13 家');
    for (const index of ['0.363', '0.818', '0.516']) expect(said).toContain(index);
    expect(await page.locator('.network svg .party-name').count()).toBe(14);
    expect(await page.locator('.network-remains circle').count()).toBe(4);
  });

  test('stages: each rule says its own figure and what is asked; what nobody recorded is kept apart from “no”', async () => {
    const said = await words('B1');
    expect(said).toContain('还没扎下根');
    expect(said).toMatch(/扎根 \d 条成立，共 4 条/);
    expect(said).toContain('社工站撤走还连得上 4 / 13');
    expect(said).toContain('要一半');
    expect(said).toMatch(/作的决定，还没有地方记 没记到/);
  });

  test('the lens goes with one as Word, as Excel and as data', async () => {
    for (const [button, name] of [
      ['导出 Word', /\.docx$/],
      ['导出 Excel', /\.xlsx$/],
      ['导出数据', /\.json$/],
    ] as const) {
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(name);
      expect((await stat(await download.path())).size).toBeGreaterThan(1000);
    }
  });
});

describe('who may see what', () => {
  test('a county officer sees that a figure is withheld where few people are, no rows and no drawing of people', async () => {
    const by = { zhou: scene.zhou, station: scene.station };
    await join(scene.program.address, by, { name: '白露', role: 'officer', area: '430181000000' });
    const county = Number('430181');
    await takeSnapshots(scene.program.database.app, { county, year: 2026, now: new Date() });
    await enterAs('白露');
    await look('participation', 'scope=county&from=2026-01-01&to=2026-12-31');
    expect(await page.getByText('只看整年的数').isVisible()).toBe(true);
    const small = page.getByRole('button', { name: /不写出来/ });
    expect(await small.count()).toBeGreaterThan(0);
    await small.first().click();
    await page.locator('.lens-panel').getByText('不写，免得认出是谁').waitFor();
    expect(await page.locator('.lens-rows li').count()).toBe(0);
    await look('community', 'scope=county&from=2026-01-01&to=2026-12-31');
    expect(await page.locator('.party-name').count()).toBe(0);
  });

  test('a resident finds no lens', async () => {
    await context.clearCookies();
    await page.evaluate(() => localStorage.clear());
    await page.goto(`${scene.program.address}/lenses/community`);
    await page.getByRole('button', { name: '登录' }).waitFor();
    const answer = await page.request.post(`${scene.program.address}/api/lenses/show`, { data: {} });
    expect([401, 403, 404, 405]).toContain(answer.status());
  });
});

/** What reaches over the edge of a phone, when the page does. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate((edge) => {
    if (document.documentElement.scrollWidth <= edge) return [];
    const over = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > edge + 1);
    return over.map((one) => `${one.getAttribute('class')}: ${one.textContent}`);
  }, PHONE.viewport.width);

test('on a phone nothing is wider than the screen, in English and in large type neither, and nothing broke on the way', async () => {
  const own = await openDevice(scene.browser, PHONE);
  const settings = [{}, { language: 'en' }, { language: 'en', large: true }];
  const looks = { [heads.sixty]: ['participation'], [heads.tied]: ['resilience', 'value', 'diffusion', 'community'] };
  for (const [username, lenses] of Object.entries(looks)) {
    await own.context.clearCookies();
    await own.page.goto(`${scene.program.address}/sign-in`);
    await own.page.evaluate(() => localStorage.clear());
    await signIn(own.page, scene.program.address, { username, password: passwordFor(username) });
    for (const kept of settings) {
      await own.page.evaluate((text) => localStorage.setItem('heli-preferences', text), JSON.stringify(kept));
      for (const lens of lenses) {
        await own.page.goto(`${scene.program.address}/lenses/${lens}?${HALF_YEAR}`);
        await own.page.locator('.chain').first().waitFor();
        expect([lens, kept, await tooWide(own.page)]).toEqual([lens, kept, []]);
      }
    }
  }
  expect(await faults(own.page, 'light')).toEqual([]);
  expect([...own.broken, ...broken]).toEqual([]);
  await own.context.close();
}, 120_000);
