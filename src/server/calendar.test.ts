import { expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';

const NOTICE = {
  id: '00000000-0000-4000-8000-000000000001',
  title: '义诊，量血压; 测血糖, 免费',
  startsAt: '2026-06-26T01:00:00Z',
  place: '柳塘村晒谷坪',
  note: '不用登记，不收钱。\n带上医保卡。'.repeat(8),
  cancelled: false,
  coming: null,
};
const file = () =>
  calendarOf(NOTICE, { name: '清河镇社工站', phone: '0731-83210000' }, new Date('2026-06-20T02:03:04Z'));
const unfolded = () => file().replaceAll('\r\n ', '').split('\r\n');

test('no line is longer than 75 bytes, none cuts a sign in two, each ends as the standard asks', () => {
  const lines = file().split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.some((line) => line.startsWith(' '))).toBe(true);
  expect(file()).not.toMatch(/[^\r]\n|\uFFFD/);
});

test('commas, semicolons and new lines in the words stay words', () => {
  expect(unfolded()).toContain('SUMMARY:义诊，量血压\\; 测血糖\\, 免费');
  expect(unfolded().find((line) => line.startsWith('DESCRIPTION:不用登记'))).toContain('。\\n带上医保卡。');
});

test('begins at nine by the clocks of China, which the file explains', () => {
  expect(unfolded()).toContain('DTSTART;TZID=Asia/Shanghai:20260626T090000');
  expect(unfolded()).toContain('TZID:Asia/Shanghai');
  expect(unfolded()).toContain('DTSTAMP:20260620T020304Z');
});

test('reminds two hours before, and says where and whom to ask', () => {
  expect(unfolded()).toContain('TRIGGER:-PT2H');
  expect(unfolded()).toContain('LOCATION:柳塘村晒谷坪');
  expect(unfolded().some((line) => line.endsWith('清河镇社工站 0731-83210000'))).toBe(true);
});
