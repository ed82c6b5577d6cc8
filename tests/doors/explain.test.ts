// With a hundred thousand people at two stations, and three thousand stations around them, nothing that is asked of the
// program reads a large table from end to end.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIU_GUIZHEN } from '../support/cast.ts';
import { openClient, type TestClient } from '../support/client.ts';
import { fill } from './crowd.ts';
import { type Explaining, openExplaining } from './plans.ts';
import { SAMPLES } from './samples.ts';
import { COUNTY, openTown, type Town } from './town.ts';
import { startWatched, type Watched } from './watched.ts';

const LARGE = 1000;

let watched: Watched;
let town: Town;
let explaining: Explaining;
let large: Set<string>;

beforeAll(async () => {
  watched = await startWatched();
  const { address, database } = watched;
  town = await openTown(address, database.owner);
  const worker = (await town.people.何晓川.call('access/me')).body.id;
  const stations: [string, string] = [town.station, town.otherStation];
  await fill(database.owner, database.address, { county: COUNTY, stations, worker, town: '430181001000' });
  const { rows } = await database.owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and reltuples > $1
      and relnamespace in ('heli'::regnamespace, 'auth'::regnamespace)`,
    [LARGE],
  );
  large = new Set(rows.map((row) => row.name));
  explaining = await openExplaining(database);
});

afterAll(async () => {
  await explaining?.end();
  await watched?.stop();
});

// Once in the life of an installation; the rest is asked every day.
const asked = Object.entries(SAMPLES).filter(([, sample]) => sample.on === undefined);

interface Asked {
  client: TestClient;
  place: string;
  input: object;
}

/** What one call sent, and the tables of which it read more than a few rows. */
async function ask({ client, place, input }: Asked) {
  const before = await watched.readCounts();
  const answer = await client.call(place.replace('.', '/'), input);
  const exchanges = watched.take();
  const after = await watched.readCounts();
  expect([answer.status, answer.body.reason]).toEqual([200, undefined]);
  const grown = (what: 'scanned' | 'fetched') =>
    Object.keys(after)
      .map((table) => ({ table, rows: (after[table]?.[what] ?? 0) - (before[table]?.[what] ?? 0) }))
      .filter((one) => one.rows > LARGE);
  return { answer, exchanges, read: { scanned: grown('scanned'), fetched: grown('fetched') } };
}

/** Functions hide their insides from explain; what was really read is counted by the server. */
async function refuseScans(asking: Asked) {
  const { answer, exchanges, read } = await ask(asking);
  expect(exchanges.length).toBeGreaterThan(0);
  const scans: string[] = [];
  for (const exchange of exchanges) scans.push(...(await explaining.scans(exchange)));
  expect(scans.filter((scan) => large.has(scan.split(' ')[0] ?? ''))).toEqual([]);
  expect(read).toEqual({ scanned: [], fetched: [] });
  return answer.body;
}

describe('a hundred thousand of everything', () => {
  test.each([
    ...['person', 'event', 'visit', 'contribution', 'follow_up', 'notice', 'journal', 'answer', 'access_log'],
    ...[
      'attendance',
      'expense',
      'next_step',
      'attachment',
      'correction',
      'project',
      'gathering',
      'month_served',
      'given_fact',
    ],
    ...['person_contact', 'consent', 'household', 'duplicate_pair', 'person_merge', 'reading_log'],
    ...['area', 'station', 'account', 'access_grant', 'session', 'population'],
  ])('%s is large', (table) => {
    expect([...large]).toContain(table);
  });
});

describe('no large table is read from end to end', () => {
  test.each(asked)('%s', async (place, sample) => {
    const client = sample.client
      ? await sample.client(town)
      : sample.by === 'nobody'
        ? openClient(town.address)
        : town.people[sample.by];
    await refuseScans({ client, place, input: await sample.input(town, client) });
  });

  test.each([
    'people.list',
    'people.merges',
    'ledger.events',
    'ledger.gatherings',
    'projects.list',
    'activities.notices',
    'access.accessLog',
  ])('%s, page after page', async (place) => {
    const client = town.people.何晓川;
    const input = place === 'access.accessLog' ? { limit: 50 } : { station: town.station, limit: 50 };
    const first = await refuseScans({ client, place, input });
    const second = await refuseScans({ client, place, input: { ...input, cursor: first.next } });
    expect(second.items).toHaveLength(50);
    expect(second.items[0]).not.toEqual(first.items[0]);
  });

  test('the people of one village, and the events of one person', async () => {
    const client = town.people.谭立;
    const station = town.station;
    const listed = await refuseScans({ client, place: 'people.list', input: { station, village: town.village } });
    expect(listed.items).toHaveLength(50);
    const person = listed.items[0].id;
    const events = await refuseScans({ client, place: 'ledger.events', input: { station, person } });
    expect(events.items).toHaveLength(1);
  });

  test('what may be one person twice, page after page', async () => {
    const input = { station: town.station, limit: 20 };
    const first = await refuseScans({ client: town.people.谭立, place: 'people.duplicates', input });
    const more = { ...input, cursor: first.next };
    const second = await refuseScans({ client: town.people.谭立, place: 'people.duplicates', input: more });
    expect(second.items).toHaveLength(20);
  });

  test('a thousand people at once, each compared with everybody who sounds alike', async () => {
    const people = Array.from({ length: 1000 }, (_, nth) => ({
      ...LIU_GUIZHEN,
      id: randomUUID(),
      name: `刘桂${'珍兰梅香娥'[nth % 5]}`,
      village: town.village,
      bornOn: `19${40 + (nth % 50)}-03-09`,
      phone: String(13_900_000_000 + nth),
    }));
    const input = { station: town.station, id: randomUUID(), people };
    const answer = await town.people.何晓川.call('people/addMany', input);
    expect(answer.status).toBe(200);
    const exchanges = watched.take();
    const scans: string[] = [];
    for (const exchange of exchanges) scans.push(...(await explaining.scans(exchange)));
    expect(scans.filter((scan) => large.has(scan.split(' ')[0] ?? ''))).toEqual([]);
  });

  test.each(['2207', '13800002207', '002X', '110105491231002', '11010519491231002X'])(
    'a search for the number %s',
    async (text) => {
      await refuseScans({ client: town.people.谭立, place: 'people.search', input: { station: town.station, text } });
    },
  );

  test('a search for a village, alone and beside a name', async () => {
    const { rows } = await watched.database.owner.query<{ name: string }>(
      'select name from heli.area where code = $1',
      [town.village],
    );
    const village = (rows[0]?.name ?? '').slice(0, 2);
    for (const text of [village, `${village} 桂珍`]) {
      const input = { station: town.station, text };
      const found = await refuseScans({ client: town.people.谭立, place: 'people.search', input });
      expect(found.items.map((item: { villageName: string }) => item.villageName.includes(village))).toContain(true);
    }
  });

  test.each(['桂珍', '桂', '陈桂珍', '欧阳修', 'gz', 'chengui', 'zzzz', '%', '_'])('a search for %s', async (text) => {
    await refuseScans({ client: town.people.谭立, place: 'people.search', input: { station: town.station, text } });
  });
});
