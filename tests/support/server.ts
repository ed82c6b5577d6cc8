import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase, addressOf } from '../../src/platform/database/open.ts';
import type { Address } from '../../src/platform/database/pool.ts';
import { loadChanges, loadTowns } from '../../src/places/areas/load-areas.ts';
import { startQuickEmbedded } from './quick-postgres.ts';
import { TEST_SECRETS } from './secrets.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: Address;
  }
}

const TEMPLATE = 'heli_template';

/** HELI_TEST_DATABASE_URL runs the same tests on another server (Debian's PostgreSQL 15). */
async function findServer(): Promise<{ address: Address; stop: () => Promise<void> }> {
  const url = process.env.HELI_TEST_DATABASE_URL;
  if (url) return { address: addressOf(url), stop: async () => {} };
  const { host, port, superuser, stop } = await startQuickEmbedded();
  return { address: { host, port, user: superuser, database: 'postgres' }, stop };
}

async function makeTemplate(address: Address): Promise<void> {
  const client = new pg.Client({ ...address, ssl: false });
  await client.connect();
  try {
    await client.query(`drop database if exists ${TEMPLATE} with (force)`);
    await client.query(`create database ${TEMPLATE} template template0 encoding 'UTF8'`);
    const database = await openDatabase({ ...address, database: TEMPLATE }, TEST_SECRETS);
    await loadTowns(database.owner);
    await loadChanges(database.owner);
    await database.close();
  } finally {
    await client.end(); // before the server stops, or a migration's error would be hidden behind this connection's
  }
}

/** Starts the server and makes the template that every test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer();
  await makeTemplate(server.address).catch(async (error: unknown) => {
    await server.stop(); // nothing is left behind when a migration fails
    throw error;
  });
  project.provide('postgres', server.address);
  return server.stop;
}
