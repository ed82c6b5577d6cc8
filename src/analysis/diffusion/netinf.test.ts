import { describe, expect, it } from 'vitest';
import { answered } from '../../../tests/analysis/answered.ts';
import { readCsv, readText } from '../../../tests/analysis/read-fixture.ts';
import { netInf } from './netinf.ts';

const example = readCsv('diffusion/netinf_example_cascades.csv');
const adoptions = {
  unit: example.map((row) => row['node'] as string),
  cascade: example.map((row) => row['cascade'] as string),
  time: example.map((row) => Number(row['time'])),
};

describe('the example of the program that came with the paper', () => {
  it('thirty edges in order, with gains and p as R (whose normal curve is good to seven digits)', () => {
    const { edges } = answered(netInf(adoptions, { rate: 1, edges: 30 }));
    readCsv('diffusion/netinf_example_R_30edges_exp1.csv').forEach((row, i) => {
      expect([edges[i]?.from, edges[i]?.to]).toEqual([row['origin_node'], row['destination_node']]);
      expect(edges[i]?.gain).toBeCloseTo(Number(row['improvement']), 8);
      expect(Math.abs((edges[i]?.p as number) - Number(row['p_value']))).toBeLessThan(2e-7);
    });
  });
  it('the first five edges of the C++ original', () => {
    const { edges } = answered(netInf(adoptions, { rate: 1, edges: 5 }));
    const wanted = readCsv('diffusion/netinf_example_expected_edges.csv').map(
      (row) => `${row['origin_node']}>${row['destination_node']}`,
    );
    expect(edges.map((e) => `${e.from}>${e.to}`).sort()).toEqual(wanted.sort());
  });
  it('Rayleigh and power law answer too', () => {
    for (const model of ['rayleigh', 'power-law'] as const) {
      const { edges } = answered(netInf(adoptions, { model, rate: 2, edges: 10 }));
      expect(edges.length).toBe(10);
      expect(edges.every((e) => Number.isFinite(e.gain) && Number.isFinite(e.p))).toBe(true);
    }
  });
});

describe('728 policies of 50 states', () => {
  it('872 edges up to p = .1, the number that the R package prints', () => {
    const rows = readText('diffusion/spid_v1_adoptions.csv.gz').trim().split('\n').slice(1);
    const cells = rows.map((line) => (line.match(/"[^"]*"|[^,]+/g) ?? []).map((cell) => cell.replaceAll('"', '')));
    const spid = {
      unit: cells.map((c) => c[0] as string),
      cascade: cells.map((c) => c[1] as string),
      time: cells.map((c) => Number(c[2])),
    };
    const { edges } = answered(netInf(spid, { rate: 0.5, edges: 872 }));
    expect(edges.length).toBe(872);
    const cut = answered(netInf(spid, { rate: 0.5, pCutoff: 0.1 }));
    expect(cut.edges.length).toBe(872);
    expect(edges.slice(0, 3).map((e) => [e.from, e.to, e.gain.toFixed(1)])).toEqual([
      ['California', 'Oregon', '3834.9'],
      ['California', 'Colorado', '3442.4'],
      ['California', 'Maryland', '3441.1'],
    ]);
  });
});

describe('what it refuses', () => {
  it('one cascade says nothing', () => {
    expect(netInf({ unit: ['a', 'b'], cascade: ['x', 'x'], time: [1, 2] })).toEqual({
      status: 'too-few',
      reasons: ['fewer-than-10-cascades'],
    });
  });
  it('all at the same time: no edges', () => {
    const ten = Array.from({ length: 10 }, (_, i) => String(i));
    expect(
      netInf({
        unit: ten.flatMap(() => ['a', 'b']),
        cascade: ten.flatMap((c) => [c, c]),
        time: ten.flatMap(() => [5, 5]),
      }),
    ).toMatchObject({ edges: [], possibleEdges: 0 });
  });
  it('by hand: a before b in ten cascades gives one edge of ten times the same gain', () => {
    const ten = Array.from({ length: 10 }, (_, i) => String(i));
    const { edges } = answered(
      netInf({
        unit: ten.flatMap(() => ['a', 'b']),
        cascade: ten.flatMap((c) => [c, c]),
        time: ten.flatMap(() => [5, 6]),
      }),
    );
    expect(edges).toEqual([{ from: 'a', to: 'b', gain: expect.closeTo(10 * Math.log(0.5 / 1e-10), 8), p: 0 }]);
  });
  it('a unit twice, a time that is none', () => {
    expect(() => netInf({ unit: ['a', 'a'], cascade: ['x', 'x'], time: [1, 2] })).toThrow(
      /unit-twice-in-a-cascade.*row 2/,
    );
    expect(() => netInf({ unit: ['a'], cascade: ['x'], time: [Number.NaN] })).toThrow(/row 1.*column time/);
    expect(() => netInf(adoptions, { rate: 0 })).toThrow('column rate');
  });
});
