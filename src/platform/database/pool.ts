import pg from 'pg';
import { report } from '../report.ts';

/** Where a database is and who logs in. */
export interface Address {
  host: string;
  port: number;
  database: string;
  user: string;
  password?: string;
  ssl?: boolean | undefined;
}

// Calendar days stay words (a Date would move them by the time zone); counts fit a double.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

export interface PoolOptions {
  most: number;
  searchPath?: string;
  /** Statements are sent without waiting for the answer to the one before. */
  pipeline?: boolean;
}

/** A pool that survives a database that goes away: broken idle connections are dropped, not thrown. */
export function openPool(address: Address, options: PoolOptions): pg.Pool {
  const settings = ['-c statement_timeout=60000', '-c timezone=UTC'];
  if (options.searchPath) settings.push(`-c search_path=${options.searchPath}`);
  const pool = new pg.Pool({
    ...address,
    ssl: address.ssl ?? false,
    max: options.most,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5_000,
    options: settings.join(' '),
    pipeline: options.pipeline ?? false,
  } as pg.PoolConfig);
  pool.on('error', (error) => report('database-connection-lost', { code: (error as { code?: string }).code ?? '' }));
  // A connection in use that breaks tells whoever uses it through its statements; nobody else needs to hear it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
