import { z } from 'zod';
import { inFlight, type Transaction } from '../platform/database/flight.ts';
import { HeliError } from '../platform/errors.ts';
import { DOOR_ACCOUNT, systemAsker } from '../platform/pipeline/asker.ts';
import { become } from '../platform/pipeline/become.ts';
import type { ServerContext } from '../platform/pipeline/context.ts';
import { door } from '../platform/pipeline/door.ts';
import { ANYONE, SIGNED_IN } from '../platform/pipeline/procedure.ts';
import type { Auth } from './auth.ts';
import { clearFailures, countFailure, guardKey, type Limiter, refuseLocked } from './guard.ts';
import { demoAccounts } from './queries.ts';
import { ChangePassword, EnableTwoFactor, Installation, SignedIn, SignIn, TwoFactorSecret, VerifyCode } from './schema.ts';
import { findLogin, getInstallation, type LoginRow, writeAccessLog } from './store.ts';

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

const Empty = z.strictObject({});
const Done = z.object({ done: z.boolean() });

function asDoor<T>(context: ServerContext, county: number, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return inFlight(context.services.pool, 'write', async (flight) => {
    become(flight, systemAsker(DOOR_ACCOUNT, county), county);
    const answer = await work(flight);
    await flight.commit();
    return answer;
  });
}

interface LogEntry {
  login?: LoginRow | undefined;
  what: string;
  outcome: string;
}

async function log(context: ServerContext, { login, what, outcome }: LogEntry): Promise<void> {
  const county = login?.county_id ?? 0;
  const device = context.headers.get('user-agent') ?? '';
  const line = { id: context.services.newId(), county, account: login?.id ?? null, what, outcome, address: context.address, device };
  await asDoor(context, county, (transaction) => writeAccessLog(transaction, line));
}

/** The request's headers as better-auth should see them: the address is the one we believe, not the one claimed. */
function headersFor(context: ServerContext): Headers {
  const headers = new Headers(context.headers);
  headers.set('x-heli-address', context.address);
  return headers;
}

function passCookies(context: ServerContext, from: Headers): void {
  for (const cookie of from.getSetCookie()) context.answerHeaders.append('set-cookie', cookie);
}

async function signInWith(parts: SignInParts, context: ServerContext, input: z.infer<typeof SignIn>) {
  const { pool, clock, digestKey } = context.services;
  const key = guardKey(digestKey, input.login);
  await refuseLocked(pool, key, clock());
  const login = await asDoor(context, 0, (transaction) => findLogin(transaction, input.login));
  const tried = await parts.auth.api.signInUsername({
    body: { username: login?.username ?? `no-one-${key.slice(0, 8)}`, password: input.password },
    headers: headersFor(context),
    asResponse: true,
  });
  if (!tried.ok) {
    await countFailure(pool, key, clock());
    await log(context, { login, what: 'sign-in', outcome: 'wrong-password' });
    await refuseLocked(pool, key, clock());
    throw new HeliError('unauthenticated', 'wrong-password');
  }
  passCookies(context, tried.headers);
  const body = (await tried.json()) as { twoFactorRedirect?: boolean };
  await clearFailures(pool, key);
  const needsCode = body.twoFactorRedirect === true;
  await log(context, { login, what: 'sign-in', outcome: needsCode ? 'code-asked' : 'done' });
  return { needsCode };
}

/** The doors of signing in and out. */
export function signInDoors(parts: SignInParts) {
  const { auth } = parts;
  return {
    installation: door({
      name: 'access.installation',
      permit: ANYONE,
      summary: 'What anybody may know before signing in',
      path: '/access/installation',
      input: Empty,
      output: Installation,
      handle: async (_, context) => ({
        ...(await asDoor(context, 0, getInstallation)),
        needsSetUpCode: parts.setUpCode(context) !== undefined,
        version: parts.version,
        signedIn: (await context.findAsker()) !== undefined,
      }),
    }),
    signIn: door({
      name: 'access.signIn',
      permit: ANYONE,
      summary: 'Sign in with username or phone, and password',
      path: '/access/sign-in',
      input: SignIn,
      output: SignedIn,
      handle: async (input, context) => {
        parts.limiter.take(context.address, context.services.clock());
        return signInWith(parts, context, input);
      },
    }),
    enterDemo: door({
      name: 'access.enterDemo',
      permit: ANYONE,
      summary: 'Enter the demonstration as one of its made-up people',
      path: '/access/enter-demo',
      input: z.strictObject({ account: z.uuid() }),
      output: SignedIn,
      handle: async ({ account }, context) => {
        const password = parts.demoPassword();
        const people = await asDoor(context, 0, demoAccounts);
        const person = people.find((row) => row.id === account);
        if (!person || !password) throw new HeliError('forbidden', 'not-demo');
        return signInWith(parts, context, { login: person.username, password });
      },
    }),
    verifyCode: door({
      name: 'access.verifyCode',
      permit: ANYONE,
      summary: 'The six-digit code after the password',
      path: '/access/verify-code',
      input: VerifyCode,
      output: Done,
      handle: async ({ code }, context) => {
        parts.limiter.take(context.address, context.services.clock());
        const tried = await auth.api.verifyTOTP({ body: { code }, headers: headersFor(context), asResponse: true });
        if (!tried.ok) throw new HeliError('unauthenticated', 'wrong-code');
        passCookies(context, tried.headers);
        parts.forget();
        return { done: true };
      },
    }),
    signOut: door({
      name: 'access.signOut',
      permit: SIGNED_IN,
      summary: 'Sign out here',
      path: '/access/sign-out',
      input: Empty,
      output: Done,
      handle: async (_, context) => {
        const tried = await auth.api.signOut({ headers: headersFor(context), asResponse: true });
        passCookies(context, tried.headers);
        parts.forget();
        return { done: true };
      },
    }),
    ...accountDoors(parts),
  };
}

function accountDoors({ auth, forget }: SignInParts) {
  return {
    endSignIn: door({
      name: 'access.endSignIn',
      permit: SIGNED_IN,
      summary: 'Sign out somewhere else',
      path: '/access/end-sign-in',
      input: z.strictObject({ id: z.string().max(80) }),
      output: Done,
      handle: async ({ id }, context) => {
        const ended = await inFlight(context.services.pool, 'write', async (flight) => {
          become(flight, context.asker, context.asker.county);
          const rows = await flight.send<{ end_session: number }>({ text: 'select heli.end_session($1)', values: [id] });
          await flight.commit();
          return rows[0]?.end_session ?? 0;
        });
        if (ended === 0) throw new HeliError('not-found', 'not-found');
        forget();
        return { done: true };
      },
    }),
    changePassword: door({
      name: 'access.changePassword',
      permit: SIGNED_IN,
      summary: 'Change my password and sign out everywhere else',
      path: '/access/change-password',
      input: ChangePassword,
      output: Done,
      handle: async (input, context) => {
        const body = { currentPassword: input.current, newPassword: input.next, revokeOtherSessions: true };
        const tried = await auth.api.changePassword({ body, headers: headersFor(context), asResponse: true });
        if (!tried.ok) throw new HeliError('invalid', 'wrong-password', { fields: [{ path: ['current'], message: 'wrong-password' }] });
        passCookies(context, tried.headers);
        forget();
        return { done: true };
      },
    }),
    startTwoFactor: door({
      name: 'access.startTwoFactor',
      permit: SIGNED_IN,
      summary: 'Begin two-step sign-in: the secret for the phone',
      path: '/access/start-two-factor',
      input: EnableTwoFactor,
      output: TwoFactorSecret,
      handle: async ({ password }, context) => {
        const tried = await auth.api.enableTwoFactor({ body: { password }, headers: headersFor(context), asResponse: true });
        if (!tried.ok) throw new HeliError('invalid', 'wrong-password', { fields: [{ path: ['password'], message: 'wrong-password' }] });
        const body = (await tried.json()) as { totpURI: string; backupCodes: string[] };
        return { uri: body.totpURI, backupCodes: body.backupCodes };
      },
    }),
    confirmTwoFactor: door({
      name: 'access.confirmTwoFactor',
      permit: SIGNED_IN,
      summary: 'Confirm two-step sign-in with a first code',
      path: '/access/confirm-two-factor',
      input: VerifyCode,
      output: Done,
      handle: async ({ code }, context) => {
        const tried = await auth.api.verifyTOTP({ body: { code }, headers: headersFor(context), asResponse: true });
        if (!tried.ok) throw new HeliError('invalid', 'wrong-code', { fields: [{ path: ['code'], message: 'wrong-code' }] });
        passCookies(context, tried.headers);
        forget();
        return { done: true };
      },
    }),
    stopTwoFactor: door({
      name: 'access.stopTwoFactor',
      permit: SIGNED_IN,
      summary: 'Turn two-step sign-in off',
      path: '/access/stop-two-factor',
      input: EnableTwoFactor,
      output: Done,
      handle: async ({ password }, context) => {
        const tried = await auth.api.disableTwoFactor({ body: { password }, headers: headersFor(context), asResponse: true });
        if (!tried.ok) throw new HeliError('invalid', 'wrong-password', { fields: [{ path: ['password'], message: 'wrong-password' }] });
        passCookies(context, tried.headers);
        forget();
        return { done: true };
      },
    }),
  };
}
