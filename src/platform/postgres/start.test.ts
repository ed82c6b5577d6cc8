import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serverIdentity, spawnAs } from './identity.ts';
import { folderHolder } from './lock.ts';
import { isAlive, runsSomewhere } from './processes.ts';
import { type RunningPostgres, startPostgres } from './start.ts';

let folder: string;
let running: RunningPostgres | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'heli-start-'));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function start(onExit?: (reason: string) => void): Promise<RunningPostgres> {
  running = await startPostgres({ folder, ...(onExit ? { onExit } : {}) });
  return running;
}

async function ask(text: string): Promise<Record<string, unknown>[]> {
  const { host, port, superuser } = running as RunningPostgres;
  const client = new Client({ host, port, user: superuser, database: 'postgres' });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Ends the server the hard way, leaving its pid file and socket, as a power cut would. */
async function crash(): Promise<{ pidFile: string; socketLock: string }> {
  const { host, pid, dataFolder } = running as RunningPostgres;
  const kept = { pidFile: readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8'), socketLock: '' };
  await running?.stop();
  running = undefined;
  mkdirSync(host, { mode: 0o755 });
  kept.socketLock = path.join(host, '.s.PGSQL.5432.lock');
  writeFileSync(kept.socketLock, kept.pidFile);
  expect(isAlive(pid)).toBe(false);
  return kept;
}

/** Gives the left-behind pid file to another process, as when the computer used its number again. */
async function crashedWithPidOf(pid: number): Promise<void> {
  await start();
  const { pidFile, socketLock } = await crash();
  const text = pidFile.replace(/^\d+/, String(pid));
  writeFileSync(path.join(folder, 'pg/postmaster.pid'), text, { mode: 0o600 });
  writeFileSync(socketLock, text);
  const { uid, gid, lent } = serverIdentity();
  if (!lent) return;
  for (const place of [path.dirname(socketLock), path.join(folder, 'pg/postmaster.pid')]) {
    chownSync(place, uid as number, gid as number);
  }
}

describe('a data folder', () => {
  test('is made whole: UTF-8, C locale, checksums, durable settings, no listening to the network', async () => {
    await start();
    const settings = await ask(`select name, setting from pg_settings where name in ('server_encoding', 'fsync',
      'data_checksums', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'TimeZone', 'log_min_messages')`);
    expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
      TimeZone: 'UTC',
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '',
      log_min_messages: 'log',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
    });
    expect((await ask('select datcollate from pg_database'))[0]).toEqual({ datcollate: 'C' });
    expect(JSON.parse(readFileSync(path.join(folder, 'heli.json'), 'utf8'))).toMatchObject({ format: 1 });
  });

  test('keeps its rows through stop, start and restart', async () => {
    await start();
    await ask('create table kept (name text)');
    await ask(`insert into kept values ('桂英')`);
    await running?.restart();
    expect(await ask('select name from kept')).toEqual([{ name: '桂英' }]);
    await running?.stop();
    expect((await start()).adopted).toBe(false);
    expect(await ask('select name from kept')).toEqual([{ name: '桂英' }]);
  });

  test('is left alone when stopped: no process, no socket, no lock', async () => {
    const { host } = await start();
    const name = `heli-${path.basename(host).split('-').at(-1)}`;
    expect(runsSomewhere(name)).toBe(true);
    expect(await folderHolder(folder)).toBe(process.pid);
    await running?.stop();
    expect(runsSomewhere(name)).toBe(false);
    expect(existsSync(host)).toBe(false);
    expect(existsSync(path.join(folder, 'pg/postmaster.pid'))).toBe(false);
    expect(await folderHolder(folder)).toBeUndefined();
  });

  test('is refused to a second program, and usable again after the first has stopped', async () => {
    await start();
    await expect(startPostgres({ folder })).rejects.toMatchObject({
      code: 'not-allowed-now',
      reason: 'folder-in-use',
      detail: { params: { folder } },
    });
    expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('is made anew when an earlier making stopped half way', async () => {
    mkdirSync(path.join(folder, 'pg.new/base'), { recursive: true });
    writeFileSync(path.join(folder, 'pg.new/PG_VERSION'), '18\n');
    await start();
    expect(existsSync(path.join(folder, 'pg.new'))).toBe(false);
    expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('does not log what statements contain', async () => {
    await start();
    await ask('create table secret (name text primary key)');
    await ask(`insert into secret values ('张秀英')`);
    await expect(ask(`insert into secret values ('张秀英')`)).rejects.toThrow();
    await expect(ask(`select '张秀英'::int`)).rejects.toThrow();
    expect(readFileSync(path.join(folder, 'pg.log'), 'utf8')).not.toContain('张秀英');
  });
});

describe('a folder from elsewhere', () => {
  test('of a newer format is refused and not touched', async () => {
    writeFileSync(path.join(folder, 'heli.json'), '{"format":2,"createdBy":"9.0.0"}');
    await expect(start()).rejects.toMatchObject({ reason: 'folder-newer', detail: { params: { theirs: '9.0.0' } } });
    expect(existsSync(path.join(folder, 'pg'))).toBe(false);
  });

  test('whose heli.json cannot be read is refused', async () => {
    writeFileSync(path.join(folder, 'heli.json'), 'not json');
    await expect(start()).rejects.toMatchObject({ reason: 'folder-not-heli' });
  });

  test.each([
    ['99', 'folder-newer'],
    ['15', 'folder-older'],
  ])('of PostgreSQL %s is refused: %s', async (version, reason) => {
    const { uid, gid, lent } = serverIdentity();
    mkdirSync(path.join(folder, 'pg'));
    writeFileSync(path.join(folder, 'pg/PG_VERSION'), `${version}\n`);
    if (lent) chownSync(path.join(folder, 'pg'), uid as number, gid as number);
    await expect(start()).rejects.toMatchObject({ reason });
  });
});

describe('a pid file left by a dead server', () => {
  let other: ChildProcess | undefined;
  afterEach(() => {
    other?.kill('SIGKILL');
  });

  test('whose number now belongs to another program does not keep the server out', async () => {
    other = spawn('sleep', ['60'], { ...spawnAs(serverIdentity()), stdio: 'ignore' });
    await crashedWithPidOf(other.pid as number);
    expect((await start()).adopted).toBe(false);
    expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('whose number now belongs to a zombie does not keep the server out', async () => {
    other = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], {
      ...spawnAs(serverIdentity()),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const zombie = await new Promise<number>((resolve) => {
      other?.stdout?.once('data', (text) => resolve(Number(text)));
    });
    await expect.poll(() => isAlive(zombie), { timeout: 60_000 }).toBe(false);
    expect(() => process.kill(zombie, 0)).not.toThrow();
    await crashedWithPidOf(zombie);
    expect((await start()).adopted).toBe(false);
  });
});

describe('the postmaster', () => {
  test('is brought up again when it dies, at the same address, with its rows', async () => {
    const heard: string[] = [];
    const { pid } = await start((reason) => heard.push(reason));
    await ask('create table kept (n int)');
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => running?.pid, { timeout: 60_000 }).not.toBe(pid);
    await expect.poll(() => ask('select * from kept').catch(() => 'not yet'), { timeout: 60_000 }).toEqual([]);
    expect(heard).toEqual(['died']);
  });
});
