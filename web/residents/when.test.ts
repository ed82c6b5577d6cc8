import { expect, test } from 'vitest';
import { addDays, today } from '../ui/dates.ts';
import { sayBigDay, sayHour } from './when.ts';

test.each([
  ['2026-06-26T09:00:00+08:00', '上午 9 点'],
  ['2026-06-28T19:30:00+08:00', '晚上 7 点半'],
  ['2026-06-28T14:20:00+08:00', '下午 2 点 20 分'],
  ['2026-06-28T12:00:00+08:00', '中午 12 点'],
  ['2026-06-28T00:10:00+08:00', '凌晨 0 点 10 分'],
])('%s is %s', (instant, spoken) => {
  expect(sayHour(instant, 'zh').replaceAll('\u00a0', ' ')).toBe(spoken);
});

test('near days have names', () => {
  expect(sayBigDay(today(), 'zh').big).toBe('今天');
  expect(sayBigDay(addDays(today(), 1), 'zh').big).toBe('明天');
  const later = addDays(today(), 40);
  expect(sayBigDay(later, 'zh')).toMatchObject({ big: String(Number(later.slice(8))), unit: '日' });
});
