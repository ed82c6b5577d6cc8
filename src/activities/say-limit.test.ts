import { expect, test } from 'vitest';
import { networkOf, openDayLimit } from './say-limit.ts';

const noon = new Date('2026-06-24T12:00:00+08:00');
const nextDay = new Date('2026-06-25T00:00:01+08:00');

test('a network that has said so much today says no more; others do, and tomorrow it may again', () => {
  const limit = openDayLimit(2);
  expect([1, 2, 3].map(() => limit.take('203.0.113.7', noon))).toEqual([true, true, false]);
  expect(limit.take('203.0.113.8', noon)).toBe(true);
  expect(limit.take('203.0.113.7', nextDay)).toBe(true);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
  ['2001:0db8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s lies in the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
