import { describe, expect, it } from 'vitest';
import { answered } from '../../../tests/analysis/answered.ts';
import { numbersOf, readCsv } from '../../../tests/analysis/read-fixture.ts';
import { growthCurve } from './growth-curve.ts';

const rows = readCsv('diffusion/lottery_cumulative.csv');
const [x, total] = [numbersOf(rows, 'x'), numbersOf(rows, 'N')];

describe('the state lotteries, as nls', () => {
  it.each([
    ['logistic', { K: 48.96259074, r: 0.14524787, m: 22.39335056 }, 110.8499888],
    ['gompertz', { K: 80.25792257, b: 4.32181142, r: 0.05747291 }, 100.8187185],
    ['bass', { K: 75.188247008, p: 0.006790775, q: 0.080624687 }, 93.92048823],
  ] as const)('%s', (model, parameters, rss) => {
    const answer = answered(growthCurve({ x, total, model, units: 50 }));
    expect(answer.rss).toBeCloseTo(rss, 6);
    for (const [name, value] of Object.entries(parameters))
      expect((answer.parameters[name] as number) / value).toBeCloseTo(1, 4);
    expect(answer.reasons).toEqual(model === 'logistic' ? [] : ['ceiling-above-the-number-of-units']);
  });
  it('with the ceiling fixed at the fifty states', () => {
    const answer = answered(growthCurve({ x, total, model: 'gompertz', ceiling: 50 }));
    expect(answer.parameters.K).toBe(50);
    expect(answer.rss).toBeGreaterThan(100.8187185);
  });
});

describe('by hand and awkward', () => {
  it('finds the curve that made the points', () => {
    const times = Array.from({ length: 30 }, (_, i) => i);
    const made = times.map((t) => 20 / (1 + Math.exp(-0.4 * (t - 12))));
    expect(growthCurve({ x: times, total: made, model: 'logistic' })).toMatchObject({
      parameters: { K: expect.closeTo(20, 6), r: expect.closeTo(0.4, 6), m: expect.closeTo(12, 6) },
    });
  });
  it('three points, all equal, a negative count', () => {
    expect(growthCurve({ x: [1, 2, 3], total: [1, 2, 3], model: 'bass' })).toMatchObject({ status: 'too-few' });
    expect(growthCurve({ x: [1, 2, 3, 4], total: [2, 2, 2, 2], model: 'bass' })).toMatchObject({
      status: 'no-variation',
    });
    expect(() => growthCurve({ x: [1, 2], total: [1, -2], model: 'bass' })).toThrow(/negative.*row 2.*column total/);
  });
});
