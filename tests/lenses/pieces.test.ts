// A station's acts are kept by months; what was counted in a month that did not change is not counted again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STRATEGIES } from '../../src/ledger/codes.ts';
import { LENSES } from '../../src/lenses/codes.ts';
import type { Act } from '../../src/lenses/act.ts';
import { type Facts, hoursOf, personsIn } from '../../src/lenses/facts.ts';
import { countLens, measuresOf, openLens } from '../../src/lenses/lens.ts';
import { type Acts, between, grouping, joined, perPiece, picking } from '../../src/lenses/pieces.ts';
import { registry } from '../../src/lenses/registry.ts';
import { ACT, NOTHING } from './facts.ts';

const dayOf = (nth: number) => new Date(Date.UTC(2026, 0, 1 + nth)).toISOString().slice(0, 10);

const act: fc.Arbitrary<Act> = fc
  .record({
    event: fc.integer({ min: 0, max: 60 }),
    party: fc.integer({ min: 0, max: 25 }),
    partyKind: fc.constantFrom('person', 'person', 'person', 'account', 'organisation'),
    sector: fc.constantFrom('resident', 'resident', 'resident-group', 'committee', 'enterprise'),
    mode: fc.constantFrom('individual', 'group'),
    minutes: fc.integer({ min: 0, max: 300 }),
    amount: fc.constantFrom(0, 0, 0.1, 99.99),
    kind: fc.constantFrom('work-day', 'visit', 'supervision'),
    phase: fc.constantFrom('plan', 'design', 'deliver', 'assess'),
    strategies: fc.subarray([...STRATEGIES], { maxLength: 3 }),
    initiator: fc.constantFrom('resident', ''),
    askedBy: fc.constantFrom('administration', ''),
    withWorker: fc.boolean(),
    evidence: fc.integer({ min: 0, max: 3 }),
    project: fc.constantFrom('j1', 'j2', ''),
    daysLate: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ event, party, ...own }) => {
    // Everything given at an act was given on its day.
    const day = dayOf((event * 7) % 365);
    const id = own.partyKind === 'account' ? `w${party % 3}` : `${own.partyKind[0]}${party}`;
    return { ...ACT, ...own, event: `e${event}`, day, party: id } as Act;
  });

const months = (acts: readonly Act[]): Act[][] =>
  Array.from({ length: 12 }, (_, nth) => acts.filter(({ day }) => Number(day.slice(5, 7)) === nth + 1));

const shock = { id: 's', kind: 'flood', name: '大水', from: '2026-07-01', to: '2026-07-02' };

function factsOf(acts: Acts): Facts {
  const window = { from: '2026-03-10', to: '2026-12-31' };
  const around = between(acts, { from: '2026-01-01', to: '2026-03-09' });
  return { ...NOTHING, ...window, acts: between(acts, window), around, shocks: [shock] };
}

/** Everything the five pages say. */
const pages = (facts: Facts) =>
  LENSES.map((lens) => openLens(lens, facts, countLens(facts, measuresOf(registry, lens))));

describe('kept by months', () => {
  test('every page says the same as over one list', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 150 }), (acts) => {
        const listed = acts.map((own, nth) => ({ ...own, id: String(nth) }));
        const inOrder = months(listed).flat();
        expect(pages(factsOf(joined(months(listed))))).toEqual(pages(factsOf(inOrder)));
      }),
      { numRuns: 25 },
    );
  });

  test('a month that did not change is not counted again', () => {
    const counted: string[] = [];
    const minutes = perPiece((acts) => {
      counted.push(String(acts[0]?.day.slice(0, 7)));
      return acts.length;
    });
    const [march, april] = [[{ ...ACT, day: '2026-03-03' }], [{ ...ACT, day: '2026-04-03' }]];
    minutes(joined([march, april]));
    const more = [...april, { ...ACT, day: '2026-04-09' }];
    expect(minutes(joined([march, more]))).toEqual([1, 2]);
    expect(counted).toEqual(['2026-03', '2026-04', '2026-04']);
  });

  test('picking, grouping and cutting keep the months, somebody in two of them is one person', () => {
    const acts = joined(['2026-03-03', '2026-04-03'].map((day, nth) => [{ ...ACT, day, minutes: 60 * (nth + 1) }]));
    const picked = picking(({ minutes }) => minutes > 0)(acts);
    expect([hoursOf(picked), personsIn(picked)]).toEqual([3, 1]);
    expect([...grouping(({ party }) => party)(acts)].map(([key, own]) => [key, own.length])).toEqual([['p1', 2]]);
    expect(between(acts, { from: '2026-03-04', to: '2026-04-03' })).toHaveLength(1);
    expect([...joined([])]).toEqual([]);
  });
});
