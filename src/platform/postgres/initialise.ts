import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { HeliError } from '../errors.ts';
import { type Cluster, SUPERUSER, serverEnvironment, wait } from './cluster.ts';
import { touching } from './folder.ts';
import { spawnAs } from './identity.ts';
import { runsSomewhere } from './processes.ts';

function initdbArguments(cluster: Cluster, half: string): string[] {
  const access = cluster.password
    ? ['--auth=scram-sha-256', `--pwfile=${path.join(cluster.folder, 'pg.password')}`]
    : ['--auth-local=trust', '--auth-host=reject'];
  const kind = ['--encoding=UTF8', '--locale=C', '--data-checksums', '--no-instructions'];
  return [`--pgdata=${half}`, `--username=${SUPERUSER}`, ...kind, ...access];
}

function runInitdb(cluster: Cluster, half: string): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(cluster.binaries.initdb, initdbArguments(cluster, half), {
      ...spawnAs(cluster.who),
      cwd: half,
      env: serverEnvironment(cluster.binaries),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** What went wrong, read from what a database program said. */
export function troubleIn(said: string, cluster: Cluster): HeliError {
  const full = /No space left on device|Disk quota exceeded|could not resize shared memory/.test(said);
  return full
    ? new HeliError('not-allowed-now', 'disk-full', { params: { folder: cluster.folder } })
    : new HeliError('not-allowed-now', 'database-not-started', { params: { log: cluster.log } });
}

/** A rename is kept through a power cut only when its folder is on the disk too. Windows cannot open folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Makes the cluster unless it is there: in pg.new, renamed when whole, so that a half-made one never looks made.
 * The lock of the folder must be held.
 */
export async function initialiseCluster(cluster: Cluster): Promise<void> {
  if (existsSync(path.join(cluster.data, 'PG_VERSION'))) return;
  const half = `${cluster.data}.new`;
  // An initdb whose program was killed still writes there, and clears the place when it fails.
  for (let turn = 0; runsSomewhere(`--pgdata=${half}`) && turn < 100; turn += 1) await wait(100);
  touching(cluster.folder, () => {
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { mode: 0o700 });
    if (cluster.who.lent) chownSync(half, cluster.who.uid as number, cluster.who.gid as number);
  });
  const { code, said } = await runInitdb(cluster, half);
  if (code !== 0) {
    rmSync(half, { recursive: true, force: true });
    touching(cluster.folder, () => appendFileSync(cluster.log, said, { mode: 0o600 }));
    throw troubleIn(said, cluster);
  }
  touching(cluster.folder, () => {
    renameSync(half, cluster.data);
    syncFolder(cluster.folder);
  });
}
