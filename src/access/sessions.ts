import type pg from 'pg';
import type { Asker, RoleAt } from '../platform/pipeline/asker.ts';
import type { Auth } from './auth.ts';

/** How long the rules in TypeScript may trust what they read of an account. The database checks every time. */
const TRUST_MS = 30_000;
const MOST_KEPT = 5_000;

export interface Sessions {
  /** Who a cookie belongs to; undefined when it is nobody's. */
  find: (headers: Headers) => Promise<Asker | undefined>;
  /** Forget what was read: after grants, passwords or sessions changed. */
  forget: () => void;
}

/** Finds askers from session cookies and keeps them for a moment. */
export function openSessions(auth: Auth, pool: pg.Pool): Sessions {
  const kept = new Map<string, { asker: Asker; until: number }>();
  return {
    forget: () => kept.clear(),
    find: async (headers) => {
      const cookie = sessionCookie(headers);
      if (!cookie) return undefined;
      const known = kept.get(cookie);
      if (known && known.until > Date.now()) return known.asker;
      const asker = await readAsker(auth, pool, headers);
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

async function readAsker(auth: Auth, pool: pg.Pool, headers: Headers): Promise<Asker | undefined> {
  const session = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!session) return undefined;
  const { token } = session.session;
  const { rows } = await pool.query<{ id: string; county_id: number; name: string; roles: RoleAt[] }>(
    'select id, county_id, name, roles from heli.asker($1)',
    [token],
  );
  const row = rows[0];
  return row && { id: row.id, county: row.county_id, name: row.name, session: token, roles: row.roles };
}
