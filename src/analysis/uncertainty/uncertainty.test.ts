import { describe, expect, it } from 'vitest';
import { answered } from '../../../tests/analysis/answered.ts';
import { readJson } from '../../../tests/analysis/read-fixture.ts';
import { isMethodError } from '../method-error.ts';
import { randomFrom } from '../random.ts';
import { binomialTest } from './binomial-test.ts';
import { chapman } from './chapman.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { clusterBootstrap } from './cluster-bootstrap.ts';
import { fisher } from './fisher.ts';
import { mcnemar } from './mcnemar.ts';
import { permutationTest } from './permutation-test.ts';
import { poissonRate } from './poisson-rate.ts';
import { rateRatio } from './rate-ratio.ts';
import { addShareSums, clusteredShare, shareSums } from './clustered-share.ts';
import { wilson } from './wilson.ts';

const rates = readJson('trend_rates/expected.json');
const rci = readJson('rci/expected.json');

describe('the interval of a share', () => {
  it('is Wilson as R gives it, not Wald', () => {
    for (const [share, limits] of Object.entries<number[]>(rci.wilson)) {
      const [k, n] = share.split('/').map(Number) as [number, number];
      expect(wilson(k, n).lower).toBeCloseTo(limits[0] as number, 9);
      expect(wilson(k, n).upper).toBeCloseTo(limits[1] as number, 9);
    }
  });
  it('is Clopper–Pearson as R gives it', () => {
    for (const [share, limits] of Object.entries<number[]>(rci.clopper_pearson)) {
      const [k, n] = share.split('/').map(Number) as [number, number];
      expect(clopperPearson(k, n).lower).toBeCloseTo(limits[0] as number, 9);
      expect(clopperPearson(k, n).upper).toBeCloseTo(limits[1] as number, 9);
    }
  });
  it('ends at 0 and 1 when nobody or everybody did', () => {
    expect(wilson(0, 12).lower).toBe(0);
    expect(wilson(12, 12).upper).toBe(1);
  });
  it('refuses more successes than trials and says where', () => {
    expect(() => wilson(5, 4)).toThrow('column k');
    expect(() => wilson(0, 0)).toThrow('column n');
    expect(() => wilson(Number.NaN, 4)).toThrow(/not-a-number.*row 1.*column k/);
  });
});

describe('rates', () => {
  it('one rate with exact limits, as poisson.test', () => {
    const { rate, lower, upper } = poissonRate({ events: 14, exposure: 182 });
    expect(rate).toBeCloseTo(rates.single_rate.rate, 12);
    expect(lower).toBeCloseTo(rates.single_rate.ci95[0], 9);
    expect(upper).toBeCloseTo(rates.single_rate.ci95[1], 9);
    expect(poissonRate({ events: 0, exposure: 10 })).toMatchObject({ rate: 0, lower: 0 });
    expect(poissonRate({ events: 0, exposure: 1 }).upper).toBeCloseTo(-Math.log(0.025), 9);
  });
  it('the ratio of two, as poisson.test', () => {
    const answer = answered(rateRatio({ events: 14, exposure: 182 }, { events: 9, exposure: 1460 }));
    expect(answer.ratio).toBeCloseTo(rates.boundary_rate_ratio.ratio, 9);
    expect(answer.lower).toBeCloseTo(rates.boundary_rate_ratio.ci95[0], 7);
    expect(answer.upper).toBeCloseTo(rates.boundary_rate_ratio.ci95[1], 6);
    expect(answer.p).toBeCloseTo(rates.boundary_rate_ratio.p, 15);
  });
  it('no ratio without any event, no upper limit without an event below', () => {
    expect(rateRatio({ events: 0, exposure: 1 }, { events: 0, exposure: 1 })).toEqual({
      status: 'undefined',
      reasons: ['no-events'],
    });
    expect(rateRatio({ events: 3, exposure: 1 }, { events: 0, exposure: 1 })).toMatchObject({
      ratio: null,
      upper: null,
    });
    expect(() => poissonRate({ events: 1, exposure: 0 })).toThrow('no-exposure');
  });
});

/** Mean of the first cell of 18 12 / 9 25 with its margins fixed, at some odds ratio, by hand. */
function expectedFirstCell(odds: number): number {
  let [sum, all] = [0, 0];
  for (let x = 0; x <= 27; x++) {
    const weight = choose(30, x) * choose(34, 27 - x) * odds ** x;
    all += weight;
    sum += weight * x;
  }
  return sum / all;
}

function choose(n: number, k: number): number {
  return Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);
}

describe('small tables', () => {
  it('Fisher: p, odds ratio and limits as fisher.test', () => {
    const answer = answered(
      fisher([
        [18, 12],
        [9, 25],
      ]),
    );
    expect(answer.p).toBeCloseTo(rates.fisher.p, 9);
    expect(answer.oddsRatio).toBeCloseTo(rates.fisher.or_cmle, 3); // R itself stops at 1e-4
    expect(expectedFirstCell(answer.oddsRatio as number)).toBeCloseTo(18, 9); // what the estimate has to satisfy
    expect(answer.lower).toBeCloseTo(rates.fisher.ci95[0], 3);
    expect(answer.upper).toBeCloseTo(rates.fisher.ci95[1], 2);
  });
  it('Fisher by hand: the lady who tasted tea, 3 of 4', () => {
    expect(
      answered(
        fisher([
          [3, 1],
          [1, 3],
        ]),
      ).p,
    ).toBeCloseTo(34 / 70, 12);
    expect(
      fisher([
        [4, 0],
        [0, 4],
      ]),
    ).toMatchObject({ oddsRatio: null, upper: null });
    expect(
      fisher([
        [4, 4],
        [0, 0],
      ]),
    ).toMatchObject({ status: 'no-variation' });
  });
  it('McNemar exact: 5 against 1', () => {
    expect(answered(mcnemar(5, 1)).p).toBeCloseTo(0.21875, 12);
    expect(mcnemar(0, 0)).toMatchObject({ status: 'no-variation' });
    expect(binomialTest(8, 11)).toBeCloseTo(rci.sign_test_improved_vs_deteriorated.p, 12);
  });
});

describe('completeness by two lists', () => {
  it('40 and 35 with 28 on both', () => {
    const { total, lower, upper, seen, completeness } = chapman({ first: 40, second: 35, both: 28 });
    expect(total).toBeCloseTo(49.8966, 4);
    expect([lower, upper].map((x) => x.toFixed(1))).toEqual(['45.6', '54.2']);
    expect(seen).toBe(47);
    expect(completeness.second).toBeCloseTo(0.701, 3);
  });
  it('nothing on both lists still gives a finite total', () => {
    expect(chapman({ first: 3, second: 4, both: 0 }).total).toBe(19);
    expect(chapman({ first: 0, second: 0, both: 0 }).completeness.either).toBe(null);
    expect(() => chapman({ first: 3, second: 4, both: 5 })).toThrow('column both');
  });
});

describe('permutation', () => {
  const did = readJson('did/expected.json');
  it('924 assignments of six villages in twelve, as R enumerated', () => {
    const change = did.village_change as Record<string, number>;
    const treated = ['V03', 'V05', 'V06', 'V09', 'V11', 'V12'];
    const first = treated.map((v) => change[v] as number);
    const second = Object.keys(change)
      .filter((v) => !treated.includes(v))
      .map((v) => change[v] as number);
    const answer = answered(permutationTest({ first, second }));
    expect(answer.assignments).toBe(924);
    expect(answer.exact).toBe(true);
  });
  it('four against four cannot go below .029', () => {
    const answer = answered(permutationTest({ first: [1, 2, 3, 4], second: [5, 6, 7, 8] }));
    expect(answer.p).toBeCloseTo(2 / 70, 12);
    expect(answer.smallestP).toBeCloseTo(2 / 70, 12);
  });
  it('unequal groups, ties, all equal, an empty group', () => {
    expect(answered(permutationTest({ first: [2], second: [1, 1, 1] })).p).toBeCloseTo(0.25, 12);
    expect(permutationTest({ first: [1], second: [1, 1] })).toMatchObject({ status: 'no-variation' });
    expect(() => permutationTest({ first: [], second: [1] })).toThrow(/no-rows.*column first/);
  });
  it('many assignments: a seeded sample, the same twice', () => {
    const groups = {
      first: Array.from({ length: 30 }, (_, i) => i),
      second: Array.from({ length: 30 }, (_, i) => i + 5),
    };
    const once = permutationTest(groups, { random: randomFrom(7) });
    expect(permutationTest(groups, { random: randomFrom(7) })).toEqual(once);
  });
});

describe('share of what people gave, limits over people', () => {
  it('by hand: of ten who gave an hour each, two count', () => {
    // v = 10/9 (2 · 0.64 + 8 · 0.04) / 100, so 9 independent givers; (1.959964/2.262157)² of them at 9 degrees
    const found = answered(clusteredShare(shareSums([1, 1, 0, 0, 0, 0, 0, 0, 0, 0], Array(10).fill(1))));
    expect(found.value).toBe(0.2);
    expect(found.error).toBeCloseTo(0.13333333333333336, 15);
    expect(found.worth).toBeCloseTo(9 * (1.959964 / 2.262157) ** 2, 4);
  });
  it('error as svyratio and limits as prop.test of R, 14 givers', () => {
    const counted = [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 0, 4, 8];
    const all = [0, 7, 14, 3, 10, 10, 6, 6, 13, 9, 9, 5, 5, 12];
    const found = answered(clusteredShare(shareSums(counted, all)));
    expect(found.value).toBeCloseTo(0.61467889908256879, 14);
    expect(found.error).toBeCloseTo(0.061787249708758686, 14);
    expect(found.worth).toBeCloseTo(51.063880535459184, 10);
    expect([found.lower, found.upper]).toEqual([
      expect.closeTo(0.47767658353118853, 12),
      expect.closeTo(0.73563416807730653, 12),
    ]);
  });
  it('two stations with nobody in common are as one', () => {
    const [a, b] = [shareSums([1, 2, 0, 4, 1], [2, 2, 3, 4, 5]), shareSums([0, 1, 1, 3, 2], [1, 1, 6, 3, 2])];
    const whole = shareSums([1, 2, 0, 4, 1, 0, 1, 1, 3, 2], [2, 2, 3, 4, 5, 1, 1, 6, 3, 2]);
    expect(clusteredShare(addShareSums(a, b))).toEqual(clusteredShare(whole));
  });
  it('nobody counts: as many trials as people; all give the same share: nothing to doubt', () => {
    const none = answered(clusteredShare(shareSums(Array(14).fill(0), Array(14).fill(3))));
    expect(none).toMatchObject({ lower: 0, upper: expect.closeTo(0.21531080273763575, 12) });
    expect(clusteredShare(shareSums(Array(12).fill(1), Array(12).fill(2)))).toMatchObject({ lower: 0.5, upper: 0.5 });
  });
  it('says nothing of fewer than ten people, or of nothing given; less than nothing is refused', () => {
    expect(clusteredShare(shareSums([1, 2], [2, 2]))).toMatchObject({ reasons: ['fewer-than-ten-clusters'] });
    expect(clusteredShare(shareSums(Array(10).fill(0), Array(10).fill(0)))).toMatchObject({ status: 'undefined' });
    expect(() => shareSums([-1], [1])).toThrow(/counted/);
  });
  it('lies where the bootstrap over people lies', () => {
    const all = Array.from({ length: 60 }, (_, nth) => 10 + ((nth * 37) % 90));
    const counted = all.map((one, nth) => Math.round(one * (((nth * 13) % 10) / 10)));
    const found = answered(clusteredShare(shareSums(counted, all)));
    const clusters = all.map((one, nth) => [[counted[nth] as number, one]]);
    const figure = (rows: number[][]) =>
      rows.reduce((sum, [top]) => sum + (top ?? 0), 0) / rows.reduce((sum, [, bottom]) => sum + (bottom ?? 0), 0);
    const drawn = answered(clusterBootstrap({ clusters, figure, random: randomFrom(7) }));
    expect(found.lower).toBeCloseTo(drawn.lower, 1.7);
    expect(found.upper).toBeCloseTo(drawn.upper, 1.7);
  });
});

describe('bootstrap of clusters', () => {
  const clusters = Array.from({ length: 12 }, (_, i) => [i, i + 1]);
  const figure = (rows: number[]) => rows.reduce((a, b) => a + b, 0) / rows.length;
  it('is the same for the same seed and holds the figure', () => {
    const once = answered(clusterBootstrap({ clusters, figure, random: randomFrom(1) }));
    expect(clusterBootstrap({ clusters, figure, random: randomFrom(1) })).toEqual(once);
    expect(once.value).toBe(6);
    expect(once.lower).toBeGreaterThan(3.5);
    expect(once.upper).toBeLessThan(8.5);
  });
  it('with fewer than ten clusters shows each and gives no interval', () => {
    const few = clusterBootstrap({ clusters: [[1], [3]], figure, random: randomFrom(1) });
    expect(few).toEqual({ status: 'too-few', reasons: ['fewer-than-ten-clusters'], byCluster: [1, 3] });
  });
  it('an empty cluster is a fault with its number', () => {
    try {
      clusterBootstrap({ clusters: [[1], []], figure, random: randomFrom(1) });
      expect.unreachable();
    } catch (error) {
      expect(isMethodError(error) && error.fault).toEqual({ reason: 'empty-group', row: 2, column: 'clusters' });
    }
  });
});
