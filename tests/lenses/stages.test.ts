// B1: the stages by their rules; without a database.
import { describe, expect, test } from 'vitest';
import type { Act } from '../../src/lenses/act.ts';
import type { Facts } from '../../src/lenses/facts.ts';
import type { Cell, Measure } from '../../src/lenses/measure.ts';
import { countMeasure, openReading } from '../../src/lenses/reading.ts';
import { registry } from '../../src/lenses/registry.ts';
import { isSmallCell } from '../../src/lenses/snapshot/hide.ts';
import { stageOf, stageWindows } from '../../src/lenses/stages.ts';
import { withActs } from './facts.ts';

const B1 = registry.find('B1') as Measure;

/** R1–R4, K1–K5, S1–S5 as T, F and ? (nobody recorded it). */
const rules = (rooting: string, coordination: string, symbiosis: string) =>
  Object.fromEntries(
    Object.entries({ R: rooting, K: coordination, S: symbiosis }).flatMap(([letter, marks]) =>
      [...marks].map((mark, nth) => [`${letter}${nth + 1}`, mark === '?' ? null : mark === 'T']),
    ),
  );

describe('the stage of a window', () => {
  test('R = TTTT, K = TTFFT, S = FTFFF is coordination', () => {
    expect(stageOf(rules('TTTT', 'TTFFT', 'FTFFF'))).toBe('coordination');
  });

  test('the same where professionals were not there (R1 = F) is mixed: no ladder is forced', () => {
    expect(stageOf(rules('FTTT', 'TTFFT', 'FTFFF'))).toBe('mixed');
  });

  test('what nobody recorded is not shown: never counted as holding, never as a no', () => {
    expect(stageOf(rules('TTT?', '?????', '?????'))).toBe('rooting');
    expect(stageOf(rules('TT??', '?????', '?????'))).toBe('none');
    expect(stageOf(rules('TTTT', 'TT?T?', '??TT?'))).toBe('coordination');
    expect(stageOf(rules('TTTT', 'TT?T?', 'T?TT?'))).toBe('symbiosis');
  });

  test('two windows of 180 days, one after the other', () => {
    expect(stageWindows('2026-06-30')).toEqual([
      { from: '2026-01-02', to: '2026-06-30' },
      { from: '2025-07-06', to: '2026-01-01' },
    ]);
  });
});

const MONTHS = ['2026-01-15', '2026-02-10', '2026-03-10', '2026-04-10', '2026-05-10', '2026-06-10'];

/** Twelve residents who plan together with a worker every month of half a year. */
const planning = (day: string): Partial<Act>[] => [
  { event: day, day, phase: 'plan', partyKind: 'account', party: 'w1', sector: 'social-work', withWorker: true },
  ...Array.from({ length: 12 }, (_, nth) => ({
    event: day,
    day,
    phase: 'plan' as const,
    party: `p${nth}`,
    withWorker: true,
  })),
];
const half = (facts: Partial<Facts>): Facts => ({
  ...withActs(MONTHS.flatMap(planning)),
  from: '2026-01-02',
  to: '2026-06-30',
  until: '2026-06-30',
  ...facts,
});
const drawn = (facts: Facts) => {
  const { drawing } = openReading(countMeasure(B1, facts), facts);
  if (drawing?.kind !== 'stages') throw new Error('no stages');
  return drawing;
};
const rule = (facts: Facts, key: string) =>
  drawn(facts)
    .columns.flatMap((column) => column.rules)
    .find((one) => one.key === key);

test('who gave beside a worker is counted too: so few that somebody could be recognised, and the share is withheld', () => {
  const alone = Array.from({ length: 9 }, (_, nth) => ({ event: 'y', party: `q${nth}`, day: '2026-03-03' }));
  const beside = ['r1', 'r2', 'r3'].map((party) => ({ event: 'x', party, day: '2026-03-04', withWorker: true }));
  const cell = B1.count(half({ acts: withActs([...alone, ...beside]).acts })).find(({ key }) => key === 'S3') as Cell;
  expect(cell).toMatchObject({ persons: 9, others: 3, counted: { how: 'part', numerator: 9, denominator: 12 } });
  expect(isSmallCell(cell)).toBe(true);
});

describe('what the ledger can tell of the rules', () => {
  test('half a year of planning with residents is rooting now, and not the half year before: it does not stand yet', () => {
    const facts = half({ reach: [{ from: '2026-01-02', people: 12 }] });
    expect(drawn(facts)).toMatchObject({ now: 'rooting', before: 'none' });
    expect(rule(facts, 'R1')).toMatchObject({ found: 'holds', words: { zh: '半年里有 6 个月见到居民' } });
    expect(rule(facts, 'R4')).toMatchObject({ found: 'holds', words: { zh: '12 位居民 90 天里又来' } });
    expect(rule(facts, 'S3')).toMatchObject({ found: 'fails', words: { zh: '没有社工在场的出工占 0%' } });
  });

  test('a tenth of those concerned is enough, or thirty people; more met than live there gives no share', () => {
    const place = { area: '430181001001', name: '甲', eligible: 100 };
    const met = (people: number, eligible: number | null) =>
      rule(half({ reach: [{ from: '2026-01-02', people }], places: [{ ...place, eligible }] }), 'R2');
    expect(met(9, 100)).toMatchObject({ found: 'fails', words: { zh: '该见的人见过 9%' } });
    expect(met(10, 100)).toMatchObject({ found: 'holds', words: { zh: '该见的人见过 10%' } });
    expect(met(29, null)).toMatchObject({ found: 'fails', words: { zh: '见过 29 人' } });
    expect(met(30, 20)).toMatchObject({ found: 'holds', words: { zh: '见过 30 人' } });
    expect(met(0, 100)).toMatchObject({ found: 'no-data' });
  });

  test('a worker is under supervision when no 60 days at work pass without it; never recorded is no data', () => {
    const session = (day: string): Partial<Act> => ({
      event: `s${day}`,
      day,
      kind: 'supervision',
      partyKind: 'account',
      party: 'w1',
      sector: 'social-work',
    });
    const watchedOn = (days: string[]) =>
      rule({ ...half({}), acts: withActs([...MONTHS.flatMap(planning), ...days.map(session)]).acts }, 'K4');
    expect(watchedOn([])).toMatchObject({ found: 'no-data' });
    expect(watchedOn(['2026-03-01', '2026-04-30'])).toMatchObject({
      found: 'holds',
      words: { zh: '社工最久 60 天没有督导' },
    });
    expect(watchedOn(['2026-03-01', '2026-05-01'])).toMatchObject({
      found: 'fails',
      words: { zh: '社工最久 61 天没有督导' },
    });
  });

  test('forums, decisions, agreements and contracts say that they have no place yet', () => {
    for (const key of ['K1', 'K2', 'K3', 'K5', 'S2', 'S5'])
      expect(rule(half({}), key)).toMatchObject({ found: 'no-data' });
  });

  test('names of the values carry no figure: they stand where figures are hidden', () => {
    for (const { key, label } of B1.count(half({ reach: [{ from: '2026-01-02', people: 12 }] })).slice(3)) {
      expect([key, label.zh.replace('90 天', '')]).toEqual([key, expect.not.stringMatching(/\d/)]);
    }
  });
});
