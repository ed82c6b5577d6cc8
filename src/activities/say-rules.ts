import { dayInChina } from '../platform/clock.ts';
import { HeliError } from '../platform/errors.ts';
import { isEnd, type Outcome } from './codes.ts';

/** Days within which a proposal is answered. */
export const OWED_DAYS = 15;
/** Days within which the next answer comes of what is being done or was passed on. */
export const NEXT_DAYS = 90;
/**
 * Days after which names and phones are forgotten: of who said they come, after it began; of who proposed, after the
 * answer that ended it. The residents' page says so beside the fields (`residents/words.ts`).
 */
export const FORGET_DAYS = 30;
/** So many at most may say they come to one notice, and propose at one station in a day: what a machine would exceed. */
export const MOST_COMING = 500;
export const MOST_PROPOSALS_A_DAY = 100;
/** So many a day at most from one network, which a village's phones may share. */
export const NETWORK_COMING_A_DAY = 40;
export const NETWORK_PROPOSALS_A_DAY = 20;

const DAY_MS = 24 * 3600_000;

/** The county in which a resident page lies: its address begins with it. */
export function countyOfSlug(slug: string): number {
  return Number(slug.slice(0, 6));
}

const inDays = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

/** The day, in China, by which an answer is owed. */
export function owedOn(now: Date): string {
  return dayInChina(inDays(now, OWED_DAYS));
}

/** What began or ended before this instant keeps no names. */
export function forgottenBefore(now: Date): Date {
  return inDays(now, -FORGET_DAYS);
}

/** What stays open needs the day of the next answer, from today up to NEXT_DAYS; what has come to its end has none. */
export function refuseNextOn(outcome: Outcome, nextOn: string | null, now: Date): void {
  const right = isEnd(outcome)
    ? nextOn === null
    : nextOn !== null && nextOn >= dayInChina(now) && nextOn <= dayInChina(inDays(now, NEXT_DAYS));
  if (right) return;
  const message = isEnd(outcome) ? 'next-after-end' : 'next-answer';
  throw new HeliError('invalid', 'invalid', { fields: [{ path: ['nextOn'], message }] });
}
