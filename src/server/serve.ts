import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/database/open.ts';
import { forgetNames } from '../activities/say-forget.ts';
import { refreshAtNight } from '../lenses/snapshot/refresh-snapshots.ts';
import { systemClock } from '../platform/clock.ts';
import { everyHour, sweepEveryHour } from '../platform/pipeline/sweep.ts';
import { loadChanges, loadTowns } from '../places/areas/load-areas.ts';
import { isLocal } from './address.ts';
import { startEngine } from './engine.ts';
import { listen } from './listen.ts';
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

async function loadAreas(database: Database): Promise<void> {
  const { rows } = await database.owner.query('select 1 from heli.area limit 1');
  if (rows.length === 0) await loadTowns(database.owner);
  await loadChanges(database.owner);
}

/** Starts Heli: database, migrations, lists of areas, web and API. */
export async function serve(config: Config): Promise<RunningHeli> {
  const engine = await startEngine(config);
  try {
    await loadAreas(engine.database);
    const program = await makeProgram({ config, engine });
    const listener = await listen(config, program.app.fetch as never);
    const sweeping = sweepEveryHour(engine.database.app);
    const forgetting = everyHour(() => forgetNames(engine.database.app, systemClock()), 'forget-failed');
    const refreshing = everyHour(() => refreshAtNight(engine.database, systemClock()), 'snapshot-failed');
    return {
      address: listener.address,
      setUpCode: isForThisMachineOnly(config) ? undefined : program.setUpCode,
      database: engine.kind,
      stop: async () => {
        await listener.close();
        await Promise.all([sweeping.stop(), forgetting.stop(), refreshing.stop()]);
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

/** Behind a trusted proxy even a program that listens on this machine alone is reached from others. */
function isForThisMachineOnly({ host, trustedProxies }: Config): boolean {
  return isLocal(host) && trustedProxies.length === 0;
}
