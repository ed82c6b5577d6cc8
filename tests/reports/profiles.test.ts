// The table of an outside platform: its headers, codes and ways to write a day are data that a station keeps.
import { randomUUID } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDay } from '../../src/reports/profiles/rules.ts';
import type { Layout } from '../../src/reports/profiles/schema.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { type June, recordJune } from './june.ts';

let program: TestProgram;
let june: June;

beforeAll(async () => {
  program = await startProgram();
  june = await recordJune(program.address);
});
afterAll(() => program?.stop());

const PLAIN: Layout = { list: 'visits', sheet: '走访', between: '、', columns: [{ header: '姓名', field: 'name' }] };
const save = (layout: Partial<Layout>, more: object = {}) =>
  june.zhou.call('reports/saveProfile', {
    ...{ station: june.station, id: randomUUID(), version: 0, name: '省平台', layout: { ...PLAIN, ...layout } },
    ...more,
  });

async function exported(profile: string) {
  const file = await june.must('reports/export', { profile, from: '2026-06', to: '2026-06' });
  const { sheets } = await readXlsx(new Uint8Array(Buffer.from(file.content, 'base64')));
  return { file: file.name, sheet: sheets[0]?.name, rows: sheets[0]?.rows ?? [] };
}

describe('refused, with the column that is wrong', () => {
  const column = { header: '对象', field: 'met' };
  test.each<[string, Partial<Layout>, (string | number)[], string]>([
    ['no columns', { columns: [] }, ['layout', 'columns'], '至少要 1 项。'],
    [
      'a header twice',
      { columns: [column, column] },
      ['layout', 'columns', 1, 'header'],
      '表头重复了，每一列要不一样。',
    ],
    [
      'a field of another list',
      { columns: [{ header: '性别', field: 'sex' }] },
      ['layout', 'columns', 0, 'field'],
      '这张明细里没有这一项，请重新选。',
    ],
    [
      'words that are none',
      { columns: [{ header: '机构', field: 'fixed' }] },
      ['layout', 'columns', 0, 'fixed'],
      '要写每一行都填的那几个字。',
    ],
    [
      'a date that is none',
      { columns: [{ ...column, date: 'YYYYMMDD' }] },
      ['layout', 'columns', 0, 'date'],
      '这一项不是日期，不用选日期写法。',
    ],
    [
      'codes of words',
      { columns: [{ header: '姓名', field: 'name', codes: [{ of: 'a', code: '1' }] }] },
      ['layout', 'columns', 0, 'codes'],
      '这一项没有固定的几样，不用写代码。',
    ],
    [
      'a choice without a code',
      { columns: [{ ...column, codes: ['self', 'family', 'other'].map((of) => ({ of, code: of })) }] },
      ['layout', 'columns', 0, 'codes', 'nobody'],
      '这一样还没有写代码。要写就每一样都写。',
    ],
    ['a sheet that Excel cannot name', { sheet: 'a/b' }, ['layout', 'sheet'], '写法不对，请核对。'],
  ])('%s', async (...[, layout, path, sentence]) => {
    const answer = await save(layout);
    expect([answer.status, answer.body.fields]).toEqual([400, [{ path, message: sentence }]]);
  });

  test('a table somebody else has changed meanwhile', async () => {
    const id = randomUUID();
    await save({}, { id });
    await save({ sheet: '新表' }, { id, version: 1 });
    const late = await save({ sheet: '旧表' }, { id, version: 1 });
    expect([late.status, late.body.reason, late.body.theirs.layout.sheet]).toEqual([409, 'stale', '新表']);
    const gone = await june.zhou.call('reports/dropProfile', { station: june.station, id, version: 1 });
    expect([gone.status, gone.body.theirs.layout.sheet]).toEqual([409, '新表']);
  });

  test('months the wrong way round, and a table that is not there', async () => {
    const id = randomUUID();
    await save({}, { id });
    const asked = { station: june.station, profile: id, from: '2026-06', to: '2026-05' };
    expect((await june.zhou.call('reports/export', asked)).body.fields[0].path).toEqual(['to']);
    const gone = { ...asked, profile: randomUUID(), to: '2026-06' };
    expect((await june.zhou.call('reports/export', gone)).status).toBe(404);
  });
});

test('the example writes the visits of June with its own headers, codes and dates', async () => {
  const { example } = await june.must('reports/profiles', {});
  const id = randomUUID();
  expect((await save(example.layout, { id, name: example.name })).status).toBe(200);
  const { file, sheet, rows } = await exported(id);
  expect([file, sheet]).toEqual(['某平台走访表（样例，虚构） 2026-06.xlsx', '走访导入']);
  expect(rows[0]?.slice(0, 3)).toEqual(['机构编码', '服务日期', '对象姓名']);
  expect(rows.slice(1).map((row) => [row[0], row[1], row[2], row[6]])).toEqual([
    ['YL-0001', '2026/06/01', '刘桂珍', '1'],
    ['YL-0001', '2026/06/10', '陈友福', '2'],
    ['YL-0001', '2026/06/11', '王细妹', '9'],
    ['YL-0001', '2026/06/12', '王细妹', '1'],
  ]);
});

test.each<[Layout['list'], string[]]>([
  ['people', ['name', 'groups', 'sex']],
  ['activities', ['kind', 'personTimes', 'names']],
  ['volunteers', ['name', 'hours']],
  ['resources', ['giver', 'form', 'amount']],
])('every list can be a table: %s', async (list, fields) => {
  const id = randomUUID();
  await save({ list, columns: fields.map((field) => ({ header: field, field })) }, { id });
  const { rows } = await exported(id);
  expect(rows[0]).toEqual(fields);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.flat().filter((value) => typeof value === 'string' && /undefined/.test(value))).toEqual([]);
});

test.each([
  ['YYYY-MM-DD', '2026-06-05'],
  ['YYYY/MM/DD', '2026/06/05'],
  ['YYYY.MM.DD', '2026.06.05'],
  ['YYYYMMDD', '20260605'],
  ['YYYY年M月D日', '2026年6月5日'],
] as const)('a day as %s', (format, written) => {
  expect(writeDay('2026-06-05', format)).toBe(written);
});
