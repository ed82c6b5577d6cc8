// Stations for the examples that the small ledger does not hold: villages, a flood, sixty people, a network.
import { randomUUID } from 'node:crypto';
import { readCsv } from '../analysis/read-fixture.ts';
import { act, addPartner, addPeople, daysAfter, type Desk, done, type Gift, morning, time } from './recording.ts';

/** Three villages: 24 of 40, 6 of 30 and 0 of 20 are visited; 120, 24 and 0 hours. */
export async function writeVillages(desk: Desk, [a, b, c]: [string, string, string]): Promise<void> {
  for (const [area, count] of [
    [a, 40],
    [b, 30],
    [c, 20],
  ] as const) {
    const number = { area, group: 'tekun', asOf: '2025-12-31', count, source: '村里的台账' };
    await done(desk, 'places/recordPopulation', { station: desk.station, ...number });
  }
  for (const [village, people, minutes] of [
    [a, 24, 300],
    [b, 6, 240],
  ] as const) {
    for (let nth = 0; nth < people; nth++) await visited(desk, { village, minutes, nth });
  }
}

async function visited(desk: Desk, { village, minutes, nth }: { village: string; minutes: number; nth: number }) {
  const person = {
    id: randomUUID(),
    name: `村民${nth}`,
    sex: 'female',
    bornOn: null,
    bornPrecision: null,
    village,
    villageGroup: '',
    phone: '',
    groups: ['tekun'],
  };
  const startedAt = morning(daysAfter('2026-02-02', nth));
  const visit = { id: randomUUID(), startedAt, minutes, needs: [], note: '', nextOn: null };
  await done(desk, 'ledger/recordIntake', { station: desk.station, person, visits: [visit] });
}

export const FLOOD_DAY = '2026-03-26';

/** Six windows of 14 days before a flood and four after it. */
export async function writeFlood(desk: Desk): Promise<string> {
  const people = await addPeople(
    desk,
    Array.from({ length: 6 }, (_, nth) => ({ name: `邻居${nth}` })),
  );
  const hours = [20, 24, 18, 22, 26, 22, 61, 40, 25, 23];
  for (const [nth, own] of hours.entries()) {
    const day = daysAfter(FLOOD_DAY, (nth - 6) * 14 + 3);
    const givers = people.slice(0, nth < 6 ? 4 : 6);
    const given = givers.map((party) => time(party, (own * 60) / givers.length));
    await act(desk, { day, given, more: { strategies: [] } });
  }
  const id = randomUUID();
  const shock = { kind: 'flood', name: '三月大水', from: FLOOD_DAY, to: daysAfter(FLOOD_DAY, 2) };
  await done(desk, 'lenses/logShock', { station: desk.station, id, ...shock });
  return id;
}

export const FREEZE = '2026-06-30';

/** 60 first acts; 40 watched 90 days, 30 of them came again; 24 watched 182 days, 12 of them stayed. */
export async function writeSixty(desk: Desk): Promise<string[]> {
  const people = await addPeople(
    desk,
    Array.from({ length: 60 }, (_, nth) => ({ name: `新面孔${nth}` })),
  );
  const [long, middle, short] = [people.slice(0, 24), people.slice(24, 40), people.slice(40)];
  const days: [number, string[]][] = [
    [-200, long],
    [-160, long.slice(0, 18)],
    [-130, long.slice(0, 12)],
    [-120, middle],
    [-100, middle.slice(0, 12)],
    [-30, short],
  ];
  for (const [before, own] of days) {
    const given = own.map((party) => time(party, 60, { mode: 'group' }));
    await act(desk, { day: daysAfter(FREEZE, before), given, more: { strategies: [] } });
  }
  return people;
}

const PARTNER_SECTORS: Record<string, string> = {
  gov1: 'administration',
  vc1: 'committee',
  vc2: 'committee',
  ent1: 'enterprise',
  sch1: 'school-other',
  vol1: 'charity',
};

/** The network fixture: seven acts of fourteen parties, the station among them. */
export async function writeNetwork(desk: Desk, worker: string): Promise<void> {
  const rows = readCsv('network/participation.csv');
  const names = [...new Set(rows.map(({ party }) => party as string))];
  const residents = names.filter((name) => name.startsWith('res'));
  const ids = await addPeople(
    desk,
    residents.map((name) => ({ name })),
  );
  const gifts: Record<string, Gift> = Object.fromEntries(
    residents.map((name, i) => [name, time(ids[i] as string, 60)]),
  );
  for (const [name, sector] of Object.entries(PARTNER_SECTORS)) {
    const party = await addPartner(desk, { name, kind: 'organisation', sector });
    gifts[name] = { partyKind: 'organisation', party, minutes: 60 };
  }
  gifts['sws1'] = { partyKind: 'account', party: worker, minutes: 60, pay: 'paid' };
  for (const [nth, project] of ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'].entries()) {
    const own = rows.filter((row) => row['project'] === project).map(({ party }) => party as string);
    const given = own.map((party) => gifts[party] as Gift);
    await act(desk, {
      day: daysAfter('2026-02-01', nth),
      given,
      worker: own.includes('sws1'),
      more: { strategies: [] },
    });
  }
}
