import { describe, expect, test } from 'vitest';
import { lensWords } from '../lenses/say.ts';
import { residentWords } from '../residents/words.ts';
import { en } from './en.ts';
import { fill } from './fill.ts';
import { zh } from './zh.ts';

/** Words of theory and of computing that no member of staff and no resident should meet (rule 11 of the house). */
const FORBIDDEN_ZH = [
  '贡献',
  '台账',
  '发起方',
  '总线因子',
  '破窗',
  '透镜',
  '阶段',
  '非法',
  '幂等',
  '事务',
  '令牌',
  'token',
  '提交编号',
  'JSON',
  '端口',
  '同步',
  '缓存',
  '服务器错误',
  '接口',
  '参数',
  '字段',
  '哈希',
  '离线',
  '队列',
  '会话',
  '异常',
  '提交',
  '实体',
  '合作生产',
  '共同生产',
];
const FORBIDDEN_EN = [
  'idempot',
  'token',
  'JSON',
  'transaction',
  'payload',
  'endpoint',
  'hash',
  'cache',
  'sync',
  'queue',
  'offline',
  'illegal',
  'co-produc',
];

/** The words of rooms that bring their own. */
const own = (room: string, words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${room} ${key}`, text]));

const chinese = {
  ...zh,
  ...own('resident', residentWords.zh),
  ...own('lens', lensWords.zh),
};
const english = {
  ...en,
  ...own('resident', residentWords.en),
  ...own('lens', lensWords.en),
};

/** 社会事务 is the name of a service field; 事务 alone is a word of computing. */
const plain = (text: string) => text.toLowerCase().replaceAll('社会事务', '');

/** The parameters a sentence takes, whichever plural is said. */
function parametersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
}

describe('the dictionaries', () => {
  test('have the same keys', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
  });

  test('no key stands in two rooms, where one would hide the other', async () => {
    const rooms = Object.values(import.meta.glob<object>('./zh/*.ts', { eager: true }));
    const keys = rooms.flatMap((room) => Object.values(room).flatMap((words) => Object.keys(words as object)));
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });

  test.each([
    ['Chinese', chinese],
    ['English', english],
  ])('%s: no word is empty, none shouts', (_, words) => {
    const bad = Object.entries(words).filter(([, text]) => text.trim() === '' || /[!！]/.test(text));
    // A share, an index and a chance have no unit.
    const bare = ['list.comma', 'lens unit.share', 'lens unit.index', 'lens unit.chance'];
    expect(bad.filter(([key]) => !bare.includes(key))).toEqual([]);
  });

  test('take the same parameters', () => {
    const differing = Object.keys(chinese).filter((key) => {
      const [one, other] = [chinese[key as keyof typeof chinese], english[key as keyof typeof english]].map(
        parametersOf,
      );
      // English may leave the number out where one is the only thing it can be.
      return one?.join() !== other?.join();
    });
    expect(differing).toEqual([]);
  });

  test.each([
    ['Chinese', chinese, FORBIDDEN_ZH],
    ['English', english, FORBIDDEN_EN],
  ] as const)('%s: plain words only', (_, words, forbidden) => {
    const found = Object.entries(words).flatMap(([key, text]) =>
      forbidden.filter((word) => plain(text).includes(word.toLowerCase())).map((word) => `${key}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  test('Chinese uses its own punctuation', () => {
    const bad = Object.entries(chinese).filter(([, text]) => /[\p{Script=Han}][,;:?](?!\/)/u.test(text));
    expect(bad).toEqual([]);
  });
});

describe('filling in', () => {
  test('a number stays with its unit', () => {
    expect(fill('走访 {count} 户次', { count: 3 })).toBe('走访 3\u00a0户次');
  });

  test('one or many', () => {
    expect(fill('{count} day late|{count} days late', { count: 1 })).toBe('1\u00a0day late');
    expect(fill('{count} day late|{count} days late', { count: 6 })).toBe('6\u00a0days late');
  });

  test('a parameter that is missing leaves no braces', () => {
    expect(fill('走访{name}')).toBe('走访');
  });
});
