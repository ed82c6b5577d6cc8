// The measures themselves, without a database: from nothing upward, and what may never change a figure.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SECTORS, STRATEGIES } from '../../src/ledger/codes.ts';
import type { Act } from '../../src/lenses/act.ts';
import type { Facts } from '../../src/lenses/facts.ts';
import { openFigure } from '../../src/lenses/figure.ts';
import { countLens, measuresOf, openLens } from '../../src/lenses/lens.ts';
import type { Cell, Measure } from '../../src/lenses/measure.ts';
import { flagsOf } from '../../src/lenses/quality.ts';
import { openReading, countMeasure } from '../../src/lenses/reading.ts';
import { registry } from '../../src/lenses/registry.ts';
import { Reading } from '../../src/lenses/schema.ts';
import { ACT, NOTHING, withActs } from './facts.ts';

describe('below the minimum', () => {
  test.each(registry.current.map((one): [string, Measure] => [one.id, one]))(
    '%s: of nothing it says nothing, and what to record',
    (_, measure) => {
      const reading = openReading(countMeasure(measure, NOTHING), NOTHING);
      expect(reading.values.map((value) => value.value).filter((value) => value !== null)).toEqual([]);
      expect(reading.values.filter((value) => value.status === 'shown')).toEqual([]);
      expect(reading.record.length).toBeGreaterThan(0);
      expect(reading.pattern?.found ?? 'no-data').toBe('no-data');
      expect(Reading.safeParse(reading).error).toBeUndefined();
    },
  );

  test.each(registry.current.map((one): [string, Measure] => [one.id, one]))(
    '%s: act by act, every answer can be shown and none of it is not a number',
    (_, measure) => {
      for (let count = 1; count <= 24; count++) {
        const acts = Array.from({ length: count }, (_, nth) => ({
          event: `e${nth >> 1}`,
          party: `p${nth % 9}`,
          day: `2026-0${1 + (nth % 9)}-1${nth % 10}`,
          sector: SECTORS[nth % SECTORS.length] as Act['sector'],
          partyKind: (['person', 'account', 'organisation', 'group'] as const)[nth % 4] as Act['partyKind'],
          amount: nth % 5 === 0 ? 100 : 0,
          minutes: nth % 5 === 0 ? 0 : 60,
          askedBy: nth % 3 === 0 ? ('administration' as const) : ('' as const),
        }));
        const facts = withActs(acts);
        const reading = openReading(countMeasure(measure, facts), facts);
        expect(Reading.safeParse(reading).error).toBeUndefined();
        expect(JSON.stringify(reading)).not.toMatch(/NaN|Infinity/);
      }
    },
  );

  test('four gifts of time are told as counts, five as a share', () => {
    const share = (count: number) => {
      const facts = withActs(Array.from({ length: count }, (_, nth) => ({ event: `e${nth}` })));
      return openFigure((registry.find('A4') as Measure).count(facts)[0] as Cell);
    };
    expect(share(4)).toMatchObject({ value: null, numerator: 4, denominator: 4, status: 'counts-only' });
    expect(share(5)).toMatchObject({ value: 1, status: 'shown', reasons: ['fewer-than-20'] });
    expect(share(20)).toMatchObject({ value: 1, status: 'shown', reasons: [] });
  });

  test('a share of hours has limits from ten givers on, the same whatever their ids', () => {
    const limits = (givers: number, name: (nth: number) => string) => {
      const acts = Array.from({ length: 40 }, (_, nth) => ({
        event: `e${nth}`,
        party: name(nth % givers),
        minutes: 30 + ((nth * 13) % 50),
        withWorker: nth % 3 === 0,
      }));
      return openFigure((registry.find('A4') as Measure).count(withActs(acts))[0] as Cell).interval;
    };
    expect(limits(9, (nth) => `p${nth}`)).toBeNull();
    const { lower, upper } = limits(10, (nth) => `p${nth}`) ?? { lower: 1, upper: 0 };
    expect([lower > 0.4, upper < 0.9, lower < upper]).toEqual([true, true, true]);
    expect(limits(10, (nth) => `x${9 - nth}`)).toEqual({ lower, upper });
  });

  test('C7 needs twenty acts of workers', () => {
    const load = (count: number) => {
      const acts = Array.from({ length: count }, (_, nth) => ({
        event: `e${nth}`,
        partyKind: 'account' as const,
        sector: 'social-work' as const,
        askedBy: nth < 5 ? ('administration' as const) : ('' as const),
      }));
      const facts = withActs(acts);
      return openReading(countMeasure(registry.find('C7') as Measure, facts), facts);
    };
    expect(load(19).values[0]).toMatchObject({ value: null, status: 'not-yet-measurable' });
    expect(load(19).record[0]).toMatchObject({ have: 19, need: 20 });
    expect(load(20).values.map((one) => [one.key, one.value])).toEqual([
      ['all', 0.25],
      ['administration', 0.25],
    ]);
  });

  test('completeness: 40 on paper, 35 on the list, 28 on both make 49.90; the list holds 70.1 %', () => {
    const sheets = [
      { event: 'a', day: '2026-02-01', onPaper: 20, onList: 15, onBoth: 12 },
      { event: 'b', day: '2026-02-02', onPaper: 10, onList: 10, onBoth: 8 },
      { event: 'c', day: '2026-02-03', onPaper: 10, onList: 10, onBoth: 8 },
    ];
    const told = (own: typeof sheets) => {
      const facts = { ...NOTHING, sheets: own };
      return openReading(countMeasure(registry.find('Q1') as Measure, facts), facts).values;
    };
    const [complete, came] = told(sheets);
    expect(came?.value).toBeCloseTo(49.9, 2);
    expect([came?.interval?.lower, came?.interval?.upper].map((limit) => Number(limit?.toFixed(1)))).toEqual([
      45.6, 54.2,
    ]);
    expect(complete?.value).toBeCloseTo(0.701, 3);
    expect(told(sheets.slice(1)).map((one) => one.status)).toEqual(['not-yet-measurable', 'not-yet-measurable']);
  });

  test('a lens nothing feeds says so in every part, with what to record', () => {
    const lens = openLens('diffusion', NOTHING, countLens(NOTHING, measuresOf(registry, 'diffusion')));
    expect(lens.parts.map(({ state }) => state)).toEqual(Array(8).fill('none'));
    expect(lens.parts.every(({ record }) => record.length > 0)).toBe(true);
  });
});

describe('a trend', () => {
  const quarters = ['2024-02-01', '2024-05-01', '2024-08-01', '2024-11-01', '2025-02-01', '2025-05-01', '2025-08-01'];
  const facts = (days: string[]): Facts => ({
    ...withActs(
      days.flatMap((day, nth) =>
        Array.from({ length: 20 }, (_, i) => ({ day, event: `${day}${i}`, withWorker: i >= 2 + nth })),
      ),
    ),
    from: '2024-01-01',
    to: '2025-12-31',
  });
  const read = (days: string[]) => openReading(countMeasure(registry.find('A4') as Measure, facts(days)), facts(days));

  test('of seven quarters is not told', () => {
    const { trend, pattern } = read(quarters);
    expect([trend?.slope, trend?.quarters.length, pattern?.found]).toEqual([null, 8, 'no-data']);
  });

  test('of eight rising ones is consistent with the study, never more', () => {
    const { trend, pattern } = read([...quarters, '2025-11-01']);
    expect(trend?.slope).toBeCloseTo(0.05, 9);
    expect(pattern?.found).toBe('consistent');
    expect(pattern?.words.en).not.toMatch(/prove/i);
  });
});

describe('flags', () => {
  test('whole hours, late entry and one hand that enters most are raised from twenty acts on', () => {
    const acts = Array.from({ length: 20 }, (_, nth) => ({ event: `e${nth}`, daysLate: nth < 5 ? 15 : 0 }));
    const flags = flagsOf(withActs(acts).acts);
    expect(flags.map(({ flag, share, raised }) => [flag, share, raised])).toEqual([
      ['whole-hours', 1, true],
      ['late', 0.25, true],
      ['one-enterer', 1, true],
    ]);
    expect(flagsOf(withActs(acts.slice(1)).acts).some(({ raised }) => raised)).toBe(false);
  });
});

const day = fc.integer({ min: 0, max: 360 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const gift: fc.Arbitrary<Partial<Act>> = fc.record({
  event: fc.integer({ min: 0, max: 12 }).map((n) => `e${n}`),
  party: fc.integer({ min: 0, max: 8 }).map((n) => `p${n}`),
  day,
  sector: fc.constantFrom('resident', 'resident', 'committee', 'social-work'),
  mode: fc.constantFrom('individual', 'group'),
  minutes: fc.integer({ min: 2, max: 300 }).map((n) => n * 2),
  phase: fc.constantFrom('plan', 'design', 'deliver', 'assess'),
  strategies: fc.subarray([...STRATEGIES], { maxLength: 2 }),
  withWorker: fc.boolean(),
  evidence: fc.integer({ min: 0, max: 3 }),
});

/** Every share and sum of a measure, whatever the number of rows. */
const figures = (id: string, facts: Facts) =>
  (registry.find(id) as Measure).count(facts).map(({ key, counted }) => [key, counted]);

describe('whatever is recorded', () => {
  test('an unrelated act of a worker changes no figure of residents', () => {
    const worker = {
      partyKind: 'account',
      party: 'w9',
      sector: 'social-work',
      event: 'x',
      project: '',
      strategies: [],
    };
    fc.assert(
      fc.property(fc.array(gift, { maxLength: 40 }), gift, (gifts, other) => {
        const before = withActs(gifts);
        const after = { ...before, acts: [...before.acts, { ...ACT, ...other, ...worker } as Act] };
        for (const id of ['A4', 'B2', 'B3', 'B4', 'C2', 'D1', 'D2', 'D3', 'D5']) {
          expect([id, figures(id, after)]).toEqual([id, figures(id, before)]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('splitting a gift into two rows raises no share and no sum', () => {
    fc.assert(
      fc.property(fc.array(gift, { minLength: 1, maxLength: 40 }), fc.nat(), (gifts, pick) => {
        const before = withActs(gifts);
        const which = pick % before.acts.length;
        const half = { ...(before.acts[which] as Act), minutes: (before.acts[which] as Act).minutes / 2 };
        const acts = before.acts.flatMap((act, nth) => (nth === which ? [half, { ...half, id: 'twin' }] : [act]));
        for (const id of ['A4', 'B2', 'B3', 'C2', 'D1', 'D2', 'D3', 'D5']) {
          const [was, is] = [before, { ...before, acts }].map((facts) => JSON.stringify(figures(id, facts)));
          expect([id, is]).toEqual([id, was]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(fc.array(gift, { maxLength: 40 }), (gifts) => {
        const facts = withActs(gifts);
        const turned = { ...facts, acts: [...facts.acts].reverse() };
        for (const { id } of registry.current) expect([id, figures(id, turned)]).toEqual([id, figures(id, facts)]);
      }),
      { numRuns: 40 },
    );
  });
});
