import { expect, test } from 'vitest';
import { maskedCell } from './masked-cell.ts';

test.each([
  ['a mobile number in its column', '13900000001', 'phone', '139 **** 0001'],
  ['a mobile number among words of a column nobody reads', '女儿 13900000001', 'unused', '女儿 139 **** 0001'],
  ['two numbers', '13900000001/13900000002', 'phone', '139 **** 0001/139 **** 0002'],
  ['a number with its area code', '0731-8000001', 'phone', '0731-**** 0001'],
  ['an ID number in a column for something else', '99010119480309002X', 'remark', '9901 **** **** 002X'],
] as const)('before the file is handed in, the middle is hidden: %s', (...[, cell, role, shown]) => {
  expect(maskedCell(cell, role)).toBe(shown);
});

test('days, minutes and years stay as they are', () => {
  expect(['2026-06-03', '20260603', '45分钟', '1948'].map((cell) => maskedCell(cell, 'date'))).toEqual([
    '2026-06-03',
    '20260603',
    '45分钟',
    '1948',
  ]);
});
