import { describe, expect, test } from 'vitest';
import { ageOf, readBirth, writeBirth } from './birth.ts';

describe('a birth date as people write it', () => {
  test.each([
    ['1948-3-9', '1948-03-09', 'day'],
    ['1948年3月9日', '1948-03-09', 'day'],
    ['1948.03.09', '1948-03-09', 'day'],
    ['19480309', '1948-03-09', 'day'],
    ['１９４８年３月', '1948-03-01', 'month'],
    ['1948/3', '1948-03-01', 'month'],
    ['194803', '1948-03-01', 'month'],
    ['1948', '1948-01-01', 'year'],
    ['1948年', '1948-01-01', 'year'],
  ])('%s', (written, bornOn, bornPrecision) => {
    expect(readBirth(written)).toEqual({ bornOn, bornPrecision });
  });

  test.each(['48', '1948-13', '1948-2-30', '1948-3-9-1', '三月', '1700'])('cannot read %s', (written) => {
    expect(readBirth(written)).toBeUndefined();
  });

  test('nothing written is not known', () => {
    expect(readBirth('  ')).toEqual({ bornOn: null, bornPrecision: null });
  });

  test('what is read is written again', () => {
    for (const written of ['1948', '1948-3', '1948-3-9', '']) {
      const birth = readBirth(written);
      expect(birth && writeBirth(birth)).toBe(written);
    }
  });

  test('age counts birthdays, and says when only the year is known', () => {
    expect(ageOf({ bornOn: '1948-06-25', bornPrecision: 'day' }, '2026-06-24')).toEqual({ years: 77, about: false });
    expect(ageOf({ bornOn: '1948-01-01', bornPrecision: 'year' }, '2026-06-24')).toEqual({ years: 78, about: true });
    expect(ageOf({ bornOn: null, bornPrecision: null }, '2026-06-24')).toBeUndefined();
  });
});
