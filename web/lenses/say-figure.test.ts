import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/lenses/schema.ts';
import { sayChance, sayFigure, sayNumber } from './say-figure.ts';
import { lensWordsIn } from './say.ts';

const zh = lensWordsIn('zh');
const NOTHING: Figure = {
  value: null,
  numerator: null,
  denominator: null,
  interval: null,
  n: null,
  status: 'not-yet-measurable',
  reasons: [],
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what stands on the page for a figure', () => {
  test('a count of 1 to 4 that somebody may not see says only that it is small', () => {
    const said = sayFigure({ ...NOTHING, status: 'suppressed', reasons: ['fewer-than-5-people'] }, 'people', zh);
    expect(said).toEqual({ big: '不写出来', unit: '', small: '', told: false });
  });

  test('too little recorded: no number, and why', () => {
    const said = sayFigure({ ...NOTHING, n: 0, reasons: ['nobody-observed-long-enough'] }, 'people', zh);
    expect(said).toMatchObject({ big: '还说不了', small: '还没有人看够日子', told: false });
  });

  test('a chance is never written 0.000: it reads 小于 0.001', () => {
    const told = { ...NOTHING, value: 0.0000012, n: 60, status: 'shown' as const };
    expect(plain(sayFigure(told, 'chance', zh).big)).toBe('小于 0.001');
    expect(plain(sayChance(0.00049, lensWordsIn('en')))).toBe('less than 0.001');
    expect([sayChance(0.0005, zh), sayChance(0.0123, zh)]).toEqual(['0.001', '0.012']);
  });

  test('under 20 people: the counts, and no percentage', () => {
    const figure = {
      ...NOTHING,
      numerator: 8,
      denominator: 15,
      n: 15,
      status: 'counts-only',
      reasons: ['fewer-than-20'],
    } as const;
    const said = sayFigure({ ...figure, reasons: [...figure.reasons] }, 'people', zh);
    expect(plain(said.big)).toBe('8 / 15 人');
    expect(plain(said.small)).toBe('不满 20，不写百分比');
  });

  test('a share: the percentage, both counts in their unit, the interval', () => {
    const interval = { lower: 0.598067, upper: 0.858135 };
    const said = sayFigure(
      { ...NOTHING, value: 0.75, numerator: 30, denominator: 40, interval, n: 40, status: 'shown' },
      'people',
      zh,
    );
    expect(said.big).toBe('75.0%');
    expect(plain(said.small)).toBe('30 / 40 人，59.8% 到 85.8%');
  });

  test('a share of hours says hours beside both, not people', () => {
    const said = sayFigure(
      { ...NOTHING, value: 0.5, numerator: 22, denominator: 44, n: 12, status: 'shown' },
      'hours',
      zh,
    );
    expect([said.big, plain(said.small)]).toEqual(['50.0%', '22 / 44 小时']);
  });

  test('a sum has its unit, a ratio its two places, an index its three', () => {
    const shown = { ...NOTHING, status: 'shown' as const };
    expect(sayFigure({ ...shown, value: 46.5 }, 'hours', zh)).toMatchObject({ big: '46.5', unit: '小时' });
    expect(sayFigure({ ...shown, value: 2.7727 }, 'ratio', zh)).toMatchObject({ big: '2.77', unit: '倍' });
    expect(sayFigure({ ...shown, value: 0.3626 }, 'index', zh)).toMatchObject({ big: '0.363', unit: '' });
  });
});

test.each([
  [1234.5, 'yuan', '1,234.50'],
  [12000, 'yuan', '12,000'],
  [-0.2158, 'index', '−0.216'],
  [14, 'index', '14'],
  [0, 'share', '0.0%'],
  [118, 'days', '118'],
] as const)('%s %s is written %s', (value, unit, written) => {
  expect(sayNumber(value, unit)).toBe(written);
});
