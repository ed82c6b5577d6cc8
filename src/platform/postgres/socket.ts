import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { HeliError } from '../errors.ts';
import { blockedOnTheWay, type Identity } from './identity.ts';

/** Where the server listens. */
export interface Door {
  host: string;
  port: number;
  password: string | undefined;
}

/** A socket's whole path may be 107 bytes on Linux, 103 on macOS. */
const LONGEST = 103;

/**
 * A private folder for the server's socket: short, with the uid in its name (folders of two users must not meet),
 * open to the server's user only, which is what makes `trust` on the socket safe.
 */
function socketFolder(name: string, who: Identity): string {
  const own = `${name.replace('heli-', `heli-${who.uid}-`)}`;
  const fits = (base: string) =>
    Buffer.byteLength(path.join(base, own, '.s.PGSQL.5432.lock')) <= LONGEST && !blockedOnTheWay(base, who);
  const folder = path.join([os.tmpdir(), '/tmp'].find(fits) ?? '/tmp', own);
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 });
    if (who.lent) chownSync(folder, who.uid as number, who.gid as number);
  }
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== who.uid) {
    throw new HeliError('not-allowed-now', 'socket-folder-taken', { params: { folder } });
  }
  chmodSync(folder, 0o700);
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Windows: Node cannot use Unix sockets there, so the server listens on the loopback address with a password. */
async function loopbackDoor(folder: string): Promise<Door> {
  const file = path.join(folder, 'pg.password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return { host: '127.0.0.1', port: await freePort(), password: readFileSync(file, 'utf8').trim() };
}

/** Prepares the place where the server will listen. */
export async function openDoor(folder: string, name: string, who: Identity): Promise<Door> {
  if (process.platform === 'win32') return loopbackDoor(folder);
  return { host: socketFolder(name, who), port: 5432, password: undefined };
}

/** Leaves nothing behind: the socket folder goes when the server has ended. */
export function closeDoor(door: Door): void {
  if (process.platform !== 'win32') rmSync(door.host, { recursive: true, force: true });
}
