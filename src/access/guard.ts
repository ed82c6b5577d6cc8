import type pg from 'pg';
import { HeliError } from '../platform/errors.ts';
import { digestUnder } from '../platform/pipeline/canonical.ts';

const MOST_FAILURES = 10;
const LOCKED_MINUTES = 15;

/** The name under which failures are counted: a keyed digest, because people type passwords into the wrong box. */
export function guardKey(digestKey: Buffer, login: string): string {
  return digestUnder(digestKey, `login\n${login.toLowerCase()}`).toString('hex');
}

/** Refuses an account name that rests after too many wrong passwords, whether it exists or not. */
export async function refuseLocked(pool: pg.Pool, key: string, now: Date): Promise<void> {
  const { rows } = await pool.query<{ locked_until: Date | null }>(
    'select locked_until from heli.sign_in_guard where login = $1',
    [key],
  );
  const until = rows[0]?.locked_until;
  if (until && until > now) throw new HeliError('too-many', 'locked', { params: { until: timeInChina(until) } });
}

/** Counts a wrong password; the tenth locks the name for fifteen minutes. Failures older than that are forgotten. */
export async function countFailure(pool: pg.Pool, key: string, now: Date): Promise<void> {
  await pool.query(
    `insert into heli.sign_in_guard as g (login, failures, last_failure_at) values ($1, 1, $2)
     on conflict (login) do update set
       failures = case when g.last_failure_at < $2 - make_interval(mins => $4) then 1 else g.failures + 1 end,
       locked_until = case when g.last_failure_at >= $2 - make_interval(mins => $4) and g.failures + 1 >= $3
         then $2 + make_interval(mins => $4) end,
       last_failure_at = $2`,
    [key, now, MOST_FAILURES, LOCKED_MINUTES],
  );
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
