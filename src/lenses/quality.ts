import type { Act } from './act.ts';
import { byEvent, eventsIn } from './facts.ts';
import { type Acts, adding, perPiece } from './pieces.ts';
import type { Quality } from './schema.ts';

/** From where on a figure should not be believed without a look: conventions of measures.md §2. */
export const FLAG_LIMITS = { 'whole-hours': 0.8, late: 0.2, 'one-enterer': 0.6 } as const;
/** Written down more than so many days afterwards is late. */
export const LATE_DAYS = 14;
const LEAST_ACTS = 20;

type Flag = Quality['flags'][number];

/** One line an act: its first gift stands for it. */
const firstOf = perPiece((acts) => byEvent(acts).map(([first]) => first as Act));

const countIf = (keep: (act: Act) => boolean) => adding((acts) => acts.filter(keep).length);
const countEvents = (keep: (act: Act) => boolean) => adding((acts) => firstOf(acts).flat().filter(keep).length);

const timed = countIf((act) => act.minutes > 0);
const wholeHours = countIf((act) => act.minutes > 0 && act.minutes % 60 === 0);
const late = countEvents((act) => act.daysLate > LATE_DAYS);
const signed = countEvents((act) => act.evidence >= 2);
const written = countEvents((act) => act.evidence === 1);
const heard = countEvents((act) => act.evidence < 1);

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

/** How many acts each account wrote down. */
function byEnterer(acts: Acts): Map<string, number> {
  const times = new Map<string, number>();
  for (const { enteredBy } of acts) times.set(enteredBy, (times.get(enteredBy) ?? 0) + 1);
  return times;
}

const enterersEach = perPiece((acts) => byEnterer(firstOf(acts).flat()));

/** Acts written down by the account that wrote down most. */
function mostEntered(acts: Acts): number {
  const sums = new Map<string, number>();
  for (const [account, times] of enterersEach(acts).flatMap((one) => [...one])) {
    sums.set(account, (sums.get(account) ?? 0) + times);
  }
  return Math.max(0, ...sums.values());
}

/** Heaped hours, late entry, one account that enters most: over acts, never over people's merits. */
export function flagsOf(acts: Acts): Flag[] {
  const all = eventsIn(acts);
  return [
    flag('whole-hours', wholeHours(acts), timed(acts)),
    flag('late', late(acts), all),
    flag('one-enterer', mostEntered(acts), all),
  ];
}

/** Acts by how sure they are: signed, photographed or confirmed; written down; only heard of. */
export const evidenceOf = (acts: Acts): { full: number; half: number; hollow: number } => ({
  full: signed(acts),
  half: written(acts),
  hollow: heard(acts),
});
