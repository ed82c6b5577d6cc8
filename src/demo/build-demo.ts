import { randomUUID } from 'node:crypto';
import type { AddPerson } from '../people/schema.ts';
import type { RecordVisit } from '../ledger/schema.ts';
import { FEMALE_NAMES, MALE_NAMES, type MadeUpStation, NOTES, NOTICES, STATIONS, SURNAMES } from './made-up.ts';
import { type Chance, seededChance } from './chance.ts';

/** Does one command or sign-in as one made-up person, now or at a moment in the past; the same doors as real work. */
export type Door = <T>(name: string, input: unknown, at?: Date) => Promise<T>;

export interface DemoDoors {
  /** Someone who is not signed in. */
  stranger: () => Door;
  now: Date;
  password: string;
}

const DAY_MS = 86_400_000;
/** The demonstration looks back this far. */
const DAYS_BACK = 150;

/** Builds the demonstration county: the same every time but for ids, through the same commands as real work. */
export async function buildDemo(doors: DemoDoors): Promise<void> {
  const chance = seededChance(20260624);
  const [first, ...others] = STATIONS;
  if (!first) return;
  const head = await openFirst(doors, first);
  await fillStation(doors, { ...head, made: first, chance });
  for (const made of others) {
    const station = await openOther(doors, head.door, made);
    await fillStation(doors, { ...station, made, chance });
  }
}

interface Opened {
  door: Door;
  station: string;
}

const accountOf = (name: string, password: string) => ({ name, username: name, phone: '', password });

async function signedIn(doors: DemoDoors, name: string): Promise<Door> {
  const door = doors.stranger();
  await door('access.signIn', { login: name, password: doors.password });
  return door;
}

async function openFirst(doors: DemoDoors, made: MadeUpStation): Promise<Opened> {
  const station = randomUUID();
  const { town, name, operator } = made;
  await doors.stranger()('access.setUpDemo', {
    station: { id: station, town, name, operator },
    account: accountOf(made.head, doors.password),
  });
  return { station, door: await signedIn(doors, made.head) };
}

async function openOther(doors: DemoDoors, keeper: Door, made: MadeUpStation): Promise<Opened> {
  const station = randomUUID();
  const { town, name, operator, head } = made;
  const invited = await keeper<{ token: string }>('access.openStation', { id: station, town, name, operator, head });
  await accept(doors, invited.token, head);
  return { station, door: await signedIn(doors, head) };
}

async function accept(doors: DemoDoors, token: string, name: string): Promise<void> {
  await doors.stranger()('access.acceptInvitation', { token, account: accountOf(name, doors.password) });
}

interface Filling extends Opened {
  made: MadeUpStation;
  chance: Chance;
}

async function fillStation(doors: DemoDoors, filling: Filling): Promise<void> {
  const { door, station, made } = filling;
  const { name, phone, address } = made;
  await door('places.changeStation', { station, version: 1, name, phone, address });
  for (const { name, role, area } of made.staff) {
    const input = { station, id: randomUUID(), name, role, ...(area ? { area } : {}) };
    const invited = await door<{ token: string }>('access.invite', input);
    await accept(doors, invited.token, name);
  }
  const worker = await signedIn(doors, made.staff.find((person) => person.role === 'worker')?.name ?? made.head);
  const people = await addPeople(worker, filling, new Date(doors.now.getTime() - (DAYS_BACK + 1) * DAY_MS));
  await recordVisits(worker, filling, { people, now: doors.now });
  await announce(worker, station, doors.now);
}

function makePerson(chance: Chance, villages: string[]): Omit<AddPerson, 'station'> {
  const female = chance.below(100) < 58;
  const child = chance.below(100) < 15;
  const year = child ? 2013 + chance.below(7) : 1934 + chance.below(28);
  const month = String(1 + chance.below(12)).padStart(2, '0');
  const day = String(1 + chance.below(28)).padStart(2, '0');
  const old = year < 1947;
  return {
    id: randomUUID(),
    name: `${chance.one(SURNAMES)}${chance.one(female ? FEMALE_NAMES : MALE_NAMES)}`,
    sex: female ? 'female' : 'male',
    bornOn: `${year}-${month}-${day}`,
    bornPrecision: 'day',
    village: chance.one(villages),
    villageGroup: `${1 + chance.below(6)} 组`,
    phone: '',
    groups: child
      ? ['child-left-behind']
      : old
        ? ['elder-living-alone', 'elder-very-old']
        : [chance.one(['dibao', 'disabled', 'elder-empty-nest'] as const)],
  };
}

async function addPeople(worker: Door, { station, made, chance }: Filling, at: Date): Promise<string[]> {
  const people = Array.from({ length: made.people }, () => makePerson(chance, made.villages));
  await worker('people.addMany', { station, id: randomUUID(), people }, at);
  return people.map((person) => person.id);
}

interface VisitAt {
  station: string;
  person: string;
  at: Date;
}

function makeVisit(chance: Chance, { station, person, at }: VisitAt): RecordVisit {
  const [need, note] = chance.one(NOTES);
  const due = new Date(at.getTime() + chance.one([14, 30, 30, 60]) * DAY_MS);
  return {
    station,
    id: randomUUID(),
    person,
    startedAt: at.toISOString(),
    minutes: chance.one([15, 20, 30, 30, 45, 60]),
    met: chance.below(10) < 8 ? 'self' : 'family',
    channel: 'in-person',
    needs: [need],
    note,
    nextOn: chance.below(10) < 3 ? due.toISOString().slice(0, 10) : null,
    workers: [],
  };
}

interface Visiting {
  people: string[];
  now: Date;
}

/** Visits over the last months, the oldest first, each entered on its own day. */
async function recordVisits(
  worker: Door,
  { station, made, chance }: Filling,
  { people, now }: Visiting,
): Promise<void> {
  for (let index = 0; index < made.visits; index++) {
    const daysAgo = Math.ceil(((made.visits - index) / made.visits) * DAYS_BACK);
    const at = new Date(now.getTime() - daysAgo * DAY_MS - chance.below(5 * 60) * 60_000);
    const visit = makeVisit(chance, { station, person: chance.one(people), at });
    await worker('ledger.recordVisit', visit, new Date(at.getTime() + 3_600_000));
  }
}

async function announce(worker: Door, station: string, now: Date): Promise<void> {
  const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  for (const { title, place, note, inDays, hour } of NOTICES) {
    const startsAt = new Date(Date.parse(`${today}T00:00:00+08:00`) + inDays * DAY_MS + hour * 3_600_000).toISOString();
    await worker('activities.announce', { station, id: randomUUID(), title, place, note, startsAt });
  }
}
