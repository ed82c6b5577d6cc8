import { describe, expect, it } from 'vitest';
import { readCsv, readJson } from '../../../tests/analysis/read-fixture.ts';
import { daysToMonth } from './days-to-month.ts';
import { funnel } from './funnel.ts';
import { lapseSpells } from './lapse-spells.ts';
import { typology } from './typology.ts';

const expected = readJson('ledger_small/expected.json');
const sectors = Object.fromEntries(readCsv('ledger_small/parties.csv').map((row) => [row['party'], row['sector']]));
const rows = readCsv('ledger_small/contributions.csv').filter((row) => sectors[row['party'] as string] === 'resident');
const acts = { person: rows.map((row) => row['party'] as string), day: rows.map((row) => row['date'] as string) };
const until = '2026-06-30';

describe('the small ledger', () => {
  const people = expected.D1_funnel.persons;
  it('first spells: time and lapse of everybody', () => {
    for (const { person, spell, time, event } of lapseSpells(acts, { until })) {
      if (spell === 1) expect([person, time, event]).toEqual([person, people[person].time, people[person].lapsed]);
    }
  });
  it('the funnel with honest denominators', () => {
    const [first, second, sustained] = funnel(acts, { until });
    expect(first?.numerator).toBe(6);
    expect([second?.numerator, second?.denominator]).toEqual([3, 4]);
    expect([sustained?.numerator, sustained?.denominator, sustained?.soFar]).toEqual([0, 0, 2]);
  });
  it('days to the third active month', () => {
    const reached = daysToMonth(acts, { until })
      .filter(({ event }) => event === 1)
      .map(({ person }) => person);
    expect(reached).toEqual(['r1', 'r4']);
  });
  it('modes of the two projects', () => {
    const base = { beneficiaryHouseholds: 10, households: 100, limitable: true };
    expect(typology({ ...base, groupHours: 35, hours: 35, contributions: 11 })).toMatchObject({
      mode: 'collective',
      type: 'neighbour-club',
    });
    expect(typology({ ...base, groupHours: 0, hours: 7, contributions: 4 })).toMatchObject({
      mode: 'mixed',
      type: null,
      candidates: ['doorstep-self-help', 'neighbour-club'],
    });
  });
});

describe('lapses by hand', () => {
  const spells = (days: string[], end = '2026-12-31', gap = 90) =>
    lapseSpells({ person: days.map(() => 'a'), day: days }, { until: end, gap }).map(({ time, event }) => [
      time,
      event,
    ]);
  it('coming on day 90 is staying, on day 91 it is coming back', () => {
    expect(spells(['2026-01-01', '2026-04-01'])).toEqual([[180, 1]]);
    expect(spells(['2026-01-01', '2026-04-02'])).toEqual([
      [90, 1],
      [90, 1],
    ]);
  });
  it('a freeze on day 89 censors, on day 90 it is a lapse', () => {
    expect(spells(['2026-01-01'], '2026-03-31')).toEqual([[89, 0]]);
    expect(spells(['2026-01-01'], '2026-04-01')).toEqual([[90, 1]]);
  });
  it('the same day twice is once; the day of the freeze; later rows are not yet known', () => {
    expect(spells(['2026-01-01', '2026-01-01'], '2026-01-01')).toEqual([[0, 0]]);
    expect(spells(['2026-01-01', '2026-02-01'], '2026-01-15')).toEqual([[14, 0]]);
  });
  it('a day that does not exist names its row', () => {
    expect(() => spells(['2026-02-30'])).toThrow(/not-a-day.*row 1.*column day/);
    expect(() => spells(['2026-1-3'])).toThrow('not-a-day');
    expect(() => lapseSpells({ person: [''], day: ['2026-01-01'] }, { until })).toThrow(/row 1.*column person/);
    expect(lapseSpells({ person: [], day: [] }, { until })).toEqual([]);
  });
});

describe('types', () => {
  const works = {
    groupHours: 7,
    hours: 10,
    contributions: 12,
    beneficiaryHouseholds: 30,
    households: 100,
    limitable: true,
  };
  it('four corners and the middle', () => {
    expect(typology(works).type).toBe('commons-building');
    expect(typology({ ...works, groupHours: 4 }).type).toBe('public-minded-volunteers');
    expect(typology({ ...works, groupHours: 4, beneficiaryHouseholds: 25 }).type).toBe('doorstep-self-help');
    expect(typology({ ...works, beneficiaryHouseholds: 25, limitable: false }).attribute).toBe('shared');
    expect(typology({ ...works, groupHours: 5 }).mode).toBe('mixed');
    expect(typology({ ...works, hours: 0, groupHours: 0 })).toMatchObject({ share: null, type: null });
    expect(typology({ ...works, override: { attribute: 'adjacent', reason: 'gate' } })).toMatchObject({
      type: 'neighbour-club',
      reasons: ['gate'],
    });
    expect(() => typology({ ...works, groupHours: 11 })).toThrow('column groupHours');
  });
});
