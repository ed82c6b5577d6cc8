import { requireAreas } from '../places/store.ts';
import type { Transaction } from '../platform/database/flight.ts';
import { HeliError } from '../platform/errors.ts';
import type { Seal } from '../platform/seal.ts';
import { findPairs, likenesses } from './duplicate-store.ts';
import type { Pair } from './duplicates.ts';
import { areasOf, linkedPeople } from './rules.ts';
import { type At, knownPeople, type NewPerson } from './store.ts';

/** What the files of new people must be checked against, and which files they may double. */
export async function loadForNew(
  transaction: Transaction,
  at: At & { seal: Seal },
  people: readonly NewPerson[],
): Promise<Pair[]> {
  const [pairs] = await Promise.all([
    findPairs(transaction, at, likenesses(at.seal, people)),
    requireAreas(transaction, people.flatMap(areasOf)),
    requirePeople(transaction, at, people.flatMap(linkedPeople)),
  ]);
  return pairs;
}

/** Refuses to point to people whom this station does not know. */
export async function requirePeople(transaction: Transaction, at: At, ids: readonly string[]): Promise<void> {
  const known = await knownPeople(transaction, at, ids);
  if (ids.some((id) => !known.has(id))) throw new HeliError('not-found', 'unknown-person');
}
