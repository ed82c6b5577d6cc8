// The follow-up level 跟进级别 of a station's own roster: which column it is, how it is written, and what is not guessed.
import { describe, expect, test } from 'vitest';
import { FOLLOW_UP } from '../../src/people/rules.ts';
import { roleOf } from '../../src/reports/import/headers.ts';
import { readLevel } from '../../src/reports/import/levels.ts';
import { endings, type MadeSheet, tried } from './ledgers.ts';

describe('a cell that is no level is told, not guessed', () => {
  test.each(
    [
      '0',
      '7',
      7,
      1.5,
      -1,
      '七级',
      '1-2级',
      '1/2',
      '红/黄/绿',
      '三级（高）',
      '重点',
      '特级',
      '橙',
      '较高',
      '每周',
    ].concat(['等级', '√']),
  )('%s', (cell) => {
    expect(readLevel(cell)).toEqual({ fault: 'level-unread' });
  });

  test('a whole cell of words, however long: at once', () => {
    for (const words of ['等级'.repeat(2000), '级'.repeat(32_000)])
      expect(readLevel(`${words}重`)).toEqual({ fault: 'level-unread' });
    expect(readLevel(`${'等级'.repeat(14)}重`)).toEqual({ fault: 'level-unread' });
  });

  test.each([null, '', ' ', '无', '无等级', '无级', '/', '-', '—', '——', '／', '暂无', '未定级'])(
    '“%s” says that there is none',
    (cell) => {
      expect(readLevel(cell)).toEqual({ level: null });
    },
  );
});

describe('a level is understood in every spelling; 1 is seen most often', () => {
  test.each([
    [
      1,
      '1',
      '１',
      '1级',
      '第1级',
      '一',
      '一级',
      '一类',
      '一等',
      '一档',
      'Ⅰ',
      'Ⅰ级',
      'ⅰ',
      'I',
      '①',
      'A',
      'Ａ类',
      'a级',
      '高',
      '高风险',
      '高度关注',
      '红',
      '红色',
      '一级关爱',
      '一级（每周）',
      '一级（红）',
      '一 级',
      '1类/红',
    ],
    [2, '2', '2级', '二级', '二类', 'Ⅱ', 'II级', 'B', 'B级', '中', '中风险', '中度', '中等', '黄', '黄色', '二类对象'],
    [3, '3', '三级', '三类', 'Ⅲ', 'III', 'C', 'C类', '低', '低风险', '低度', '绿', '绿色'],
    [4, '4', '四级', '四类', 'Ⅳ', 'IV', 'D'],
    [5, '5级', '五级', 'Ⅴ', 'V', 'E'],
    [6, '6', '六级', 'Ⅵ', 'VI', 'F'],
  ])('%i', (level, ...spellings) => {
    for (const spelling of [level, ...spellings])
      expect([spelling, readLevel(spelling)]).toEqual([spelling, { level }]);
  });

  test('there are as many as the product has', () => {
    const levels = Object.keys(FOLLOW_UP.days).map(Number);
    expect(levels.map((level) => readLevel(level))).toEqual(levels.map((level) => ({ level })));
    expect(readLevel(levels.length + 1)).toEqual({ fault: 'level-unread' });
  });
});

describe('a column of four colours or five grades', () => {
  const rosterOf = (...levels: string[]): MadeSheet => ({
    name: '名册',
    rows: [['姓名', '风险等级'], ...levels.map((level, at) => [`己${'一二三四五'[at]}`, level])],
  });

  test.each([
    ['红 黄 绿', [1, 2, 3]],
    ['红 绿', [1, 3]],
    ['红 橙 黄 绿', [1, 2, 3, 4]],
    ['红色 橙色 黄色 蓝色', [1, 2, 3, 4]],
    ['红 黄 蓝', [1, 2, 3]],
    ['红 橙 黄 蓝 绿', [1, 2, 3, 4, 5]],
    ['高风险 较高风险 中风险 低风险', [1, 2, 3, 4]],
    ['高 中 较低 低', [1, 2, 3, 4]],
  ])('%s', async (written, levels) => {
    const { judged } = await tried([rosterOf(...written.split(' '))]);
    expect(judged.outcomes.map(({ subject }) => subject.kind === 'person' && subject.person.level)).toEqual(levels);
  });
});

describe('which column it is', () => {
  test.each(
    '困难等级 残疾等级 伤残等级 低保等级 护理等级 失能等级 救助等级 自理等级 能力评估等级 危险性评估等级 健康风险等级 等级 级别 等级评定日期 失能程度 困难残疾人护理补贴等级'.split(
      ' ',
    ),
  )('%s is another thing', (header) => {
    expect(roleOf(header)?.role).toBe('unused');
  });

  test.each(
    '跟进级别 跟进等级 关注等级 关注级别 关爱等级 探访等级 探访级别 走访级别 巡访等级 服务等级 服务级别 风险等级 风险级别 关注程度 重点关注等级 服务对象关爱等级 跟进级别（1-6） *跟进级别'
      .split(' ')
      .concat(['跟 进 级 别', 'Follow-up level']),
  )('%s is the follow-up level', (header) => {
    expect(roleOf(header)?.role).toBe('level');
  });

  test('of two, the surer is taken and the other kept as it came; grades of something else are no sign-in', async () => {
    const rows = [
      ['姓名', '残疾等级', '风险等级', '跟进级别'],
      ['甲一', 1, '高', '2'],
      ['乙二', 1, '低', ''],
    ];
    const { cut, judged } = await tried([{ name: '名册', rows }]);
    expect(cut.plans[0]?.kind).toBe('people');
    expect(cut.plans[0]?.columns.map(({ role }) => role)).toEqual(['name', 'unused', 'unused', 'level']);
    expect(judged.outcomes.map(({ subject }) => subject.kind === 'person' && subject.person.level)).toEqual([2, null]);
  });

  test('beside visits and sign-ins it is kept as it came: they say when somebody was seen, not how often', async () => {
    const visits = {
      name: '走访',
      rows: [
        ['日期', '姓名', '跟进级别', '情况'],
        ['2026-06-03', '甲一', '1', '看望'],
      ],
    };
    const ticks = {
      name: '手工组',
      rows: [
        ['姓名', '关注等级', '第1节'],
        ['甲一', '一级', '√'],
      ],
    };
    const { cut } = await tried([visits, ticks]);
    expect(cut.plans.map(({ kind }) => kind)).toEqual(['visits', 'sign-in-ticks']);
    expect(cut.plans.flatMap(({ columns }) => columns.map(({ role }) => role))).not.toContain('level');
  });
});

test('a roster of names and levels is a roster; who has a level nobody can read goes in without one, and it is told', async () => {
  const roster: MadeSheet = {
    name: '探访对象',
    rows: [
      ['序号', '姓名', '探访等级'],
      [1, '甲一', '一级'],
      [2, '乙二', '重点'],
      [3, '丙三', '无'],
    ],
  };
  const run = await tried([roster]);
  expect(endings(run, 0)).toEqual(['2 placed', '3 flagged level-unread', '4 placed']);
  expect(run.judged.outcomes.map(({ subject }) => subject.kind === 'person' && subject.person.level)).toEqual([
    1,
    null,
    null,
  ]);
});
