import { randomInt } from 'node:crypto';
import { dayInChina } from '../platform/clock.ts';

/** Days within which a proposal is answered. */
export const OWED_DAYS = 15;
/** So many at most may say they come to one notice, and propose at one station in a day: what a machine would exceed. */
export const MOST_COMING = 500;
export const MOST_PROPOSALS_A_DAY = 100;

const DAY_MS = 24 * 3600_000;

/** The county in which a resident page lies: its address begins with it. */
export function countyOfSlug(slug: string): number {
  return Number(slug.slice(0, 6));
}

/** The day, in China, by which an answer is owed. */
export function owedOn(now: Date): string {
  return dayInChina(new Date(now.getTime() + OWED_DAYS * DAY_MS));
}

/** Ten digits that nobody guesses. */
export function makeCode(): string {
  return Array.from({ length: 10 }, () => randomInt(10)).join('');
}
