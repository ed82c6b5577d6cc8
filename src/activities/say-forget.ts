import type pg from 'pg';
import { inFlight } from '../platform/database/flight.ts';
import { KEEPER_ACCOUNT, systemAsker } from '../platform/pipeline/asker.ts';
import { become } from '../platform/pipeline/become.ts';
import { forgottenBefore } from './say-rules.ts';

/**
 * Forgets names and phones that residents left and that serve nobody any more, as the account of background work.
 * @returns how many residents' words were made nameless
 */
export async function forgetNames(pool: pg.Pool, now: Date): Promise<number> {
  return inFlight(pool, 'write', async (flight) => {
    become(flight, systemAsker(KEEPER_ACCOUNT, 0), 0);
    const rows = await flight.send<{ gone: number }>({
      name: 'activities.forget',
      text: 'select heli.forget_names($1) as gone',
      values: [forgottenBefore(now)],
    });
    await flight.commit();
    return rows[0]?.gone ?? 0;
  });
}
