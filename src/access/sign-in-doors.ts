import { z } from 'zod';
import { HeliError } from '../platform/errors.ts';
import type { ServerContext } from '../platform/pipeline/context.ts';
import { door } from '../platform/pipeline/door.ts';
import { retried } from '../platform/pipeline/retry.ts';
import { ANYONE, SIGNED_IN } from '../platform/pipeline/procedure.ts';
import { demoAccounts } from './queries.ts';
import { Done, Installation, SIX_DIGITS, SignedIn, SignIn, VerifyCode } from './schema.ts';
import { asDoor, headersFor, log, loginOf, passCookies, type SignInParts, signInWith } from './sign-in.ts';
import { findLogin, getInstallation } from './store.ts';

const Empty = z.strictObject({});

const installationDoor = (parts: SignInParts) =>
  door({
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
  });

const signInDoor = (parts: SignInParts) =>
  door({
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
  });

const enterDemoDoor = (parts: SignInParts) =>
  door({
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
  });

/** Six digits come from the phone; anything else that is well formed is one of the backup codes. */
function tryCode(parts: SignInParts, context: ServerContext, code: string): Promise<Response> {
  const asked = { body: { code }, headers: headersFor(context), asResponse: true as const };
  return SIX_DIGITS.test(code) ? parts.auth.api.verifyTOTP(asked) : parts.auth.api.verifyBackupCode(asked);
}

const verifyCodeDoor = (parts: SignInParts) =>
  door({
    name: 'access.verifyCode',
    permit: ANYONE,
    summary: 'The six-digit code after the password, or a backup code',
    path: '/access/verify-code',
    input: VerifyCode,
    output: Done,
    handle: async ({ code }, context) => {
      parts.limiter.take(context.address, context.services.clock());
      const tried = await tryCode(parts, context, code);
      if (!tried.ok) throw new HeliError('unauthenticated', 'wrong-code');
      parts.forget();
      const { user } = (await tried.json()) as { user: { username: string } };
      const login = await retried(() => asDoor(context, 0, (transaction) => findLogin(transaction, user.username)));
      await log(context, { login, what: 'two-factor', outcome: 'done' });
      passCookies(context, tried.headers);
      return { done: true };
    },
  });

const signOutDoor = (parts: SignInParts) =>
  door({
    name: 'access.signOut',
    permit: SIGNED_IN,
    summary: 'Sign out here',
    path: '/access/sign-out',
    input: Empty,
    output: Done,
    handle: async (_, context) => {
      const tried = await parts.auth.api.signOut({ headers: headersFor(context), asResponse: true });
      passCookies(context, tried.headers);
      parts.forget();
      await log(context, { login: loginOf(context.asker), what: 'sign-out', outcome: 'done' });
      return { done: true };
    },
  });

/** The doors of signing in and out. */
export function signInDoors(parts: SignInParts) {
  return {
    installation: installationDoor(parts),
    signIn: signInDoor(parts),
    enterDemo: enterDemoDoor(parts),
    verifyCode: verifyCodeDoor(parts),
    signOut: signOutDoor(parts),
  };
}
