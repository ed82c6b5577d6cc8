import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const DIST = path.resolve('dist');
const LOCK = path.join(DIST, '.building');
const STALE_MS = 120_000;

/** Builds the pages when they are missing or older than their source. Test files run side by side: one builds, the others wait. */
export async function builtPages(): Promise<string> {
  mkdirSync(DIST, { recursive: true });
  while (!takeLock()) await pause(300);
  try {
    const run = spawnSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
    if (run.status !== 0) throw new Error('the pages could not be built');
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
  return path.join(DIST, 'web');
}

function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    if (existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs > STALE_MS)
      rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

/** What each built file holds: packages by name, our own files by path. */
export function builtContents(): Record<string, string[]> {
  return JSON.parse(readFileSync(path.join(DIST, 'web-contents.json'), 'utf8')) as Record<string, string[]>;
}

/** The scripts a page loads before anything is touched: its own and those it preloads. */
export function scriptsOf(page: 'index.html' | 'resident.html'): string[] {
  const html = readFileSync(path.join(DIST, 'web', page), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '');
}

/** Size in bytes as it travels. */
export function gzipSize(file: string): number {
  return gzipSync(readFileSync(path.join(DIST, 'web', file)), { level: 9 }).length;
}

export function builtFiles(): string[] {
  return readdirSync(path.join(DIST, 'web', 'assets')).map((name) => `assets/${name}`);
}
