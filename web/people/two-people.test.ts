import { expect, test } from 'vitest';
import type { PersonFields } from '../../src/people/schema.ts';
import { chosenPerson, differencesOf } from './two-people.ts';

const stands: PersonFields = {
  name: '刘桂珍',
  sex: 'female',
  bornOn: '1948-03-09',
  bornPrecision: 'day',
  village: null,
  villageGroup: '3 组',
  phone: '15900008846',
  groups: ['elder-living-alone', 'dibao'],
};
const mine: PersonFields = {
  ...stands,
  phone: '13800002207',
  groups: ['dibao', 'disabled'],
  bornOn: '1948-01-01',
  bornPrecision: 'year',
};

test('only the fields that differ are asked about', () => {
  expect(differencesOf(mine, stands).map((one) => one.field)).toEqual(['bornOn', 'phone', 'groups']);
  expect(differencesOf({ ...stands, groups: ['dibao', 'elder-living-alone'] }, stands)).toEqual([]);
});

test('both can be kept where one field can hold both', () => {
  const both = Object.fromEntries(differencesOf(mine, stands).map((one) => [one.field, one.both]));
  expect(both.phone?.phone).toBe('15900008846 / 13800002207');
  expect(both.groups?.groups).toEqual(['elder-living-alone', 'dibao', 'disabled']);
  expect(both.bornOn).toBeUndefined();
});

test('what was chosen is what is saved; the rest stays as it stands', () => {
  const settled = chosenPerson(mine, stands, { phone: 'both', bornOn: 'mine', groups: 'theirs' });
  expect(settled).toEqual({
    ...stands,
    phone: '15900008846 / 13800002207',
    bornOn: '1948-01-01',
    bornPrecision: 'year',
  });
});
