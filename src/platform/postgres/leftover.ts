import { readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { HeliError } from '../errors.ts';
import { type Cluster, SUPERUSER, wait } from './cluster.ts';
import { isAlive, isForeign, runsSomewhere } from './processes.ts';

/** What a running (or killed) postmaster wrote about itself: postmaster.pid, line by line. */
interface PidFile {
  pid: number;
  port: number;
  socketFolder: string;
}

export function readPidFile(data: string): PidFile | undefined {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, , , port, socketFolder] = lines;
    return { pid: Number(pid), port: Number(port), socketFolder: socketFolder?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

/** Asks the server where its data lies: the only sure sign that it is ours. Undefined when it does not answer. */
export async function askDataFolder(cluster: Pick<Cluster, 'host' | 'port' | 'password'>): Promise<string | undefined> {
  const client = new Client({
    host: cluster.host,
    port: cluster.port,
    user: SUPERUSER,
    password: cluster.password ?? '',
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 3000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ data_directory: string }>('show data_directory');
    return answer.rows[0]?.data_directory;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isSamePlace(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

/** True when the server behind the cluster's address serves the cluster's own data. */
export async function answersForUs(cluster: Cluster): Promise<boolean> {
  const shown = await askDataFolder(cluster);
  return shown !== undefined && isSamePlace(shown, cluster.data);
}

/**
 * Removes the marks of a dead server that PostgreSQL would believe: a pid that now belongs to a zombie or to another
 * program. A pid that is simply dead is left to PostgreSQL, which also looks for workers that outlived it.
 */
function clearStaleMarks(cluster: Cluster, left: PidFile | undefined): void {
  if (left && isAlive(left.pid) && !isForeign(left.pid, cluster.data)) return;
  if (left && !pidIsFree(left.pid)) rmSync(path.join(cluster.data, 'postmaster.pid'), { force: true });
  if (process.platform === 'win32') return;
  for (const name of [`.s.PGSQL.${cluster.port}`, `.s.PGSQL.${cluster.port}.lock`]) {
    rmSync(path.join(cluster.host, name), { force: true });
  }
}

/** True when nothing at all, not even a zombie, has this process id. */
function pidIsFree(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/**
 * Looks for a server that a killed program left behind. Adopts it (true) when it answers with our own data folder;
 * clears the way (false) when none is alive; waits while one is starting, recovering or ending.
 * @throws HeliError database-busy when a left-behind server neither answers nor ends within a minute
 */
export async function adoptOrClear(cluster: Cluster): Promise<boolean> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const left = readPidFile(cluster.data);
    if (left && (await adopt(cluster, left))) return true;
    if (!runsSomewhere(cluster.name)) {
      clearStaleMarks(cluster, readPidFile(cluster.data));
      return false;
    }
    if (Date.now() > deadline) {
      throw new HeliError('not-allowed-now', 'database-busy', { params: { pid: left?.pid ?? '' } });
    }
    await wait(100);
  }
}

async function adopt(cluster: Cluster, left: PidFile): Promise<boolean> {
  const host = left.socketFolder || cluster.host;
  const found = { ...cluster, host, port: left.port || cluster.port };
  if (!isAlive(left.pid) || !(await answersForUs(found))) return false;
  Object.assign(cluster, { host, port: found.port, pid: left.pid });
  return true;
}
