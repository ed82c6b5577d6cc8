import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBinaries } from '../../src/platform/postgres/binaries.ts';
import { serverIdentity, spawnAs } from '../../src/platform/postgres/identity.ts';
import { serverSettings } from '../../src/platform/postgres/settings.ts';

/** A server for tests alone. */
export interface QuickPostgres {
  host: string;
  port: number;
  superuser: string;
  stop: () => Promise<void>;
}

/** Where the database programs are, and what they need to find in their environment. */
export interface Programs {
  bin: string;
  environment: Record<string, string | undefined>;
  /** Settings that the server has in the product, by name. */
  settings: Record<string, string>;
}

/** What is given up where nothing has to outlive a power cut: the tests of what must (tests/safety) start the program's own. */
const NOTHING_TO_LOSE = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** Starts a server on a folder of its own, below the temporary folder, that is gone when it stops. */
export async function startQuickPostgres({ bin, environment, settings }: Programs): Promise<QuickPostgres> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heli-pg-'));
  const data = path.join(folder, 'data');
  const who = serverIdentity();
  mkdirSync(data, { mode: 0o700 });
  chmodSync(folder, 0o711);
  if (who.lent) for (const place of [folder, data]) chownSync(place, who.uid as number, who.gid as number);
  const env = { ...environment, LC_ALL: 'C', TZ: 'UTC' };
  const run = (name: string, words: string[]) =>
    execFileSync(path.join(bin, name), words, { ...spawnAs(who), cwd: folder, stdio: 'ignore', env });
  run('initdb', ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '-A', 'trust', '--no-sync']);
  const chosen = { ...settings, ...NOTHING_TO_LOSE, listen_addresses: '', unix_socket_directories: folder };
  const words = Object.entries(chosen).map(([name, value]) => `-c ${name}='${value}'`);
  run('pg_ctl', ['start', '-w', '-D', data, '-l', path.join(folder, 'log'), '-o', words.join(' ')]);
  return {
    host: folder,
    port: 5432,
    superuser: 'postgres',
    async stop() {
      run('pg_ctl', ['stop', '-w', '-m', 'immediate', '-D', data]); // everything in it is thrown away
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The program's own PostgreSQL, quick. */
export function startQuickEmbedded(): Promise<QuickPostgres> {
  const { postgres, environment } = findBinaries(serverIdentity(), path.join(os.tmpdir(), 'heli-test-lib'));
  return startQuickPostgres({ bin: path.dirname(postgres), environment, settings: serverSettings() });
}
