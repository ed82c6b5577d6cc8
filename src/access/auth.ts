import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import type pg from 'pg';
import { newId } from '../platform/ids.ts';

export interface AuthOptions {
  /** Logs in as heli_auth, search_path auth. */
  pool: pg.Pool;
  secret: string;
  /** True behind HTTPS: cookies then travel only there. */
  secure: boolean;
}

const THIRTY_DAYS_S = 30 * 24 * 3600;
const USERNAME = /^[\p{Script=Han}A-Za-z0-9_.-]+$/u;

/**
 * Sessions, passwords and six-digit codes, by better-auth. It is only ever called from our own procedures: it has no
 * HTTP door here, so that limits, cross-site checks, the access log and the wording are the same for everything.
 */
export function openAuth({ pool, secret, secure }: AuthOptions) {
  return betterAuth({
    appName: '合力',
    baseURL: 'http://localhost',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    session: { expiresIn: THIRTY_DAYS_S, disableSessionRefresh: true, freshAge: 0 },
    advanced: {
      cookiePrefix: 'heli',
      useSecureCookies: secure,
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ['x-heli-address'] },
    },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 30, usernameValidator: (name) => USERNAME.test(name) }),
      twoFactor({ issuer: '合力 Heli' }),
    ],
  });
}

export type Auth = ReturnType<typeof openAuth>;
