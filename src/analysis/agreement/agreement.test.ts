import { describe, expect, it } from 'vitest';
import { answered } from '../../../tests/analysis/answered.ts';
import { readCsv, readJson } from '../../../tests/analysis/read-fixture.ts';
import { randomFrom } from '../random.ts';
import { coOccurrence } from './co-occurrence.ts';
import { cohen } from './cohen.ts';
import { krippendorff } from './krippendorff.ts';
import { alphaBinary, alphaOfValues } from './spans.ts';
import { alphaUnitising, unitDistance } from './unitising.ts';

const table = (name: string, ...coders: string[]) => {
  const rows = readCsv(`agreement/${name}.csv`);
  return coders.map((coder) => rows.map((row) => (row[coder] === '' ? null : (row[coder] as string))));
};
const coded = (...texts: string[]) =>
  texts.map((text) =>
    text
      .replaceAll(' ', '')
      .split('')
      .map((x) => (x === '.' ? null : x)),
  );
const runs = (n: number, ...pairs: [number, number][]) =>
  Array.from({ length: n }, (_, i) => (pairs.some(([a, b]) => i >= a && i <= b) ? '1' : '0'));

describe('Krippendorff, published', () => {
  it('A: binary, two coders, ten units', () => {
    const a = coded('0100000010', '1110010000');
    expect(answered(krippendorff(a)).alpha).toBeCloseTo(0.095, 3);
    expect(cohen(a)).toMatchObject({ kappa: expect.closeTo(0.0909, 4), percent: expect.closeTo(0.6, 12) });
  });
  it('B: nominal, two coders, twelve units', () => {
    expect(answered(krippendorff(coded('aabbdcccedda', 'babbbccceddd'))).alpha).toBeCloseTo(0.692, 3);
  });
  it.each([
    ['nominal', 0.743421052631579],
    ['ordinal', 0.8153875037548813],
    ['interval', 0.8491071428571428],
    ['ratio', 0.7974],
  ] as const)('C: four coders with gaps, %s', (level, alpha) => {
    const c = table('krippendorff_textbook', 'obsA', 'obsB', 'obsC', 'obsD');
    expect(answered(krippendorff(c, { level })).alpha).toBeCloseTo(alpha, level === 'ratio' ? 4 : 12);
  });
  it('1995 A, B, C: kappa, pi, alpha', () => {
    const a = [runs(24, [2, 9], [14, 19]), runs(24, [4, 7], [15, 16])];
    expect(cohen(a)).toMatchObject({ kappa: expect.closeTo(0.385, 3), pi: expect.closeTo(0.314, 3) });
    expect(answered(krippendorff(a)).alpha).toBeCloseTo(0.329, 3);
    const b = [runs(24, [0, 17]), runs(24, [0, 9])];
    expect(cohen(b)).toMatchObject({ kappa: expect.closeTo(0.385, 3), pi: expect.closeTo(0.314, 3) });
    const c = [runs(24, [2, 7], [10, 11], [14, 17], [20, 21]), runs(24, [0, 1], [4, 7], [10, 13], [16, 17], [20, 21])];
    expect(cohen(c)).toMatchObject({ kappa: expect.closeTo(0.314, 3), pi: expect.closeTo(0.314, 3) });
  });
});

describe('as nltk, vcd and scikit-learn', () => {
  const expected = readJson('agreement/expected_krippendorff_python.json');
  const peer = readJson('agreement/expected_cohen_R.json');
  it('three coders with gaps', () => {
    const answer = answered(
      krippendorff(table('nominal_3coders', 'coder1', 'coder2', 'coder3'), {
        random: randomFrom(1),
      }),
    );
    expect(answer.alpha).toBeCloseTo(expected.krippendorff_nominal_nltk, 12);
    expect([answer.units, answer.pairableValues]).toEqual([expected.n_units_used, expected.pairable_values]);
    expect(answer.lower).toBeLessThan(answer.alpha);
    expect(answer.upper).toBeGreaterThan(answer.alpha);
  });
  it('ordinal codes of two', () => {
    const two = table('ordinal_2coders', 'coder1', 'coder2');
    expect(answered(krippendorff(two, { level: 'interval' })).alpha).toBeCloseTo(
      expected.krippendorff_interval_nltk,
      12,
    );
    expect(answered(krippendorff(two, { level: 'ordinal' })).alpha).toBeCloseTo(expected.krippendorff_ordinal_hand, 12);
    expect(answered(cohen(two)).kappa).toBeCloseTo(peer.cohen_ordinal.kappa, 12);
    expect(answered(cohen(two, { weights: 'linear' })).kappa).toBeCloseTo(peer.cohen_ordinal.linear, 12);
    expect(answered(cohen(two, { weights: 'quadratic' })).kappa).toBeCloseTo(peer.cohen_ordinal.quadratic, 12);
  });
  it('kappa of two coders with its error', () => {
    const answer = answered(cohen(table('nominal_3coders', 'coder1', 'coder2')));
    expect(answer.n).toBe(peer.cohen_nominal_c1_c2.n);
    expect(answer.kappa).toBeCloseTo(peer.cohen_nominal_c1_c2.kappa, 12);
    expect(answer.percent).toBeCloseTo(peer.cohen_nominal_c1_c2.percent_agreement, 12);
    expect(answer.standardError).toBeCloseTo(peer.cohen_nominal_c1_c2.ase, 12);
  });
});

describe('what cannot be told', () => {
  it('one value everywhere is undefined, not 1', () => {
    expect(krippendorff(coded('1111', '1111'))).toEqual({ status: 'no-variation', reasons: ['one-value-everywhere'] });
    expect(cohen(coded('1111', '1111'))).toMatchObject({ status: 'no-variation' });
  });
  it('no unit coded twice; a text on a scale of numbers; rows of different length', () => {
    expect(krippendorff(coded('1.', '.1'))).toMatchObject({ status: 'too-few' });
    expect(() => krippendorff(coded('1x', '12'), { level: 'interval' })).toThrow(/not-a-number.*x/);
    expect(() => krippendorff(coded('12', '1'))).toThrow(/row 2.*column units/);
    expect(() => krippendorff([])).toThrow('no-rows');
  });
});

describe('passages', () => {
  const spans = (rows: string[][]) =>
    rows.flatMap((row, coder) => row.flatMap((x, i) => (x === '1' ? [{ coder, start: i, end: i + 1 }] : [])));
  it('alpha-binary is nominal alpha on characters', () => {
    const c = [runs(24, [2, 9], [14, 19]), runs(24, [4, 7], [15, 16])];
    expect(answered(alphaBinary(spans(c), { length: 24, coders: 2 })).alpha).toBeCloseTo(
      answered(krippendorff(c)).alpha,
      12,
    );
    const random = randomFrom(4);
    const three = Array.from({ length: 3 }, () => Array.from({ length: 60 }, () => (random.next() < 0.4 ? '1' : '0')));
    expect(answered(alphaBinary(spans(three), { length: 60, coders: 3 })).alpha).toBeCloseTo(
      answered(krippendorff(three)).alpha,
      12,
    );
  });
  it('a coder who marks the same twice marked it once', () => {
    const once = [
      { coder: 0, start: 0, end: 5 },
      { coder: 1, start: 0, end: 5 },
    ];
    expect(alphaBinary([...once, { coder: 0, start: 2, end: 4 }], { length: 9, coders: 2 })).toEqual(
      alphaBinary(once, { length: 9, coders: 2 }),
    );
    expect(alphaBinary([], { length: 9, coders: 2 })).toMatchObject({ reasons: ['nothing-marked'] });
    expect(() => alphaBinary([{ coder: 0, start: 3, end: 12 }], { length: 9, coders: 2 })).toThrow(/row 1/);
  });
  it('which code: by length, where both marked', () => {
    const marks = [
      { coder: 0, start: 0, end: 10, value: 'a' },
      { coder: 0, start: 10, end: 20, value: 'b' },
      { coder: 1, start: 0, end: 12, value: 'a' },
      { coder: 1, start: 12, end: 25, value: 'b' },
    ];
    const letters = coded('aaaaaaaaaabbbbbbbbbb.....', 'aaaaaaaaaaaabbbbbbbbbbbbb');
    expect(answered(alphaOfValues(marks, { length: 30, coders: 2 })).alpha).toBeCloseTo(
      answered(krippendorff(letters)).alpha,
      12,
    );
    expect(() =>
      alphaOfValues([...marks, { coder: 0, start: 3, end: 5, value: 'b' }], { length: 30, coders: 2 }),
    ).toThrow('two-values-at-once');
  });
  it('alpha_U of Krippendorff 1995, p. 57, A to D, where lengths grow without end', () => {
    const drawn: Record<string, [number, number, number][]> = {
      A: [
        [0, 2, 8],
        [0, 14, 6],
        [1, 4, 4],
        [1, 15, 2],
      ],
      B: [
        [0, 0, 18],
        [1, 0, 2],
        [1, 2, 1],
        [1, 3, 1],
        [1, 4, 1],
        [1, 5, 1],
        [1, 6, 3],
        [1, 9, 1],
      ],
      C: [
        [0, 2, 6],
        [0, 10, 2],
        [0, 14, 4],
        [0, 20, 2],
        [1, 0, 2],
        [1, 4, 4],
        [1, 10, 4],
        [1, 16, 2],
        [1, 20, 2],
      ],
      D: [
        [0, 0, 2],
        [0, 2, 8],
        [0, 10, 4],
        [0, 14, 6],
        [0, 20, 4],
        [1, 0, 4],
        [1, 4, 4],
        [1, 8, 7],
        [1, 15, 2],
        [1, 17, 7],
      ],
    };
    const stretch = 50_000;
    const units = Object.entries(drawn).flatMap(([category, own]) =>
      own.map(([coder, start, length]) => ({ coder, category, start: start * stretch, length: length * stretch })),
    );
    const { categories } = answered(alphaUnitising(units, { start: 0, length: 24 * stretch, coders: 2 }));
    const alphas = categories.map(({ alpha }) => alpha as number);
    [0.553, -0.926, 0.679, 0.066].forEach((alpha, i) => {
      expect(Math.abs((alphas[i] as number) - alpha)).toBeLessThan(0.02);
    });
  });
  it('alpha_U of Krippendorff 2004, p. 254', () => {
    const drawn: [number, string, number, number][] = [
      [0, 'c', 225, 70],
      [0, 'c', 370, 30],
      [0, 'k', 180, 60],
      [0, 'k', 300, 50],
      [1, 'c', 220, 80],
      [1, 'c', 355, 20],
      [1, 'c', 400, 20],
      [1, 'k', 180, 60],
      [1, 'k', 300, 50],
    ];
    const units = drawn.map(([coder, category, start, length]) => ({ coder, category, start, length }));
    const answer = answered(alphaUnitising(units, { start: 150, length: 300, coders: 2 }));
    const [c, k] = answer.categories;
    expect([c?.observed, c?.expected, c?.alpha].map((x) => x?.toFixed(4))).toEqual(['0.0144', '0.0532', '0.7286']);
    expect([k?.observed, k?.alpha]).toEqual([0, 1]);
    expect(k?.expected).toBeCloseTo(0.049, 3);
    expect(answer.alpha).toBeCloseTo(0.859, 3);
    const piece = (start: number, length: number, marked = true) => ({ start, length, marked });
    expect(unitDistance(piece(225, 70), piece(220, 80))).toBe(50);
    expect(unitDistance(piece(370, 30), piece(355, 20))).toBe(850);
    expect(unitDistance(piece(400, 50, false), piece(400, 20))).toBe(400);
  });
});

describe('codes that go together', () => {
  it('12, 9, 5 → .3125', () => {
    const codings = Array.from({ length: 16 }, (_, d) => d).flatMap((d) => [
      ...(d < 12 ? [{ document: `d${d}`, code: 'a', start: 0, end: 5 }] : []),
      ...(d >= 7 ? [{ document: `d${d}`, code: 'b', start: 8, end: 9 }] : []),
    ]);
    expect(coOccurrence(codings, 'documents')).toEqual([{ first: 'a', second: 'b', n1: 12, n2: 9, n12: 5, c: 0.3125 }]);
    expect(coOccurrence(codings)).toEqual([]);
  });
  it('passages that overlap', () => {
    const at = (code: string, start: number, end: number) => ({ document: 'd', code, start, end });
    expect(coOccurrence([at('a', 0, 10), at('b', 5, 6), at('b', 8, 12), at('b', 12, 13)])).toEqual([
      { first: 'a', second: 'b', n1: 1, n2: 3, n12: 1, c: 1 / 3 },
    ]);
    expect(() => coOccurrence([at('a', 4, 4)])).toThrow(/row 1/);
  });
});
