import { expect, test } from 'vitest';
import { bornAlike } from './rules.ts';

test.each([
  ['another day', bornAlike('1948-03-09', '1948-03-10', 10)],
  ['another month', bornAlike('1948-03-01', '1948-04-09', 7)],
  ['a year that is two out', bornAlike('1946-01-01', '1948-03-09', 4)],
  ['an ID number without a birth', bornAlike('1948-03-09', null, 10)],
])('speaks against the ID number: %s', (_, alike) => {
  expect(alike).toBe(false);
});

test.each([
  ['the same day', bornAlike('1948-03-09', '1948-03-09', 10)],
  ['the same month', bornAlike('1948-03-01', '1948-03-09', 7)],
  ['the same year', bornAlike('1948-01-01', '1948-03-09', 4)],
  ['78 in a list of 2025: a year counted from an age is one out either way', bornAlike('1947-01-01', '1948-03-09', 4)],
])('does not speak against the ID number: %s', (_, alike) => {
  expect(alike).toBe(true);
});
