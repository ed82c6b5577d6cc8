import { describe, expect, it } from 'vitest';
import { answered } from '../../../tests/analysis/answered.ts';
import { readCsv, readJson } from '../../../tests/analysis/read-fixture.ts';
import { randomFrom } from '../random.ts';
import { articulation } from './articulation.ts';
import { brokerage } from './brokerage.ts';
import { centralisation } from './centralisation.ts';
import { corePeriphery } from './core-periphery.ts';
import { externalInternal } from './external-internal.ts';
import { componentSizes, twoMode } from './graph.ts';
import { marginPermutation } from './margin-permutation.ts';
import { projection } from './projection.ts';
import { removal } from './removal.ts';

const rows = readCsv('network/participation.csv');
const table = twoMode({ party: rows.map((r) => r['party'] as string), event: rows.map((r) => r['project'] as string) });
const sector = Object.fromEntries(rows.map((r) => [r['party'] as string, r['sector'] as string]));
const network = projection(table);
const expected = readJson('network/expected.json');
const made = (...ties: string[]) =>
  projection(twoMode({ party: ties.flatMap((t) => [...t]), event: ties.flatMap((t) => [...t].map(() => t)) }));

describe('the network of fourteen parties, as igraph and sna', () => {
  it('ties and Newman weights', () => {
    const newman = projection(table, 'newman');
    for (const edge of readCsv('network/expected_edges.csv')) {
      const [from, to] = [table.parties.indexOf(edge['from'] as string), table.parties.indexOf(edge['to'] as string)];
      const at = network.neighbours[from]?.indexOf(to) ?? -1;
      expect(network.weights[from]?.[at]).toBe(Number(edge['weight']));
      expect(newman.weights[from]?.[at]).toBeCloseTo(Number(edge['newman']), 10);
    }
  });
  it('density, degrees, betweenness, centralisation', () => {
    const answer = answered(centralisation(network));
    expect(answer.edges).toBe(expected.n_edges);
    expect(answer.density).toBeCloseTo(expected.density, 10);
    expect(answer.degreeCentralisation).toBeCloseTo(expected.degree_centralization, 10);
    expect(answer.betweennessCentralisation).toBeCloseTo(expected.betweenness_centralization, 10);
    for (const node of readCsv('network/expected_nodes.csv')) {
      const i = table.parties.indexOf(node['party'] as string);
      expect(answer.degree[i]).toBe(Number(node['degree']));
      expect(answer.betweenness[i]).toBeCloseTo(Number(node['betweenness']), 10);
    }
  });
  it('E-I with its expectation, articulation, core and rim', () => {
    const ei = answered(externalInternal(network, sector));
    expect(ei.index).toBeCloseTo(expected.EI, 10);
    expect(ei.expected).toBeCloseTo(expected.EI_expected_at_equal_density, 10);
    expect(articulation(network)).toEqual(expected.articulation);
    const core = answered(corePeriphery(network));
    expect(core.r).toBeCloseTo(expected.core_periphery.r, 10);
    expect(core.core).toEqual(expected.core_periphery.core);
  });
  it('brokerage by sector', () => {
    const answer = brokerage(network, sector);
    readCsv('brokerage/expected.csv').forEach((row, i) => {
      expect(answer[i]).toEqual({
        party: row['party'],
        coordinator: Number(row['w_I']),
        itinerant: Number(row['w_O']),
        representative: Number(row['b_IO']),
        gatekeeper: Number(row['b_OI']),
        liaison: Number(row['b_O']),
        total: Number(row['t']),
      });
    });
  });
  it('the removal test as an interval', () => {
    expect(removal(table, ['sws1'])).toMatchObject({ upper: 1, lower: expect.closeTo(4 / 13, 12), others: 13 });
    const { remove_one, remove_sws_and_gov } = readJson('network/expected_removal.json');
    for (const [party, answer] of Object.entries<any>(remove_one))
      expect(answered(removal(table, [party])).upper).toBeCloseTo(answer.share, 12);
    expect(answered(removal(table, ['sws1', 'gov1'])).upper).toBeCloseTo(remove_sws_and_gov.share, 12);
    expect(removal(table, ['nobody'])).toMatchObject({ status: 'undefined' });
  });
  it('permutation keeps the margins and repeats with its seed', () => {
    const figure = (t: typeof table) => {
      expect(t.members.map((own) => own.length)).toEqual(table.members.map((own) => own.length));
      return projection(t).neighbours.reduce((sum, own) => sum + own.length, 0);
    };
    const once = marginPermutation(table, figure, { random: randomFrom(5), draws: 100 });
    expect(marginPermutation(table, figure, { random: randomFrom(5), draws: 100 })).toEqual(once);
  });
});

describe('by hand', () => {
  it('a star hangs on its middle entirely', () => {
    const star = made('ab', 'ac', 'ad');
    expect(centralisation(star)).toMatchObject({ degreeCentralisation: 1, betweennessCentralisation: 1, density: 0.5 });
    expect(articulation(star)).toEqual(['a']);
    expect(corePeriphery(star)).toMatchObject({ r: 1, core: ['a'] });
  });
  it('a ring has no middle', () => {
    const ring = made('ab', 'bc', 'cd', 'da');
    expect(centralisation(ring)).toMatchObject({ degreeCentralisation: 0, betweennessCentralisation: 0 });
    expect(articulation(ring)).toEqual([]);
  });
  it('two pairs, one party alone in its event', () => {
    expect(componentSizes(made('ab', 'cd', 'e'))).toEqual([2, 2, 1]);
  });
  it('everyone tied, nobody tied, two parties', () => {
    expect(corePeriphery(made('abc'))).toMatchObject({ reasons: ['all-tied'] });
    expect(externalInternal(made('a', 'b'), { a: 'x', b: 'y' })).toMatchObject({ status: 'undefined' });
    expect(centralisation(made('ab'))).toMatchObject({ status: 'too-few' });
    expect(() => brokerage(made('ab'), { a: 'x' })).toThrow(/row 2.*column sector/);
    expect(() => twoMode({ party: ['a', ''], event: ['1', '2'] })).toThrow(/row 2.*column party/);
  });
  it('beyond sixteen parties the search is seeded', () => {
    const big = made(...'bcdefghijklmnopqrs'.split('').map((x) => `a${x}`));
    expect(corePeriphery(big)).toMatchObject({ status: 'undefined' });
    expect(corePeriphery(big, { random: randomFrom(1) })).toMatchObject({ r: 1, core: ['a'], exact: false });
  });
});
