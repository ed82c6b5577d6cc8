import { HeliError } from '../platform/errors.ts';

/**
 * Refuses a change of what is not there, or not as it was read; version 0 makes a new one.
 * @throws HeliError not-found; conflict stale, with both values
 */
export function requireVersion(found: { version: number } | undefined, mine: { version: number }): void {
  if (!found && mine.version > 0) throw new HeliError('not-found', 'not-found');
  if ((found?.version ?? 0) !== mine.version) throw new HeliError('conflict', 'stale', { mine, theirs: found });
}
