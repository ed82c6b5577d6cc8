import { expect, test } from 'vitest';
import { chosenPart, differencesOf, type Part } from './two-people.ts';

const stands: Part = {
  name: '刘桂珍',
  sex: 'female',
  bornOn: '1948-03-09',
  bornPrecision: 'day',
  village: null,
  villageGroup: '3 组',
  phone: '15900008846',
  groups: ['elder-living-alone', 'dibao'],
  health: '高血压',
  idNumber: '1101 **** **** 002X',
};
const mine: Part = {
  name: '刘桂珍',
  phone: '13800002207',
  groups: ['dibao', 'disabled'],
  bornOn: '1948-01-01',
  bornPrecision: 'year',
};

test('only the fields that were handed in and differ are asked about', () => {
  expect(differencesOf(mine, stands).map((one) => one.field)).toEqual(['phone', 'groups', 'bornOn']);
  expect(differencesOf({ groups: ['dibao', 'elder-living-alone'] }, stands)).toEqual([]);
});

test('an ID number is compared as it is shown', () => {
  expect(differencesOf({ idNumber: '11010519491231002X' }, stands)).toEqual([]);
  expect(differencesOf({ idNumber: '110105194912310038' }, stands)).toHaveLength(1);
});

test('both can be kept where one field can hold both', () => {
  const both = Object.fromEntries(differencesOf(mine, stands).map((one) => [one.field, one.both]));
  expect(both.phone?.phone).toBe('15900008846 / 13800002207');
  expect(both.groups?.groups).toEqual(['elder-living-alone', 'dibao', 'disabled']);
  expect(both.bornOn).toBeUndefined();
});

test('what was chosen is what is saved; the rest stays as it stands', () => {
  const settled = chosenPart(mine, stands, { phone: 'both', bornOn: 'mine', groups: 'theirs' });
  expect(settled).toEqual({
    phone: '15900008846 / 13800002207',
    bornOn: '1948-01-01',
    bornPrecision: 'year',
  });
});
