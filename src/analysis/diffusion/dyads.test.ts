import { expect, it } from 'vitest';
import { dyadTable } from './dyads.ts';

it('three units, two of them adopt', () => {
  const adopted = new Map([
    ['a', 1],
    ['b', 2],
  ]);
  expect(dyadTable(['c', 'a', 'b'], adopted, [1, 2, 3])).toEqual([
    { period: 2, unit: 'b', source: 'a', since: 1, event: 1 },
    { period: 2, unit: 'c', source: 'a', since: 1, event: 0 },
    { period: 3, unit: 'c', source: 'a', since: 2, event: 0 },
    { period: 3, unit: 'c', source: 'b', since: 1, event: 0 },
  ]);
});

it('two in one period are not each other’s source; nobody adopts; a time that is none', () => {
  const both = new Map([
    ['a', 1],
    ['b', 1],
  ]);
  expect(dyadTable(['a', 'b'], both, [1])).toEqual([]);
  expect(dyadTable(['a', 'b'], new Map(), [1, 2])).toEqual([]);
  expect(() => dyadTable(['a'], new Map([['a', Number.NaN]]), [1])).toThrow(/row 1.*column adopted/);
});
