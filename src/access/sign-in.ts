import { inFlight, type Transaction } from '../platform/database/flight.ts';
import { HeliError } from '../platform/errors.ts';
import { type Asker, DOOR_ACCOUNT, systemAsker } from '../platform/pipeline/asker.ts';
import { become } from '../platform/pipeline/become.ts';
import type { ServerContext } from '../platform/pipeline/context.ts';
import { retried } from '../platform/pipeline/retry.ts';
import type { Auth } from './auth.ts';
import { clearFailures, countTry, guardKey, type Limiter, locked } from './guard.ts';
import { findLogin, type LoginRow, writeAccessLog } from './store.ts';

/** What signing in needs besides the request. */
export interface SignInParts {
  auth: Auth;
  limiter: Limiter;
  forget: () => void;
  version: string;
  /** The code that set-up from another machine needs; undefined where none is needed. */
  setUpCode: (context: ServerContext) => string | undefined;
  /** The random password of this demonstration's made-up accounts; undefined anywhere else. */
  demoPassword: () => string | undefined;
}

/** Work as the door's own account, before anyone is known. */
export function asDoor<T>(
  context: ServerContext,
  county: number,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return inFlight(context.services.pool, 'write', async (flight) => {
    become(flight, systemAsker(DOOR_ACCOUNT, county), county);
    const answer = await work(flight);
    await flight.commit();
    return answer;
  });
}

export interface LogEntry {
  login?: LoginRow | undefined;
  what: string;
  outcome: string;
}

/** The signed-in asker, as the access log names an account. */
export function loginOf(asker: Asker): LoginRow {
  return { id: asker.id, username: '', county_id: asker.county };
}

/** Writes the access log; tries by itself again, because what it tells of has happened and must not be done anew. */
export async function log(context: ServerContext, { login, what, outcome }: LogEntry): Promise<void> {
  const county = login?.county_id ?? 0;
  const device = context.headers.get('user-agent') ?? '';
  const line = {
    id: context.services.newId(),
    county,
    account: login?.id ?? null,
    what,
    outcome,
    address: context.address,
    device,
  };
  await retried(() => asDoor(context, county, (transaction) => writeAccessLog(transaction, line)));
}

/** The request's headers as better-auth should see them: the address is the one we believe, not the one claimed. */
export function headersFor(context: ServerContext): Headers {
  const headers = new Headers(context.headers);
  headers.set('x-heli-address', context.address);
  return headers;
}

/** Hands better-auth's cookies to the answer. */
export function passCookies(context: ServerContext, from: Headers): void {
  for (const cookie of from.getSetCookie()) context.answerHeaders.append('set-cookie', cookie);
}

/** Username or phone, and password: counts failures, locks after ten, writes the access log. */
export async function signInWith(
  parts: SignInParts,
  context: ServerContext,
  input: { login: string; password: string },
): Promise<{ needsCode: boolean }> {
  const { pool, clock, digestKey } = context.services;
  const key = guardKey(digestKey, input.login);
  const restsUntil = await countTry(pool, key, clock());
  const login = await asDoor(context, 0, (transaction) => findLogin(transaction, input.login));
  const tried = await parts.auth.api.signInUsername({
    body: { username: login?.username ?? `no-one-${key.slice(0, 8)}`, password: input.password },
    headers: headersFor(context),
    asResponse: true,
  });
  if (!tried.ok) {
    await log(context, { login, what: 'sign-in', outcome: 'wrong-password' });
    throw restsUntil ? locked(restsUntil) : new HeliError('unauthenticated', 'wrong-password');
  }
  const body = (await tried.json()) as { twoFactorRedirect?: boolean };
  await retried(() => clearFailures(pool, key));
  const needsCode = body.twoFactorRedirect === true;
  await log(context, { login, what: 'sign-in', outcome: needsCode ? 'code-asked' : 'done' });
  passCookies(context, tried.headers); // last: an answer that says "try again" brings no cookie
  return { needsCode };
}
