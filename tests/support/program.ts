import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { configure } from '../../src/platform/config.ts';
import { serve } from '../../src/server/serve.ts';
import { makeDatabase } from './database.ts';
import { TEST_SECRETS } from './secrets.ts';

export interface TestProgram {
  address: string;
  /** The database behind it, for looking. */
  database: Awaited<ReturnType<typeof makeDatabase>>;
  stop: () => Promise<void>;
}

/** The whole program over a database of its own, on a free port. */
export async function startProgram(
  options: { demo?: boolean; demoDays?: number; trustedProxies?: string[] } = {},
): Promise<TestProgram> {
  const database = await makeDatabase();
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'heli-program-'));
  await chmod(dataFolder, 0o755); // as the program makes it: its database may run as another user
  await writeFile(path.join(dataFolder, 'secrets.json'), JSON.stringify(TEST_SECRETS));
  const heli = await serve(
    configure({
      dataFolder,
      databaseUrl: database.url,
      port: 0,
      demo: options.demo ?? false,
      demoDays: options.demoDays ?? 14,
      trustedProxies: options.trustedProxies ?? [],
      webFolder: path.resolve('dist/web'),
    }),
  );
  return {
    address: heli.address,
    database,
    stop: async () => {
      await heli.stop();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
