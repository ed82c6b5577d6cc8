import { expect, test } from 'vitest';
import type { PersonLine } from '../../src/people/schema.ts';
import { findSeen } from './seen.ts';

const person = (name: string, [pinyin, initials]: [string, string], villageName: string) =>
  ({ id: name, name, pinyin, initials, villageName }) as PersonLine;

const PEOPLE = [
  person('刘桂珍', ['liuguizhen', 'lgz'], '柳塘村村民委员会'),
  person('陈桂珍', ['chenguizhen', 'cgz'], '河口社区居民委员会'),
  person('柳塘生', ['liutangsheng', 'lts'], '河口社区居民委员会'),
];
const found = (text: string) => findSeen(PEOPLE, text).map((one) => one.name);

test.each([
  ['a sign that nobody has', '王', []],
  ['a single sign is no village', '村', []],
  ['a village beside a name that nobody has there', '柳塘 lts', []],
  ['a part of the name', '桂珍', ['刘桂珍', '陈桂珍']],
  ['initials', 'lgz', ['刘桂珍']],
  ['pinyin with a space and capitals', 'Liu Gui', ['刘桂珍']],
  ['a village, people of that name first', '柳塘', ['柳塘生', '刘桂珍']],
  ['a village beside a name', '河口 桂珍', ['陈桂珍']],
])('%s', (_, text, names) => {
  expect(found(text)).toEqual(names);
});

test('what was kept before names were said with it is found by its signs', () => {
  const { pinyin: _, initials: __, ...older } = PEOPLE[0] as PersonLine;
  expect(findSeen([older], 'lgz')).toEqual([]);
  expect(findSeen([older], '刘桂')).toEqual([older]);
});
