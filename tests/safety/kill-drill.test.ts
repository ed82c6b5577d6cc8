// The program and its database are killed while clients send commands: whatever was acknowledged is there, once.
import { rmSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { verifyChains } from '../../src/platform/backup/chains.ts';
import { setUpStation } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';
import {
  type Built,
  buildHeli,
  endServer,
  freePort,
  lookInto,
  makeFolder,
  readServer,
  type Started,
} from './heli-program.ts';
import { countUp, type Sent, send, settleAll, work } from './worker.ts';

const ROUNDS = Number(process.env.HELI_DRILL_ROUNDS ?? 100);
const CLIENTS = 4;

let heli: Built;
let folder: string;
let data: string;
let port: string;
let running: Started | undefined;
let pool: pg.Pool | undefined;

beforeAll(async () => {
  heli = await buildHeli();
}, 240_000);
afterAll(() => heli.remove());
afterEach(async () => {
  await pool?.end();
  pool = undefined;
  await running?.end();
  await endServer(data);
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<{ zhou: TestClient; station: string }> {
  folder = makeFolder();
  data = path.join(folder, 'data');
  await heli.prepare(data);
  port = String(await freePort());
  running = await heli.start(data, ['--port', port]);
  pool = lookInto(data);
  return setUpStation(running.address);
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Clients send until `end` is done; whatever they sent is in the log. */
async function underLoad(who: { zhou: TestClient; station: string }, log: Sent[], end: () => Promise<void>) {
  let on = true;
  const jobs = Array.from({ length: CLIENTS }, () => work(who.zhou, who.station, { log, on: () => on }));
  await end();
  on = false;
  await Promise.all(jobs);
}

async function expectAllOnce(log: Sent[]): Promise<void> {
  const { missing, people, counted, lines, subjects, strangers } = await countUp(pool as pg.Pool, log);
  expect({ missing, strangers }).toEqual({ missing: 0, strangers: 0 });
  expect({ counted, lines, subjects }).toEqual({ counted: people, lines: people, subjects: people });
}

test(`the program is killed ${ROUNDS} times while four clients send`, async () => {
  const who = await open();
  const log: Sent[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await underLoad(who, log, async () => {
      await wait(20 + Math.random() * 180);
      await running?.end('SIGKILL');
    });
    await expectAllOnce(log);
    running = await heli.start(data, ['--port', port]);
    await settleAll(who.zhou, log);
    for (const sent of log.slice(-8)) expect(await send(who.zhou, sent)).toBe(true);
    await expectAllOnce(log);
  }
  for (const sent of log.filter((_, n) => n % 7 === 0)) expect(await send(who.zhou, sent)).toBe(true);
  const { people } = await countUp(pool as pg.Pool, log);
  expect(people).toBe(log.length);
  expect((await verifyChains(pool as pg.Pool)).broken).toBeUndefined();
}, 900_000);

test('the database server is killed under load and comes back by itself', async () => {
  const who = await open();
  const log: Sent[] = [];
  for (let round = 0; round < 5; round += 1) {
    await underLoad(who, log, async () => {
      await wait(100 + Math.random() * 200);
      process.kill(readServer(data).pid, 'SIGKILL');
      await wait(300);
    });
    await settleAll(who.zhou, log);
    await expectAllOnce(log);
  }
  expect(log.length).toBeGreaterThan(20);
  expect((await verifyChains(pool as pg.Pool)).broken).toBeUndefined();
});

test('every acknowledged command was forced to the disk', async () => {
  const { zhou, station } = await open();
  const log: Sent[] = [];
  const forced = async () => {
    const { rows } = await (pool as pg.Pool).query<{ n: number }>(
      `select sum(fsyncs)::int as n from pg_stat_io where object = 'wal'`,
    );
    return rows[0]?.n ?? 0;
  };
  const before = await forced();
  let left = 50;
  await work(zhou, station, { log, on: () => left-- > 0 });
  expect(log.every((sent) => sent.answer !== undefined)).toBe(true);
  // The server's processes hand in their counters when they have rested for ten seconds.
  await expect
    .poll(async () => (await forced()) - before, { timeout: 60_000, interval: 500 })
    .toBeGreaterThanOrEqual(50);
});
