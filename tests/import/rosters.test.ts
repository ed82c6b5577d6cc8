// A station's roster 名册 becomes files: whatever a row says of somebody new stands in their file, or is told at its row.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bornInYear, readAge } from '../../src/reports/import/ages.ts';
import { CHOICES } from '../../src/reports/import/choices.ts';
import { roleOf } from '../../src/reports/import/headers.ts';
import { ROLES } from '../../src/reports/import/roles.ts';
import { proposeLayout } from '../../src/reports/import/layout.ts';
import type { TestProgram } from '../support/program.ts';
import { endings, idNumber, type MadeSheet, type Rows, tried } from './ledgers.ts';
import { bookOf, handIn, type Ask, type Keeper, openKeeper, rowsIn, takeIn } from './taking-in.ts';

describe('an age that cannot be is told, not guessed', () => {
  test.each(
    [-3, 121, 780, 78.5, 1078, '-3', '121岁', '七十八', '约78', '78左右', '虚岁79', '48-3-9', '1948-13-9'].concat([
      '3个月',
      '1948-3-9或1949',
    ]),
  )('%s', (cell) => {
    expect(readAge(cell)).toEqual({ fault: 'age-unread' });
  });

  test.each([null, '', ' ', '无', '不详', '/', '—'])('“%s” says that it is not known', (cell) => {
    expect(readAge(cell)).toEqual({ fault: 'no-age' });
  });
});

describe('a column of ages', () => {
  test.each([[78], ['78'], ['７８'], ['78岁'], ['78周岁'], [' 78 岁 ']])('%s is an age', (cell) => {
    expect(readAge(cell)).toEqual({ age: 78 });
  });

  test.each([
    ['1948-3-9', '1948-03-09', 'day'],
    ['1948年3月9日', '1948-03-09', 'day'],
    [17601, '1948-03-09', 'day'],
    ['1948年3月', '1948-03-01', 'month'],
    ['1948', '1948-01-01', 'year'],
    [1948, '1948-01-01', 'year'],
  ])('%s in it is a birth date', (cell, bornOn, precision) => {
    expect(readAge(cell)).toEqual({ bornOn, precision });
  });

  test('an age counts back from the year the list speaks of, else from the day it is taken in', () => {
    expect(bornInYear({ age: 78 }, '2026-11-01')).toBe(1948);
    expect(bornInYear({ age: 78, asOf: 2020 }, '2026-11-01')).toBe(1942);
    expect(bornInYear({ age: 78, asOf: 2027 }, '2026-11-01')).toBe(1948);
    expect(bornInYear({}, '2026-11-01')).toBe(undefined);
  });
});

describe('namesakes', () => {
  const roster = (title: string, ...rows: Rows): MadeSheet => ({
    name: title,
    rows: [['姓名', '村', '年龄'], ...rows],
  });
  const visits = (...rows: Rows): MadeSheet => ({ name: '走访', rows: [['日期', '姓名', '年龄', '情况'], ...rows] });

  test('of one village are told apart by their ages; an age that fits neither is asked', async () => {
    const run = await tried([
      roster('名册', ['甲一', '东山村', 78], ['甲一', '东山村', 46]),
      visits(['2026-06-03', '甲一', 79, '看望'], ['2026-06-04', '甲一', 60, '看望']),
    ]);
    expect(endings(run, 1)).toEqual(['2 placed', '3 held against-row']);
    expect(run.judged.outcomes[2]?.someone?.rows).toEqual([0]);
  });

  test('an age in an old list and an old visit is of its year: nobody is taken for another because years have passed', async () => {
    const run = await tried([
      roster('2020年名册', ['甲一', '东山村', 78]),
      visits(
        ['2020-06-03', '甲一', 78, '看望'],
        ['2026-06-03', '甲一', 84, '看望'],
        ['2026-06-04', '甲一', 78, '看望'],
      ),
    ]);
    expect(endings(run, 1)).toEqual(['2 placed', '3 placed', '4 held against-row']);
  });
});

describe('taken in', () => {
  let program: TestProgram;
  let keeper: Keeper;
  let ask: Ask;
  beforeAll(async () => {
    ({ program, keeper, ask } = await openKeeper());
  });
  afterAll(() => program?.stop());

  const thisYear = () => Number(new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 4));

  /** Hands a roster in and takes it into the books; answers the import's id and its flagged rows. */
  async function taken(rows: Rows, name = '名册') {
    const { id } = await handIn(keeper, await bookOf([{ name, rows }]));
    await takeIn(keeper, id);
    const flagged = await rowsIn(keeper, id, 'flagged');
    return {
      id,
      told: flagged.map((row: { row: number; reasons: string[]; text: string }) => [row.row, row.reasons, row.text]),
    };
  }

  async function fileOf(name: string) {
    const { rows } = await program.database.owner.query('select id from heli.person where name = $1', [name]);
    expect(rows).toHaveLength(1);
    return (await ask('people/get', { id: rows[0].id })).body;
  }

  test('an age or a sex nobody can read, and a day of birth to come: the row goes in, and says what stood there', async () => {
    const { told } = await taken([
      ['姓名', '性别', '年龄'],
      ['乙一', '女', '七十'],
      ['乙二', '雌', 130],
      ['乙三', '男', '2090-1-1'],
      ['乙四', '不详', '/'],
    ]);
    expect(told).toEqual([
      [2, ['age-unread'], '年龄 七十'],
      [3, ['age-unread', 'sex-unread'], '性别 雌，年龄 130'],
      [4, ['birth-future'], '年龄 2090-1-1'],
    ]);
    for (const name of ['乙一', '乙二', '乙三', '乙四']) expect((await fileOf(name)).bornOn).toBe(null);
  });

  test('somebody the station knows keeps what stands; the row still shows what the roster says', async () => {
    const person = { name: '丙一', sex: 'female', bornOn: null, bornPrecision: null, village: null, villageGroup: '' };
    const file = { ...person, id: randomUUID(), phone: '13900000001', groups: [], health: '高血压' };
    expect((await ask('people/add', file)).status).toBe(200);
    const { told } = await taken([
      ['姓名', '电话', '年龄', '备注'],
      ['丙一', '13900000001', 78, '腿脚不便'],
    ]);
    expect(told).toEqual([[2, ['already-known'], '年龄 78，腿脚不便']]);
    expect(await fileOf('丙一')).toMatchObject({ bornOn: null, health: '高血压' });
  });

  test('a birth date or an ID number goes before the age', async () => {
    const { told } = await taken([
      ['姓名', '身份证号', '出生日期', '年龄'],
      ['丁一', null, '1950-03-04', 60],
      ['丁二', idNumber('1951-05-06', '122'), null, 60],
    ]);
    expect(told).toEqual([]);
    expect(await fileOf('丁一')).toMatchObject({ bornOn: '1950-03-04', bornPrecision: 'day' });
    expect(await fileOf('丁二')).toMatchObject({ bornOn: '1951-05-06', bornPrecision: 'day' });
  });

  test('a remark too long for a file is told; its beginning stands there', async () => {
    const { told } = await taken([
      ['姓名', '性别', '备注'],
      ['戊一', '女', '跟奶奶住，'.repeat(50)],
    ]);
    expect(told[0]?.slice(0, 2)).toEqual([2, ['remark-shortened']]);
    expect((await fileOf('戊一')).health).toBe(`备注：${'跟奶奶住，'.repeat(50)}`.slice(0, 200));
  });

  test('a newcomer’s roster: age, birth date among the ages and remark stand in the files', async () => {
    const { id, told } = await taken([
      ['姓名', '性别', '年龄', '村', '电话', '类别', '备注', '监护人电话'],
      ['己一', '女', 78, '东山村', '13900000011', '独居老人', '腿脚不便', '13900000099'],
      ['己二', '男', 9, '东山村', '', '留守儿童', '跟奶奶住', ''],
      ['己三', '女', '1948-3-9', '东山村', '13900000013', '低保', '', ''],
    ]);
    expect(told).toEqual([]);
    const about = { bornOn: `${thisYear() - 78}-01-01`, bornPrecision: 'year' };
    expect(await fileOf('己一')).toMatchObject({ ...about, health: '备注：腿脚不便' });
    expect(await fileOf('己二')).toMatchObject({ bornOn: `${thisYear() - 9}-01-01`, health: '备注：跟奶奶住' });
    expect(await fileOf('己三')).toMatchObject({ bornOn: '1948-03-09', bornPrecision: 'day', health: '' });
    const placed = await rowsIn(keeper, id, 'placed');
    expect(placed.map((row: { unused: string }) => row.unused)).toEqual(['监护人电话 139 **** 0099', '', '']);
  });

  test('the age in a roster of 2020 is the age of 2020', async () => {
    await taken(
      [
        ['姓名', '年龄', '村'],
        ['庚一', 78, '东山村'],
      ],
      '2020年名册',
    );
    expect((await fileOf('庚一')).bornOn).toBe('1942-01-01');
  });

  /** A header for each role. */
  const HEADERS: Record<string, string> = {
    name: '姓名',
    groups: '类别',
    year: '年份',
    month: '月份',
    sex: '性别',
    idNumber: '身份证号',
    birth: '出生日期',
    age: '年龄',
    village: '村',
    villageGroup: '小组',
    address: '住址',
    level: '跟进级别',
    phone: '电话',
    date: '日期',
    dayOfMonth: '日',
    workers: '责任社工',
    minutes: '时长',
    startTime: '开始时间',
    endTime: '结束时间',
    channel: '走访方式',
    note: '家庭情况',
    needs: '需求',
    nextOn: '下次走访',
    activity: '活动名称',
    attendees: '参加人员',
    place: '地点',
    remark: '备注',
    unused: '残疾等级',
  };
  /** What a cell under it says, and what then stands in the file. */
  const SAID: Record<string, [string | number, object]> = {
    name: ['辛一', { name: '辛一' }],
    sex: ['女', { sex: 'female' }],
    idNumber: [idNumber('1948-03-09', '122'), { idNumber: { doubt: null } }],
    birth: ['1948-03-09', { bornOn: '1948-03-09', bornPrecision: 'day' }],
    age: [78, { bornOn: `${new Date(Date.now() + 8 * 3600_000).getUTCFullYear() - 78}-01-01`, bornPrecision: 'year' }],
    village: ['东山村', { villageGroup: '东山村' }],
    villageGroup: ['3组', { villageGroup: '3组' }],
    address: ['桥头第二家', { livingAddress: '桥头第二家' }],
    groups: ['独居老人', { groups: ['elder-living-alone'] }],
    level: [2, { followUpLevel: 2 }],
    phone: ['13900000021', { phone: '13900000021' }],
    remark: ['腿脚不便', { health: '备注：腿脚不便' }],
  };

  test('every column that the mapping calls used in a list of people stands in the file afterwards', async () => {
    expect(Object.keys(SAID).sort()).toEqual([...CHOICES.people].sort());
    for (const [place, role] of CHOICES.people.entries()) {
      const name = role === 'name' ? '辛一' : `壬${place}`;
      expect(roleOf(HEADERS[role] ?? '')?.role).toBe(role);
      const row = { 姓名: name, 性别: '', [HEADERS[role] ?? '']: SAID[role]?.[0] ?? '' };
      await taken([Object.keys(row), Object.values(row)]);
      expect(await fileOf(name)).toMatchObject(SAID[role]?.[1] ?? { missing: role });
    }
  });

  test('every other column is called unused from the start; words about how somebody fares are the remark where there is none', () => {
    const others = ROLES.filter((role) => !CHOICES.people.includes(role) && role !== 'session' && role !== 'note');
    const roster = (...headers: string[]) =>
      proposeLayout({
        name: '名册',
        rows: [
          ['姓名', '性别', ...headers],
          ['癸一', '女', ...headers.map(() => '一')],
        ],
      });
    for (const role of others) {
      const { kind, columns } = roster(HEADERS[role] ?? '');
      if (kind === 'people') expect([role, columns[2]?.role]).toEqual([role, 'unused']);
    }
    const undated = others.filter((role) => roster(HEADERS[role] ?? '').kind === 'people');
    expect(undated).toEqual(expect.arrayContaining(['workers', 'needs', 'place', 'nextOn', 'date', 'channel']));
    expect(roster('家庭情况').columns[2]?.role).toBe('remark');
    expect(
      roster('家庭情况', '备注')
        .columns.slice(2)
        .map(({ role }) => role),
    ).toEqual(['unused', 'remark']);
  });
});
