import { describe, expect, test } from 'vitest';
import { countyOf, isInCounty, levelOf, padCode, rangeOf, shortCode } from './code.ts';

describe('area codes', () => {
  test('a short code is filled up to twelve digits', () => {
    expect(padCode('37')).toBe('370000000000');
    expect(padCode('3702')).toBe('370200000000');
    expect(padCode('370203')).toBe('370203000000');
    expect(padCode('370203001')).toBe('370203001000');
    expect(padCode('370203001002')).toBe('370203001002');
  });

  test('what is not an area code is refused', () => {
    for (const wrong of ['', '3', '370', '37020', '3702030010', '37020a', '3702030010021', ' 37']) {
      expect(() => padCode(wrong), wrong).toThrow(RangeError);
    }
  });

  test('the level follows from the last digits that are not nought', () => {
    expect(['370000000000', '370200000000', '370203000000', '370203001000', '370203001002'].map(levelOf)).toEqual([
      1, 2, 3, 4, 5,
    ]);
    expect(levelOf('110100')).toBe(2);
    expect(levelOf('469001')).toBe(3);
  });

  test('东莞 is a city whose towns stand right below it, and its own county', () => {
    expect(levelOf('441900')).toBe(2);
    expect(levelOf('441900003')).toBe(4);
    expect(countyOf('441900003001')).toBe(441900);
    expect(countyOf('441900')).toBe(441900);
    expect(isInCounty('4604')).toBe(true);
  });

  test('the county of a town or a village is its first six digits', () => {
    expect(countyOf('370203001002')).toBe(370203);
    expect(countyOf('659001')).toBe(659001);
  });

  test('a province, and a city with counties, lie in no county', () => {
    expect(isInCounty('3702')).toBe(false);
    expect(() => countyOf('3702')).toThrow(RangeError);
    expect(() => countyOf('370000000000')).toThrow(RangeError);
  });

  test('the range of an area holds it and all below it, and nothing else', () => {
    expect(rangeOf('370203')).toEqual({ from: '370203000000', to: '370203999999' });
    expect(rangeOf('370203000000')).toEqual(rangeOf('370203'));
    expect(rangeOf('441900')).toEqual({ from: '441900000000', to: '441999999999' });
    expect(rangeOf('370203001002')).toEqual({ from: '370203001002', to: '370203001002' });
  });

  test('a full code can be cut to the digits it uses', () => {
    expect(shortCode('370203001000')).toBe('370203001');
    expect(shortCode('441900000000')).toBe('4419');
  });
});
