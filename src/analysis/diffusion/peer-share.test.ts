import { expect, it } from 'vitest';
import { numbersOf, readCsv } from '../../../tests/analysis/read-fixture.ts';
import { laggedPeerShare } from './peer-share.ts';

it('neighbours who adopted in earlier years, as in the made panel', () => {
  const rows = readCsv('eha_logit/person_period.csv');
  const pairs = readCsv('eha_logit/adjacency.csv');
  const both = [...pairs, ...pairs.map((row) => ({ a: row['b'] as string, b: row['a'] as string }))];
  const adopted = new Map(
    rows.filter((row) => row['adopt'] === '1').map((row) => [row['unit'] as string, Number(row['year'])]),
  );
  const shares = laggedPeerShare(
    { unit: rows.map((row) => row['unit'] as string), period: numbersOf(rows, 'year') },
    adopted,
    { unit: both.map((row) => row['a'] as string), peer: both.map((row) => row['b'] as string) },
  );
  shares.forEach((share, i) => {
    expect(share).toBeCloseTo(Number(rows[i]?.['neigh_prop']), 3);
  });
});

it('the same period does not count; no peers is null', () => {
  const adopted = new Map([['b', 3]]);
  const peers = { unit: ['a', 'a'], peer: ['b', 'c'], weight: [3, 1] };
  expect(laggedPeerShare({ unit: ['a', 'a', 'z'], period: [3, 4, 4] }, adopted, peers)).toEqual([0, 0.75, null]);
  expect(() => laggedPeerShare({ unit: ['a'], period: [Number.NaN] }, adopted, peers)).toThrow(/row 1.*column period/);
});
