// The program over pools that write down every statement that is sent, and what each cost in rows read.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { configure } from '../../src/platform/config.ts';
import { listen } from '../../src/server/listen.ts';
import { makeProgram } from '../../src/server/program.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { TEST_SECRETS } from '../support/secrets.ts';

export interface Sent {
  text: string;
  values: unknown[];
}

/** The statements of one transaction, or one that was sent alone. */
export interface Exchange {
  as: 'app' | 'auth';
  statements: Sent[];
}

export interface Watched {
  address: string;
  database: TestDatabase;
  /** Everything sent since the last time this was asked. */
  take: () => Exchange[];
  /** Rows read by whole scans so far, per table; and index entries read. */
  readCounts: () => Promise<Record<string, { scanned: number; fetched: number }>>;
  stop: () => Promise<void>;
}

/** One connection's statements, from begin to commit, in the order sent. */
function watchClient(client: pg.PoolClient, as: Exchange['as'], exchanges: Exchange[]): void {
  let open: Sent[] | undefined;
  const note = (sent: Sent) => {
    if (/^begin/i.test(sent.text)) open = [];
    else if (/^(commit|rollback)/i.test(sent.text)) {
      if (open?.length) exchanges.push({ as, statements: open });
      open = undefined;
    } else if (open) open.push(sent);
    else exchanges.push({ as, statements: [sent] });
  };
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    const [first, second] = args;
    if (typeof first === 'string') note({ text: first, values: Array.isArray(second) ? second : [] });
    else {
      const { text, values } = first as pg.QueryConfig;
      note({ text, values: values ?? (Array.isArray(second) ? second : []) });
    }
    return query(...args);
  }) as typeof client.query;
}

/** Makes every connection of a pool hand in what it counted. */
async function flush(pool: pg.Pool): Promise<void> {
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  await Promise.all(clients.map((client) => client.query('select pg_stat_force_next_flush()')));
  for (const client of clients) client.release();
}

const COUNTS = `select relid::regclass::text as name, seq_tup_read::int as scanned, coalesce(idx_tup_fetch, 0)::int as fetched
  from pg_stat_user_tables`;

/** Starts the program in this process over a database of its own. */
export async function startWatched(): Promise<Watched> {
  const database = await makeDatabase();
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'heli-watched-'));
  const exchanges: Exchange[] = [];
  database.app.on('connect', (client) => watchClient(client as pg.PoolClient, 'app', exchanges));
  database.auth.on('connect', (client) => watchClient(client as pg.PoolClient, 'auth', exchanges));
  const config = configure({ dataFolder, port: 0, webFolder: path.resolve('dist/web') });
  const engine = { database, kind: 'server' as const, secrets: TEST_SECRETS, stop: async () => {} };
  const program = await makeProgram({ config, engine });
  const listener = await listen(config, program.app.fetch as never);
  return {
    address: listener.address,
    database,
    take: () => exchanges.splice(0),
    readCounts: async () => {
      await flush(database.app);
      await flush(database.auth);
      exchanges.splice(0);
      const { rows } = await database.owner.query<{ name: string; scanned: number; fetched: number }>(COUNTS);
      return Object.fromEntries(rows.map(({ name, ...counts }) => [name, counts]));
    },
    stop: async () => {
      await listener.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
