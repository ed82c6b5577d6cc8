import type pg from 'pg';
import { HeliError } from '../platform/errors.ts';
import { keepsHost } from '../platform/pipeline/asker.ts';
import type { ServerContext } from '../platform/pipeline/context.ts';

/** The backup button: only a keeper of the host, answered as a file. */
export function backupDoor(_parts: { owner: pg.Pool; dataFolder: string }) {
  return async (context: ServerContext): Promise<Response> => {
    const asker = await context.findAsker();
    if (!asker) throw new HeliError('unauthenticated', 'unauthenticated');
    if (!keepsHost(asker)) throw new HeliError('forbidden', 'forbidden');
    throw new HeliError('not-found', 'not-found');
  };
}
