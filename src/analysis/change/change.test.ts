import { describe, expect, it } from 'vitest';
import { answered } from '../../../tests/analysis/answered.ts';
import { numbersOf, readCsv, readJson } from '../../../tests/analysis/read-fixture.ts';
import { cronbach } from './cronbach.ts';
import { goalAttainment } from './goal-attainment.ts';
import { manskiBounds } from './manski.ts';
import { paired } from './paired.ts';
import { reliableChange } from './reliable-change.ts';

const expected = readJson('rci/expected.json');
const cases = readCsv('rci/cases.csv');
const [pre, post] = [numbersOf(cases, 'pre'), numbersOf(cases, 'post')];
const instrument = { sd: 18, reliability: 0.85, dysfunctional: { mean: 38, sd: 18 }, functional: { mean: 68, sd: 18 } };

describe('reliable change', () => {
  it('twelve clients, as worked by hand', () => {
    const answer = reliableChange(pre, post, instrument);
    expect(answer.limits.sem).toBeCloseTo(expected.sem, 12);
    expect(answer.limits.difference).toBeCloseTo(expected.s_diff, 12);
    expect(answer.limits.points).toBeCloseTo(expected.reliable_change_points, 9);
    expect(answer.limits.cutoffs).toEqual({ a: expected.cutoff_a, b: expected.cutoff_b, c: expected.cutoff_c });
    expect(answer.counts).toEqual(expected.counts);
    readCsv('rci/expected_cases.csv').forEach((row, i) => {
      expect(answer.cases[i]?.rci).toBeCloseTo(Number(row['rci']), 9);
      expect(answer.cases[i]?.class).toBe(row['class']);
    });
    expect(answer.net).toBe(4);
  });
  it('exactly 1.96 is not yet reliable; exactly the cut-off is crossed; lower may be better', () => {
    const limits = reliableChange([], [], instrument).limits;
    expect(reliableChange([0], [limits.points], instrument).cases[0]?.class).toBe('unchanged');
    expect(reliableChange([30], [53], instrument).cases[0]?.class).toBe('recovered');
    const turned = {
      ...instrument,
      higherIsBetter: false,
      dysfunctional: instrument.functional,
      functional: instrument.dysfunctional,
    };
    expect(reliableChange([80, 40], [40, 80], turned).cases.map((c) => c.class)).toEqual(['recovered', 'deteriorated']);
    expect(() => reliableChange([1], [Number.NaN], instrument)).toThrow(/row 1.*column post/);
    expect(() => reliableChange([1], [2], { ...instrument, reliability: 1 })).toThrow('column reliability');
  });
});

describe('other measures of change', () => {
  it('bounds when 500 of 3000 were seen again', () => {
    const { lower, upper } = manskiBounds({ improved: 80, followed: 500, served: 3000 });
    expect([lower, upper].map((x) => x.toFixed(3))).toEqual(['0.027', '0.860']);
    expect(() => manskiBounds({ improved: 3, followed: 2, served: 9 })).toThrow('column improved');
  });
  it('goal attainment of five clients', () => {
    const goals = readCsv('gas/goals.csv');
    for (const row of readCsv('gas/expected.csv')) {
      const own = goals.filter((goal) => goal['client'] === row['client']);
      expect(goalAttainment(numbersOf(own, 'attained'), numbersOf(own, 'weight'))).toBeCloseTo(
        Number(row['T_attained']),
        9,
      );
      expect(goalAttainment(numbersOf(own, 'baseline'), numbersOf(own, 'weight'))).toBeCloseTo(
        Number(row['T_baseline']),
        9,
      );
      expect(
        goalAttainment(
          numbersOf(own, 'attained'),
          own.map(() => 1),
        ),
      ).toBeCloseTo(Number(row['T_attained_unweighted']), 9);
    }
    expect(goalAttainment([0, 1, 0], [1, 1, 1])).toBeCloseTo(50 + 10 / Math.sqrt(4.8), 12);
    expect(() => goalAttainment([3], [1])).toThrow(/too-large.*column level/);
    expect(() => goalAttainment([], [])).toThrow('no-rows');
  });
  it('Cronbach as psych::alpha', () => {
    const rows = readCsv('rci/items_baseline.csv');
    const items = ['q1', 'q2', 'q3', 'q4', 'q5'].map((name) => ({ name, values: numbersOf(rows, name) }));
    const answer = answered(cronbach(items));
    expect(answer.alpha).toBeCloseTo(expected.alpha.raw_alpha, 12);
    expect(answer.standardised).toBeCloseTo(expected.alpha.std_alpha, 12);
    expect(
      cronbach([
        { name: 'a', values: [1, 1] },
        { name: 'b', values: [1, 2] },
      ]),
    ).toMatchObject({ status: 'no-variation' });
    expect(cronbach(items.slice(0, 1))).toMatchObject({ status: 'too-few' });
  });
  it('paired tests as R', () => {
    const answer = answered(paired(pre, post));
    expect(answer.t).toBeCloseTo(expected.paired.t, 12);
    expect(answer.p).toBeCloseTo(expected.paired.p, 12);
    expect(answer.lower).toBeCloseTo(expected.paired.ci95[0], 8);
    expect(answer.upper).toBeCloseTo(expected.paired.ci95[1], 8);
    expect(answer.wilcoxon.v).toBe(expected.paired.wilcoxon_V);
    expect(answer.wilcoxon.p).toBeCloseTo(expected.paired.wilcoxon_p, 12);
    expect(answer.sign).toEqual({
      up: 8,
      down: 3,
      p: expect.closeTo(expected.sign_test_improved_vs_deteriorated.p, 12),
    });
    expect(paired([1, 2], [2, 3])).toMatchObject({ status: 'no-variation' });
    expect(paired([1], [2])).toMatchObject({ status: 'too-few' });
  });
});
