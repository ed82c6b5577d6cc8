import { createHash } from 'node:crypto';
import path from 'node:path';
import { findBinaries } from './binaries.ts';
import { type Cluster, SUPERUSER } from './cluster.ts';
import { checkVersions, prepareFolder, touching, writeMarker } from './folder.ts';
import { serverIdentity } from './identity.ts';
import { initialiseCluster } from './initialise.ts';
import { takeFolderLock } from './lock.ts';
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
  /** The claim on that folder when it was made before (to write there first). It passes to the server. */
  claim?: FolderClaim;
  /** Told when the server died without being asked to, and once more ('still-down') when several tries of restarting it failed. */
  onExit?: (reason: string) => void;
}

/** The right to use a data folder: no other program can have it at the same time. */
export interface FolderClaim {
  /** The folder's real path. */
  folder: string;
  release(): Promise<void>;
}

/**
 * Makes a data folder when missing and claims it, before anything is written there.
 * @throws HeliError folder-in-use, folder-not-writable, folder-of-another, folder-not-reachable, disk-full
 */
export async function claimFolder(wanted: string): Promise<FolderClaim> {
  const folder = prepareFolder(wanted, serverIdentity());
  return { folder, ...(await takeFolderLock(folder)) };
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
  claim: FolderClaim;
  adopted: boolean;
}

function running({ cluster, watch, claim, adopted }: Parts): RunningPostgres {
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
      stopping ??= closeCluster(cluster, watch).finally(() => claim.release());
      return stopping;
    },
    restart: () =>
      watch.pause(async () => {
        await bringDown(cluster);
        await bringUp(cluster);
      }),
  };
}

async function startClaimed(claim: FolderClaim, options: StartOptions): Promise<RunningPostgres> {
  const { folder } = claim;
  const cluster = await describeCluster(folder);
  try {
    await initialiseCluster(cluster);
    touching(folder, () => writeMarker(folder));
    const adopted = await bringUp(cluster);
    const watch = watchServer(cluster, options.onExit ?? (() => undefined));
    return running({ cluster, watch, claim, adopted });
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
  const claim = options.claim ?? (await claimFolder(options.folder));
  try {
    return await startClaimed(claim, options);
  } catch (error) {
    await claim.release();
    throw error;
  }
}
