import { describe, expect, it } from 'vitest';
import { answered } from '../../../tests/analysis/answered.ts';
import { numbersOf, readCsv, readJson } from '../../../tests/analysis/read-fixture.ts';
import { cox } from './cox.ts';
import { discreteTime } from './discrete-time.ts';

const columns = (rows: Record<string, string>[], ...names: string[]) =>
  names.map((name) => ({ name, values: numbersOf(rows, name) }));

describe('Cox', () => {
  const rows = readCsv('coxph/participants.csv').map(
    (row) => ({ ...row, group: row['mode'] === 'group' ? '1' : '0' }) as Record<string, string>,
  );
  const spells = { time: numbersOf(rows, 'time_days'), event: numbersOf(rows, 'lapsed') };
  const covariates = columns(rows, 'group', 'recognised', 'age60');
  const expected = readJson('coxph/expected.json');
  it.each(['efron', 'breslow'] as const)('%s ties as coxph', (ties) => {
    const answer = answered(cox({ spells, covariates, ties }));
    for (const { name, coef, se, lower, upper, p } of answer.coefficients) {
      expect(coef).toBeCloseTo(expected[ties].coef[name], 8);
      expect(se).toBeCloseTo(expected[ties].se[name], 8);
      expect(p).toBeCloseTo(expected[ties].p[name], 8);
      expect(lower).toBeCloseTo(expected[ties].hr_ci95[name][0], 8);
      expect(upper).toBeCloseTo(expected[ties].hr_ci95[name][1], 8);
    }
    expect(answer.logLikelihood).toEqual(expected[ties].loglik.map((x: number) => expect.closeTo(x, 9)));
  });
  it('the test of proportional hazards as cox.zph', () => {
    const { proportionalHazards: test } = answered(cox({ spells, covariates }));
    const { chisq, p } = expected.cox_zph_efron;
    expect(test.terms.map((t) => t.chiSquare)).toEqual(chisq.slice(0, 3).map((x: number) => expect.closeTo(x, 5)));
    expect(test.chiSquare).toBeCloseTo(chisq[3], 5);
    expect(test.p).toBeCloseTo(p[3], 5);
  });
  it('the state lottery', () => {
    const states = readCsv('diffusion/lottery_spid_states.csv');
    const lottery = { time: numbersOf(states, 'time'), event: numbersOf(states, 'event') };
    const answer = answered(
      cox({
        spells: lottery,
        covariates: columns(states, 'south', 'northeast', 'pop75', 'income'),
      }),
    );
    expect(answer.coefficients.map((c) => c.coef)).toEqual(
      [-0.426753036, 3.4460245962, 0.1112541035, 0.4033522592].map((x) => expect.closeTo(x, 8)),
    );
    expect(answer.coefficients.map((c) => c.se)).toEqual(
      [0.50501103901, 0.66587681114, 0.03155968058, 0.31391077173].map((x) => expect.closeTo(x, 8)),
    );
    expect(answer.logLikelihood).toEqual([expect.closeTo(-123.2865458, 6), expect.closeTo(-102.0837409, 6)]);
    expect(answer.proportionalHazards.chiSquare).toBeCloseTo(4.5963498, 5);
    expect(answer.proportionalHazards.p).toBeCloseTo(0.331275, 5);
    const breslow = answered(
      cox({
        spells: lottery,
        covariates: columns(states, 'south', 'northeast', 'pop75', 'income'),
        ties: 'breslow',
      }),
    );
    expect(breslow.coefficients[1]?.coef).toBeCloseTo(3.2315173607, 8);
    expect(answer.reasons).toEqual(['fewer-than-10-events-per-parameter']);
  });
  it('by hand: two against two without ties', () => {
    // events at 1 (x=1), 2 (x=0), 3 (x=1), 4 (x=0): the slope is zero where 2r³ + … balances; β solves the score
    const answer = answered(
      cox({
        spells: { time: [1, 2, 3, 4], event: [1, 1, 1, 1] },
        covariates: [{ name: 'x', values: [1, 0, 1, 0] }],
      }),
    );
    const r = Math.exp(answer.coefficients[0]?.coef as number);
    expect(2 - (2 * r) / (2 * r + 2) - r / (r + 2) - r / (r + 1)).toBeCloseTo(0, 8);
  });
  it('splitting spells at any day changes nothing (late entry)', () => {
    const split = rows.flatMap((row, i) => {
      const [t, e] = [spells.time[i] as number, spells.event[i] as number];
      return t > 100
        ? [
            { row, id: i, entry: 0, t: 100, e: 0 },
            { row, id: i, entry: 100, t, e },
          ]
        : [{ row, id: i, entry: 0, t, e }];
    });
    const whole = answered(cox({ spells, covariates, cluster: rows.map((r) => r['person'] as string) }));
    const parts = answered(
      cox({
        spells: { time: split.map((s) => s.t), event: split.map((s) => s.e), entry: split.map((s) => s.entry) },
        covariates: columns(
          split.map((s) => s.row),
          'group',
          'recognised',
          'age60',
        ),
        cluster: split.map((s) => s.row['person'] as string),
      }),
    );
    whole.coefficients.forEach((c, j) => {
      expect(parts.coefficients[j]?.coef).toBeCloseTo(c.coef, 9);
      expect(parts.coefficients[j]?.se).toBeCloseTo(c.se, 9);
      expect(parts.coefficients[j]?.naiveSe).toBeCloseTo(c.naiveSe, 9);
    });
  });
  it('robust errors equal the leave-one-out picture in size', () => {
    const robust = answered(cox({ spells, covariates, cluster: rows.map((r) => r['person'] as string) }));
    for (const { se, naiveSe } of robust.coefficients) expect(se / naiveSe).toBeGreaterThan(0.7);
    for (const { se, naiveSe } of robust.coefficients) expect(se / naiveSe).toBeLessThan(1.3);
  });
  it('a covariate that tells the outcome, one that never varies, two that are one', () => {
    const tiny = { time: [1, 2, 3, 4, 5, 6], event: [1, 1, 1, 0, 0, 0] };
    expect(cox({ spells: tiny, covariates: [{ name: 'x', values: [1, 1, 1, 0, 0, 0] }] })).toEqual({
      status: 'separation',
      reasons: ['separates-x'],
    });
    expect(cox({ spells: tiny, covariates: [{ name: 'x', values: [1, 1, 1, 1, 1, 1] }] })).toMatchObject({
      status: 'no-variation',
    });
    const twice = [
      { name: 'x', values: [1, 0, 1, 0, 1, 0] },
      { name: 'y', values: [2, 0, 2, 0, 2, 0] },
    ];
    expect(cox({ spells: tiny, covariates: twice })).toMatchObject({ status: 'collinear' });
    expect(cox({ spells: { time: [1, 2], event: [0, 0] }, covariates: [{ name: 'x', values: [1, 0] }] })).toMatchObject(
      { status: 'too-few' },
    );
    expect(() => cox({ spells: tiny, covariates: [{ name: 'x', values: [1, 0, 1, Number.NaN, 1, 0] }] })).toThrow(
      /row 4.*column x/,
    );
  });
});

describe('discrete time', () => {
  const rows = readCsv('eha_logit/person_period.csv');
  const input = {
    event: numbersOf(rows, 'adopt'),
    covariates: columns(rows, 'fiscal', 'need', 'neigh_prop', 'mandate', 't'),
  };
  const expected = readJson('eha_logit/expected.json');
  const nameOf = (name: string) => (name === '(intercept)' ? '(Intercept)' : name);
  it.each(['logit', 'cloglog'] as const)('%s as glm', (link) => {
    const answer = answered(discreteTime({ ...input, link }));
    for (const { name, coef, se } of answer.coefficients) {
      expect(coef).toBeCloseTo(expected[link].coef[nameOf(name)], 6);
      expect(se).toBeCloseTo(expected[link].se[nameOf(name)], 6);
    }
    expect(answer.logLikelihood[1]).toBeCloseTo(expected[link].loglik, 8);
    expect(answer.logLikelihood[0]).toBeCloseTo(-expected[link].null_deviance / 2, 8);
    expect(answer.aic).toBeCloseTo(expected[link].aic, 8);
    expect(answer.reasons).toEqual(['fewer-than-10-events-per-parameter']);
  });
  it('errors by cluster in both conventions, as vcovCL', () => {
    const cluster = rows.map((row) => row['unit'] as string);
    const plain = answered(discreteTime({ ...input, cluster }));
    const corrected = answered(discreteTime({ ...input, cluster, correction: 'clusters' }));
    plain.coefficients.forEach(({ name, se }, j) => {
      expect(se).toBeCloseTo(expected.logit.se_cluster_nocadj[nameOf(name)], 6);
      expect(corrected.coefficients[j]?.se).toBeCloseTo(expected.logit.se_cluster_cadj[nameOf(name)], 6);
    });
  });
  it('the state lottery with cubic time', () => {
    const person = readCsv('diffusion/lottery_person_period.csv');
    const t = numbersOf(person, 't');
    const covariates = [
      { name: 't', values: t },
      { name: 't2', values: t.map((x) => x ** 2) },
      { name: 't3', values: t.map((x) => x ** 3) },
      ...columns(person, 'south', 'northeast', 'pop75', 'income', 'div_share'),
    ];
    const cluster = person.map((row) => row['state'] as string);
    const logit = answered(
      discreteTime({ event: numbersOf(person, 'y'), covariates, cluster, correction: 'clusters' }),
    );
    expect(logit.n).toBe(1066);
    expect(logit.coefficients[5]?.coef).toBeCloseTo(3.879442349, 6);
    expect(logit.coefficients[5]?.naiveSe).toBeCloseTo(0.9077137934279, 4); // R stops a round earlier (its error is 6e-6)
    expect(logit.coefficients[5]?.se).toBeCloseTo(0.90466203, 4);
    expect(logit.coefficients[0]?.coef).toBeCloseTo(-10.07866578, 6);
    expect(logit.deviance).toBeCloseTo(254.6748505, 6);
    const cloglog = answered(discreteTime({ event: numbersOf(person, 'y'), covariates, link: 'cloglog' }));
    expect(cloglog.coefficients[5]?.coef).toBeCloseTo(3.8068575617601, 4); // R stops a round earlier here too
    expect(cloglog.deviance).toBeCloseTo(254.1561823, 6);
  });
  it('separation is named, and Firth answers: half an event more in every cell', () => {
    const event = [0, 0, 0, 0, 1, 1, 1];
    const covariates = [{ name: 'x', values: [0, 0, 0, 0, 1, 1, 1] }];
    expect(discreteTime({ event, covariates })).toEqual({
      status: 'separation',
      reasons: ['separates-x', 'firth-would-answer'],
    });
    const firth = answered(discreteTime({ event, covariates, firth: true }));
    expect(firth.coefficients[1]?.coef).toBeCloseTo(Math.log(3.5 / 0.5 / (0.5 / 4.5)), 8);
  });
  it('time dummies at times without events separate', () => {
    const event = [0, 0, 1, 0, 1, 0];
    const covariates = [{ name: 'early', values: [1, 1, 0, 0, 0, 0] }];
    expect(discreteTime({ event, covariates })).toMatchObject({ status: 'separation' });
  });
  it('no events, only events, a covariate that never varies', () => {
    expect(discreteTime({ event: [0, 0], covariates: [{ name: 'x', values: [0, 1] }] })).toMatchObject({
      reasons: ['no-events'],
    });
    expect(discreteTime({ event: [1, 0], covariates: [{ name: 'x', values: [1, 1] }] })).toMatchObject({
      reasons: ['all-equal-x'],
    });
  });
});
