import { expect, test } from 'vitest';
import type { Cell } from '../measure.ts';
import { addUpCells } from './tree.ts';

const yuan = (key: string, numerator: number, denominator: number): Cell => ({
  ...{ key, label: { zh: key, en: key }, unit: 'yuan', n: 1, persons: 0, line: 'sources' },
  counted: { how: 'part', numerator, denominator, exact: true },
});

test('of two stations each has a source of money that the other lacks: the county’s shares are of all its money', () => {
  const stations = [
    [yuan('administration', 6000, 6500), yuan('committee', 500, 6500)],
    [yuan('enterprise', 3000, 3000)],
    [], // no money at all
  ];
  const sums = addUpCells(stations).map(({ key, counted }) => [key, counted]);
  expect(sums).toEqual([
    ['administration', { how: 'part', numerator: 6000, denominator: 9500, exact: true }],
    ['committee', { how: 'part', numerator: 500, denominator: 9500, exact: true }],
    ['enterprise', { how: 'part', numerator: 3000, denominator: 9500, exact: true }],
  ]);
});
