import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The built program on a data folder of its own, in its own process. */
export interface BenchHost {
  address: string;
  folder: string;
  /** From spawn to the first page answered, milliseconds. */
  startMs: number;
  pid: number;
  stop: () => Promise<void>;
  remove: () => void;
}

export function makeFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heli-bench-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function addressFrom(child: ChildProcess): Promise<string> {
  let told = '';
  for await (const piece of child.stdout ?? []) {
    told += String(piece);
    const found = /https?:\/\/[^\s"]+/.exec(told);
    if (found) return found[0];
  }
  throw new Error(`no address: ${told}`);
}

export async function startHost(folder: string): Promise<BenchHost> {
  const from = performance.now();
  const child = spawn(process.execPath, ['bin/heli.js', 'start', '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HELI_NO_BUILD: '1' },
  });
  const address = await addressFrom(child);
  child.stdout?.resume();
  await (await fetch(address)).text();
  return {
    address,
    folder,
    startMs: performance.now() - from,
    pid: child.pid ?? 0,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Resident memory of a process and its children, megabytes (Linux). */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

export interface Seat {
  station: string;
  cookie: string;
}

async function rpc(address: string, name: string, parts: { input: unknown; cookie?: string }) {
  const response = await fetch(`${address}/rpc/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-heli': '1',
      'idempotency-key': randomUUID(),
      cookie: parts.cookie ?? '',
    },
    body: JSON.stringify({ json: parts.input }),
  });
  const body = (await response.json()) as { json: Record<string, string> };
  if (!response.ok) throw new Error(`${name}: ${JSON.stringify(body.json)}`);
  const cookie = response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  return { json: body.json, cookie };
}

async function signIn(address: string, login: string): Promise<string> {
  return (await rpc(address, 'access/signIn', { input: { login, password: 'bench-password' } })).cookie;
}

const TOWNS = ['001', '002', '003', '101', '102', '103', '104', '105'];

/** Eight stations of one county, each with its head signed in. */
export async function seatStations(address: string): Promise<Seat[]> {
  const account = (name: string) => ({ name, username: name, phone: '', password: 'bench-password' });
  const areas = await rpc(address, 'places/areas', { input: { parent: '430181000000' } });
  const towns = (areas.json as unknown as { items: { code: string }[] }).items.slice(0, TOWNS.length);
  const first = { id: randomUUID(), town: towns[0]?.code, name: '测速站 0', operator: '测速' };
  await rpc(address, 'access/setUp', { input: { station: first, account: account('head0') } });
  const keeper = await signIn(address, 'head0');
  const seats: Seat[] = [{ station: first.id, cookie: keeper }];
  for (const [index, town] of towns.entries()) {
    if (index === 0) continue;
    const id = randomUUID();
    const input = { id, town: town.code, name: `测速站 ${index}`, operator: '测速', head: `head${index}` };
    const opened = await rpc(address, 'access/openStation', { input, cookie: keeper });
    await rpc(address, 'access/acceptInvitation', {
      input: { token: opened.json.token, account: account(`head${index}`) },
    });
    seats.push({ station: id, cookie: await signIn(address, `head${index}`) });
  }
  return seats;
}
