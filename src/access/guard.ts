import type pg from 'pg';
import { HeliError } from '../platform/errors.ts';
import { digestUnder } from '../platform/pipeline/canonical.ts';

const MOST_FAILURES = 10;
const LOCKED_MINUTES = 15;

/** The name under which failures are counted: a keyed digest, because people type passwords into the wrong box. */
export function guardKey(digestKey: Buffer, login: string): string {
  return digestUnder(digestKey, `login\n${login.toLowerCase()}`).toString('hex');
}

/**
 * Counts a try before the password is looked at, so that many tries at once are not many guesses. Refuses a name that
 * rests, whether it exists or not; the tenth failure makes it rest for fifteen minutes, and failures older than that
 * are forgotten.
 * @returns until when the name rests if this try fails too
 */
export async function countTry(pool: pg.Pool, key: string, now: Date): Promise<Date | undefined> {
  const { rows } = await pool.query<{ locked_until: Date | null }>(
    `insert into heli.sign_in_guard as g (login, failures, last_failure_at) values ($1, 1, $2)
     on conflict (login) do update set
       failures = case when g.last_failure_at <= $2 - make_interval(mins => $4) then 1 else g.failures + 1 end,
       locked_until = case when g.last_failure_at > $2 - make_interval(mins => $4) and g.failures + 1 >= $3
         then $2 + make_interval(mins => $4) end,
       last_failure_at = $2
     where g.locked_until is null or g.locked_until <= $2
     returning locked_until`,
    [key, now, MOST_FAILURES, LOCKED_MINUTES],
  );
  if (rows[0]) return rows[0].locked_until ?? undefined;
  throw locked(await lockedUntil(pool, key, now));
}

async function lockedUntil(pool: pg.Pool, key: string, now: Date): Promise<Date> {
  const { rows } = await pool.query<{ locked_until: Date | null }>(
    'select locked_until from heli.sign_in_guard where login = $1',
    [key],
  );
  return rows[0]?.locked_until ?? now;
}

/** The refusal of a name that rests, with the time when it may be tried again. */
export function locked(until: Date): HeliError {
  return new HeliError('too-many', 'locked', { params: { until: timeInChina(until) } });
}

export async function clearFailures(pool: pg.Pool, key: string): Promise<void> {
  await pool.query('delete from heli.sign_in_guard where login = $1', [key]);
}

function timeInChina(at: Date): string {
  return at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
}

export interface Limiter {
  /** Refuses an address that asks too often. */
  take: (address: string, now: Date) => void;
}

/** At most `most` tries a minute from one network address. An office shares an address, so this is only a brake. */
export function openLimiter(most: number): Limiter {
  let minute = 0;
  let counts = new Map<string, number>();
  return {
    take: (address, now) => {
      const current = Math.floor(now.getTime() / 60_000);
      if (current !== minute) counts = new Map();
      minute = current;
      const count = (counts.get(address) ?? 0) + 1;
      counts.set(address, count);
      if (count > most) throw new HeliError('too-many', 'too-many');
    },
  };
}
