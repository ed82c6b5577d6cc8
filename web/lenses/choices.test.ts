import { expect, test } from 'vitest';
import { readChoice, windowsUntil, yearsUntil } from './choices.ts';

test('what makes no sense in an address is as if it were not there', () => {
  expect(readChoice({ scope: 'galaxy', village: 'x', from: 'yesterday', to: 12, step: 'two' })).toEqual({});
});

test('a village code that the address turned into a number is a code again', () => {
  const village = 430181001201;
  expect(readChoice({ scope: 'village', village, from: '2026-01-01' })).toEqual({
    scope: 'village',
    village: '430181001201',
    from: '2026-01-01',
  });
});

test('the last 12 months end today and begin a year before, the day after', () => {
  expect(yearsUntil('2026-06-30', 1)).toEqual({ from: '2025-07-01', to: '2026-06-30' });
  expect(yearsUntil('2024-02-29', 1)).toEqual({ from: '2023-03-01', to: '2024-02-29' });
});

test('who sees no entries chooses among whole years, the last full one first', () => {
  const windows = windowsUntil('2026-06-30', true);
  expect(windows.map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2025-01-01 2025-12-31',
    '2024-01-01 2024-12-31',
    '2026-01-01 2026-12-31',
  ]);
});

test('others also by quarter and half-year, the present ones first', () => {
  const windows = windowsUntil('2026-08-02', false);
  const first = (name: string) => windows.find((window) => window.name === name);
  expect(first('quarter')).toMatchObject({ from: '2026-07-01', to: '2026-09-30', quarter: 3 });
  expect(first('second-half')).toMatchObject({ from: '2026-07-01', to: '2026-12-31' });
  expect(first('first-half')).toMatchObject({ from: '2026-01-01', to: '2026-06-30' });
});
