import { EVENT_KINDS } from '../../ledger/codes.ts';
import type { EventKind } from '../../ledger/terms.ts';
import type { Unit } from './codes.ts';

/** Kinds that are counted in 户 and 户次, in 节 and in 场; the other units go with every kind. */
const KINDS: Partial<Record<Unit, readonly EventKind[]>> = {
  household: ['visit'],
  'household-time': ['visit'],
  session: ['group-session'],
  occasion: ['activity', 'meeting', 'work-day', 'training'],
};

/** The kinds of acts that may be counted in a unit. */
export const kindsOf = (unit: Unit): readonly EventKind[] => KINDS[unit] ?? EVENT_KINDS;

/** The kinds an indicator counts: the one it names, or all that its unit goes with. */
export const countedKinds = (unit: Unit, kind: EventKind | ''): readonly EventKind[] => (kind ? [kind] : kindsOf(unit));

/** How much of a period's months had passed at the end of a month, in whole per cent. */
export function passed({ from, to }: { from: string; to: string }, month: string): number {
  const nth = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
  const share = (nth(month) - nth(from) + 1) / (nth(to) - nth(from) + 1);
  return Math.round(Math.min(1, Math.max(0, share)) * 100);
}
