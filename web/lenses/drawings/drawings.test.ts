import { expect, test } from 'vitest';
import { bandPath, marksUntil, onRound, stepPath } from './layout.ts';
import { arrange, type Network } from './network-parts.ts';

const to = { x: (value: number) => value, y: (value: number) => 100 * (1 - value) };

test('a curve of staying goes across, then down, and ends where the watching ends', () => {
  const steps = [
    { time: 90, share: 0.5 },
    { time: 120, share: 0.25 },
  ];
  expect(stepPath(steps, 200, to)).toBe('M0 0H90V50H120V75H200');
});

test('while nobody has left the line stays at the top', () => {
  expect(stepPath([], 200, to)).toBe('M0 0H200');
});

test('where a step has no limits the band has a gap', () => {
  const steps = [
    { time: 90, lower: null, upper: null },
    { time: 120, lower: 0.1, upper: 0.5 },
  ];
  expect(bandPath(steps, 200, to)).toBe('M120 50H200V90H120Z');
});

test('marks of an axis are round and few', () => {
  expect(marksUntil(286)).toEqual([0, 100, 200]);
  expect(marksUntil(120)).toEqual([0, 30, 60, 90, 120]);
  expect(marksUntil(0)).toEqual([0]);
});

test('names beside the marks of a round have a line of their own', () => {
  const points = onRound(12, { rx: 200, ry: 200 });
  const right = points.slice(0, 6).map(({ y }) => y);
  const gaps = right.slice(1).map((y, nth) => y - (right[nth] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(30);
});

const party = (name: string, sector: Network['nodes'][number]['sector']) => ({
  ...{ key: name, name, sector, station: sector === 'social-work', remains: false },
});
const nodes = [party('社工站', 'social-work'), party('老年协会', 'resident-group'), party('居委会', 'committee')];
const size = { width: 600, height: 400, most: 20 };

test('a party stands where it stood, whatever it did in another period', () => {
  const tie = (from: number, other: number) => ({ from, to: other, strength: 1, times: 1, without: false });
  const placeOf = (ties: Network['ties']) =>
    arrange({ kind: 'network', nodes, ties }, size).nodes.map(({ key, x, y }) => [key, x, y]);
  expect(placeOf([tie(0, 1)])).toEqual(placeOf([tie(1, 2), tie(0, 2)]));
});

test('of many parties those with most ties are drawn, and it is known how many there are', () => {
  const ties = [{ from: 0, to: 2, strength: 1, times: 1, without: false }];
  const drawn = arrange({ kind: 'network', nodes, ties }, { ...size, most: 1 });
  expect(drawn.nodes.map(({ key }) => key)).toEqual(['居委会', '社工站']);
  expect(drawn.total).toBe(2);
  expect(drawn.ties).toMatchObject([{ from: 1, to: 0 }]);
});
