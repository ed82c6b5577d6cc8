import { expect, it } from 'vitest';
import {
  betaQuantile,
  chiSquareUpper,
  fisherFUpper,
  gammaQuantile,
  logChoose,
  normalQuantile,
  normalTwoSided,
  normalUpper,
  studentQuantile,
  studentTwoSided,
} from './distributions.ts';

// The numbers are those of R 4.2.2 in the fixtures (binom.test, poisson.test, survdiff, t.test), or closed forms.
it('quantiles as R', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.95996398454005, 13);
  expect(betaQuantile(0.025, [3, 10])).toBeCloseTo(0.0548606445279928, 13);
  expect(betaQuantile(0.975, [81, 2920])).toBeCloseTo(0.0330802721454982, 13);
  expect(gammaQuantile(0.025, 14) / 182).toBeCloseTo(0.0420545619576956, 13);
  expect(gammaQuantile(0.975, 15) / 182).toBeCloseTo(0.129063852317778, 13);
  expect(studentQuantile(0.75, 1)).toBeCloseTo(1, 10);
});

it('tails as R, far out too', () => {
  expect(chiSquareUpper(7.03303922929437, 1)).toBeCloseTo(0.00800194359342613, 14);
  expect(chiSquareUpper(2 * Math.log(1e30), 2) * 1e30).toBeCloseTo(1, 9);
  expect(chiSquareUpper(0, 3)).toBe(1);
  expect(studentTwoSided(1.88732567827566, 11)).toBeCloseTo(0.0857691323978622, 13);
  expect(normalTwoSided(-2.74920056467245)).toBeCloseTo(0.0059740818925949, 13);
  expect(normalUpper(0)).toBe(0.5);
  expect(fisherFUpper(1.88732567827566 ** 2, [1, 11])).toBeCloseTo(0.0857691323978622, 12);
  expect(Math.exp(logChoose(12, 6))).toBeCloseTo(924, 8);
});
