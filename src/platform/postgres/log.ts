import { closeSync, copyFileSync, existsSync, openSync, readSync, rmSync, statSync, truncateSync } from 'node:fs';

const MOST_BYTES = 5 * 1024 * 1024;

/**
 * Keeps the log below 5 MB and one older part beside it. Copied and cut rather than renamed, for the server writes
 * to the open file itself (appending), so that its log outlives this program.
 */
export function rotateLog(file: string): void {
  if (!existsSync(file) || statSync(file).size <= MOST_BYTES) return;
  try {
    copyFileSync(file, `${file}.1`);
  } catch {
    // A full disk: the older part is given up rather than the room.
    rmSync(`${file}.1`, { force: true });
  }
  truncateSync(file);
}

export function logSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** What was logged from a place on: at most the last 8 kB, for finding out why a start failed. */
export function logSince(file: string, place: number): string {
  const size = logSize(file);
  const from = Math.max(place, size - 8192);
  if (size <= from) return '';
  const bytes = Buffer.alloc(size - from);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, bytes, 0, bytes.length, from);
  } finally {
    closeSync(handle);
  }
  return bytes.toString('utf8');
}
