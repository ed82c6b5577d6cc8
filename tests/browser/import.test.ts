// The station's present Excel comes in: dropped, its columns shown, doubtful rows settled with one tap, taken in, taken back.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workbook } from '../import/ledgers.ts';
import { ZHOU_MIN } from '../support/cast.ts';
import { faults } from './support/axe.ts';
import { DESK, openDevice, PHONE, signIn } from './support/browser.ts';
import { openScene, type Scene } from './support/station.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene?.close());

const LEDGER = {
  name: '清河镇社工站台账.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: readFileSync('tests/import/data/station-ledger-1.xlsx'),
};

const device = async (options: object) => {
  const opened = await openDevice(scene.browser, options);
  await signIn(opened.page, scene.program.address, ZHOU_MIN);
  return opened;
};

async function look(page: { screenshot: (options: object) => Promise<unknown> }, name: string): Promise<void> {
  const folder = process.env.HELI_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

describe('导入', () => {
  test('a file that is no Excel is refused in one sentence, and another can be chosen', async () => {
    const { page, context, broken } = await device(PHONE);
    await page.goto(`${scene.program.address}/import`);
    const picture = { ...LEDGER, name: '签到表.xlsx', buffer: Buffer.from('这不是表') };
    await page.locator('input[type=file]').setInputFiles(picture);
    await page.getByText('这不是 Excel 表格').waitFor();
    await page.getByRole('button', { name: '选一个文件' }).waitFor();
    expect(await faults(page, 'light')).toEqual([]);
    await look(page, 'phone-refused');
    expect(broken).toEqual([]);
    await context.close();
  });

  test('the columns are shown and may be changed; the sum proves that no row is lost; a namesake is chosen once for all', async () => {
    const { page, context, broken } = await device(DESK);
    await page.getByRole('link', { name: '导入' }).click();
    await look(page, 'desk-drop');
    await page.locator('input[type=file]').setInputFiles(LEDGER);
    await page.getByRole('heading', { name: '看看列对不对：3 张表能导' }).waitFor();
    await page.getByLabel('备注', { exact: true }).selectOption({ label: '没有用上，原样留着' });
    expect(await faults(page, 'light')).toEqual([]);
    await look(page, 'desk-mapping');
    await page.getByRole('button', { name: '对，往下看' }).click();
    await page.getByRole('heading', { name: '651 行里有 41 行拿不准，请您看一眼' }).waitFor();
    await page.getByText('哪一行都不会丢').waitFor();
    expect(await faults(page, 'light')).toEqual([]);
    await look(page, 'desk-preview');
    const first = page.getByRole('listitem').filter({ hasText: '戚雨桐' }).first();
    await first.getByText('同样的 6 行一起定').waitFor();
    await first.getByRole('button', { name: /岁 女/ }).click();
    await page.getByRole('heading', { name: '651 行里有 35 行拿不准，请您看一眼' }).waitFor();
    await page.getByRole('button', { name: '记入 616 行' }).click();
    await page.getByRole('heading', { name: '记入了 616 行，还有 35 行等您定' }).waitFor();
    await look(page, 'desk-in');
    expect(broken).toEqual([]);
    await context.close();
  });

  test('on a phone the rest is settled, and the whole import is taken back', async () => {
    const { page, context, broken } = await device(PHONE);
    await page.goto(`${scene.program.address}/import`);
    await page.getByRole('link', { name: LEDGER.name }).click();
    const dated = page.getByRole('listitem').filter({ hasText: '没有 2026.2.30 这一天' });
    await dated.waitFor();
    await look(page, 'phone-held');
    await dated.getByRole('button', { name: '填日期' }).click();
    await dated.getByLabel('填日期').fill('2026-02-28');
    await dated.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '记入了 617 行，还有 34 行等您定' }).waitFor();
    expect(await faults(page, 'light')).toEqual([]);
    await page.getByRole('button', { name: '全部撤回' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '全部撤回' }).click();
    await page.getByRole('heading', { name: '这次导入已经撤回' }).waitFor();
    expect(broken).toEqual([]);
    await context.close();
  });

  test('a newcomer’s roster: the page says where age and remark go, and there they stand', async () => {
    const { page, context, broken } = await device(PHONE);
    const rows = [
      ['姓名', '性别', '年龄', '村', '电话', '类别', '备注', '监护人'],
      ['庚一', '女', 78, '东山村', '13900000031', '独居老人', '跟孙女住，腿脚不便', '庚大'],
      ['庚二', '男', '七十', '东山村', '13900000032', '低保', '', ''],
    ];
    await page.goto(`${scene.program.address}/import`);
    const buffer = Buffer.from(await workbook([{ name: '名册', rows }]));
    await page.locator('input[type=file]').setInputFiles({ ...LEDGER, name: '新名册.xlsx', buffer });
    const column = (header: string) =>
      page.getByRole('listitem').filter({ has: page.getByLabel(header, { exact: true }) });
    await column('年龄').getByText('没写出生日期的，算成出生年').waitFor();
    await column('备注').getByText('记在档案的“身体”里').waitFor();
    await look(page, 'phone-roster-mapping');
    await page.getByRole('button', { name: '对，往下看' }).click();
    await page.getByRole('button', { name: '记入 2 行' }).click();
    await page.getByRole('heading', { name: '2 行都记入了' }).waitFor();
    await page.getByRole('button', { name: '看', exact: true }).first().click();
    await page.getByRole('button', { name: '看', exact: true }).click();
    await page.getByText('年龄看不懂，没有记。').waitFor();
    await page.getByText('年龄 七十').waitFor();
    await page.getByText('没有用上：监护人 庚大').waitFor();
    expect(await faults(page, 'light')).toEqual([]);
    await look(page, 'phone-roster-in');
    await page.goto(`${scene.program.address}/people`);
    await page.getByRole('link', { name: '庚一', exact: true }).click();
    await page.getByText('备注：跟孙女住，腿脚不便').waitFor();
    await page
      .getByText(/约\s*78\s*岁/)
      .first()
      .waitFor();
    await look(page, 'phone-roster-person');
    expect(broken).toEqual([]);
    await context.close();
  });

  test('a roster with a follow-up level: the column is shown for what it is, and a level nobody can read is told', async () => {
    const { page, context, broken } = await device(PHONE);
    const rows = [
      ['姓名', '村', '电话', '关注等级', '残疾等级'],
      ['己一', '东山村', '13900000011', '一级', 3],
      ['己二', '东山村', '13900000012', '重点', 3],
    ];
    await page.goto(`${scene.program.address}/import`);
    const buffer = Buffer.from(await workbook([{ name: '探访对象', rows }]));
    await page.locator('input[type=file]').setInputFiles({ ...LEDGER, name: '名册.xlsx', buffer });
    const chosen = (header: string) => page.getByLabel(header, { exact: true }).locator('option:checked').textContent();
    expect(await chosen('关注等级')).toMatch(/^跟进级别（1\s级最勤）$/);
    expect(await chosen('残疾等级')).toBe('没有用上，原样留着');
    expect(await faults(page, 'light')).toEqual([]);
    await look(page, 'phone-level-mapping');
    await page.getByRole('button', { name: '对，往下看' }).click();
    await page.getByRole('button', { name: '看', exact: true }).first().click();
    const unread = page.getByRole('listitem').filter({ hasText: '跟进级别看不懂，没有记。' });
    await unread.getByText('关注等级 重点').waitFor();
    await unread.getByText('第 3 行').waitFor();
    await look(page, 'phone-level-told');
    expect(broken).toEqual([]);
    await context.close();
  });
});
