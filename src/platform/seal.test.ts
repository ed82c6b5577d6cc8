import { describe, expect, test } from 'vitest';
import { openSeal } from './seal.ts';

const ours = openSeal('test-only-secret-for-people-0001');
const theirs = openSeal('test-only-secret-for-people-0002');
const NUMBER = '11010519491231002X';

describe('a sealed ID number', () => {
  test('cannot be opened with another installation’s key', () => {
    expect(theirs.open(ours.seal(NUMBER, '刘桂珍'), '刘桂珍')).toBeUndefined();
  });

  test('cannot be hung onto another person, nor changed', () => {
    const sealed = ours.seal(NUMBER, '刘桂珍');
    expect(() => ours.open(sealed, '陈友福')).toThrow();
    const changed = Buffer.from(sealed);
    changed[20] = (changed[20] ?? 0) ^ 1;
    expect(() => ours.open(changed, '刘桂珍')).toThrow();
  });

  test('opens again, tells nothing by itself, and is never the same twice', () => {
    const sealed = ours.seal(NUMBER, '刘桂珍');
    expect(ours.open(sealed, '刘桂珍')).toBe(NUMBER);
    expect(sealed.includes('1949')).toBe(false);
    expect(ours.seal(NUMBER, '刘桂珍').equals(sealed)).toBe(false);
  });

  test('is found by a blind mark that is the same for equal numbers, of one kind, under one key', () => {
    const mark = ours.blind('id', NUMBER);
    expect(ours.blind('id', NUMBER).equals(mark)).toBe(true);
    expect(ours.blind('tail', NUMBER).equals(mark)).toBe(false);
    expect(theirs.blind('id', NUMBER).equals(mark)).toBe(false);
  });
});
