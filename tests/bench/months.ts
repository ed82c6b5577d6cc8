import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { findRunningServer } from '../../src/platform/postgres/attach.ts';
import { openBenchClient } from './client.ts';
import { makeFolder, type Seat, seatStations, startHost } from './host.ts';
import { latency, say, timed } from './say.ts';
import { send } from './work.ts';

// The month of a county over a million events of eight stations: npm run bench -- months [how many].

const MANY = Number(process.argv[2] ?? 1_000_000);
const BATCH = 5_000;

/** Two years of events spread over the stations, each with a worker's minutes, written as their owner. */
async function fill(client: pg.Client, seats: Seat[]): Promise<void> {
  const stations = seats.map((seat) => seat.station);
  const { rows } = await client.query('select county_id from heli.station where id = $1', [stations[0]]);
  const county = rows[0]?.county_id;
  await client.query(
    `insert into heli.event (county_id, id, station_id, kind, started_at, minutes, area, channel, phase, field, subject_kind,
        inference_version, entered_by)
      select $1, gen_random_uuid(), ($2::uuid[])[1 + g % 8], (array['activity', 'meeting', 'supervision', 'other'])[1 + g % 4],
        now() - g % 730 * interval '1 day', 30, '', 'in-person', 'deliver', (array['governance', 'elder-care'])[1 + g % 2], 'none', 2, $3
      from generate_series(1, $4::int) g`,
    [county, stations, randomUUID(), MANY],
  );
  await client.query(
    `insert into heli.contribution (county_id, id, station_id, event_id, party_kind, party_id, sector, form, minutes)
      select county_id, gen_random_uuid(), station_id, id, 'account', entered_by, 'social-work', 'labour', 30 from heli.event`,
  );
  await client.query('analyze');
  for (const station of stations) {
    const { rows: events } = await client.query('select id from heli.event where station_id = $1', [station]);
    for (let at = 0; at < events.length; at += BATCH) {
      const ids = events.slice(at, at + BATCH).map((event) => event.id);
      await client.query('select heli.count_events($1, $2, $3, 1)', [county, station, ids]);
    }
  }
}

async function main(): Promise<void> {
  const folder = makeFolder();
  const host = await startHost(folder);
  const seats = await seatStations(host.address);
  const server = await findRunningServer(folder);
  if (!server) throw new Error('no server');
  const owner = new pg.Client({ ...server, database: 'heli', ssl: false });
  await owner.connect();
  say(
    `${MANY.toLocaleString('en')} events written and counted`,
    `${((await timed(() => fill(owner, seats))) / 1000).toFixed(0)} s`,
  );
  const { rows } = await owner.query('select count(*)::int as sums from heli.month_sum');
  say('rows of sums they make', String(rows[0]?.sums));
  await owner.end();
  const seat = seats[0] as Seat;
  const client = openBenchClient(host.address, seat.cookie);
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
  await latency('month of a station', 200, () => send(client, 'ledger/month', { station: seat.station, month }));
  await latency('month of the county', 200, () => send(client, 'ledger/countyMonth', { month }));
  client.close();
  await host.stop();
  host.remove();
}

await main();
