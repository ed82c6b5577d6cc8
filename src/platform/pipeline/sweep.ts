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

export interface Repeating {
  /** Waits for the work that is under way; no other follows. */
  stop: () => Promise<void>;
}

/** Does background work now and every hour, never twice at once. When it fails that is reported, and the next hour tries again. */
export function everyHour(work: () => Promise<unknown>, failed: string, everyMs: number = HOUR_MS): Repeating {
  let running: Promise<void> | undefined;
  const run = () => {
    running ??= work()
      .then(
        () => undefined,
        (error: unknown) => report(failed, { code: sqlState(error) ?? '' }),
      )
      .finally(() => {
        running = undefined;
      });
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

/** Sweeps now and every hour. */
export const sweepEveryHour = (pool: pg.Pool, everyMs?: number): Repeating =>
  everyHour(() => sweep(pool), 'sweep-failed', everyMs);
