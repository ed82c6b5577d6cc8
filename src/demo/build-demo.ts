import { randomUUID } from 'node:crypto';
import { type Chance, seededChance } from './chance.ts';
import { enterContract } from './contract.ts';
import { makePerson } from './demo-people.ts';
import { handInLastMonth } from './hand-in.ts';
import { type MadeUpStation, NOTICES, STATIONS, type Story, WORKS } from './made-up.ts';
import { tellResidents } from './residents.ts';
import { tellCommunity } from './stories/community.ts';
import { tellFlood } from './stories/flood.ts';
import type { Teller } from './stories/tell.ts';
import { tellVillages } from './stories/villages.ts';
import { tellWorks } from './stories/works.ts';
import { type Deed, planYear, type Year } from './year.ts';

/** Does one command or sign-in as one made-up person, now or at a moment in the past; the same doors as real work. */
export type Door = <T>(name: string, input: unknown, at?: Date) => Promise<T>;

export interface DemoDoors {
  /** Someone who is not signed in. */
  stranger: () => Door;
  now: Date;
  password: string;
  /** How many days it looks back: a year, or less. */
  days: number;
}

const DAY_MS = 86_400_000;
const SEED = 20260624;
/** A story takes a year; in a shorter demonstration a station has only its usual days. */
const STORY_DAYS = 365;
const STORIES: Record<Story, (teller: Teller) => Promise<Deed[]>> = {
  flood: tellFlood,
  community: tellCommunity,
  villages: tellVillages,
  works: tellWorks,
};

/**
 * Builds the demonstration county: a year of six stations, the same every time but for ids, through the same commands
 * as real work. The stations open one after another and then live side by side.
 */
export async function buildDemo(doors: DemoDoors): Promise<void> {
  const [first, ...others] = STATIONS;
  if (!first) return;
  const head = await openFirst(doors, first);
  const opened = [{ ...head, made: first }];
  for (const made of others) opened.push({ ...(await openOther(doors, head.door, made)), made });
  await Promise.all(opened.map((station, nth) => fillStation(doors, { ...station, chance: seededChance(SEED + nth) })));
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
  const { door, station, made, chance } = filling;
  const { name, phone, address } = made;
  await door('places.changeStation', { station, version: 1, name, phone, address });
  for (const { name, role, area } of made.staff) {
    const input = { station, id: randomUUID(), name, role, ...(area ? { area } : {}) };
    const invited = await door<{ token: string }>('access.invite', input);
    await accept(doors, invited.token, name);
  }
  const names = made.staff.filter((one) => one.role === 'worker').map((one) => one.name);
  const workers: [Door, ...Door[]] = [door];
  for (const worker of names) workers.push(await signedIn(doors, worker));
  const [, worker = door] = workers;
  const story = doors.days >= STORY_DAYS ? made.story : undefined;
  const begun = new Date(doors.now.getTime() - ((story === 'community' ? 2 : 1) * doors.days + 1) * DAY_MS);
  const year = { ...(await begin(worker, filling, begun)), now: doors.now, days: doors.days };
  const told = story ? await STORIES[story]({ year, worker, head: door, begun }) : undefined;
  await liveThrough(workers.slice(1), planYear(year, told), { station, chance });
  await enterContract(door, station, doors.now);
  if (doors.days >= STORY_DAYS) await handInLastMonth(door, station, { how: made.lastMonth, now: doors.now });
  const notice = await announce(worker, station, doors.now);
  if (made === STATIONS[0])
    await tellResidents({ stranger: doors.stranger(), worker, now: doors.now }, { station, notice });
}

/** The first day: people on file, partners known, a small work begun. */
async function begin(worker: Door, { station, made, chance }: Filling, at: Date): Promise<Omit<Year, 'now' | 'days'>> {
  const people = Array.from({ length: made.people }, (_, nth) => makePerson(chance, made.reached, nth));
  await worker('people.addMany', { station, id: randomUUID(), people }, at);
  const partner = async (name: string, kind: string, sector: string): Promise<string> => {
    const id = randomUUID();
    await worker('ledger.addPartner', { station, id, name: `${name}（演示）`, kind, sector }, at);
    return id;
  };
  const partners = {
    committee: await partner('村委会', 'organisation', 'committee'),
    enterprise: await partner('合作社', 'organisation', 'enterprise'),
    charity: await partner('慈善会', 'organisation', 'charity'),
    neighbours: await partner('邻里互助队', 'group', 'resident-group'),
  };
  const project = randomUUID();
  const [name, kind] = chance.one(WORKS);
  const works = { kind, households: 20 + chance.below(60), excludable: false, need: 'comfort', newly: 'repair' };
  const input = { kind: 'micro-work', name, area: chance.one(made.villages), state: 'maintained', works };
  await worker('projects.add', { station, id: project, ...input, purpose: '大家都用得上。' }, at);
  const adults = people.filter((one) => (one.bornOn ?? '') < '2000').map((one) => one.id);
  await agree(worker, { station, people: adults }, at);
  return { station, made, chance, people, project, partners };
}

/** Some have said yes to the service, and one no to photos. */
async function agree(
  worker: Door,
  { station, people }: { station: string; people: string[] },
  at: Date,
): Promise<void> {
  const givenOn = at.toISOString().slice(0, 10);
  const said = { givenBy: 'self', giver: '', how: 'paper', givenOn, untilOn: null, note: '' };
  for (const [nth, person] of people.slice(0, 8).entries()) {
    const answer = nth === 3 ? { purpose: 'photo', agreed: false } : { purpose: 'service', agreed: true };
    await worker('people.recordConsent', { station, id: randomUUID(), person, ...answer, ...said }, at);
  }
}

/** Does what was planned, each thing on its day; now and then a slip is put right. */
async function liveThrough(
  workers: Door[],
  deeds: Deed[],
  { station, chance }: { station: string; chance: Chance },
): Promise<void> {
  for (const [nth, deed] of deeds.entries()) {
    const worker = workers[nth % workers.length];
    if (!worker) return;
    const entered = new Date(deed.at.getTime() + deed.later * 3_600_000);
    await worker(deed.name, deed.input, entered);
    if (deed.sheet) await worker('ledger.attach', sheetOf(station, deed.input.id), entered);
    if (deed.name === 'ledger.recordVisit' && chance.below(60) === 0) await putRight(worker, deed, entered);
  }
}

async function putRight(worker: Door, { input }: Deed, entered: Date): Promise<void> {
  const { id, ...visit } = input as Deed['input'] & { minutes: number };
  const right = { ...visit, id: randomUUID(), corrects: id, version: 1, minutes: visit.minutes + 10, why: '看错了表' };
  await worker('ledger.correctVisit', right, new Date(entered.getTime() + 600_000));
}

/** A sheet of paper that says what it is. */
const SHEET = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 68>>stream
BT /F 18 Tf 40 200 Td (Heli demonstration: made-up sign-in sheet) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF`,
).toString('base64');

const sheetOf = (station: string, event: string) => ({
  ...{ station, id: randomUUID(), event, kind: 'sign-in-sheet', name: '签到表（演示）.pdf' },
  ...{ type: 'application/pdf', content: SHEET },
});

/** Tells residents what is on; answers the notice that is furthest ahead. */
async function announce(worker: Door, station: string, now: Date): Promise<string> {
  let ahead = { id: '', inDays: -1 };
  const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  for (const { title, place, note, inDays, hour } of NOTICES) {
    const startsAt = new Date(Date.parse(`${today}T00:00:00+08:00`) + inDays * DAY_MS + hour * 3_600_000).toISOString();
    const id = randomUUID();
    await worker('activities.announce', { station, id, title, place, note, startsAt });
    if (inDays > ahead.inDays) ahead = { id, inDays };
  }
  return ahead.id;
}
