import { existsSync } from 'node:fs';
import path from 'node:path';
import { type QuickPostgres, startQuickPostgres } from '../support/quick-postgres.ts';

const BIN = '/usr/lib/postgresql/15/bin';

/** Debian's PostgreSQL 15, where it is installed: the oldest version Heli's SQL is written for. */
export const hasDebianPostgres = existsSync(path.join(BIN, 'postgres'));

/** Starts a server of PostgreSQL 15 on a folder of its own, below the temporary folder. */
export const startDebianPostgres = (): Promise<QuickPostgres> =>
  startQuickPostgres({ bin: BIN, environment: {}, settings: {} });
