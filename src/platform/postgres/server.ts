import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { type Cluster, serverEnvironment, wait } from './cluster.ts';
import { touching } from './folder.ts';
import { spawnAs } from './identity.ts';
import { troubleIn } from './initialise.ts';
import { adoptOrClear, answersForUs, readPidFile } from './leftover.ts';
import { logSince, logSize, rotateLog } from './log.ts';
import { isAlive } from './processes.ts';
import { serverSettings } from './settings.ts';

function serverArguments(cluster: Cluster): string[] {
  const place =
    process.platform === 'win32'
      ? { listen_addresses: cluster.host }
      : { listen_addresses: '', unix_socket_directories: cluster.host, unix_socket_permissions: '0700' };
  const settings = { ...serverSettings(), ...place, port: String(cluster.port), cluster_name: cluster.name };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Starts the postmaster in a session of its own, so that a Ctrl-C meant for Heli does not reach it first. */
function spawnPostmaster(cluster: Cluster): void {
  const log = touching(cluster.folder, () => openSync(cluster.log, 'a', 0o600));
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.data, ...serverArguments(cluster)], {
    ...spawnAs(cluster.who),
    cwd: cluster.data,
    detached: true,
    env: serverEnvironment(cluster.binaries),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  cluster.pid = child.pid ?? 0;
}

/** Windows: pg_ctl takes an administrator's rights away from the server, which PostgreSQL insists on. */
function startWithPgCtl(cluster: Cluster): void {
  const options = serverArguments(cluster).map((part) => (part.includes(' ') ? `"${part}"` : part));
  const words = ['start', '-w', '-D', cluster.data, '-l', cluster.log, '-o', options.join(' ')];
  spawnSync(cluster.binaries.pgCtl, words, { env: serverEnvironment(cluster.binaries), windowsHide: true });
  cluster.pid = readPidFile(cluster.data)?.pid ?? 0;
}

/** Waits until the server answers (true) or has died (false). Recovery after a power cut may take minutes. */
async function becomesReady(cluster: Cluster): Promise<boolean> {
  for (let pause = 10; cluster.pid > 0 && isAlive(cluster.pid); pause = Math.min(200, pause + 10)) {
    if (await answersForUs(cluster)) return true;
    await wait(pause);
  }
  return false;
}

/** Workers of a killed server may outlive it for a moment and keep the next one out. */
const passes = (said: string) => /shared memory block|lock file|already in use/.test(said);

/**
 * Brings the server up: adopts one that was left behind (true) or starts it (false).
 * @throws HeliError disk-full, database-not-started, database-busy
 */
export async function bringUp(cluster: Cluster): Promise<boolean> {
  for (let attempt = 0; ; attempt += 1) {
    if (await adoptOrClear(cluster)) return true;
    rotateLog(cluster.log);
    const before = logSize(cluster.log);
    if (process.platform === 'win32') startWithPgCtl(cluster);
    else spawnPostmaster(cluster);
    if (await becomesReady(cluster)) return false;
    cluster.pid = 0;
    const said = logSince(cluster.log, before);
    if (attempt >= 5 || !passes(said)) throw troubleIn(said, cluster);
    await wait(100 * 2 ** attempt);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended meanwhile.
  }
}

async function ends(pid: number, within: number): Promise<boolean> {
  const deadline = Date.now() + within;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await wait(10);
  }
  return true;
}

/** Stops the server: fast (open transactions are rolled back), and if half a minute is not enough, at once. */
export async function bringDown(cluster: Cluster): Promise<void> {
  const { pid } = cluster;
  cluster.pid = 0;
  if (pid === 0) return;
  if (process.platform === 'win32') {
    spawnSync(cluster.binaries.pgCtl, ['stop', '-m', 'fast', '-w', '-D', cluster.data], { windowsHide: true });
    return;
  }
  signal(pid, 'SIGINT');
  if (await ends(pid, 30_000)) return;
  signal(pid, 'SIGQUIT');
  await ends(pid, 10_000);
}
