import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageRoot } from '../places/areas/data-folder.ts';
import { addressOf } from '../platform/database/open.ts';
import { type Address, openPool } from '../platform/database/pool.ts';
import { HeliError } from '../platform/errors.ts';
import { findRunningServer } from '../platform/postgres/attach.ts';
import { blockedOnTheWay, serverIdentity } from '../platform/postgres/identity.ts';
import { startPostgres } from '../platform/postgres/start.ts';
import type pg from 'pg';

const DATABASE = 'heli';
/** Where root keeps the data when the usual place lies below a folder that only root may pass, such as /root. */
const FOLDER_OF_ROOT = '/var/lib/heli';

/** Where Heli keeps its data when nobody says: data/ in a checkout, else ~/.heli. */
export function usualFolder(): string {
  const root = packageRoot();
  const folder = existsSync(path.join(root, 'src')) ? path.join(root, 'data') : path.join(os.homedir(), '.heli');
  return blockedOnTheWay(folder, serverIdentity()) ? FOLDER_OF_ROOT : folder;
}

async function withPool<T>(address: Address, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = openPool(address, { most: 2 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** The database of a program that is not running: its server is started for the work and stopped after it. */
async function withOwnServer<T>(folder: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  if (!existsSync(path.join(folder, 'pg'))) {
    throw new HeliError('not-found', 'folder-empty', { params: { folder } });
  }
  const { host, port, superuser: user, password, stop } = await startPostgres({ folder });
  try {
    return await withPool({ host, port, user, database: DATABASE, ...(password ? { password } : {}) }, work);
  } finally {
    await stop();
  }
}

/**
 * Works on the database as its owner: the one DATABASE_URL names, the server of the program that is running on the
 * folder, or, when none is, the folder's own server for as long as the work takes.
 * @throws HeliError folder-empty, and those of startPostgres
 */
export async function withOwnerPool<T>(folder: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const url = process.env.DATABASE_URL;
  if (url) return withPool(addressOf(url), work);
  const running = await findRunningServer(folder);
  return running ? withPool({ ...running, database: DATABASE }, work) : withOwnServer(folder, work);
}

/** A station by its id, the word of its page, or its name. @throws HeliError no-such-station when none, or several, bear it */
export async function findStationNamed(pool: pg.Pool, station: string): Promise<{ county: number; station: string }> {
  const { rows } = await pool.query<{ county: number; station: string }>(
    'select county_id as county, id as station from heli.station where id::text = $1 or slug = $1 or name = $1 limit 2',
    [station],
  );
  const [only, second] = rows;
  if (!only || second) throw new HeliError('not-found', 'no-such-station', { params: { station } });
  return only;
}
