import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { SUPERUSER } from './cluster.ts';
import { readPidFile } from './leftover.ts';
import { folderHolder } from './lock.ts';

/** How to reach the server that a running program keeps on a data folder. */
export interface Attached {
  host: string;
  port: number;
  user: string;
  password?: string;
}

/** The process id of the program running on a data folder (0: it does not say); undefined when none is. */
export async function findHolder(folder: string): Promise<number | undefined> {
  return existsSync(folder) ? folderHolder(realpathSync(folder)) : undefined;
}

/** The embedded server of a program that is running on a data folder, for verify and backup beside it. */
export async function findRunningServer(folder: string): Promise<Attached | undefined> {
  if ((await findHolder(folder)) === undefined) return undefined;
  const left = readPidFile(path.join(realpathSync(folder), 'pg'));
  if (!left) return undefined;
  const secret = path.join(folder, 'pg.password');
  const password = existsSync(secret) ? { password: readFileSync(secret, 'utf8').trim() } : {};
  return { host: left.socketFolder || '127.0.0.1', port: left.port, user: SUPERUSER, ...password };
}
