// The report and the lists as files: what they say is what was recorded.
import { readXlsx } from 'hucre/xlsx';
import { unzipSync, strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../web/i18n/zh.ts';
import * as labels from '../../src/reports/month/labels.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { type June, recordJune } from './june.ts';

let program: TestProgram;
let june: June;

beforeAll(async () => {
  program = await startProgram();
  june = await recordJune(program.address);
});
afterAll(() => program?.stop());

interface File {
  name: string;
  content: string;
}
const fileOf = (name: string, input: object) => june.must<File>(name, input);
const bytesOf = (file: File) => new Uint8Array(Buffer.from(file.content, 'base64'));

async function sheetsOf(file: File) {
  const { sheets } = await readXlsx(bytesOf(file));
  return Object.fromEntries(sheets.map(({ name, rows }) => [name, rows]));
}

describe('lists that are not given out', () => {
  test('months the wrong way round, and more than three years', async () => {
    for (const [from, to] of [
      ['2026-06', '2026-05'],
      ['2020-01', '2026-06'],
    ]) {
      const answer = await june.zhou.call('reports/ledgers', { station: june.station, from, to });
      expect([answer.status, answer.body.fields[0].path]).toEqual([400, ['to']]);
      expect(answer.body.fields[0].message).toContain('开始的月份');
    }
  });
});

test('the Word file says what the paper says, on A4 with signatures and the place of the seal', async () => {
  const file = await fileOf('reports/file', { month: '2026-06', as: 'word' });
  expect(file.name).toBe('清河镇社工站2026-06月报.docx');
  const parts = unzipSync(bytesOf(file));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const words = xml.replace(/<[^>]+>/g, '').replaceAll('\u00a0', ' ');
  const { paper } = (await june.must('reports/month', { month: '2026-06' })) as { paper: { sections: any[] } };
  for (const section of paper.sections) {
    for (const pieces of section.paragraphs) {
      const said = pieces
        .map((piece: { text: string }) => piece.text)
        .join('')
        .replaceAll('\u00a0', ' ');
      expect(words).toContain(said);
    }
  }
  for (const said of ['填表：', '站长：', '单位盖章处', '校验码']) expect(words).toContain(said);
  expect(xml).toContain('w:w="11907" w:h="16840"');
});

test('the Excel file holds numbers, each column with its unit', async () => {
  const file = await fileOf('reports/file', { month: '2026-06', as: 'excel' });
  const { 分领域: fields, 支出: spending } = await sheetsOf(file);
  expect(fields?.[1]?.slice(0, 5)).toEqual(['服务领域', '服务（人）', '服务（人次）', '走访（户）', '走访（户次）']);
  expect(fields?.find((row) => row[0] === '合计')).toEqual(['合计', 3, 50, 2, 3, 1, 2, 6.7, 350.5]);
  expect(spending?.slice(2)).toEqual([
    ['活动物料', 320.5],
    ['交通', 30],
  ]);
});

test('where nothing was spent, and in every list without rows, one line says so', async () => {
  const { 支出: spending } = await sheetsOf(await fileOf('reports/file', { month: '2026-01', as: 'excel' }));
  expect(spending?.slice(1)).toEqual([
    ['科目', '金额（元）'],
    ['本月没有记到支出。', null],
  ]);
  const { 服务对象: _, ...lists } = await sheetsOf(await fileOf('reports/ledgers', { from: '2026-01', to: '2026-01' }));
  expect(Object.entries(lists).map(([name, rows]) => [name, rows.length, rows.at(-1)?.[0]])).toEqual(
    ['走访', '活动和签到', '志愿者', '资源'].map((name) => [name, 3, `这段时间没有记到${name}。`]),
  );
});

test('the lists: a merged file once, only visits that stand, who signed in, who gave time, who gave what', async () => {
  const file = await fileOf('reports/ledgers', { from: '2026-06', to: '2026-06' });
  expect(file.name).toBe('清河镇社工站2026-06台账.xlsx');
  const sheets = await sheetsOf(file);
  expect(Object.keys(sheets)).toEqual(['服务对象', '走访', '活动和签到', '志愿者', '资源']);
  const listed = (name: string, ...columns: number[]) =>
    (sheets[name] ?? []).slice(2).map((row) => columns.map((column) => row[column]));
  expect(listed('服务对象', 0).flat()).toEqual(['陈友福', '刘桂珍', '王细妹']);
  expect(listed('走访', 0, 1, 4, 5)).toEqual([
    ['2026-06-01', '刘桂珍', 30, '见到本人'],
    ['2026-06-10', '陈友福', 40, '见到家人'],
    ['2026-06-11', '王细妹', 20, '没见到人'],
    ['2026-06-12', '王细妹', 25, '见到本人'],
  ]);
  expect(listed('活动和签到', 1, 5, 6, 7)).toContainEqual(['小组', 5, '刘桂珍、王细妹', 3]);
  expect(listed('志愿者', 0, 3)).toEqual([
    ['王细妹', 1.5],
    ['刘桂珍', 1],
  ]);
  expect(listed('资源', 1, 3, 5)).toEqual([['陈友福', '出钱', 50]]);
});

test('one visit taken back leaves the list and the report', async () => {
  await june.must('ledger/takeBack', { id: june.missed, version: 1, why: '记重了' });
  const visits = await sheetsOf(await fileOf('reports/ledgers', { from: '2026-06', to: '2026-06', list: 'visits' }));
  expect(visits.走访?.slice(2).map((row) => row[0])).toEqual(['2026-06-01', '2026-06-10', '2026-06-12']);
  const report = await june.must('reports/month', { month: '2026-06' });
  expect([report.total.events, report.unmet]).toEqual([7, 0]);
});

test('words that begin like a formula stay words', async () => {
  const { 刘桂珍: person } = june.people;
  const startedAt = '2026-04-02T09:00:00+08:00';
  const visit = { person, startedAt, minutes: 10, met: 'self', needs: [], note: '=1+1', nextOn: null };
  await june.must('ledger/recordVisit', { id: crypto.randomUUID(), ...visit });
  const file = await fileOf('reports/ledgers', { from: '2026-04', to: '2026-04', list: 'visits' });
  expect((await sheetsOf(file)).走访?.[2]?.[7]).toBe("'=1+1");
});

test('the files say the words of the screen', () => {
  const shown = (room: string, words: Record<string, string>) =>
    Object.fromEntries(Object.keys(words).map((key) => [key, zh[`${room}.${key}` as keyof typeof zh]]));
  for (const [room, words] of [
    ['kind', labels.KIND],
    ['met', labels.MET],
    ['need', labels.NEED],
    ['sector', labels.SECTOR],
    ['form', labels.FORM],
    ['sex', labels.SEX],
  ] as const)
    expect(words).toEqual(shown(room, words));
});

test('an attachment whose content is gone or damaged says so; the record stands and counts', async () => {
  const { items } = await june.must('reports/rows', { month: '2026-06', count: 'voucher' });
  const [voucher] = (await june.must('ledger/event', { id: items[0].id })).attachments;
  const see = () => june.zhou.call('ledger/attachment', { station: june.station, id: voucher.id });
  expect((await see()).status).toBe(200);
  await program.database.owner.query("update heli.attachment set content = '' where id = $1", [voucher.id]);
  const gone = await see();
  expect([gone.status, gone.body.reason]).toEqual([404, 'attachment-gone']);
  expect(gone.body.sentence).toBe(
    '“收据”的内容不在了，或者坏了。这一笔还在，照样算；请从备份里恢复，或者把原件再拍一次加上去。',
  );
  expect((await june.must('reports/month', { month: '2026-06' })).attachments).toEqual([{ kind: 'voucher', count: 1 }]);
  await june.must('ledger/removeAttachment', { id: voucher.id });
  expect((await see()).body.reason).toBe('attachment-removed');
});
