import { describe, expect, test } from 'vitest';
import { readBirth, readDay } from '../../src/reports/import/days.ts';
import { nearlySame, readIdCell } from '../../src/reports/import/id-number.ts';
import { readMinutes, unitIn } from '../../src/reports/import/minutes.ts';
import { namesIn, readName } from '../../src/reports/import/names.ts';
import { readGroups } from '../../src/reports/import/target-groups.ts';
import { listed } from '../../src/reports/import/text.ts';
import { readVillage, sameVillage } from '../../src/reports/import/villages.ts';
import { idNumber } from './ledgers.ts';

describe('a date that cannot be is told, not mended', () => {
  test.each([
    ['2026.2.30', 'impossible-date'],
    ['2026年13月1日', 'impossible-date'],
    ['6月31日', 'impossible-date'],
    ['20260631', 'impossible-date'],
    ['', 'no-date'],
    ['上个月', 'unreadable-date'],
    ['6.3-6.5', 'unreadable-date'],
    ['农历五月初五', 'unreadable-date'],
    ['5/6', 'no-year'],
    ['=A2+1', 'unreadable-date'],
  ])('%s', (text, fault) => {
    expect(readDay(text, { years: [] })).toEqual({ fault });
  });

  test('the number 6.1 may have been typed as 6.10: it is not guessed', () => {
    expect(readDay(6.1, { years: [2026] })).toEqual({ fault: 'unreadable-date' });
    expect(readDay(6.15, { years: [2026] })).toEqual({ day: '2026-06-15' });
  });
});

describe('a day is understood in every spelling of a ledger', () => {
  test.each([
    '2026年6月3日',
    '2026.6.3',
    '2026-06-03',
    '2026/6/3',
    '2026、6、3',
    '20260603',
    '２０２６-０６-０３',
    '２０２６年６月３日',
    '2026年06月03号',
    ' 2026 年 6 月 3 日 ',
    '二〇二六年六月三日',
    '2026-06-03(周三)',
    '2026年6月3日 星期三',
    '2026年6月3日上午',
    '6/3/2026',
    '26.6.3',
    '6月3日',
    '6/3',
    '6.3',
    '6-3',
    46176,
    '46176',
    20260603,
  ])('%s', (cell) => {
    expect(readDay(cell, { years: [2026] })).toEqual({ day: '2026-06-03' });
  });

  test('a time of day behind it is kept', () => {
    expect(readDay('2026-06-03 09:30', { years: [] })).toEqual({ day: '2026-06-03', time: '09:30' });
    expect(readDay('2026年6月3日下午3点半', { years: [] })).toEqual({ day: '2026-06-03', time: '15:30' });
  });

  test('without a year, the neighbours and the title tell it, across a turn of the year as well', () => {
    expect(readDay('1月4日', { years: [], near: '2025-12-28' })).toEqual({ day: '2026-01-04' });
    expect(readDay('12月30日', { years: [2025, 2026], near: '2026-01-04' })).toEqual({ day: '2025-12-30' });
  });

  test('old Macs count from 1904', () => {
    expect(readDay(46176 - 1462, { years: [], since1904: true })).toEqual({ day: '2026-06-03' });
  });

  test('a birth date may be a month or a year; two-digit years are not guessed', () => {
    expect(readBirth('1950年3月')).toEqual({ bornOn: '1950-03-01', precision: 'month' });
    expect(readBirth('195003')).toEqual({ bornOn: '1950-03-01', precision: 'month' });
    expect(readBirth('1950')).toEqual({ bornOn: '1950-01-01', precision: 'year' });
    expect(readBirth('1938.06.08生')).toEqual({ bornOn: '1938-06-08', precision: 'day' });
    expect(readBirth('50.3.4')).toEqual({ fault: 'unread' });
  });
});

describe('how long a visit took', () => {
  test.each([
    ['约1小时', 60],
    ['1.5h', 90],
    ['90分', 90],
    ['半小时', 30],
    ['半个小时', 30],
    ['1小时30分', 90],
    ['1小时半', 90],
    ['一个半小时', 90],
    ['1个半小时', 90],
    ['两小时', 120],
    ['2个钟头', 120],
    ['45min', 45],
    ['４５分钟', 45],
    ['一刻钟', 15],
    ['四十分钟', 40],
    ['1:30', 90],
    ['9:00-10:30', 90],
    ['14：00—15：30', 90],
    ['60', 60],
    [40, 40],
    [0.5, 30],
    [1, 60],
  ])('%s', (cell, minutes) => {
    expect(readMinutes(cell)).toEqual({ minutes });
  });

  test('the header’s unit decides a bare number', () => {
    expect(readMinutes(2, unitIn('时长（分钟）'))).toEqual({ minutes: 2 });
    expect(readMinutes(8, unitIn('用时(小时)'))).toEqual({ minutes: 480 });
  });

  test.each(['半天', '30-40分钟', 7, '很久', '25小时'])('%s is not understood, and so not guessed', (cell) => {
    expect(readMinutes(cell)).toEqual({ fault: 'minutes-unread' });
  });
});

describe('an ID number', () => {
  test('fails with a wrong check digit, an impossible day, or a number that lost its end', () => {
    const right = idNumber('1950-03-04', '123');
    const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
    expect(readIdCell(right)).toMatchObject({ number: right, doubt: null });
    expect(readIdCell(wrong)?.doubt).toBe('check-digit');
    expect(readIdCell('99000019500231123X')?.doubt).toBe('birth');
    expect(readIdCell(430112195003041000)?.doubt).not.toBe(null);
    expect(readIdCell('43011')?.doubt).toBe('shape');
  });

  test('of 15 digits becomes one of 18, with its check sign', () => {
    const number = idNumber('1950-03-04', '123');
    expect(readIdCell('990000500304123')).toEqual({ number, doubt: null, bornOn: '1950-03-04', sex: 'male' });
    expect(readIdCell(990000500304123)?.number).toBe(number);
  });

  test('two that differ by a slip are seen as nearly the same', () => {
    expect(nearlySame('123456', '123465')).toBe(true);
    expect(nearlySame('123456', '123457')).toBe(true);
    expect(nearlySame('123456', '123567')).toBe(false);
  });
});

describe('names, workers, villages and groups', () => {
  test.each([
    ['王 芳', '王芳'],
    ['王　芳', '王芳'],
    ['（已搬走）王芳', '王芳'],
    ['王芳(已搬走)', '王芳'],
    ['王芳（志愿者）', '王芳'],
    ['王芳（3组，女，78岁）', '王芳'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
  ])('%s is %s', (cell, name) => {
    expect(readName(cell).name).toBe(name);
  });

  test('what stands in brackets is read', () => {
    expect(readName('（已搬走）王芳').movedAway).toBe(true);
    expect(readName('王芳（志愿者）').volunteer).toBe(true);
    expect(readName('王芳（杨桥村，女，78岁）')).toMatchObject({ place: '杨桥村', sex: 'female', age: 78 });
  });

  test('two workers in one cell are two', () => {
    for (const cell of ['周社工、何督导', '周社工/何督导', '周社工 何督导', '周社工，何督导']) {
      expect(listed(cell)).toEqual(['周社工', '何督导']);
    }
    expect(namesIn('王芳、李强（志愿者，女） 赵和平等3人')).toEqual(['王芳', '李强(志愿者,女)', '赵和平等3人']);
  });

  test.each([
    ['清河镇杨桥村3组', '杨桥村', '3组'],
    ['新村社区', '新村社区', ''],
    ['杨桥村村委会', '杨桥村', ''],
    ['静慎居委会', '静慎社区', ''],
    ['云溪县清河镇柳塘村5组12号', '柳塘村', '5组12号'],
    ['镇南村', '镇南村', ''],
  ])('%s is %s', (text, village, group) => {
    expect(readVillage(text)).toEqual({ village, group });
  });

  test('杨桥 is 杨桥村, but 杨桥村 is not 杨桥社区', () => {
    expect(sameVillage('杨桥', '杨桥村')).toBe(true);
    expect(sameVillage('杨桥村', '杨桥社区')).toBe(false);
    expect(sameVillage('', '')).toBe(false);
  });

  test('target groups are known by the words stations use; others are named', () => {
    expect(readGroups('低保户、独居老人,五保')).toEqual({
      groups: ['dibao', 'elder-living-alone', 'tekun'],
      unknown: [],
    });
    expect(readGroups('热心人')).toEqual({ groups: [], unknown: ['热心人'] });
  });
});
