import { addressOf, type Database, ensureDatabase, openDatabase } from '../platform/database/open.ts';
import type { Config } from '../platform/config.ts';
import { claimFolder, type FolderClaim, type RunningPostgres, startPostgres } from '../platform/postgres/start.ts';
import { report } from '../platform/report.ts';
import { readSecrets, type Secrets } from '../platform/secrets.ts';

/** An open database, and how it is stopped. */
export interface Engine {
  database: Database;
  kind: 'embedded' | 'server';
  secrets: Secrets;
  stop: () => Promise<void>;
}

const DATABASE_NAME = 'heli';

/**
 * Claims the data folder (before anything is written there: two first starts may meet), reads its secrets and starts
 * the database: the embedded one, or the server that DATABASE_URL names.
 */
export async function startEngine(config: Config): Promise<Engine> {
  const claim = await claimFolder(config.dataFolder);
  try {
    const secrets = await readSecrets(claim.folder);
    return config.databaseUrl
      ? await startOnServer(config.databaseUrl, secrets, claim)
      : await startEmbedded(secrets, claim);
  } catch (error) {
    await claim.release();
    throw error;
  }
}

async function startOnServer(url: string, secrets: Secrets, claim: FolderClaim): Promise<Engine> {
  const database = await openDatabase(addressOf(url), secrets);
  const stop = async () => {
    await database.close();
    await claim.release();
  };
  return { database, kind: 'server', secrets, stop };
}

async function startEmbedded(secrets: Secrets, claim: FolderClaim): Promise<Engine> {
  const onExit = (reason: string) => report('database-exit', { reason });
  const server = await startPostgres({ folder: claim.folder, claim, onExit });
  try {
    const database = await openEmbedded(server, secrets);
    const stop = async () => {
      await database.close();
      await server.stop();
    };
    return { database, kind: 'embedded', secrets, stop };
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
