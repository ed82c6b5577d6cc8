import type pg from 'pg';
import type { RoleAt } from '../platform/permission.ts';
import type { Asker } from '../platform/pipeline/asker.ts';
import { isConnectionLoss } from '../platform/database/flight.ts';
import { retried } from '../platform/pipeline/retry.ts';
import type { Auth } from './auth.ts';

/** How long the rules in TypeScript may trust what they read of an account. The database checks every time. */
const TRUST_MS = 30_000;
const MOST_KEPT = 5_000;

export interface Sessions {
  /** Who a cookie belongs to (again: asked anew, not remembered); undefined when it is nobody's. */
  find: (headers: Headers, again?: 'again') => Promise<Asker | undefined>;
  /** Forget what was read: after grants, passwords or sessions changed. */
  forget: () => void;
}

/** Finds askers from session cookies and keeps them for a moment. */
export function openSessions(auth: Auth, pool: pg.Pool): Sessions {
  const kept = new Map<string, { asker: Asker; until: number }>();
  return {
    forget: () => kept.clear(),
    find: async (headers, again) => {
      const cookie = sessionCookie(headers);
      if (!cookie) return undefined;
      const known = kept.get(cookie);
      if (!again && known && known.until > Date.now()) return known.asker;
      const asker = await retried(() => readAsker(auth, pool, headers));
      if (kept.size > MOST_KEPT) kept.clear();
      if (asker) kept.set(cookie, { asker, until: Date.now() + TRUST_MS });
      return asker;
    },
  };
}

/** The session cookie's value, with or without the prefix browsers demand on HTTPS. */
function sessionCookie(headers: Headers): string | undefined {
  return /(?:^|;\s*)(?:__Secure-)?heli\.session_token=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1];
}

/** better-auth wraps what the database said; we want to hear it, because a lost connection is tried again. */
function rethrowCause(error: unknown): never {
  const cause = (error as { cause?: unknown }).cause;
  if (isConnectionLoss(cause)) throw cause;
  const status = (error as { statusCode?: unknown }).statusCode;
  throw status === 500 ? Object.assign(new Error('session lookup failed'), { code: '08006', cause: error }) : error;
}

async function readAsker(auth: Auth, pool: pg.Pool, headers: Headers): Promise<Asker | undefined> {
  const session = await auth.api.getSession({ headers, query: { disableRefresh: true } }).catch(rethrowCause);
  if (!session) return undefined;
  const { token } = session.session;
  const { rows } = await pool.query<{ id: string; county_id: number; name: string; roles: RoleAt[] }>(
    'select id, county_id, name, roles from heli.asker($1)',
    [token],
  );
  const row = rows[0];
  return row && { id: row.id, county: row.county_id, name: row.name, session: token, roles: row.roles };
}
