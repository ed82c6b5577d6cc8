import { describe, expect, it } from 'vitest';
import { answered } from '../../../tests/analysis/answered.ts';
import { numbersOf, readCsv, readJson } from '../../../tests/analysis/read-fixture.ts';
import { aalenJohansen } from './aalen-johansen.ts';
import { curveQuantile, kaplanMeier, kaplanMeierBy, survivalAt } from './kaplan-meier.ts';
import { lifeTable } from './life-table.ts';
import { logRank } from './log-rank.ts';
import { nelsonAalen } from './nelson-aalen.ts';
import { restrictedMean } from './restricted-mean.ts';
import { turnbull } from './turnbull.ts';

const people = readCsv('km/participants.csv');
const spells = { time: numbersOf(people, 'time_days'), event: numbersOf(people, 'lapsed') };
const mode = people.map((row) => row['mode'] as string);
const age = people.map((row) => row['age60'] as string);
const expected = readJson('km/expected.json');

describe('Kaplan–Meier', () => {
  it('every point, error and limit as survfit', () => {
    const { curve } = kaplanMeier(spells);
    const log = kaplanMeier(spells, { scale: 'log' }).curve;
    const rows = readCsv('km/expected_curve.csv');
    expect([...curve.times]).toEqual(numbersOf(rows, 'time'));
    rows.forEach((row, i) => {
      expect(curve.atRisk[i]).toBe(Number(row['n_risk']));
      expect(curve.survival[i]).toBeCloseTo(Number(row['surv']), 10);
      expect(curve.standardError[i]).toBeCloseTo(Number(row['se_greenwood']), 10);
      expect(curve.lower[i]).toBeCloseTo(Number(row['lower_loglog']), 10);
      expect(curve.upper[i]).toBeCloseTo(Number(row['upper_loglog']), 10);
      expect(log.lower[i]).toBeCloseTo(Number(row['lower_log']), 10);
      expect(log.upper[i]).toBeCloseTo(Number(row['upper_log']), 10);
    });
  });
  it('median, quartiles, restricted mean and the numbers at given days', () => {
    const answer = kaplanMeier(spells);
    expect(answer).toMatchObject({ n: 60, events: 31, median: 210, lower: 112, upper: null });
    expect(curveQuantile(answer.curve, 0.25).time).toBe(expected.q25);
    expect(curveQuantile(answer.curve, 0.75).time).toBe(null);
    const mean = answered(restrictedMean(answer.curve, 365));
    expect(mean.mean).toBeCloseTo(expected.rmst_365, 8);
    expect(mean.standardError).toBeCloseTo(expected.rmst_365_se, 8);
    survivalAt(answer.curve, expected.at.times).forEach((row, i) => {
      expect(row.survival).toBeCloseTo(expected.at.surv[i], 10);
      expect(row.lower).toBeCloseTo(expected.at.lower_loglog[i], 10);
      expect(row.upper).toBeCloseTo(expected.at.upper_loglog[i], 10);
      expect(row.atRisk).toBe(expected.at.n_risk[i]);
    });
    const by = kaplanMeierBy(spells, mode);
    expect(by.map(({ name, median }) => [name, median])).toEqual([
      ['group', 301],
      ['individual', 105],
    ]);
  });
  it('the state lottery as survfit, with log limits and Nelson–Aalen', () => {
    const states = readCsv('diffusion/lottery_spid_states.csv');
    const lottery = { time: numbersOf(states, 'time'), event: numbersOf(states, 'event') };
    const { curve, median, lower, upper } = kaplanMeier(lottery, { scale: 'log' });
    expect([median, lower, upper]).toEqual([23, 21, 28]);
    const rows = readCsv('diffusion/lottery_km_expected.csv');
    const hazard = nelsonAalen(lottery);
    for (const row of rows) {
      const i = curve.times.indexOf(Number(row['time']));
      expect(curve.survival[i]).toBeCloseTo(Number(row['surv']), 12);
      expect(curve.standardError[i]).toBeCloseTo(Number(row['se']), 12);
      expect(hazard.hazard[i]).toBeCloseTo(Number(row['nelson_aalen']), 12);
      expect(hazard.standardError[i]).toBeCloseTo(Number(row['se_na']), 12);
    }
  });
  it('by hand: 1, 2+, 3, 3, 5+', () => {
    const { curve } = kaplanMeier({ time: [1, 2, 3, 3, 5], event: [1, 0, 1, 1, 0] });
    expect([...curve.survival]).toEqual([0.8, 0.8, expect.closeTo(0.8 / 3, 12), expect.closeTo(0.8 / 3, 12)]);
  });
  it('where S is exactly one half the median is the middle of the step', () => {
    expect(kaplanMeier({ time: [1, 2, 3, 4], event: [1, 1, 1, 1] }).median).toBe(2.5);
    expect(kaplanMeier({ time: [1, 2, 3, 4], event: [1, 1, 0, 0] }).median).toBe(3);
  });
  it('one row, nobody leaves, everybody at once: no NaN anywhere', () => {
    for (const [time, event] of [
      [[5], [1]],
      [[5], [0]],
      [
        [3, 3],
        [1, 1],
      ],
      [
        [0, 0],
        [0, 1],
      ],
    ] as [number[], number[]][]) {
      const { curve } = kaplanMeier({ time, event });
      expect(JSON.stringify([...curve.survival, ...curve.standardError])).not.toContain('null');
      expect([...curve.lower, ...curve.upper].every((x) => x === null || Number.isFinite(x))).toBe(true);
    }
    expect(kaplanMeier({ time: [5], event: [0] })).toMatchObject({ median: null, reasons: ['fewer-than-10-events'] });
  });
  it('late entry counts only from the entry on', () => {
    const { curve } = kaplanMeier({ time: [2, 4, 6], event: [1, 1, 1], entry: [0, 3, 1] });
    expect([...curve.atRisk]).toEqual([2, 2, 1]);
  });
  it('a negative time, a text and a missing column say row and column', () => {
    expect(() => kaplanMeier({ time: [3, -1], event: [1, 1] })).toThrow(/negative.*row 2.*column time/);
    expect(() => kaplanMeier({ time: [3, Number('x')], event: [1, 1] })).toThrow(/not-a-number.*row 2.*column time/);
    expect(() => kaplanMeier({ time: [3, 1], event: [1] })).toThrow(/row 2.*column event/);
    expect(() => kaplanMeier({ time: [], event: [] })).toThrow('no-rows');
    expect(() => kaplanMeier({ time: [3], event: [2] })).toThrow(/too-large.*column event/);
  });
});

describe('comparing groups', () => {
  const answer = readJson('logrank/expected.json');
  it('log-rank, Peto–Prentice and stratified as survdiff', () => {
    const plain = answered(logRank({ spells, group: mode }));
    expect(plain.chiSquare).toBeCloseTo(answer.logrank.chisq, 9);
    expect(plain.p).toBeCloseTo(answer.logrank.p, 10);
    expect(plain.groups.map((g) => g.expected)).toEqual(
      answer.logrank.expected.map((e: number) => expect.closeTo(e, 9)),
    );
    expect(answered(logRank({ spells, group: mode, weight: { rho: 1 } })).chiSquare).toBeCloseTo(
      answer.peto_prentice_rho1.chisq,
      8,
    );
    expect(answered(logRank({ spells, group: mode, strata: age })).chiSquare).toBeCloseTo(
      answer.stratified_age60.chisq,
      8,
    );
  });
  it('by hand: two groups of two', () => {
    const tiny = answered(
      logRank({ spells: { time: [1, 3, 2, 4], event: [1, 1, 1, 1] }, group: ['a', 'a', 'b', 'b'] }),
    );
    expect(tiny.groups[0]?.expected).toBeCloseTo(2 / 4 + 1 / 3 + 1 / 2, 12);
    expect(tiny.reasons).toEqual(['fewer-than-5-events-in-a-group']);
  });
  it('one group, no events', () => {
    expect(logRank({ spells: { time: [1], event: [1] }, group: ['a'] })).toMatchObject({ status: 'no-variation' });
    expect(logRank({ spells: { time: [1, 2], event: [0, 0] }, group: ['a', 'b'] })).toMatchObject({
      status: 'too-few',
    });
    expect(() => logRank({ spells: { time: [1, 2], event: [0, 0] }, group: ['a', ''] })).toThrow(/row 2.*column group/);
  });
  it('Gehan and Tarone–Ware lie between', () => {
    for (const weight of ['gehan', 'tarone-ware'] as const)
      expect(answered(logRank({ spells, group: mode, weight })).p).toBeLessThan(0.02);
  });
});

describe('competing exits', () => {
  const rows = readCsv('competing/exits.csv');
  const answer = readJson('competing/expected.json');
  const exits = { time: numbersOf(rows, 'time'), event: numbersOf(rows, 'event') };
  it('as survfit and cmprsk', () => {
    const { states, variances } = aalenJohansen(exits, answer.times);
    states.forEach((state, i) => {
      expect(state[1]).toBeCloseTo(answer.aj_lapsed[i], 10);
      expect(state[2]).toBeCloseTo(answer.aj_moved[i], 10);
      expect(state.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      expect(variances[i]?.[0]).toBeCloseTo(answer.cmprsk_var_lapsed[i], 10);
    });
  });
  it('with one reason it is 1 − Kaplan–Meier; before the first exit nobody left', () => {
    const { states } = aalenJohansen({ time: [1, 2, 3], event: [1, 0, 1] }, [0.5, 1, 3]);
    expect(states).toEqual([
      [1, 0],
      [expect.closeTo(2 / 3, 12), expect.closeTo(1 / 3, 12)],
      [0, expect.closeTo(1, 12)],
    ]);
    expect(() => aalenJohansen({ time: [1], event: [-1] })).toThrow('column event');
  });
});

describe('life table', () => {
  it('as counted by year', () => {
    const rows = readCsv('eha_logit/person_period.csv');
    const table = lifeTable({ period: numbersOf(rows, 'year'), event: numbersOf(rows, 'adopt') });
    readCsv('eha_logit/expected_lifetable.csv').forEach((row, i) => {
      expect(table[i]).toEqual({
        period: Number(row['year']),
        atRisk: Number(row['at_risk']),
        events: Number(row['events']),
        hazard: expect.closeTo(Number(row['hazard']), 10),
        survivor: expect.closeTo(Number(row['survivor']), 10),
      });
    });
  });
});

describe('dates known only as between two', () => {
  it('exact dates give Kaplan–Meier', () => {
    const answer = answered(turnbull({ after: [1, 2, 3, 3], by: [1, Infinity, 3, 3] }));
    expect(answer.intervals.map((x) => [x.to, x.mass])).toEqual([
      [1, expect.closeTo(0.25, 9)],
      [3, expect.closeTo(0.75, 9)],
    ]);
  });
  it('overlapping intervals put the mass where they meet', () => {
    const answer = answered(turnbull({ after: [0, 1], by: [2, 3] }));
    expect(answer.intervals).toEqual([{ from: 1, to: 2, mass: 1, survival: 0 }]);
    expect(() => turnbull({ after: [3], by: [2] })).toThrow(/row 1.*column by/);
  });
});
