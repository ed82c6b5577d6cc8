import { describe, expect, it } from 'vitest';
import { answered } from '../../../tests/analysis/answered.ts';
import { numbersOf, readCsv, readJson } from '../../../tests/analysis/read-fixture.ts';
import { busFactor } from './bus-factor.ts';
import { capability } from './capability.ts';
import { concentration } from './concentration.ts';
import { inequality } from './inequality.ts';

const ledger = readJson('ledger_small/expected.json');
const needs = readCsv('ledger_small/capabilities.csv').map((row) => ({
  capability: row['capability'] as string,
  weight: Number(row['weight']),
  critical: row['critical'] === '1',
}));
const holdings = readCsv('ledger_small/holders.csv')
  .filter((row) => (row['last_used'] as string) > '2026-01-01')
  .map((row) => ({ party: row['party'] as string, capability: row['capability'] as string }));

describe('capabilities', () => {
  const expected = ledger.A3_capabilities;
  it('coverage, holders, single points, Shapley and complementarity as counted', () => {
    const answer = capability(needs, holdings);
    expect(answer.coverage).toBeCloseTo(expected.coverage_weighted, 12);
    expect(answer.holders).toEqual(expected.holders);
    expect(answer.redundancy).toEqual(expected.redundancy);
    expect(answer.singlePoints).toEqual(expected.single_points);
    expect(answer.uncovered).toEqual(expected.uncovered);
    expect(answer.criticalBusFactor).toBe(0);
    expect(answer.shapley).toEqual(expected.shapley);
    expect(answer.complementarity).toBeCloseTo(expected.complementarity, 12);
  });
  it('three must go before less than half is held', () => {
    expect(busFactor(needs, holdings)).toMatchObject({ factor: 3, parties: ['gA', 'r1', 'w1'], exact: true });
  });
  it('nobody holds anything; one party; more than twenty parties give an upper bound', () => {
    expect(capability(needs, [])).toMatchObject({ coverage: 0, complementarity: null, shapley: {} });
    expect(busFactor(needs, [])).toMatchObject({ factor: 0 });
    const many = Array.from({ length: 25 }, (_, i) => ({
      party: `p${i}`,
      capability: i % 2 ? 'outreach' : 'case_work',
    }));
    const two = needs.slice(0, 2);
    expect(busFactor(two, many)).toMatchObject({ factor: 13, exact: false, reasons: ['upper-bound'] });
    expect(() => capability([{ capability: 'a', weight: -1, critical: false }], [])).toThrow(/row 1.*column weight/);
    expect(() => capability([needs[0], needs[0]] as typeof needs, [])).toThrow(/capability-twice.*row 2/);
  });
});

describe('concentration of sources', () => {
  it('9000, 2000, 1000', () => {
    const answer = answered(concentration([9000, 1000, 2000]));
    expect(answer.hhi).toBeCloseTo(ledger.B_resources.hhi, 12);
    expect(answer.effective).toBeCloseTo(ledger.B_resources.effective_sources, 12);
    expect(concentration([5])).toMatchObject({ hhi: 1, effective: 1 });
    expect(concentration([0, 0])).toMatchObject({ status: 'undefined' });
    expect(() => concentration([1, -1])).toThrow(/negative.*row 2/);
  });
});

describe('inequality', () => {
  const rows = readCsv('inequality/villages.csv');
  const expected = readJson('inequality/expected.json');
  const service = numbersOf(rows, 'hours');
  it('by head, with its parts, as the R peers', () => {
    const answer = answered(
      inequality({
        service,
        population: numbersOf(rows, 'population'),
        group: rows.map((row) => row['group'] as string),
      }),
    );
    expect(answer.theil).toBeCloseTo(expected.theilT_weighted_percapita, 12);
    expect(answer.between).toBeCloseTo(expected.theil_between, 12);
    expect(answer.within).toBeCloseTo(expected.theil_within, 12);
    expect(answer.hoover).toBeCloseTo(expected.hoover_weighted, 12);
    expect(answer.gini).toBeCloseTo(expected.gini_weighted_percapita, 12);
    for (const { name, within, serviceShare, populationShare } of answer.groups ?? []) {
      expect(within).toBeCloseTo(expected.theil_within_by_group[name], 12);
      expect(serviceShare).toBeCloseTo(expected.group_hours_share[name], 12);
      expect(populationShare).toBeCloseTo(expected.group_pop_share[name], 12);
    }
  });
  it('place by place', () => {
    const answer = answered(inequality({ service, population: service.map(() => 1) }));
    expect(answer.gini).toBeCloseTo(expected.gini_unweighted_population, 12);
    expect((answer.gini * 12) / 11).toBeCloseTo(expected.gini_unweighted_sample, 12);
    expect(answer.theil).toBeCloseTo(expected.theilT_unweighted, 12);
    const sources = answered(concentration(service));
    expect(sources.hhi).toBeCloseTo(expected.hhi_hours, 12);
    expect(sources.effective).toBeCloseTo(expected.hhi_effective_number, 10);
    expect(sources.shannonEffective).toBeCloseTo(expected.shannon_effective_number, 10);
  });
  it('three villages of the small ledger, one without service', () => {
    const answer = answered(inequality({ service: [120, 24, 0], population: [40, 30, 20] }));
    expect(answer.theil).toBeCloseTo(ledger.C3_coverage.theilT_hours_vs_target, 12);
    expect(answer.hoover).toBeCloseTo(ledger.C3_coverage.hoover, 12);
    expect(answer.reasons).toEqual(['fewer-than-8-places']);
  });
  it('equal is 0; no service, too few places and nobody living there are told', () => {
    const equal = answered(inequality({ service: [2, 4, 6], population: [1, 2, 3] }));
    expect([equal.theil, equal.hoover, equal.gini].map((x) => Math.abs(x) < 1e-12)).toEqual([true, true, true]);
    expect(inequality({ service: [0, 0, 0], population: [1, 1, 1] })).toMatchObject({ status: 'undefined' });
    expect(inequality({ service: [1, 2], population: [1, 1] })).toMatchObject({ status: 'too-few' });
    expect(() => inequality({ service: [1, 2, 3], population: [1, 0, 1] })).toThrow(/row 2.*column population/);
  });
});
