import type pg from 'pg';
import { inFlight, sqlState } from '../database/flight.ts';
import { report } from '../report.ts';
import { KEEPER_ACCOUNT, systemAsker } from './asker.ts';
import { become } from './become.ts';

const HOUR_MS = 3600_000;

/**
 * Deletes what has run out (kept answers, counted failures, sessions), as the system account of background work.
 * @returns how many kept answers went
 */
export async function sweep(pool: pg.Pool): Promise<number> {
  return inFlight(pool, 'write', async (flight) => {
    become(flight, systemAsker(KEEPER_ACCOUNT, 0), 0);
    const rows = await flight.send<{ sweep: number }>({ name: 'sweep', text: 'select heli.sweep()' });
    await flight.commit();
    return rows[0]?.sweep ?? 0;
  });
}

export interface Sweeping {
  /** Waits for a sweep that is under way; no other follows. */
  stop: () => Promise<void>;
}

/** Sweeps now and every hour. One that fails is reported; the next one does its work too. */
export function sweepEveryHour(pool: pg.Pool, everyMs: number = HOUR_MS): Sweeping {
  let running = Promise.resolve();
  const run = () => {
    running = sweep(pool).then(
      () => undefined,
      (error: unknown) => report('sweep-failed', { code: sqlState(error) ?? '' }),
    );
  };
  run();
  const timer = setInterval(run, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
