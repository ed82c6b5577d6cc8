import { HeliError } from './errors.ts';

/** The refusal of a change made of what somebody else changed meanwhile: both values are told. */
export const stale = (mine: unknown, theirs: unknown): HeliError =>
  new HeliError('conflict', 'stale', { mine, theirs });

/**
 * Refuses a change of what is not there, or not as it was read; version 0 makes a new one. `show`: how the value that
 * stands is told.
 * @throws HeliError not-found; conflict stale, with both values
 */
export function requireVersion<Found extends { version: number }, Mine extends { version: number }>(
  found: Found | undefined,
  mine: Mine,
  show: (found: Found) => unknown = (one) => one,
): void {
  if (!found && mine.version > 0) throw new HeliError('not-found', 'not-found');
  if ((found?.version ?? 0) !== mine.version) throw stale(mine, found && show(found));
}
