import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { HeliError } from '../platform/errors.ts';
import type { Config } from '../platform/config.ts';
import { addressOf, type Database, ensureDatabase, openDatabase } from '../platform/database/open.ts';
import type { RunningPostgres } from '../platform/postgres/start.ts';
import { startPostgres } from '../platform/postgres/start.ts';
import { readSecrets, type Secrets } from '../platform/secrets.ts';
import { loadChanges, loadTowns } from '../places/areas/load-areas.ts';
import { report } from '../platform/report.ts';
import { isLocal } from './address.ts';
import { makeProgram } from './program.ts';

/** A running Heli. */
export interface RunningHeli {
  /** What a browser opens, http(s)://host:port. */
  address: string;
  /** Set-up from another machine asks for this code; undefined once set up, and where only this machine is served. */
  setUpCode: string | undefined;
  database: 'embedded' | 'server';
  stop: () => Promise<void>;
}

interface Engine {
  database: Database;
  kind: 'embedded' | 'server';
  stop: () => Promise<void>;
}

const DATABASE_NAME = 'heli';

/** Starts the database: the embedded one, or the server that DATABASE_URL names. */
export async function startEngine(config: Config, secrets: Secrets): Promise<Engine> {
  if (config.databaseUrl) {
    const database = await openDatabase(addressOf(config.databaseUrl), secrets);
    return { database, kind: 'server', stop: () => database.close() };
  }
  const server = await startPostgres({
    folder: config.dataFolder,
    onExit: (reason) => report('database-exit', { reason }),
  });
  try {
    const database = await openEmbedded(server, secrets);
    return {
      database,
      kind: 'embedded',
      stop: async () => {
        await database.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openEmbedded(server: RunningPostgres, secrets: Secrets): Promise<Database> {
  const owner = {
    host: server.host,
    port: server.port,
    user: server.superuser,
    ...(server.password ? { password: server.password } : {}),
  };
  await ensureDatabase({ ...owner, database: 'postgres' }, DATABASE_NAME);
  return openDatabase({ ...owner, database: DATABASE_NAME }, secrets);
}

async function loadAreas(database: Database): Promise<void> {
  const { rows } = await database.owner.query('select 1 from heli.area limit 1');
  if (rows.length === 0) await loadTowns(database.owner);
  await loadChanges(database.owner);
}

/** Starts Heli: database, migrations, lists of areas, web and API. */
export async function serve(config: Config): Promise<RunningHeli> {
  await mkdir(config.dataFolder, { recursive: true });
  const secrets = await readSecrets(config.dataFolder);
  const engine = await startEngine(config, secrets);
  try {
    await loadAreas(engine.database);
    const program = await makeProgram({ config, secrets, database: engine.database, kind: engine.kind });
    const listener = await listen(config, program.app.fetch as never);
    return {
      address: listener.address,
      setUpCode: isLocal(config.host) ? undefined : program.setUpCode,
      database: engine.kind,
      stop: async () => {
        await listener.close();
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

async function makeServer(config: Config, fetch: (request: Request) => Promise<Response>): Promise<http.Server> {
  const handler = getRequestListener(fetch as never);
  if (!config.tls) return http.createServer(handler);
  const { cert, key } = config.tls;
  for (const file of [cert, key]) {
    if (!existsSync(file)) throw new HeliError('invalid', 'no-such-file', { params: { file } });
  }
  return https.createServer(
    { cert: await readFile(cert), key: await readFile(key) },
    handler,
  ) as unknown as http.Server;
}

async function listen(config: Config, fetch: (request: Request) => Promise<Response>) {
  const server = await makeServer(config, fetch);
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  server.listen(config.port, config.host);
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]) => {
      throw portError(error as { code?: string }, config);
    }),
  ]);
  const { port } = server.address() as AddressInfo;
  const shown = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  return {
    address: `${config.tls ? 'https' : 'http'}://${shown.includes(':') ? `[${shown}]` : shown}:${port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 2_000).unref();
      await closed;
    },
  };
}

function portError(error: { code?: string }, { port, host }: Config): unknown {
  if (error.code === 'EADDRINUSE') return new HeliError('not-allowed-now', 'port-in-use', { params: { port } });
  if (error.code === 'EACCES') return new HeliError('not-allowed-now', 'port-refused', { params: { port } });
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new HeliError('invalid', 'no-such-host', { params: { host } });
  return error;
}
