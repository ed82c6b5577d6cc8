import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database/open.ts';
import type { Address } from '../../src/platform/database/pool.ts';
import { TEST_SECRETS } from './secrets.ts';

export interface TestDatabase extends Database {
  address: Address;
  /** As a connection string, for a program started over it. */
  url: string;
  drop: () => Promise<void>;
}

async function asSuperuser(text: string): Promise<void> {
  const client = new pg.Client({ ...inject('postgres'), ssl: false });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

export function urlOf(address: Address): string {
  const password = address.password ? `:${encodeURIComponent(address.password)}` : '';
  return `postgres://${address.user}${password}@localhost:${address.port}/${address.database}?host=${encodeURIComponent(address.host)}`;
}

/** An empty database of its own: migrated, with the provinces to towns. */
export async function makeDatabase(): Promise<TestDatabase> {
  const name = `heli_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`create database ${name} template heli_template strategy file_copy`);
  const address = { ...inject('postgres'), database: name };
  const database = await openDatabase(address, TEST_SECRETS);
  return {
    ...database,
    address,
    url: urlOf(address),
    drop: async () => {
      await database.close();
      await asSuperuser(`drop database ${name} with (force)`);
    },
  };
}
