import { describe, expect, test } from 'vitest';
import { guardKey, openLimiter } from './guard.ts';

const refused = (work: () => void): string => {
  try {
    work();
    return 'not refused';
  } catch (error) {
    return (error as { reason: string }).reason;
  }
};

describe('tries from one network address', () => {
  const noon = new Date('2026-06-24T04:00:10Z');

  test('are too many after so many in one minute; another address and the next minute are free', () => {
    const limiter = openLimiter(3);
    for (let nth = 0; nth < 3; nth++) limiter.take('198.51.100.1', noon);
    expect(refused(() => limiter.take('198.51.100.1', noon))).toBe('too-many');
    expect(refused(() => limiter.take('198.51.100.2', noon))).toBe('not refused');
    expect(refused(() => limiter.take('198.51.100.1', new Date(noon.getTime() + 60_000)))).toBe('not refused');
  });
});

describe('the name under which wrong passwords are counted', () => {
  const key = Buffer.from('test-only');

  test('shows nothing of what was typed, and is the same for capitals', () => {
    expect(guardKey(key, 'ZhouMin')).toBe(guardKey(key, 'zhoumin'));
    expect(guardKey(key, '周敏')).toMatch(/^[0-9a-f]{64}$/);
    expect(guardKey(Buffer.from('another'), '周敏')).not.toBe(guardKey(key, '周敏'));
  });
});
