/**
 * Question: do two partitions of the same people put the same pairs together, beyond chance?
 * Formula: (pairs together in both − expected)/(mean of the two − expected). 1 the same, about 0 by chance.
 * Assumptions: none on the numbering of groups. When not to use it: partitions of different people. Cost: O(n).
 * Source: Hubert & Arabie 1985, doi:10.1007/BF01908075.
 */
import { checkSameLength } from '../check.ts';

/** 1 when both partitions are trivial in the same way. */
export function adjustedRand(first: ArrayLike<number | string>, second: ArrayLike<number | string>): number {
  checkSameLength({ name: 'first', values: first }, { name: 'second', values: second });
  const [cells, rows, columns] = [
    new Map<string, number>(),
    new Map<number | string, number>(),
    new Map<number | string, number>(),
  ];
  const count = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1);
  for (let i = 0; i < first.length; i++) {
    count(cells, `${first[i]}|${second[i]}`);
    count(rows, first[i] as number | string);
    count(columns, second[i] as number | string);
  }
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const total = (map: Map<unknown, number>) => [...map.values()].reduce((sum, n) => sum + pairs(n), 0);
  const [together, a, b] = [total(cells), total(rows), total(columns)];
  const expected = (a * b) / pairs(first.length);
  return (a + b) / 2 === expected ? 1 : (together - expected) / ((a + b) / 2 - expected);
}
