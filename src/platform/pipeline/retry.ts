import { isConnectionLoss, sqlState } from '../database/flight.ts';
import { HeliError } from '../errors.ts';

/** Thrown when the database stays away or its disk is full: the door answers 503 and the outbox tries again later. */
export class DatabaseAway extends Error {
  readonly reason: 'database-away' | 'disk-full';

  constructor(reason: DatabaseAway['reason'], cause: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

const PAUSES_MS = [50, 200, 500, 1000, 1500, 2000];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs work again when the connection was lost or the database asks for it (serialisation, deadlock). */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of [...PAUSES_MS, undefined]) {
    try {
      return await work();
    } catch (error) {
      const again = isConnectionLoss(error) || ['40001', '40P01'].includes(sqlState(error) ?? '');
      if (!again) throw asHeliError(error);
      if (wait === undefined) throw new DatabaseAway('database-away', error);
      await pause(wait);
    }
  }
  throw new DatabaseAway('database-away', undefined);
}

/** The errors that our own functions and policies raise, in our own terms. Decided on SQLSTATE alone. */
function asHeliError(error: unknown): unknown {
  switch (sqlState(error)) {
    case 'HE401':
      return new HeliError('unauthenticated', 'unauthenticated');
    case 'HE422':
      return new HeliError('not-allowed-now', 'clock-back');
    case 'HE410':
      return new HeliError('not-allowed-now', 'invitation-gone');
    case 'HE409':
      return new HeliError('not-allowed-now', 'key-reused');
    case '42501':
      return new HeliError('forbidden', 'forbidden');
    case '23505':
      return new HeliError('conflict', 'already-there');
    case '53100':
      return new DatabaseAway('disk-full', error);
    // Texts that PostgreSQL cannot hold (NUL), days before its calendar, a cursor made up by hand.
    case '22021':
    case '22P05':
    case '22P02':
    case '22007':
    case '22008':
      return new HeliError('invalid', 'not-json');
    default:
      return error;
  }
}
