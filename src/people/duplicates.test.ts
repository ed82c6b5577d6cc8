import { describe, expect, test } from 'vitest';
import { alikeReasons, type Likeness, likenessOf, phonesIn, proposePairs } from './duplicates.ts';

const liu = (more: Partial<Likeness> = {}): Likeness => ({
  id: 'a',
  name: '刘桂珍',
  pinyin: 'liuguizhen',
  sex: 'female',
  bornOn: '1948-03-09',
  bornPrecision: 'day',
  village: '990101001201',
  phones: [],
  idMark: null,
  idDoubt: false,
  ...more,
});
const because = (one: Partial<Likeness>, other: Partial<Likeness>) =>
  alikeReasons(liu({ id: 'a', ...one }), liu({ id: 'b', ...other }));

describe('two files are not proposed as one person', () => {
  test('when both have a valid ID number and it is not the same, whatever else is', () => {
    expect(because({ idMark: '1' }, { idMark: '2' })).toEqual([]);
  });

  test('when sex or day of birth are others', () => {
    expect(because({}, { sex: 'male' })).toEqual([]);
    expect(because({}, { bornOn: '1951-07-01' })).toEqual([]);
  });

  test('for the name alone: in another village, without a birth date, they are namesakes', () => {
    expect(because({ bornOn: null, bornPrecision: null }, { village: '990101001202' })).toEqual([]);
  });

  test('for a telephone alone: a household shares one', () => {
    expect(because({ phones: ['00002207'] }, { name: '陈友福', pinyin: 'chenyoufu', phones: ['00002207'] })).toEqual(
      [],
    );
  });

  test('when a short name differs in its surname, or in two signs', () => {
    expect(because({}, { name: '黄桂珍', pinyin: 'huangguizhen' })).toEqual([]);
    expect(because({}, { name: '刘玉梅', pinyin: 'liuyumei' })).toEqual([]);
  });
});

describe('two files may be one person', () => {
  test('by the ID number, also where sex was mistyped', () => {
    expect(because({ idMark: '1' }, { idMark: '1', sex: 'male', name: '刘贵珍' })[0]).toBe('id');
  });

  test('with a mistyped ID number it speaks against nothing', () => {
    expect(because({ idMark: '1' }, { idMark: '2', idDoubt: true })).toEqual(['name-birth']);
  });

  test('by name and birth; where only the year is known, in one village', () => {
    expect(because({ village: null }, {})).toEqual(['name-birth']);
    const year = { bornOn: '1948-01-01', bornPrecision: 'year' } as const;
    expect(because(year, {})).toEqual(['name-birth']);
    expect(because(year, { village: null })).toEqual([]);
  });

  test('by a name that sounds the same, and birth', () => {
    expect(because({}, { name: '刘贵真' })).toEqual(['sound-birth']);
  });

  test('by a short name of which one sign differs or is left out, birth and village', () => {
    expect(because({}, { name: '刘桂枝', pinyin: 'liuguizhi' })).toEqual(['near-name']);
    expect(because({}, { name: '刘珍', pinyin: 'liuzhen' })).toEqual(['near-name']);
    expect(because({}, { name: '刘桂枝', pinyin: 'liuguizhi', village: null })).toEqual([]);
  });

  test('by name and village where one birth is not known', () => {
    expect(because({ bornOn: null, bornPrecision: null }, {})).toEqual(['name-place']);
  });

  test('by name and village where a bare year is one off: it may come from an age; two years apart are two people', () => {
    expect(because({}, { bornOn: '1949-01-01', bornPrecision: 'year' })).toEqual(['name-place']);
    expect(because({}, { bornOn: '1950-01-01', bornPrecision: 'year' })).toEqual([]);
  });

  test('by a telephone beside a name that is like it', () => {
    const phones = ['00002207'];
    expect(because({ phones, bornOn: null }, { phones, name: '刘桂芝', pinyin: 'liuguizhi' })).toEqual(['phone']);
  });
});

test('telephone numbers are read as they are written', () => {
  expect(phonesIn('138 0000 2207 / 0731-8321 0000、５５５')).toEqual(['13800002207', '073183210000']);
});

describe('proposals', () => {
  const markOf = (number: string) => `mark of ${number}`;
  const handedIn = (id: string, more: object) =>
    likenessOf({ id, name: '刘桂珍', sex: 'female', bornOn: '1948-03-09', bornPrecision: 'day', ...more }, markOf);

  test('within a batch and against what is known, each pair once', () => {
    const people = [handedIn('b', {}), handedIn('c', {}), handedIn('d', { name: '陈友福' })];
    const known = new Map([['b', [liu({ id: 'a' })]]]);
    const pairs = proposePairs(people, known).map((pair) => `${pair.one}${pair.other}`);
    expect(pairs.sort()).toEqual(['ab', 'bc']);
  });

  test('a common name brings no flood of them', () => {
    const known = new Map([['z', Array.from({ length: 40 }, (_, nth) => liu({ id: `k${nth}` }))]]);
    expect(proposePairs([handedIn('z', {})], known)).toHaveLength(8);
  });
});
