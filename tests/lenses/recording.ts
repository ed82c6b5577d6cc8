// Writing a station's year through its commands, as a worker would; all made up.
import { randomUUID } from 'node:crypto';
import type { TestClient } from '../support/client.ts';

export interface Desk {
  client: TestClient;
  station: string;
}

export async function done<T = any>({ client }: Desk, name: string, input: object): Promise<T> {
  const answer = await client.call(name, input);
  if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Nine in the morning of a day, in China. */
export const morning = (day: string): string => `${day}T09:00:00+08:00`;

/** The day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export interface Person {
  name: string;
  village?: string | null;
  groups?: string[];
}

const fileOf = ({ name, village = null, groups = [] }: Person) => ({
  id: randomUUID() as string,
  name,
  sex: 'female',
  bornOn: null,
  bornPrecision: null,
  village,
  villageGroup: '',
  phone: '',
  groups,
});

/** Files of some people, as one command; their ids in order. */
export async function addPeople(desk: Desk, people: Person[]): Promise<string[]> {
  const files = people.map(fileOf);
  await done(desk, 'people/addMany', { station: desk.station, id: randomUUID(), people: files });
  return files.map(({ id }) => id);
}

export async function addPartner(
  desk: Desk,
  { name, kind, sector }: { name: string; kind: string; sector: string },
): Promise<string> {
  const id = randomUUID();
  await done(desk, 'ledger/addPartner', { station: desk.station, id, name, kind, sector });
  return id;
}

export async function addProject(desk: Desk, name: string): Promise<string> {
  const id = randomUUID();
  await done(desk, 'projects/add', { station: desk.station, id, kind: 'micro-work', name, state: 'building' });
  return id;
}

export interface Gift {
  partyKind: 'account' | 'person' | 'organisation' | 'group';
  party: string;
  form?: string;
  minutes?: number;
  amount?: number;
  mode?: string;
  pay?: string;
}

export interface Deed {
  day: string;
  given: Gift[];
  /** Whether somebody of the station was there. */
  worker?: boolean;
  more?: object;
}

/** One act with what was given; the one who records it did not work at it unless she is among the givers. */
export async function act(desk: Desk, { day, given, worker = false, more = {} }: Deed): Promise<string> {
  const id = randomUUID();
  await done(desk, 'ledger/record', {
    station: desk.station,
    id,
    kind: 'work-day',
    title: '出工',
    startedAt: morning(day),
    minutes: 60,
    workerPresent: worker,
    withMe: false,
    given: given.map((gift) => ({ form: 'labour', ...gift })),
    ...more,
  });
  return id;
}

export const time = (party: string, minutes: number, more: object = {}): Gift => ({
  partyKind: 'person',
  party,
  minutes,
  ...more,
});

/** The answer of a lens, which must come. */
export async function lens(desk: Desk, name: string, window: object): Promise<any> {
  return done(desk, 'lenses/show', { station: desk.station, lens: name, ...window });
}

export const reading = (answer: any, id: string): any =>
  answer.readings.find((one: any) => one.definition.id === id) ?? answer.quality.completeness;

export const value = (answer: any, id: string, key: string): any =>
  reading(answer, id).values.find((one: any) => one.key === key);
