import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { findRunningServer } from '../../src/platform/postgres/attach.ts';
import { quantile } from './client.ts';
import type { Seat } from './host.ts';
import { ms, say } from './say.ts';

// The peer of the write figures, in the same minute on the same server: the three rows of a visit written by its owner
// straight into the tables, each statement prepared and awaited, with no HTTP, session, permission, row security, kept
// answer, journal, month's sums or next date. What Heli adds is the distance to it.

const EVENT = `insert into heli.event (county_id, id, station_id, kind, started_at, minutes, channel, phase, subject_kind,
  subject_id, note, inference_version, entered_by) values ($1, $2, $3, 'visit', now(), 30, 'in-person', 'deliver', 'person', $4, $5, 1, $4)`;
const VISIT = `insert into heli.visit (county_id, event_id, station_id, person_id, met, needs)
  values ($1, $2, $3, $4, 'self', '{medical}')`;
const WORK = `insert into heli.contribution (county_id, id, station_id, event_id, party_kind, party_id, sector, form, minutes)
  values ($1, gen_random_uuid(), $2, $3, 'account', $4, 'social-work', 'labour', 30)`;
const NOTE = '降压药还剩 5 天，女儿周末回来带她去卫生院。';

interface Bare {
  client: pg.Client;
  station: string;
  county: number;
  person: string;
}

async function writeVisit({ client, station, county, person }: Bare): Promise<void> {
  const id = randomUUID();
  await client.query('begin');
  await client.query({ name: 'event', text: EVENT, values: [county, id, station, person, NOTE] });
  await client.query({ name: 'visit', text: VISIT, values: [county, id, station, person] });
  await client.query({ name: 'work', text: WORK, values: [county, station, id, person] });
  await client.query('commit');
}

async function openBare(folder: string, station: string): Promise<Bare> {
  const server = await findRunningServer(folder);
  if (!server) throw new Error('no server');
  const client = new pg.Client({ ...server, database: 'heli', ssl: false });
  await client.connect();
  const { rows } = await client.query('select county_id from heli.station where id = $1', [station]);
  const county = rows[0]?.county_id;
  const person = randomUUID();
  await client.query(
    `insert into heli.person (county_id, id, station_id, name, pinyin, initials, grams, sex, created_by)
      values ($1, $2, $3, '某人', 'mouren', 'mr', '{}', 'female', $2)`,
    [county, person, station],
  );
  return { client, station, county, person };
}

async function spend(seconds: number, bare: Bare): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let count = 0;
  for (; performance.now() < until; count++) await writeVisit(bare);
  return count;
}

/** Milliseconds a bare visit takes one client, and how many a second eight clients write. */
export async function bareVisits(folder: string, seats: Seat[]): Promise<{ one: number; rate: number }> {
  const bares = await Promise.all(seats.map((seat) => openBare(folder, seat.station)));
  const sample: number[] = [];
  for (let run = 0; run < 300; run++) {
    const from = performance.now();
    await writeVisit(bares[0] as Bare);
    sample.push(performance.now() - from);
  }
  const counts = await Promise.all(bares.map((bare) => spend(3, bare)));
  await Promise.all(bares.map(({ client }) => client.end()));
  const figures = { one: quantile(sample, 0.5), rate: counts.reduce((sum, count) => sum + count, 0) / 3 };
  say('  peer: the rows of a visit, bare, 1 client', `p50 ${ms(figures.one)}`);
  say('  peer: the same a second, 8 clients', Math.round(figures.rate).toLocaleString('en'));
  return figures;
}
