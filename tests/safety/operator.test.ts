// The operator's command as a program: its answers, its exit codes, and what it says when something is in the way.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LIU_GUIZHEN, LIU_ID, setUpStation, ZHOU_MIN } from '../support/cast.ts';
import { openClient } from '../support/client.ts';
import { type Built, buildHeli, endServer, lookInto, makeFolder, type Started } from './heli-program.ts';
import { type Sent, work } from './worker.ts';

const isRoot = process.getuid?.() === 0;

let heli: Built;
let folder: string;
let data: string;
let running: Started[] = [];

beforeAll(async () => {
  heli = await buildHeli();
}, 240_000);
afterAll(() => heli.remove());
beforeEach(() => {
  folder = makeFolder();
  data = path.join(folder, 'data');
});
afterEach(async () => {
  for (const one of running) await one.end();
  running = [];
  await endServer(data);
  rmSync(folder, { recursive: true, force: true });
});

async function start(place = data, words: string[] = ['--port', '0']): Promise<Started> {
  const one = await heli.start(place, words);
  running.push(one);
  return one;
}

/** As on any day but the first. */
async function startAgain(): Promise<Started> {
  await heli.prepare(data);
  return start();
}

async function addPeople(address: string, count: number) {
  const { zhou, station } = await setUpStation(address);
  const log: Sent[] = [];
  let left = count;
  await work(zhou, station, { log, on: () => left-- > 0 });
  return { zhou, station, log };
}

describe('heli', () => {
  test('starts, says where and whether it runs, and stops, leaving nothing running', async () => {
    const { address, child } = await start();
    const running = await heli.run(['status', '--data', data, '--json']);
    expect(running.code).toBe(0);
    expect(JSON.parse(running.out)).toEqual({
      running: true,
      answering: true,
      folder: data,
      pid: child.pid,
      address,
      database: 'embedded',
    });
    expect(statSync(path.join(data, 'heli.pid')).mode & 0o777).toBe(0o600);
    expect((await heli.run(['stop', '--data', data])).code).toBe(0);
    expect(existsSync(path.join(data, 'heli.pid'))).toBe(false);
    expect(existsSync(path.join(data, 'pg/postmaster.pid'))).toBe(false);
    expect(await heli.run(['status', '--data', data])).toMatchObject({ code: 3 });
    expect((await heli.run(['stop', '--data', data])).code).toBe(0);
  });

  test('refuses a second start on the same folder, in the asker’s language', async () => {
    await startAgain();
    const second = ['start', '--data', data, '--port', '0'];
    expect(await heli.run([...second, '--language', 'zh'])).toMatchObject({ code: 3, out: '' });
    const english = await heli.run([...second, '--language', 'en']);
    expect(english.err).toContain('Another Heli is using this data folder');
    expect(english.code).toBe(3);
  });

  test('a killed program does not count as running, and its database is taken over by the next', async () => {
    const first = await startAgain();
    await first.end('SIGKILL');
    expect(await heli.run(['status', '--data', data])).toMatchObject({ code: 3 });
    const { address } = await start();
    expect((await fetch(`${address}/api/openapi.json`)).status).toBe(200);
  });

  test('stop also ends the database that a killed program left behind', async () => {
    await (await startAgain()).end('SIGKILL');
    expect(await heli.run(['stop', '--data', data, '--language', 'en'])).toMatchObject({ code: 0 });
    expect(existsSync(path.join(data, 'pg/postmaster.pid'))).toBe(false);
  });

  test('a head who forgot her password gets a new one from whoever keeps the computer; the old one opens nothing', async () => {
    const { address } = await startAgain();
    const { zhou } = await setUpStation(address);
    const asked = (login: string) => heli.run(['password', login, '--data', data, '--json']);
    expect(await asked('nobody')).toMatchObject({ code: 3, out: '' });
    const done = await asked(ZHOU_MIN.username);
    expect(done).toMatchObject({ code: 0, err: '' });
    const { password } = JSON.parse(done.out);
    expect((await zhou.call('access/me')).status).toBe(401);
    const sign = (word: string) =>
      openClient(address).call('access/signIn', { login: ZHOU_MIN.username, password: word });
    expect((await sign(ZHOU_MIN.password)).body.reason).toBe('wrong-password');
    expect((await sign(password)).status).toBe(200);
  });

  test.each([
    [['--help'], 0, '用法：'],
    [['start', '--help', '--language', 'en'], 0, 'Usage: heli start'],
    [['--version'], 0, '0.'],
    [['sing'], 2, '没有这个命令：sing'],
    [['start', '--sing'], 2, '没有这个选项：--sing'],
    [['start', '--port', 'x', '--language', 'en'], 2, 'The value of --port'],
    [['start', '--port', '70000'], 2, '--port'],
    [['start', '--trusted-proxy', 'here'], 2, '--trusted-proxy'],
    [['restore'], 2, '--help'],
    [['start', '--tls-cert', 'x.pem'], 3, '--tls-key'],
    [['verify', '--data', '/no/such/folder'], 3, '/no/such/folder'],
    [['backup', '--data', '/no/such/folder', '--json'], 3, '"reason":"folder-empty"'],
    [['restore', '/no/such/file'], 3, '/no/such/file'],
  ])('%j ends with %d', async (words, code, said) => {
    const { code: ended, out, err } = await heli.run(words, { LANG: 'zh_CN.UTF-8', LC_ALL: '' });
    expect(out + err).toContain(said);
    expect(ended).toBe(code);
  });
});

describe('a backup of a running program', () => {
  test('restored elsewhere lets the same people sign in and go on', async () => {
    const first = await startAgain();
    const { log } = await addPeople(first.address, 30);
    const file = path.join(folder, 'b.tar.gz');
    const written = JSON.parse((await heli.run(['backup', file, '--data', data, '--json'])).out);
    await first.end();
    expect((await heli.run(['verify', '--backup', file])).code).toBe(0);

    const other = path.join(folder, 'other');
    const secrets = ['--secrets', path.join(data, 'secrets.json')];
    const restored = await heli.run(['restore', file, '--data', other, '--json', ...secrets]);
    expect(restored.err).toBe('');
    const { tables, heads } = JSON.parse(restored.out);
    expect({ tables, heads }).toEqual({ tables: written.tables, heads: written.heads });
    expect((await heli.run(['verify', '--data', other])).code).toBe(0);

    const second = await start(other);
    const zhou = openClient(second.address);
    const signedIn = await zhou.call('access/signIn', { login: ZHOU_MIN.username, password: ZHOU_MIN.password });
    expect(signedIn.status).toBe(200);
    const again = await zhou.call('people/add', log[0]?.body, { 'idempotency-key': log[0]?.key ?? '' });
    expect(JSON.stringify(again.body)).toBe(log[0]?.answer);
    expect((await heli.run(['restore', file, '--data', other])).code).toBe(3);
    await second.end();
    expect((await heli.run(['restore', file, '--data', other])).err).toContain('空的数据库');
  }, 240_000);

  test('that was altered or cut off is refused, and the folder it was for can still be used', async () => {
    const first = await startAgain();
    const { zhou, station } = await addPeople(first.address, 5);
    const liu = { station, id: randomUUID(), ...LIU_GUIZHEN, idNumber: LIU_ID };
    expect((await zhou.call('people/add', liu)).status).toBe(200);
    const file = path.join(folder, 'b.tar.gz');
    await heli.run(['backup', file, '--data', data]);
    await first.end();
    const whole = readFileSync(file);
    const altered = Buffer.from(whole);
    altered.writeUInt8((altered.readUInt8(whole.length >> 1) + 1) % 256, whole.length >> 1);
    const other = path.join(folder, 'other');
    for (const bytes of [altered, whole.subarray(0, whole.length - 30), Buffer.from('姓名,电话')]) {
      writeFileSync(file, bytes);
      expect(await heli.run(['restore', file, '--data', other])).toMatchObject({ code: 3 });
      expect((await heli.run(['verify', '--backup', file])).code).toBe(3);
    }
    expect(existsSync(other)).toBe(false);
    writeFileSync(file, whole);
    const keyless = await heli.run(['restore', file, '--data', other]);
    expect(keyless.code).toBe(0);
    // The key of ID numbers is in no backup: a restore without it says so, and how to bring it.
    expect(keyless.out + keyless.err).toMatch(/身份证号.*secrets\.json/);
    const third = path.join(folder, 'third');
    const keyed = await heli.run([
      'restore',
      file,
      '--data',
      third,
      '--json',
      '--secrets',
      path.join(data, 'secrets.json'),
    ]);
    expect(JSON.parse(keyed.out)).toMatchObject({ idNumbersOpen: true });
  }, 240_000);

  test('whose chain was altered says so: verify names the line and ends with 3', async () => {
    const first = await startAgain();
    const { station } = await addPeople(first.address, 5);
    const pool = lookInto(data);
    await pool.query(`update heli.journal set command = 'x' where seq = 3`);
    await pool.end();
    const { code, out } = await heli.run(['verify', '--data', data, '--json']);
    expect(code).toBe(3);
    expect(JSON.parse(out).broken).toEqual({ station, seq: 3, why: 'hash' });
  });

  test('the clock: a station ahead of the computer is shown, and goes on once the keeper accepts the time', async () => {
    const first = await startAgain();
    const { zhou, station } = await addPeople(first.address, 1);
    const pool = lookInto(data);
    await pool.query(`update heli.journal_head set clock_at = now() + interval '2 days'`);
    const log: Sent[] = [];
    let left = 1;
    await expect(work(zhou, station, { log, on: () => left-- > 0 })).rejects.toThrow('clock-back');
    expect((await heli.run(['clock', '--data', data])).out).toContain('比电脑时间还晚');
    expect((await heli.run(['clock', '--accept', '--data', data])).code).toBe(0);
    left = 1;
    await work(zhou, station, { log, on: () => left-- > 0 });
    expect(log.at(-1)?.answer).toBeDefined();
    await pool.end();
    expect((await heli.run(['verify', '--data', data])).code).toBe(0);
  });
});

describe('something in the way', () => {
  async function refusal(words: string[]): Promise<string> {
    const { code, err, out } = await heli.run(['start', '--port', '0', '--data', data, '--json', ...words]);
    expect(out).toBe('');
    expect(code).toBe(3);
    return (JSON.parse(err.split('\n').find((line) => line.startsWith('{')) ?? '') as { reason: string }).reason;
  }

  test('a port in use', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as net.AddressInfo;
    expect(await refusal(['--port', String(port)])).toBe('port-in-use');
    other.close();
    expect(existsSync(path.join(data, 'pg/postmaster.pid'))).toBe(false);
  });

  test('a folder of a newer program', async () => {
    mkdirSync(data);
    writeFileSync(path.join(data, 'heli.json'), '{"format":9,"createdBy":"9.9.9"}');
    expect(await refusal([])).toBe('folder-newer');
  });

  test('a database that a newer program has changed', async () => {
    const first = await startAgain();
    const pool = lookInto(data);
    await pool.query(`insert into heli.migration (name, digest) values ('9999_future', 'x')`);
    await pool.end();
    await first.end();
    expect(await refusal([])).toBe('database-newer');
  });

  test.runIf(!isRoot)('a read-only folder', async () => {
    mkdirSync(data, { mode: 0o500 });
    expect(await refusal([])).toBe('folder-not-writable');
  });

  /** A small disk of its own; false where this user may not mount one. */
  function mountDisk(megabytes: number): boolean {
    mkdirSync(data);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', data], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  }

  test.runIf(isRoot)('a folder on a disk that is mounted read-only', async ({ skip }) => {
    if (!mountDisk(20)) skip('no right to mount');
    try {
      execFileSync('mount', ['-o', 'remount,ro', data]);
      expect(await refusal([])).toBe('folder-not-writable');
    } finally {
      execFileSync('umount', [data]);
    }
  });

  test.runIf(isRoot)('a disk with no room for the database', async ({ skip }) => {
    if (!mountDisk(30)) skip('no right to mount');
    try {
      expect(await refusal([])).toBe('disk-full');
      expect(existsSync(path.join(data, 'pg.new'))).toBe(false);
    } finally {
      execFileSync('umount', [data]);
    }
  });
});
