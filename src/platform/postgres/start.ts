import { createHash } from 'node:crypto';
import path from 'node:path';
import { findBinaries } from './binaries.ts';
import { type Cluster, SUPERUSER } from './cluster.ts';
import { checkVersions, prepareFolder, touching, writeMarker } from './folder.ts';
import { serverIdentity } from './identity.ts';
import { initialiseCluster } from './initialise.ts';
import { type FolderLock, takeFolderLock } from './lock.ts';
import { bringDown, bringUp } from './server.ts';
import { closeDoor, openDoor } from './socket.ts';
import { type Watch, watchServer } from './watch.ts';

/** A PostgreSQL of our own, up and answering. */
export interface RunningPostgres {
  /** The private socket folder (on Windows 127.0.0.1), for `host` of a connection. */
  host: string;
  port: number;
  superuser: string;
  /** Windows only; elsewhere the socket folder is private and no password is asked. */
  password: string | undefined;
  /** True when a server left behind by a killed program was taken over. */
  adopted: boolean;
  /** The postmaster's process id now: it changes when the server is restarted. */
  readonly pid: number;
  /** The cluster's folder. */
  dataFolder: string;
  /** Stops the server (open transactions are rolled back), frees the folder and leaves nothing behind. */
  stop(): Promise<void>;
  restart(): Promise<void>;
}

export interface StartOptions {
  /** Heli's data folder; the cluster goes to pg inside it. Made when missing. */
  folder: string;
  /** Told when the server died without being asked to, and once more ('gave-up') when it could not be restarted. */
  onExit?: (reason: string) => void;
}

async function describeCluster(folder: string): Promise<Cluster> {
  const who = serverIdentity();
  const binaries = touching(folder, () => findBinaries(who, path.join(folder, 'lib')));
  const data = path.join(folder, 'pg');
  checkVersions(folder, binaries.major);
  const name = `heli-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  const door = await openDoor(folder, name, who);
  return { folder, data, log: path.join(folder, 'pg.log'), name, who, binaries, ...door, pid: 0 };
}

async function closeCluster(cluster: Cluster, watch: Watch): Promise<void> {
  await watch.end();
  await bringDown(cluster);
  closeDoor(cluster);
}

interface Parts {
  cluster: Cluster;
  watch: Watch;
  lock: FolderLock;
  adopted: boolean;
}

function running({ cluster, watch, lock, adopted }: Parts): RunningPostgres {
  let stopping: Promise<void> | undefined;
  return {
    host: cluster.host,
    port: cluster.port,
    superuser: SUPERUSER,
    password: cluster.password,
    dataFolder: cluster.data,
    adopted,
    get pid() {
      return cluster.pid;
    },
    stop() {
      stopping ??= closeCluster(cluster, watch).finally(() => lock.release());
      return stopping;
    },
    restart: () =>
      watch.pause(async () => {
        await bringDown(cluster);
        await bringUp(cluster);
      }),
  };
}

async function startLocked(folder: string, lock: FolderLock, options: StartOptions): Promise<RunningPostgres> {
  const cluster = await describeCluster(folder);
  try {
    await initialiseCluster(cluster);
    touching(folder, () => writeMarker(folder));
    const adopted = await bringUp(cluster);
    const watch = watchServer(cluster, options.onExit ?? (() => undefined));
    return running({ cluster, watch, lock, adopted });
  } catch (error) {
    await bringDown(cluster);
    closeDoor(cluster);
    throw error;
  }
}

/**
 * Starts the embedded PostgreSQL on a data folder, or takes over the one a killed program left running on it.
 * As root the server runs as uid 65534. If it dies it is restarted; see {@link StartOptions.onExit}.
 * @throws HeliError with a reason of words/postgres.ts: folder-in-use, folder-not-writable, disk-full …
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const folder = prepareFolder(options.folder, serverIdentity());
  const lock = await takeFolderLock(folder);
  try {
    return await startLocked(folder, lock, options);
  } catch (error) {
    await lock.release();
    throw error;
  }
}
