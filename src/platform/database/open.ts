import pg from 'pg';
import type { Secrets } from '../secrets.ts';
import { makeRoles, migrate } from './migrate.ts';
import { type Address, openPool } from './pool.ts';
import { keepStatistics, type Statistics } from './statistics.ts';

/** The three ways into one database, each with the rights it needs and no more. */
export interface Database {
  /** heli_app: everything the program serves, under row security, pipelined. */
  app: pg.Pool;
  /** heli_auth: schema auth only. */
  auth: pg.Pool;
  /** The owner: migrations, lists of areas, backup, verify. Never serves. */
  owner: pg.Pool;
  /** Keeps the planner's statistics up with growing tables. */
  statistics: Statistics;
  /** Migrations applied at this start. */
  migrated: string[];
  close: () => Promise<void>;
}

/** Where the owner logs in, from a connection string. */
export function addressOf(url: string): Address {
  const { hostname, port, pathname, username, password, searchParams } = new URL(url);
  const ssl = searchParams.get('sslmode');
  return {
    host: searchParams.get('host') ?? decodeURIComponent(hostname),
    port: Number(port || 5432),
    database: decodeURIComponent(pathname.slice(1)) || 'postgres',
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    ssl: ssl !== null && ssl !== 'disable',
  };
}

/** Brings a database up to this program's level (or the one named) and opens it. `owner` may create roles. */
export async function openDatabase(owner: Address, secrets: Secrets, upTo?: string): Promise<Database> {
  const client = new pg.Client({ ...owner, ssl: owner.ssl ?? false });
  await client.connect();
  let migrated: string[];
  try {
    await makeRoles(client, { app: secrets.appPassword, auth: secrets.authPassword });
    migrated = await migrate(client, upTo);
  } finally {
    await client.end();
  }
  const as = (user: string, password: string): Address => ({ ...owner, user, password });
  const app = openPool(as('heli_app', secrets.appPassword), { most: 10, pipeline: true });
  const auth = openPool(as('heli_auth', secrets.authPassword), { most: 4, searchPath: 'auth' });
  const ownerPool = openPool(owner, { most: 4 });
  const statistics = keepStatistics(ownerPool);
  return {
    app,
    auth,
    owner: ownerPool,
    statistics,
    migrated,
    close: async () => {
      await statistics.stop();
      await Promise.all([app, auth, ownerPool].map(closePool));
    },
  };
}

/** Closes a pool on purpose: that the server then ends the last connections is no news. */
async function closePool(pool: pg.Pool): Promise<void> {
  pool.removeAllListeners('error');
  pool.on('error', () => {});
  await pool.end();
}

/** Makes a database on a server of our own when it is not there yet. */
export async function ensureDatabase(server: Address, name: string): Promise<void> {
  const client = new pg.Client({ ...server, ssl: false });
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!known.rowCount)
      await client.query(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
  } finally {
    await client.end();
  }
}
