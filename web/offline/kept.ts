import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { PersonLine } from '../../src/people/schema.ts';
import { type Failure, failureOf } from '../api/failure.ts';
import { useSession } from '../shell/session.tsx';
import { database } from './database.ts';

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
    await (await database()).put('kept', { place, account, value, keptAt: new Date().toISOString() });
    return { value, keptAt: null };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code !== 'away') throw error;
    const kept = await (await database()).get('kept', place);
    if (!kept) throw error;
    return { value: kept.value as T, keptAt: kept.keptAt };
  }
}

/** A query whose last answer is still there without network. */
export function useKept<T>(name: readonly string[], ask: () => Promise<T>, enabled = true): KeptQuery<T> {
  const { me } = useSession();
  const query = useQuery({
    queryKey: [me.id, ...name],
    queryFn: () => askOrKept(me.id, name.join('/'), ask),
    enabled,
  });
  return keptQuery(query);
}

export interface KeptQuery<T> {
  value: T | undefined;
  keptAt: string | null;
  failure: Failure | null;
  pending: boolean;
}

function keptQuery<T>(query: UseQueryResult<Answer<T>>): KeptQuery<T> {
  return {
    value: query.data?.value,
    keptAt: query.data?.keptAt ?? null,
    failure: query.error ? failureOf(query.error) : null,
    pending: query.isPending && query.fetchStatus !== 'idle',
  };
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
