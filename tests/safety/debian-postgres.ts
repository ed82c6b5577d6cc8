import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const BIN = '/usr/lib/postgresql/15/bin';

/** Debian's PostgreSQL 15, where it is installed: the oldest version Heli's SQL is written for. */
export const hasDebianPostgres = existsSync(path.join(BIN, 'postgres'));

export interface DebianPostgres {
  host: string;
  port: number;
  superuser: string;
  stop: () => Promise<void>;
}

/** Starts a server of PostgreSQL 15 on a folder of its own, below the temporary folder. */
export async function startDebianPostgres(): Promise<DebianPostgres> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heli-pg15-'));
  const data = path.join(folder, 'data');
  const who = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  mkdirSync(data, { mode: 0o700 });
  chmodSync(folder, 0o711);
  for (const place of 'uid' in who ? [folder, data] : []) chownSync(place, 65534, 65534);
  const run = (name: string, words: string[]) =>
    execFileSync(path.join(BIN, name), words, { ...who, cwd: folder, stdio: 'ignore', env: { LC_ALL: 'C' } });
  run('initdb', ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '-A', 'trust', '--no-sync']);
  run('pg_ctl', ['start', '-w', '-D', data, '-l', path.join(folder, 'log'), '-o', `-k ${folder} -c listen_addresses=`]);
  return {
    host: folder,
    port: 5432,
    superuser: 'postgres',
    async stop() {
      run('pg_ctl', ['stop', '-w', '-m', 'fast', '-D', data]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
