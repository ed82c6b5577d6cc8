import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { LENSES } from '../../src/lenses/codes.ts';
import { findRunningServer } from '../../src/platform/postgres/attach.ts';
import { type BenchClient, openBenchClient, quantile } from './client.ts';
import { makeFolder, type Seat, seatStations, startHost } from './host.ts';
import { latency, ms, say, timed } from './say.ts';
import { send } from './work.ts';

// The five pages of a station with 200,000 contributions over five years, a year of them looked at; and of its county.
// The first station's acts are written as events and counted; those of the seven others go straight into the facts.
// npm run bench -- lenses [contributions of the first station] [acts of the county, 10000000 for the largest].

const GIFTS = Number(process.argv[2] ?? 200_000);
const EACH = 5;
/** Acts of each of the seven other stations; one gift each, so that facts are as many as acts. */
const OTHERS = Math.round(Number(process.argv[3] ?? GIFTS * 7) / 7);
const PEOPLE = 2_000;
const DAYS = 1_826;

const day = (before: number) => new Date(Date.now() + 8 * 3_600_000 - before * 86_400_000).toISOString().slice(0, 10);
const WINDOW = { from: day(364), to: day(0) };

const id = (kind: string, of: string) => `(md5('${kind}' || $2 || (${of})))::uuid`;
const PERSON = id('person', `(g::bigint * 7919 + n * 104729 + (g / 97) * 31) % ${PEOPLE}`);
const PROJECT = `case when g % 3 = 0 then '00000000-0000-0000-0000-000000000000'::uuid else ${id('project', 'g % 20')} end`;
const SECTORS = "(array['resident', 'resident', 'resident', 'committee', 'resident'])[1 + n % 5]";

/** $1 county, $2 station, $3 worker; g is an act, n one of its gifts (0: the worker's). */
const PERSONS = `insert into heli.person (county_id, id, station_id, name, pinyin, initials, grams, sex, village, created_by)
  select $1::int, ${id('person', 'g')}, $2::uuid, '人' || g, 'ren', 'r', '{人}', 'female', (select min(code) from heli.area where parent = (select area from heli.station where id = $2::uuid)), $3::uuid
  from generate_series(0, ${PEOPLE - 1}) g`;
const EVENTS = `insert into heli.event (county_id, id, station_id, kind, started_at, minutes, channel, phase, field, strategies, subject_kind,
    initiator, worker_present, evidence, inference_version, entered_by, project_id)
  select $1::int, ${id('event', 'g')}, $2::uuid, (array['work-day', 'meeting', 'activity'])[1 + g % 3], now() - g % ${DAYS} * interval '1 day', 60,
    'in-person', (array['plan', 'design', 'deliver', 'deliver', 'assess'])[1 + g % 5], 'governance',
    (array['{mutual-aid}', '{deliberation}', '{}'])[1 + g % 3]::text[], 'none', (array['resident', 'social-work'])[1 + g % 2], g % 4 > 0, 1 + g % 2, 2,
    $3::uuid, nullif(${PROJECT}, '00000000-0000-0000-0000-000000000000'::uuid)
  from generate_series(1, ${GIFTS / EACH}) g`;
const CONTRIBUTIONS = `insert into heli.contribution (county_id, id, station_id, event_id, party_kind, party_id, sector, form, minutes, mode, pay)
  select $1::int, gen_random_uuid(), $2::uuid, ${id('event', 'g')}, case when n = 0 then 'account' else 'person' end,
    case when n = 0 then $3::uuid else ${PERSON} end, case when n = 0 then 'social-work' else ${SECTORS} end, 'labour', 30 + g % 90,
    (array['group', 'individual'])[1 + g % 2], case when n = 0 then 'paid' else 'unpaid' end
  from generate_series(1, ${GIFTS / EACH}) g, generate_series(0, ${EACH - 1}) n`;
const FACTS = `insert into heli.given_fact
  select $1::int, $2::uuid, current_date - (g % ${DAYS})::int, gen_random_uuid(), gen_random_uuid(), case when n = 0 then 'account' else 'person' end,
    case when n = 0 then $3::uuid else ${PERSON} end, case when n = 0 then 'social-work' else ${SECTORS} end, 'labour',
    (array['group', 'individual'])[1 + g % 2], 'unpaid', 30 + g % 90, 0, 'work-day', (array['plan', 'design', 'deliver', 'deliver', 'assess'])[1 + g % 5],
    (array['mutual-aid', 'deliberation', ''])[1 + g % 3], 'resident', '', g % 4 > 0, 1, ${PROJECT}, '', $3::uuid, 0
  from generate_series(1, ${OTHERS}) g, lateral (select g % ${EACH} as n) x order by 3`;
const SERVED = `insert into heli.month_served (county_id, station_id, month, person_id, kind, field, area, times, minutes)
  select $1::int, $2::uuid, (date_trunc('month', now()) - m * interval '1 month')::date, ${id('person', 'g')}, 'visit', 'elder-care', '', 1, 30
  from generate_series(0, ${PEOPLE - 1}) g, generate_series(0, 23) m where $3::uuid is not null`;
const PROJECTS = `insert into heli.project (county_id, station_id, id, kind, name, created_by)
  select $1::int, $2::uuid, ${id('project', 'g')}, 'micro-work', '项目' || g, $3::uuid from generate_series(0, 19) g`;

async function fill(client: pg.Client, seats: Seat[]): Promise<void> {
  const { rows } = await client.query('select county_id from heli.station where id = $1', [seats[0]?.station]);
  const county = rows[0]?.county_id;
  // Foreign keys are kept by how the rows are made; checking a million of them is no part of what is measured.
  await client.query('set session_replication_role = replica');
  for (const [nth, { station }] of seats.entries()) {
    const worker = randomUUID();
    const statements = nth === 0 ? [EVENTS, CONTRIBUTIONS] : [FACTS];
    for (const text of [PERSONS, PROJECTS, ...statements, SERVED]) await client.query(text, [county, station, worker]);
    if (nth > 0) continue;
    await client.query('analyze heli.event, heli.contribution');
    await client.query(
      'select heli.keep_facts($1, $2, (select array_agg(id) from heli.event where station_id = $2), 1)',
      [county, station],
    );
  }
  // A start at night has counted the empty county already.
  await client.query('delete from heli.lens_snapshot');
  await client.query('vacuum analyze');
}

async function officerOf(address: string, head: BenchClient, station: string): Promise<BenchClient> {
  const ask = async (client: BenchClient, name: string, input: unknown) =>
    JSON.parse((await client.post(`/rpc/${name}`, JSON.stringify({ json: input }), randomUUID())).text).json;
  const invited = await ask(head, 'access/invite', {
    station,
    id: randomUUID(),
    name: '科长',
    role: 'officer',
    area: '430181000000',
  });
  const account = { name: '科长', username: '科长', phone: '', password: 'bench-password' };
  await ask(openBenchClient(address, ''), 'access/acceptInvitation', { token: invited.token, account });
  const signedIn = await fetch(`${address}/rpc/access/signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-heli': '1', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ json: { login: '科长', password: 'bench-password' } }),
  });
  const cookie = signedIn.headers.getSetCookie().map((set) => set.split(';')[0]);
  return openBenchClient(address, cookie.join('; '));
}

/** The first look after each of ten acts: the answer is counted anew. */
async function afterRecording(
  what: string,
  head: BenchClient,
  { station, show }: { station: string; show: () => Promise<void> },
): Promise<void> {
  const sample: number[] = [];
  for (let nth = 0; nth < 10; nth++) {
    const act = { kind: 'other', title: '记一笔', startedAt: new Date(Date.now() - 60_000).toISOString(), minutes: 30 };
    await send(head, 'ledger/record', { station, id: randomUUID(), ...act });
    sample.push(await timed(show));
  }
  say(what, `p50 ${ms(quantile(sample, 0.5))}   p95 ${ms(quantile(sample, 0.95))}`);
}

async function main(): Promise<void> {
  const folder = makeFolder();
  const host = await startHost(folder);
  const seats = await seatStations(host.address);
  const server = await findRunningServer(folder);
  if (!server) throw new Error('no server');
  const owner = new pg.Client({ ...server, database: 'heli', ssl: false });
  await owner.connect();
  const filled = await timed(() => fill(owner, seats));
  const { rows } = await owner.query('select count(*)::int as facts from heli.given_fact');
  say(`${rows[0]?.facts.toLocaleString('en')} acts of eight stations`, `${(filled / 1000).toFixed(0)} s`);
  await owner.end();
  const { station, cookie } = seats[0] as Seat;
  const head = openBenchClient(host.address, cookie);
  const shock = { station, id: randomUUID(), kind: 'flood', name: '大水', from: day(120), to: day(118) };
  await send(head, 'lenses/logShock', shock);
  const show = (lens: string) => send(head, 'lenses/show', { station, lens, ...WINDOW });
  for (const lens of LENSES) {
    say(`${lens}, the first look of all`, ms(await timed(() => show(lens))));
    await afterRecording(`${lens}, after something was recorded`, head, { station, show: () => show(lens) });
    await latency(`${lens}, a station’s year, looked at again`, 40, () => show(lens));
  }
  const officer = await officerOf(host.address, head, station);
  const county = (lens: string) => send(officer, 'lenses/show', { station, lens, scope: 'county', ...WINDOW });
  say(
    'counting the county’s year (eight stations), once a day',
    `${((await timed(() => county('value'))) / 1000).toFixed(1)} s`,
  );
  for (const lens of LENSES) await latency(`${lens}, the county, from the kept year`, 40, () => county(lens));
  head.close();
  officer.close();
  await host.stop();
  host.remove();
}

await main();
