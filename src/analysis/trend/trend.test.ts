import { describe, expect, it } from 'vitest';
import { answered } from '../../../tests/analysis/answered.ts';
import { numbersOf, readCsv, readJson } from '../../../tests/analysis/read-fixture.ts';
import { continuity } from './continuity.ts';
import { differenceInDifferences } from './difference-in-differences.ts';
import { kendall } from './kendall.ts';
import { theilSen } from './theil-sen.ts';

describe('continuity of two clients', () => {
  const expected = readJson('ledger_small/expected.json').C4_continuity;
  const rows = readCsv('ledger_small/services.csv');
  it.each(['k1', 'k2'])('%s', (client) => {
    const own = rows.filter((row) => row['client'] === client);
    const answer = continuity({
      days: own.map((row) => row['date'] as string),
      workers: own.map((row) => row['worker'] as string),
      until: '2026-06-30',
      boundary: expected.boundary,
    });
    const e = expected.clients[client];
    expect(answer).toEqual({
      n: e.n,
      pdc: expect.closeTo(e.pdc, 12),
      coveredDays: e.covered_days,
      windowDays: e.window_days,
      gaps: e.gaps,
      longestGap: e.max_gap,
      boundaryGap: e.boundary_gap,
      interrupted: e.interrupted_over_30,
      coc: expect.closeTo(e.coc, 12),
      upc: expect.closeTo(e.upc, 12),
      placeboGap: null,
      placeboInterrupted: null,
    });
  });
  it('the same gap half a year before, to compare with', () => {
    const days = ['2025-09-20', '2025-11-20', '2026-03-20', '2026-04-10'];
    expect(continuity({ days, until: '2026-05-01', boundary: '2026-03-31' })).toMatchObject({
      boundaryGap: 21,
      interrupted: false,
      placeboGap: 61,
      placeboInterrupted: true,
    });
  });
  it('the last day of a contract belongs to it; one service; too few contacts', () => {
    expect(
      continuity({ days: ['2026-03-31', '2026-04-20'], until: '2026-05-01', boundary: '2026-03-31' }),
    ).toMatchObject({ boundaryGap: 20, interrupted: false, coc: null });
    expect(continuity({ days: ['2026-03-31'], until: '2026-03-31', boundary: '2026-03-31' })).toMatchObject({
      pdc: 1,
      boundaryGap: null,
      interrupted: null,
      longestGap: null,
    });
    expect(continuity({ days: ['2026-01-01', '2026-01-01'], until: '2026-01-30' })).toMatchObject({
      pdc: 1,
      gaps: [0],
    });
    expect(() => continuity({ days: [], until: '2026-01-01' })).toThrow('no-rows');
    expect(() => continuity({ days: ['2026-13-01'], until: '2026-01-01' })).toThrow(/not-a-day.*row 1/);
  });
});

describe('trend', () => {
  const rows = readCsv('trend_rates/series.csv');
  const [x, y] = [numbersOf(rows, 'quarter'), numbersOf(rows, 'hours')];
  const expected = readJson('trend_rates/expected.json');
  it('Theil–Sen and Kendall as R', () => {
    expect(answered(theilSen(x, y)).slope).toBe(expected.theil_sen_slope);
    const answer = answered(kendall(x, y));
    expect(answer.tau).toBeCloseTo(expected.kendall.tau, 12);
    expect(answer.agree).toBe(expected.kendall.T);
    expect(answer.p).toBeCloseTo(expected.kendall.p_exact, 12);
  });
  it('ties, all equal, too few', () => {
    expect(answered(kendall([1, 2, 3], [1, 2, 3])).p).toBeCloseTo(1 / 3, 12);
    expect(kendall([1, 2, 2, 3], [1, 2, 3, 3])).toMatchObject({ exact: false, tau: expect.closeTo(0.8, 12) });
    expect(kendall([1, 2, 3], [4, 4, 4])).toMatchObject({ status: 'no-variation' });
    expect(kendall([1], [4])).toMatchObject({ status: 'too-few' });
    expect(theilSen([1, 1], [4, 5])).toMatchObject({ status: 'too-few' });
    expect(theilSen([1, 2], [4, 5])).toMatchObject({ slope: 1, intercept: 3, reasons: ['fewer-than-8-periods'] });
    expect(() => kendall([1, 2, Number.NaN], [1, 2, 3])).toThrow(/row 3.*column x/);
  });
});

describe('difference in differences', () => {
  const rows = readCsv('did/panel.csv');
  const expected = readJson('did/expected.json');
  const panel = {
    unit: rows.map((row) => row['village'] as string),
    period: numbersOf(rows, 'quarter'),
    treated: numbersOf(rows, 'treated'),
    post: numbersOf(rows, 'post'),
    outcome: numbersOf(rows, 'y'),
  };
  it('as lm, vcovCL and the 924 assignments', () => {
    const answer = answered(differenceInDifferences(panel));
    expect(answer.estimate).toBeCloseTo(expected.did_2x2, 10);
    expect(answer.standardError).toBeCloseTo(expected.se_cluster_HC1_village, 10);
    expect(answer.p).toBeCloseTo(4 / 924, 12);
    expect(answer.assignments).toBe(924);
    expect(answer.cellMeans.treatedPost).toBeCloseTo(expected.cell_means.treated_post, 10);
    expect(Object.fromEntries(answer.changes.map((c) => [c.unit, c.change]))).toEqual(
      Object.fromEntries(Object.entries<number>(expected.village_change).map(([k, v]) => [k, expect.closeTo(v, 10)])),
    );
    expect(answer.preTrend?.slope).toBeCloseTo(expected.pretrend.coef, 10);
    expect(answer.preTrend?.standardError).toBeCloseTo(expected.pretrend.se_cluster, 8);
    expect(answer.reasons).toEqual([]);
  });
  it('by hand: one village each', () => {
    const two = {
      unit: ['a', 'a', 'b', 'b'],
      period: [1, 2, 1, 2],
      treated: [1, 1, 0, 0],
      post: [0, 1, 0, 1],
      outcome: [1, 5, 2, 3],
    };
    expect(differenceInDifferences(two)).toMatchObject({
      estimate: expect.closeTo(3, 12),
      reasons: ['fewer-than-4-and-4-units', 'fewer-than-3-periods-before'],
    });
    expect(differenceInDifferences({ ...two, treated: [1, 1, 1, 1] })).toMatchObject({ status: 'too-few' });
    expect(() => differenceInDifferences({ ...two, post: [0, 1, 0, 2] })).toThrow(/row 4.*column post/);
  });
});
