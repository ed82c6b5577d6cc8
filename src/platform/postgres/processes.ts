import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** Linux shows processes below /proc; elsewhere ps is asked. Windows has neither and shows only that a pid lives. */
const hasProc = process.platform === 'linux';

function readProc(pid: number | string, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}

function isZombie(pid: number): boolean {
  const stat = readProc(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

/** True while a process runs: a zombie, dead but not yet reaped, does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !(hasProc && isZombie(pid));
}

function commandLines(): string[] {
  if (hasProc) {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map((pid) => readProc(pid, 'cmdline'));
  }
  if (process.platform === 'win32') return [];
  return execFileSync('ps', ['-A', '-o', 'command='], { encoding: 'utf8' }).split('\n');
}

/**
 * True while any process runs whose command line holds a text. A cluster's name finds its postmaster and its workers
 * (PostgreSQL puts it in the title of each), also workers that outlive a killed postmaster.
 */
export function runsSomewhere(text: string): boolean {
  return commandLines().some((line) => line.includes(text));
}

function commandParts(pid: number): string[] {
  if (hasProc) return readProc(pid, 'cmdline').split('\0');
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(' ');
}

/**
 * True when a live pid certainly does not serve this data: a zombie, another program, or a PostgreSQL of another
 * folder that exists. In doubt it is not foreign (on Windows always: there PostgreSQL itself knows better).
 */
export function isForeign(pid: number, data: string): boolean {
  if (process.platform === 'win32') return false;
  const parts = commandParts(pid);
  if (!path.basename(parts[0] ?? '').startsWith('postgres')) return true;
  const named = parts[parts.indexOf('-D') + 1] ?? '';
  return parts.includes('-D') && existsSync(named) && realpathSync(named) !== data;
}
