import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { openPool } from '../../src/platform/database/pool.ts';
import { builtPages } from '../browser/support/built.ts';
import { isAlive } from '../../src/platform/postgres/processes.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The program as it is shipped. */
export interface Built {
  /** Runs `heli …` and waits for its end. */
  run: (words: string[], environment?: NodeJS.ProcessEnv) => Promise<{ code: number; out: string; err: string }>;
  /** Starts `heli start …` and waits until it says its address, or ends. */
  start: (folder: string, words?: string[]) => Promise<Started>;
  /** Makes a data folder as it is after its first start: copied from one that was started and stopped, once for a test file. */
  prepare: (folder: string) => Promise<void>;
  remove: () => Promise<void> | undefined;
}

export interface Started {
  address: string;
  setUpCode: string | undefined;
  child: ChildProcess;
  milliseconds: number;
  /** Ends it with a signal and waits until it is gone. */
  end: (signal?: NodeJS.Signals) => Promise<void>;
}

/** The program, built when that is needed. */
export async function buildHeli(): Promise<Built> {
  await builtPages();
  const file = path.join(root, 'bin/heli.js');
  const start = (data: string, typed: string[] = []) => startHeli(file, data, typed);
  let pattern: Promise<string> | undefined;
  return {
    run: (typed, environment) => runToEnd(file, typed, environment),
    start,
    prepare: async (data) => {
      pattern ??= startOnce(start);
      execFileSync('cp', ['-a', await pattern, data]); // keeps whose the files are
    },
    remove: () => pattern?.then((data) => rmSync(path.dirname(data), { recursive: true, force: true })),
  };
}

async function startOnce(start: Built['start']): Promise<string> {
  const data = path.join(makeFolder(), 'data');
  const started = await start(data, ['--port', '0']);
  await started.end();
  return data;
}

function launch(file: string, words: string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  const { DATABASE_URL: _, ...kept } = process.env;
  return spawn(process.execPath, [file, ...words], {
    cwd: os.tmpdir(),
    env: { ...kept, HELI_NO_BUILD: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function runToEnd(file: string, words: string[], environment: NodeJS.ProcessEnv | undefined) {
  const child = launch(file, words, environment);
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
}

async function startHeli(file: string, data: string, words: string[]): Promise<Started> {
  const began = performance.now();
  const child = launch(file, ['start', '--json', '--data', data, ...words]);
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let err = '';
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const line = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      if (out.includes('\n')) resolve(out);
    });
    child.once('close', () => reject(new Error(`did not start: ${err}`)));
  });
  const { address, setUpCode } = JSON.parse(line) as { address: string; setUpCode?: string };
  const milliseconds = Math.round(performance.now() - began);
  const end = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return gone;
  };
  return { address, setUpCode, child, milliseconds, end };
}

/** A folder below the temporary one that the server's user may reach. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heli-drill-'));
  chmodSync(folder, 0o755);
  return folder;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

interface PidFile {
  pid: number;
  host: string;
  port: number;
}

/** What the running database server wrote about itself. */
export function readServer(data: string): PidFile {
  const [pid, , , port, host] = readFileSync(path.join(data, 'pg/postmaster.pid'), 'utf8').split('\n');
  return { pid: Number(pid), port: Number(port), host: host ?? '' };
}

/** The database behind a running program, for looking. */
export function lookInto(data: string): pg.Pool {
  const { host, port } = readServer(data);
  return openPool({ host, port, user: 'postgres', database: 'heli' }, { most: 2 });
}

/** Ends a database server that a killed program left behind. */
export async function endServer(data: string): Promise<void> {
  if (!existsSync(path.join(data, 'pg/postmaster.pid'))) return;
  const { pid, host } = readServer(data);
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
  rmSync(host, { recursive: true, force: true });
}
