import { readFile, stat } from 'node:fs/promises';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIU_GUIZHEN, ZHOU_MIN } from '../support/cast.ts';
import { DESK, openDevice, PHONE, signIn } from './support/browser.ts';
import { chinaDay, openScene, type Scene } from './support/station.ts';

/** The monthly report as a head reads it: the paper, and each number at its rows. */
let scene: Scene;
let page: Page;
let broken: string[];
const month = chinaDay().slice(0, 7);

beforeAll(async () => {
  scene = await openScene();
  const { zhou, station, liu } = scene;
  const wang = crypto.randomUUID();
  await zhou.call('people/add', { ...LIU_GUIZHEN, station, id: wang, name: '王细妹' });
  const visit = { station, startedAt: new Date().toISOString(), minutes: 30, needs: [], note: '', nextOn: null };
  for (const [person, met] of [
    [liu, 'self'],
    [wang, 'nobody'],
  ]) {
    await zhou.call('ledger/recordVisit', { ...visit, id: crypto.randomUUID(), person, met });
  }
  ({ page, broken } = await openDevice(scene.browser, DESK));
  await signIn(page, scene.program.address, ZHOU_MIN);
}, 240_000);

afterAll(() => scene?.close());

/** A Word form of one line. */
async function formSaying(text: string): Promise<Buffer> {
  const children = [new Paragraph({ children: [new TextRun({ text })] })];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

const paper = () => page.locator('.paper');
const panel = () => page.locator('.proof-panel');
const number = (name: string) => paper().getByRole('button', { name, exact: true }).first();

async function openReport(): Promise<void> {
  await page.getByRole('link', { name: '报告' }).first().click();
  await page.getByLabel('哪个月').selectOption(month);
}

test('a number is pressed, and the visits it was counted from stand beside the paper', async () => {
  await openReport();
  await number('1 户次').click();
  await panel().getByText('全部 1 笔').waitFor();
  expect(await panel().getByText('上门并见到人，同一户同一天只数一次').isVisible()).toBe(true);
  expect(await panel().getByText('没见到人 1 次').isVisible()).toBe(true);
  expect(await panel().getByRole('link', { name: '刘桂珍' }).count()).toBe(1);
});

/** The list of visits as it is exported now: names and whom they met. */
async function listedVisits(): Promise<unknown[]> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出明细表' }).click();
  const { sheets } = await readXlsx(new Uint8Array(await readFile(await (await downloading).path())));
  const visits = sheets.find(({ name }) => name === '走访')?.rows.slice(2) ?? [];
  return visits.map((row) => `${row[1]} ${row[5]} ${row[4]}`).toSorted();
}

test('one visit is put right on screen: the report, the list and every total follow, and each opens that row', async () => {
  expect(await listedVisits()).toEqual(['刘桂珍 见到本人 30', '王细妹 没见到人 30']);
  for (const before of ['1 户次', '1 户', '1 人', '1 人次']) await number(before).waitFor();
  await paper().getByRole('button', { name: '1 次' }).first().click(); // nobody met
  await panel().getByRole('link', { name: '王细妹' }).click();
  await page.getByRole('link', { name: '改' }).first().click();
  await page.getByRole('radio', { name: '本人' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: /王细妹最近怎么样/ }).waitFor();
  await openReport();
  for (const [after, rows] of [
    ['2 户次', '改过 1 次'],
    ['2 人次', '改过 1 次'],
    ['2 户', '王细妹'],
    ['2 人', '王细妹'],
  ] as const) {
    await number(after).click();
    await panel().getByText(rows).waitFor();
    expect(await panel().getByRole('link', { name: '王细妹' }).count()).toBe(1);
  }
  expect(await listedVisits()).toEqual(['刘桂珍 见到本人 30', '王细妹 见到本人 30']);
});

test.each([
  ['导出 Word', /月报\.docx$/],
  ['导出 Excel', /月报\.xlsx$/],
  ['导出明细表', /台账\.xlsx$/],
])('%s', async (button, name) => {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(name);
  expect((await stat(await download.path())).size).toBeGreaterThan(2000);
});

test('the month is closed; what changes afterwards is told, and the paper stays as it was handed in', async () => {
  await page.getByRole('button', { name: '定稿' }).click();
  await page.getByLabel('备注').fill('报县里');
  await page.getByRole('button', { name: '就这样定稿' }).click();
  await page.getByRole('heading', { name: /已定稿，没有变/ }).waitFor();
  const late = { station: scene.station, id: crypto.randomUUID(), person: scene.liu, minutes: 20, met: 'nobody' };
  const told = { needs: [], note: '', nextOn: null, startedAt: new Date().toISOString() };
  await scene.zhou.call('ledger/recordVisit', { ...late, ...told });
  await page.reload();
  await page.getByRole('heading', { name: /定稿以后变了 1 笔/ }).waitFor();
  await panel().getByText('补记').waitFor();
  expect(await panel().getByRole('link', { name: '刘桂珍' }).count()).toBe(1);
  expect(await paper().getByText('没见到人').count()).toBe(0);
  await page.getByRole('button', { name: '看现在的数' }).click();
  await paper().getByText('没见到人').waitFor();
  await page.getByRole('button', { name: '打开重做' }).click();
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await page.getByText('至少 2 个字。').waitFor();
  await page.getByLabel('为什么重做').fill('补一笔走访');
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await page.getByText(/又打开了：补一笔走访/).waitFor();
});

test('a county’s form: a wrong name is told with its place, the right one is filled with one press', async () => {
  await page.getByRole('link', { name: '县里的表、平台的表' }).click();
  const choose = page.getByLabel('传一张 Word 表');
  const docx = { mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };
  await choose.setInputFiles({ ...docx, name: '县表.docx', buffer: await formSaying('走访 {走放户次} 户次') });
  await page.getByText('表里的 {走放户次} 不认识，在“走访 {走放户次} 户次”这里').waitFor();
  await choose.setInputFiles({ ...docx, name: '县表.docx', buffer: await formSaying('走访 {走访户次} 户次') });
  await page.getByText('县表.docx').waitFor();
  await openReport();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '按“县表”导出' }).click();
  expect((await downloading).suggestedFilename()).toMatch(/县表\.docx$/);
});

test('a platform’s table begins with the example; a column twice is told at its place', async () => {
  await page.getByRole('link', { name: '县里的表、平台的表' }).click();
  await page.getByRole('link', { name: '从样例开始' }).click();
  const header = page.getByLabel('表头').nth(1);
  await header.fill('机构编码');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('表头重复了，每一列要不一样。').waitFor();
  await header.fill('服务日期');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('走访，10 列').waitFor();
  await openReport();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: /按“某平台走访表/ }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^某平台走访表.*\.xlsx$/);
});

test('on a phone a number stands at its rows, also when they come late', async () => {
  const told = { minutes: 30, met: 'self', needs: [], note: '', nextOn: null, startedAt: new Date().toISOString() };
  for (let nth = 0; nth < 20; nth += 1) {
    const id = crypto.randomUUID();
    await scene.zhou.call('people/add', { ...LIU_GUIZHEN, station: scene.station, id, name: `王细妹${nth}` });
    await scene.zhou.call('ledger/recordVisit', {
      ...{ station: scene.station, person: id, id: crypto.randomUUID() },
      ...told,
    });
  }
  const phone = await openDevice(scene.browser, PHONE);
  await signIn(phone.page, scene.program.address, ZHOU_MIN);
  await phone.page.route('**/rpc/reports/rows', async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  await phone.page.goto(`${scene.program.address}/reports?month=${month}`);
  await phone.page
    .locator('.paper')
    .getByRole('button', { name: /^2\d 户次$/ })
    .first()
    .click();
  const rows = phone.page.locator('.proof-panel');
  await rows.getByRole('link', { name: '王细妹19' }).waitFor();
  const top = (await rows.boundingBox())?.y ?? Number.NaN;
  expect([top > -1, top < 200]).toEqual([true, true]);
  expect(phone.broken).toEqual([]);
  await phone.context.close();
});

test('on paper stands only the paper', async () => {
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.rail').isVisible()).toBe(false);
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
  expect(await panel().isVisible()).toBe(false);
  expect(await paper().getByText('单位盖章处').isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
  expect(broken).toEqual([]);
});
