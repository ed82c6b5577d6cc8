// The database goes away and comes back, or has no room: the program says so, keeps running, and loses nothing.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { verifyChains } from '../../src/platform/backup/chains.ts';
import { startPostgres } from '../../src/platform/postgres/start.ts';
import { configure } from '../../src/platform/config.ts';
import { serve } from '../../src/server/serve.ts';
import { setUpStation } from '../support/cast.ts';
import { type Built, buildHeli, endServer, lookInto, makeFolder } from './heli-program.ts';
import { countUp, type Sent, settleAll, work } from './worker.ts';

let heli: Built;
let folder: string;

beforeAll(async () => {
  heli = await buildHeli();
}, 240_000);
afterAll(() => heli.remove());
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a database elsewhere that is stopped and started again', async () => {
  folder = makeFolder();
  const server = await startPostgres({ folder: path.join(folder, 'elsewhere') });
  const databaseUrl = `postgres://postgres@localhost:5432/postgres?host=${encodeURIComponent(server.host)}`;
  const running = await serve(configure({ dataFolder: path.join(folder, 'data'), port: 0, databaseUrl }));
  const { zhou, station } = await setUpStation(running.address);
  const log: Sent[] = [];
  let on = true;
  const job = work(zhou, station, { log, on: () => on });
  await server.restart();
  await server.restart();
  on = false;
  await job;
  await settleAll(zhou, log);
  await running.stop();
  await server.stop();
  expect(log.length).toBeGreaterThan(0);
});

function mountDisk(place: string, megabytes: number): boolean {
  mkdirSync(place, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test.runIf(process.getuid?.() === 0)(
  'a disk that fills up while people work, and is cleared',
  async ({ skip }) => {
    folder = makeFolder();
    const disk = path.join(folder, 'disk');
    if (!mountDisk(disk, 220)) skip('no right to mount');
    const data = path.join(disk, 'data');
    try {
      const running = await heli.start(data, ['--port', '0']);
      const { zhou, station } = await setUpStation(running.address);
      const log: Sent[] = [];
      const fill = path.join(disk, 'fill');
      execFileSync('sh', ['-c', `cat /dev/zero > ${fill} 2>/dev/null || true`]);
      let more = 40; // what is sent after the disk was first said to be full
      const full = () => log.some((sent) => sent.putOff === 'disk-full');
      await work(zhou, station, { log, on: () => (full() ? more-- > 0 : log.length < 5_000) });
      rmSync(fill);
      // Put off, not refused: a full disk passes, so phones keep what they have and send it again.
      expect(log.map((sent) => sent.putOff)).toContain('disk-full');
      await settleAll(zhou, log, 60_000);
      const pool = lookInto(data);
      const { missing, people, counted, lines } = await countUp(pool, log);
      expect({ missing, counted, lines }).toEqual({ missing: 0, counted: people, lines: people });
      expect((await verifyChains(pool)).broken).toBeUndefined();
      await pool.end();
      await running.end();
    } finally {
      await endServer(data);
      execFileSync('umount', [disk]);
    }
  },
  240_000,
);
