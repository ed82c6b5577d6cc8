// The county's own Word form: what may stand in it, what is refused and where, and that it says what the report says.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOOPS, PLACEHOLDERS } from '../../src/reports/templates/codes.ts';
import { checkTemplate } from '../../src/reports/templates/check-template.ts';
import { exampleTemplate } from '../../src/reports/templates/example-template.ts';
import { join } from '../support/cast.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { type June, recordJune } from './june.ts';

let program: TestProgram;
let june: June;
let example: Uint8Array;

beforeAll(async () => {
  program = await startProgram();
  june = await recordJune(program.address);
  example = await exampleTemplate();
});
afterAll(() => program?.stop());

/** A form of some lines, each in runs as Word may tear them. */
async function form(...lines: (string | string[])[]): Promise<Uint8Array> {
  const children = lines.map((line) => new Paragraph({ children: [line].flat().map((text) => new TextRun({ text })) }));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const keep = (bytes: Uint8Array, name = '县里的表.docx') =>
  june.zhou.call('reports/keepTemplate', { station: june.station, id: randomUUID(), name, content: base64(bytes) });
const wordsOf = (content: string) =>
  strFromU8(unzipSync(new Uint8Array(Buffer.from(content, 'base64')))['word/document.xml'] ?? new Uint8Array())
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ');

const without = (bytes: Uint8Array, change: (files: Record<string, Uint8Array>) => void) => {
  const files = unzipSync(bytes);
  change(files);
  return zipSync(files);
};

describe('refused in one sentence, and nothing is kept', () => {
  const refusals: [string, () => Promise<Uint8Array> | Uint8Array, string, string][] = [
    ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'template-not-word', '这不是 Word 文件'],
    ['an old .doc', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'template-old', '另存为 .docx'],
    ['the first half of a file', () => example.slice(0, example.length / 2), 'template-broken', '坏了'],
    [
      'a file whose text is no XML',
      () =>
        without(example, (files) => {
          files['word/document.xml'] = new Uint8Array([60, 60, 60]);
        }),
      'template-broken',
      '坏了',
    ],
    [
      'a workbook',
      () =>
        without(example, (files) => {
          delete files['word/document.xml'];
        }),
      'template-not-word',
      '这不是 Word 文件',
    ],
    [
      'macros',
      () =>
        without(example, (files) => {
          files['word/vbaProject.bin'] = new Uint8Array([1]);
        }),
      'template-macros',
      '带宏',
    ],
    ['a form without anything to fill in', () => form('月报'), 'template-nothing', '没有要填的地方'],
    [
      'a name that is none, torn by Word',
      () => form('月报', ['本月走访 {走', '放户', '次} 户次，其他照旧']),
      'template-unknown',
      '表里的 {走放户次} 不认识，在“本月走访 {走放户次} 户次，其他照旧”这里',
    ],
    ['a column outside its rows', () => form('{#分领域}{领域}{/分领域}', '{科目}'), 'template-unknown', '{科目}'],
    ['rows without an end', () => form('{#分领域}{领域}'), 'template-rows', '{#分领域}'],
    ['rows in rows', () => form('{#分领域}{#支出明细}{/支出明细}{/分领域}'), 'template-rows', '{#支出明细}'],
    ['a brace alone', () => form('走访 {走访户次 户次'), 'template-brace', '花括号不成对'],
  ];

  test.each(refusals)('%s', async (...[, bytes, reason, sentence]) => {
    const answer = await keep(await bytes());
    expect([answer.status, answer.body.reason]).toEqual([400, reason]);
    expect(answer.body.sentence).toContain(sentence);
    expect((await june.must('reports/templates', {})).items).toEqual([]);
  });

  test('more than 4 MB', async () => {
    const answer = await keep(new Uint8Array(4 * 2 ** 20 + 1));
    expect([answer.status, answer.body.reason]).toEqual([413, 'too-large']);
  });

  test('a file that unfolds to much more than it is', async () => {
    const bomb = Buffer.from(example);
    const directory = bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bomb.writeUInt32LE(500 * 2 ** 20, directory + 24); // what its first entry says it unfolds to
    const answer = await keep(bomb);
    expect([answer.status, answer.body.reason]).toEqual([400, 'template-broken']);
  });

  test('by a worker: forms are the head’s', async () => {
    const worker = await join(program.address, june, { name: '何晓川', role: 'worker' });
    const input = { station: june.station, id: randomUUID(), name: '表.docx', content: base64(example) };
    expect((await worker.call('reports/keepTemplate', input)).status).toBe(403);
  });
});

describe('a form that is kept', () => {
  let template: string;

  beforeAll(async () => {
    template = (await keep(example)).body.id;
  });

  test('says the numbers of the report, each where the form has its unit', async () => {
    const file = await june.must('reports/filledTemplate', { template, month: '2026-06' });
    expect(file.name).toBe('清河镇社工站2026-06 县里的表.docx');
    const said = wordsOf(file.content);
    for (const part of ['3 人', '50 人次', '3 户次', '2 户', '1 节', '350.5 元', '6.7 小时', '2026 年 6 月'])
      expect(said).toContain(part);
    expect(said).toContain('走访 3 户次，涉及 2 户');
    expect(said).toContain('社会救助');
    expect(said).toMatch(/活动物料\s+320\.5/);
    expect(said).not.toMatch(/[{}]/);
  });

  test('of a month without data has zeros and says that nothing was recorded', async () => {
    const said = wordsOf((await june.must('reports/filledTemplate', { template, month: '2019-06' })).content);
    expect(said).toContain('0 户次');
    expect(said).toContain('本月还没有记下服务。');
    expect(said).not.toMatch(/[{}]|undefined|NaN/);
  });

  test('of a closed month has the numbers that were handed in', async () => {
    const closing = randomUUID();
    await june.must('reports/closeMonth', { id: closing, month: '2026-05' });
    const asked = { month: '2026-05', template, closing };
    const { startedAt, person } = { startedAt: '2026-05-05T09:00:00+08:00', person: june.people.陈友福 };
    const visit = { id: randomUUID(), person, startedAt, minutes: 30, met: 'self', needs: [], note: '', nextOn: null };
    await june.must('ledger/recordVisit', visit);
    expect(wordsOf((await june.must('reports/filledTemplate', asked)).content)).toContain('1 户次');
    expect(wordsOf((await june.must('reports/filledTemplate', { ...asked, closing: undefined })).content)).toContain(
      '2 户次',
    );
  });

  test('can be taken out; then it is gone', async () => {
    await june.must('reports/dropTemplate', { id: template });
    const asked = { station: june.station, template, month: '2026-06' };
    expect((await june.zhou.call('reports/filledTemplate', asked)).status).toBe(404);
  });
});

test('every name of the list can be filled in', async () => {
  const rows = Object.entries(LOOPS).map(
    ([loop, columns]) => `{#${loop}}${columns.map((one) => `{${one}}`).join(' ')}{/${loop}}`,
  );
  const every = await form(...Object.keys(PLACEHOLDERS).map((name) => `${name}：{${name}}`), ...rows);
  await checkTemplate(every);
  const template = (await keep(every)).body.id;
  const said = wordsOf((await june.must('reports/filledTemplate', { template, month: '2026-06' })).content);
  expect(said).not.toMatch(/[{}]|undefined/);
  const silent = Object.keys(PLACEHOLDERS).filter((name) => said.includes(`${name}：\n`));
  expect(silent).toEqual([]);
});

test.each(['zh', 'en'])('the guide (%s) lists every name', async (language) => {
  const guide = await readFile(`docs/guide/station.${language}.md`, 'utf8');
  const rows = Object.entries(LOOPS).map(
    ([loop, columns]) => `{#${loop}}${columns.map((one) => `{${one}}`).join('')}{/${loop}}`,
  );
  const names = Object.keys(PLACEHOLDERS).map((name) => `{${name}}`);
  expect([...names, ...rows].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
