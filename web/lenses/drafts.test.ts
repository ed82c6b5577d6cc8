import { expect, test } from 'vitest';
import { type ShockDraft, shockWrongs, sheetWrongs } from './drafts.ts';

const flood: ShockDraft = {
  id: '',
  kind: 'flood',
  name: '六月大水',
  from: '2026-06-11',
  to: '2026-06-14',
  area: '',
  note: '',
};
const fields = (wrongs: { field: string }[]) => wrongs.map(({ field }) => field);

test('a hard time without a name or a day, or over before it came, is not saved', () => {
  expect(fields(shockWrongs({ ...flood, name: ' ' }))).toEqual(['shock-name']);
  expect(fields(shockWrongs({ ...flood, from: '', to: '' }))).toEqual(['shock-from']);
  expect(fields(shockWrongs({ ...flood, to: '2026-06-10' }))).toEqual(['shock-to']);
  expect(shockWrongs({ ...flood, to: flood.from })).toEqual([]);
});

test('names on both lists cannot be more than on the paper, nor than in the program', () => {
  const sheet = { event: 'e', onPaper: '40', onBoth: '28' };
  expect(sheetWrongs(sheet, 35)).toEqual([]);
  expect(fields(sheetWrongs({ ...sheet, onBoth: '41' }, 60))).toEqual(['sheet-both']);
  expect(fields(sheetWrongs(sheet, 20))).toEqual(['sheet-both']);
  expect(fields(sheetWrongs({ event: '', onPaper: '', onBoth: '' }, 0))).toEqual([
    'sheet-event',
    'sheet-paper',
    'sheet-both',
  ]);
});
