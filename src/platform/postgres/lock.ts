import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { HeliError } from '../errors.ts';

/** Held while a program uses a data folder. The kernel frees it when the program dies, however it dies. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Where the lock of a folder lives. Linux: an abstract socket (no file, one per network namespace: two containers
 * that share a volume do not see each other's). Windows: a named pipe. macOS and the rest: a socket file, which a
 * killed program leaves behind and the next one clears after knocking.
 */
function lockAddress(folder: string): string {
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  if (process.platform === 'linux') return `\0heli-${mark}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\heli-${mark}`;
  return path.join(os.tmpdir(), `heli-${mark}.lock`);
}

function listen(address: string): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(String(process.pid));
    });
    server.once('error', reject);
    server.listen(address, () => resolve(server.unref()));
  });
}

/**
 * Takes the lock of a data folder (its real path), before anything in the folder is touched.
 * @throws HeliError folder-in-use when another program holds it
 */
export async function takeFolderLock(folder: string): Promise<FolderLock> {
  const address = lockAddress(folder);
  const server = await listen(address).catch(async (error: NodeJS.ErrnoException) => {
    const holder = await folderHolder(folder);
    const leftover = error.code === 'EADDRINUSE' && address.startsWith('/') && holder === undefined;
    if (!leftover) throw new HeliError('not-allowed-now', 'folder-in-use', { params: { folder } });
    unlinkSync(address);
    return listen(address);
  });
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** The process id of the program that holds a data folder (its real path); 0 when it does not say; undefined when none does. */
export function folderHolder(folder: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(lockAddress(folder));
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(Number(answer)));
  });
}
