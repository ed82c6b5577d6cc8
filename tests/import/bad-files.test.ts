import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { HeliError } from '../../src/platform/errors.ts';
import { sentence } from '../../src/platform/words/sentence.ts';
import { dryRun } from '../../src/reports/import/dry-run.ts';
import { TODAY, workbook } from './ledgers.ts';
import { rawWorkbook, zip } from './raw-workbook.ts';

/** Why a file is refused: one reason, and a sentence in Chinese. */
async function refusal(bytes: Uint8Array): Promise<{ reason: string; told: string }> {
  try {
    await dryRun({ name: 'x.xlsx', bytes }, { findKnown: async () => [], today: TODAY });
  } catch (error) {
    if (!(error instanceof HeliError)) throw error;
    return { reason: error.reason, told: sentence('zh', error.reason, error.detail.params) };
  }
  return { reason: 'none', told: '' };
}

const LEDGER = [
  ['日期', '姓名', '内容'],
  ['2026-06-03', '甲一', '看望'],
];

describe('a file that is no ledger is refused in one sentence', () => {
  test('a picture, a text, a Word document', async () => {
    for (const bytes of [
      Buffer.from('89504e470d0a1a0a0000', 'hex'),
      Buffer.from('姓名,日期\n甲一,2026-06-03\n'),
      zip([{ name: 'word/document.xml', content: '<x/>' }]),
      Buffer.alloc(0),
    ]) {
      expect((await refusal(bytes)).reason).toBe('import-not-excel');
    }
  });

  test('one with a password, and one of the old kind', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: '走访', rows: LEDGER }],
      encryption: { password: 'open', spinCount: 1000 },
    });
    expect((await refusal(locked)).reason).toBe('import-password');
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
    expect((await refusal(old)).reason).toBe('import-old-excel');
  });

  test('100 MB, before anything is read of it', async () => {
    const { reason, told } = await refusal(new Uint8Array(100 * 2 ** 20));
    expect(reason).toBe('import-too-large');
    expect(told).toContain('20 MB');
  });

  test('a zip bomb, whether it owns up to its size, lies about it, or says nothing', async () => {
    const open = { name: 'xl/workbook.xml', content: '', said: 250 * 2 ** 20 };
    expect((await refusal(zip([open]))).reason).toBe('import-bomb');
    const content = Buffer.alloc(30 * 2 ** 20, 32);
    const book = { name: 'xl/workbook.xml', content };
    expect((await refusal(zip([{ ...book, said: 1000 }]))).reason).toBe('import-broken');
    expect((await refusal(zip([{ ...book, said: 0 }]))).reason).toBe('import-bomb');
  });

  test('a damaged one, cut short or not XML inside', async () => {
    const whole = await workbook([{ name: '走访', rows: LEDGER }]);
    expect((await refusal(whole.slice(0, whole.length / 2))).reason).toBe('import-broken');
    expect((await refusal(zip([{ name: 'xl/workbook.xml', content: 'nonsense' }]))).reason).toBe('import-broken');
  });

  test('one with nothing in it, one without a header, and one cell at the far corner', async () => {
    expect((await refusal(await workbook([{ name: '空', rows: [] }]))).reason).toBe('import-empty');
    const { reason, told } = await refusal(
      await workbook([{ name: '走访表', rows: [['2026-06-03', '甲一', '看望']] }]),
    );
    expect(reason).toBe('import-no-header');
    expect(told).toContain('走访表');
    const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(['import-broken', 'import-empty', 'import-no-header']).toContain(
      (await refusal(rawWorkbook({ data: corner }))).reason,
    );
  });
});
