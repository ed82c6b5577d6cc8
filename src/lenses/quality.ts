import type { Act } from './facts.ts';
import { once } from './once.ts';
import type { Quality } from './schema.ts';

/** From where on a figure should not be believed without a look: conventions of measures.md §2. */
export const FLAG_LIMITS = { 'whole-hours': 0.8, late: 0.2, 'one-enterer': 0.6 } as const;
/** Written down more than so many days afterwards is late. */
export const LATE_DAYS = 14;
const LEAST_ACTS = 20;

type Flag = Quality['flags'][number];

/** One line an act: its first gift stands for it. */
const byEvent = once((acts: readonly Act[]): Act[] => {
  const events = new Map<string, Act>();
  for (const act of acts) if (!events.has(act.event)) events.set(act.event, act);
  return [...events.values()];
});

function flag(name: Flag['flag'], numerator: number, denominator: number): Flag {
  const share = denominator === 0 ? null : numerator / denominator;
  const limit = FLAG_LIMITS[name];
  return {
    flag: name,
    share,
    numerator,
    denominator,
    limit,
    raised: denominator >= LEAST_ACTS && (share ?? 0) > limit,
  };
}

/** Heaped hours, late entry, one account that enters most: over acts, never over people's merits. */
export function flagsOf(acts: readonly Act[]): Flag[] {
  const timed = acts.filter((act) => act.minutes > 0);
  const events = byEvent(acts);
  const byEnterer = new Map<string, number>();
  for (const { enteredBy } of events) byEnterer.set(enteredBy, (byEnterer.get(enteredBy) ?? 0) + 1);
  return [
    flag('whole-hours', timed.filter((act) => act.minutes % 60 === 0).length, timed.length),
    flag('late', events.filter((act) => act.daysLate > LATE_DAYS).length, events.length),
    flag('one-enterer', Math.max(0, ...byEnterer.values()), events.length),
  ];
}

/** Acts by how sure they are: signed, photographed or confirmed; written down; only heard of. */
export function evidenceOf(acts: readonly Act[]): { full: number; half: number; hollow: number } {
  const events = byEvent(acts);
  const count = (keep: (act: Act) => boolean) => events.filter(keep).length;
  return {
    full: count((act) => act.evidence >= 2),
    half: count((act) => act.evidence === 1),
    hollow: count((act) => act.evidence < 1),
  };
}
