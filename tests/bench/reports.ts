import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import pg from 'pg';
import { findRunningServer } from '../../src/platform/postgres/attach.ts';
import { monthAhead } from '../../src/reports/month/rules.ts';
import { exampleTemplate } from '../../src/reports/templates/example-template.ts';
import { openBenchClient } from './client.ts';
import { makeFolder, memoryOf, seatStations, startHost } from './host.ts';
import { latency, say, timed } from './say.ts';
import { send } from './work.ts';

// A station of 5,000 people and 50,000 visits, 400 of them in the month that is reported.

const PEOPLE = 5_000;
const VISITS = 50_000;
const IN_MONTH = 400;
const BATCH = 5_000;
const NOTE = '膝盖疼，药快吃完了，约好下周一起去卫生院，家里水电都好。第 ';

/** The first moment of the last whole month, by the clocks of China: the 400 lie in it, the others before it. */
const LAST_MONTH = `(date_trunc('month', now() at time zone 'Asia/Shanghai') - interval '1 month')`;

interface At {
  county: number;
  station: string;
}

async function fill(client: pg.Client, at: At): Promise<void> {
  const values = [at.county, at.station, randomUUID()];
  await client.query(
    'create temporary table made as select gen_random_uuid() as id, g from generate_series(1, $1::int) g',
    [PEOPLE],
  );
  await client.query(
    `insert into heli.person (county_id, id, station_id, name, pinyin, initials, grams, sex, created_by)
      select $1, id, $2, '测试' || g, 'ceshi' || g, 'cs', '{测}', 'female', $3 from made`,
    values,
  );
  await client.query(
    `create temporary table acts as select gen_random_uuid() as id, m.id as person, v,
        (${LAST_MONTH} + case when v <= $2 then interval '100 minutes' * v
          else -interval '15 minutes' * v end) at time zone 'Asia/Shanghai' as started
      from generate_series(1, $1::int) v join made m on m.g = 1 + v % (select count(*) from made)`,
    [VISITS, IN_MONTH],
  );
  await client.query('analyze made');
  await client.query('analyze acts');
  await client.query(
    `insert into heli.event (county_id, id, station_id, kind, started_at, minutes, channel, phase, field, subject_kind, subject_id,
        note, inference_version, entered_by, entered_at)
      select $1, id, $2, 'visit', started, 30, 'in-person', 'deliver', 'elder-care', 'person', person, '${NOTE}' || v, 2, $3, started from acts`,
    values,
  );
  // Every visit and every hour is checked against its act: planned while the server believes the tables to be empty, each
  // check reads the whole station, and the filling takes hours.
  await client.query('analyze heli.person');
  await client.query('analyze heli.event');
  await client.query(
    `insert into heli.visit (county_id, event_id, station_id, person_id, met, needs) select $1, id, $2, person, 'self', '{medical,money}' from acts`,
    values.slice(0, 2),
  );
  await client.query(
    `insert into heli.contribution (county_id, id, station_id, event_id, party_kind, party_id, sector, form, minutes)
      select $1, gen_random_uuid(), $2, id, 'account', (select id from heli.account where kind = 'staff' limit 1), 'social-work', 'labour', 30 from acts`,
    values.slice(0, 2),
  );
  await client.query('analyze');
  const { rows } = await client.query<{ id: string }>('select id from acts');
  for (let from = 0; from < rows.length; from += BATCH) {
    const ids = rows.slice(from, from + BATCH).map(({ id }) => id);
    await client.query('select heli.count_events($1, $2, $3, 1)', [at.county, at.station, ids]);
  }
}

/** The most resident memory of a process since it began, megabytes (Linux). */
const peakOf = (pid: number) =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
const forgetPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

async function monthOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query(`select to_char(${LAST_MONTH}, 'YYYY-MM') as month`);
  return rows[0]?.month;
}

/** Month report, a long ledger and a county's form: npm run bench -- reports. */
export async function reportFigures(): Promise<void> {
  const folder = makeFolder();
  const host = await startHost(folder);
  const [seat] = await seatStations(host.address);
  const server = await findRunningServer(folder);
  if (!server || !seat) throw new Error('no server');
  const owner = new pg.Client({ ...server, database: 'heli', ssl: false });
  await owner.connect();
  const { rows } = await owner.query('select county_id from heli.station where id = $1', [seat.station]);
  await fill(owner, { county: rows[0]?.county_id, station: seat.station });
  const month = await monthOf(owner);
  await owner.end();
  const client = openBenchClient(host.address, seat.cookie);
  const { station } = seat;
  await latency('month report of a station, 400 visits in it (≤ 150 ms)', 30, () =>
    send(client, 'reports/month', { station, month }),
  );
  await latency('the rows behind 户次, 50 of them', 20, () =>
    send(client, 'reports/rows', { station, month, count: 'household-times' }),
  );
  const before = memoryOf(host.pid);
  forgetPeak(host.pid);
  const span = { station, from: monthAhead(month, -35), to: month, list: 'visits' };
  const took = await timed(() => send(client, 'reports/ledgers', span));
  say(`a ledger of ${VISITS.toLocaleString('en')} visits to .xlsx (≤ 3 s)`, `${(took / 1000).toFixed(2)} s`);
  say('memory of the program while it did so (≤ 200 MB more)', `${peakOf(host.pid) - before} MB over ${before} MB`);
  const template = randomUUID();
  const content = Buffer.from(await exampleTemplate()).toString('base64');
  await send(client, 'reports/keepTemplate', { station, id: template, name: '表.docx', content });
  await latency('the month in a county’s Word form (≤ 2 s)', 10, () =>
    send(client, 'reports/filledTemplate', { station, month, template }),
  );
  const closing = randomUUID();
  say(
    'closing the month',
    `${(await timed(() => send(client, 'reports/closeMonth', { station, month, id: closing }))).toFixed(0)} ms`,
  );
  await latency('what has changed since', 10, () => send(client, 'reports/changes', { station, closing }));
  say('load of this machine meanwhile, and its processors', `${loadavg()[0]?.toFixed(1)} on ${availableParallelism()}`);
  client.close();
  await host.stop();
  host.remove();
}
