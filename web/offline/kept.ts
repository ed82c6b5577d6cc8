import { useQuery } from '@tanstack/react-query';
import type { PersonLine } from '../../src/people/schema.ts';
import { type Failure, failureOf } from '../api/failure.ts';
import { useSession } from '../shell/session.tsx';
import { database } from './database.ts';
import { accountHere } from './outbox.ts';

/** An answer, and since when it is the last one seen when the program cannot be reached now. */
export interface Answer<T> {
  value: T;
  keptAt: string | null;
}

/** Asks the program, and keeps the answer on the device; without network the kept one serves. */
export async function askOrKept<T>(account: string, name: string, ask: () => Promise<T>): Promise<Answer<T>> {
  const place = `${account}/${name}`;
  try {
    const value = await ask();
    const store = await database();
    // An answer that comes after its asker has signed out stays nowhere.
    if (accountHere() === account) await store.put('kept', { place, account, value, keptAt: new Date().toISOString() });
    return { value, keptAt: null };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code !== 'away') throw error;
    const kept = await (await database()).get('kept', place);
    if (!kept) throw error;
    return { value: kept.value as T, keptAt: kept.keptAt };
  }
}

async function readKept<T>(account: string, name: string): Promise<T | null> {
  return ((await (await database()).get('kept', `${account}/${name}`))?.value as T | undefined) ?? null;
}

/**
 * A query whose last answer is still there without network. That answer also stands at once while the program is
 * asked (`pending`), so that a slow network is not waited for.
 */
export function useKept<T>(name: readonly string[], ask: () => Promise<T>, enabled = true): KeptQuery<T> {
  const { me } = useSession();
  const place = name.join('/');
  const query = useQuery({
    queryKey: [me.id, ...name],
    queryFn: () => askOrKept(me.id, place, ask),
    enabled,
  });
  const kept = useQuery({
    queryKey: ['kept', me.id, place],
    queryFn: () => readKept<T>(me.id, place),
    enabled,
    gcTime: 0,
  });
  return {
    value: query.data?.value ?? (query.error ? undefined : (kept.data ?? undefined)),
    keptAt: query.data?.keptAt ?? null,
    failure: query.error ? failureOf(query.error) : null,
    pending: query.isPending && query.fetchStatus !== 'idle',
  };
}

export interface KeptQuery<T> {
  value: T | undefined;
  /** Since when the answer is the last one seen; null when it is the program's own. */
  keptAt: string | null;
  failure: Failure | null;
  /** The program has been asked and has not answered yet. */
  pending: boolean;
}

/** The people seen on this device, each as seen last: in today's list, in the list of all, or in their own file. */
export async function keptPeople(account: string): Promise<PersonLine[]> {
  const answers = await (await database()).getAllFromIndex('kept', 'account', account);
  answers.sort((one, other) => one.keptAt.localeCompare(other.keptAt));
  return [
    ...new Map(answers.flatMap((answer) => peopleIn(answer.value)).map((person) => [person.id, person])).values(),
  ];
}

function peopleIn(value: unknown): PersonLine[] {
  const answer = value as { due?: { person: PersonLine }[]; items?: PersonLine[]; villageGroup?: string };
  if (answer.due) return answer.due.map((due) => due.person);
  if (answer.items)
    return answer.items.filter((item) => item !== null && typeof item === 'object' && 'villageGroup' in item);
  return answer.villageGroup === undefined ? [] : [value as PersonLine];
}
