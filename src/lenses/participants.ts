import { dayNumber } from '../analysis/days.ts';
import type { Acts } from '../analysis/participation/lapse-spells.ts';
import type { Act } from './act.ts';
import { type Facts, isResident } from './facts.ts';
import { once } from './once.ts';
import { picking } from './pieces.ts';

/** What a resident gives by name: time, money, goods or ideas. */
export const byResident = (act: Act): boolean => act.partyKind === 'person' && act.sector === 'resident';

export const residentsGave = picking(byResident);

/** Time that residents and their groups gave. */
export const residentsTime = picking((act) => act.minutes > 0 && isResident(act));
/** What was given with nobody of the station there. */
export const unaccompanied = picking((act) => !act.withWorker);
export const accompanied = picking((act) => act.withWorker);

/** Residents whose first act lies in the window, with all their days in it. */
export const newcomers = once(({ acts, earlier, until }: Facts): Act[] =>
  [...residentsGave(acts)].filter((act) => act.day <= until && !earlier.has(act.party)),
);

/** The same as columns for the methods. */
export const columnsOf = once(
  (acts: readonly Act[]): Acts => ({ person: acts.map((act) => act.party), day: acts.map((act) => act.day) }),
);

/** Among acts of one day the order is by what they were, never by an id: pseudonyms must not change a figure. */
const rank = ({ day, mode, phase, initiator }: Act): string => `${day} ${mode} ${phase} ${initiator}`;

/** The first act of each person. */
export const firstActs = once((acts: readonly Act[]): Map<string, Act> => {
  const first = new Map<string, Act>();
  for (const act of acts) {
    const known = first.get(act.party);
    if (!known || act.day < known.day || (act.day === known.day && rank(act) < rank(known))) first.set(act.party, act);
  }
  return first;
});

/** Days from each person's first act to the freeze. */
export function daysWatched(acts: readonly Act[], until: string): Map<string, number> {
  const end = dayNumber(until);
  return new Map([...firstActs(acts)].map(([party, act]) => [party, end - dayNumber(act.day)]));
}
