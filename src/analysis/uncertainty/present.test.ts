import { describe, expect, it } from 'vitest';
import { lackingFor, present } from './present.ts';
import { suppressTable } from './suppress-table.ts';

const insider = { mayOpenRows: true };
const outsider = { mayOpenRows: false };

describe('who may not open the rows', () => {
  it('sees no count of one to four, nor one that the total gives away', () => {
    expect(present({ numerator: 3, denominator: 40 }, outsider)).toEqual({
      value: null,
      numerator: null,
      denominator: null,
      interval: null,
      n: null,
      status: 'suppressed',
      reasons: ['fewer-than-5-people'],
    });
    expect(present({ numerator: 38, denominator: 40 }, outsider).reasons).toEqual([
      'the-rest-would-be-fewer-than-5-people',
    ]);
    expect(present({ numerator: 0, denominator: 3 }, outsider).status).toBe('suppressed');
    expect(present({ value: 2, interval: null, n: 3 }, outsider).status).toBe('suppressed');
  });
  it('sees zero', () => {
    expect(present({ numerator: 0, denominator: 40 }, outsider)).toMatchObject({
      status: 'shown',
      value: 0,
      numerator: 0,
    });
  });
});

describe('who may', () => {
  it('below 5: counts; below 20: counts and interval; from 20: the share', () => {
    expect(present({ numerator: 2, denominator: 4 }, insider)).toMatchObject({
      status: 'counts-only',
      value: null,
      interval: null,
    });
    const six = present({ numerator: 2, denominator: 6 }, insider);
    expect(six).toMatchObject({ status: 'counts-only', value: null, numerator: 2, denominator: 6 });
    expect(six.interval?.lower).toBeCloseTo(0.0967714, 6);
    expect(present({ numerator: 17, denominator: 20 }, insider)).toMatchObject({ status: 'shown', value: 0.85 });
  });
  it('nobody observed long enough is not zero', () => {
    expect(present({ numerator: 0, denominator: 0 }, insider)).toMatchObject({
      status: 'not-yet-measurable',
      value: null,
    });
  });
  it('a routine below its minimum says what it lacks and what stands in its place', () => {
    const few = present(
      { value: 0.7, interval: null, n: 25, routine: 'agreement', counts: { units: 25, smallestMainCategory: 6 } },
      insider,
    );
    expect(few).toMatchObject({
      status: 'not-yet-measurable',
      value: null,
      reasons: ['too-few-units', 'instead-percent-agreement'],
    });
    expect(lackingFor('regression', {})).toEqual(['too-few-events-per-parameter', 'instead-life-table']);
    expect(
      present(
        { value: 0.7, interval: null, n: 60, routine: 'agreement', counts: { units: 60, smallestMainCategory: 9 } },
        insider,
      ).status,
    ).toBe('shown');
  });
  it('a numerator above its denominator is a fault', () => {
    expect(() => present({ numerator: 3, denominator: 2 }, insider)).toThrow('column numerator');
  });
});

describe('a table with margins', () => {
  it('hides a second cell in every line that hides one', () => {
    const shown = suppressTable([
      [3, 20, 30],
      [10, 40, 50],
      [11, 60, 0],
    ]);
    for (const line of [...shown, ...[0, 1, 2].map((c) => shown.map((row) => row[c] as number | null))]) {
      expect(line.filter((cell) => cell === null).length).not.toBe(1);
    }
    expect(shown[0]?.[0]).toBe(null);
  });
  it('hides nothing when nothing is small', () => {
    expect(
      suppressTable([
        [0, 5],
        [6, 7],
      ]),
    ).toEqual([
      [0, 5],
      [6, 7],
    ]);
  });
});
