import { z } from 'zod';
import { inFlight } from '../platform/database/flight.ts';
import { HeliError } from '../platform/errors.ts';
import { become } from '../platform/pipeline/become.ts';
import { door } from '../platform/pipeline/door.ts';
import { SIGNED_IN } from '../platform/pipeline/procedure.ts';
import { ChangePassword, ConfirmCode, Done, EnableTwoFactor, TwoFactorSecret } from './schema.ts';
import { headersFor, passCookies, type SignInParts } from './sign-in.ts';

const endSignInDoor = (parts: SignInParts) =>
  door({
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
      parts.forget();
      return { done: true };
    },
  });

const changePasswordDoor = (parts: SignInParts) =>
  door({
    name: 'access.changePassword',
    permit: SIGNED_IN,
    summary: 'Change my password and sign out everywhere else',
    path: '/access/change-password',
    input: ChangePassword,
    output: Done,
    handle: async (input, context) => {
      const body = { currentPassword: input.current, newPassword: input.next, revokeOtherSessions: true };
      const tried = await parts.auth.api.changePassword({ body, headers: headersFor(context), asResponse: true });
      if (!tried.ok)
        throw new HeliError('invalid', 'wrong-password', {
          fields: [{ path: ['current'], message: 'wrong-password' }],
        });
      passCookies(context, tried.headers);
      parts.forget();
      return { done: true };
    },
  });

/** The phone shows the person's name beside the code, and not our placeholder for an e-mail address. */
function named(uri: string, name: string): string {
  return uri.replace(/^(otpauth:\/\/totp\/[^:?]+:)[^?]*/, `$1${encodeURIComponent(name)}`);
}

const startTwoFactorDoor = (parts: SignInParts) =>
  door({
    name: 'access.startTwoFactor',
    permit: SIGNED_IN,
    summary: 'Begin two-step sign-in: the secret for the phone',
    path: '/access/start-two-factor',
    input: EnableTwoFactor,
    output: TwoFactorSecret,
    handle: async ({ password }, context) => {
      const tried = await parts.auth.api.enableTwoFactor({
        body: { password },
        headers: headersFor(context),
        asResponse: true,
      });
      const body = (await tried.json()) as { totpURI: string; backupCodes: string[]; code?: string };
      if (body.code === 'TOTP_ALREADY_ENABLED') throw new HeliError('not-allowed-now', 'two-factor-on');
      if (!tried.ok)
        throw new HeliError('invalid', 'wrong-password', {
          fields: [{ path: ['password'], message: 'wrong-password' }],
        });
      return { uri: named(body.totpURI, context.asker.name), backupCodes: body.backupCodes };
    },
  });

const confirmTwoFactorDoor = (parts: SignInParts) =>
  door({
    name: 'access.confirmTwoFactor',
    permit: SIGNED_IN,
    summary: 'Confirm two-step sign-in with a first code',
    path: '/access/confirm-two-factor',
    input: ConfirmCode,
    output: Done,
    handle: async ({ code }, context) => {
      const tried = await parts.auth.api.verifyTOTP({ body: { code }, headers: headersFor(context), asResponse: true });
      if (!tried.ok)
        throw new HeliError('invalid', 'wrong-code', { fields: [{ path: ['code'], message: 'wrong-code' }] });
      passCookies(context, tried.headers);
      parts.forget();
      return { done: true };
    },
  });

const stopTwoFactorDoor = (parts: SignInParts) =>
  door({
    name: 'access.stopTwoFactor',
    permit: SIGNED_IN,
    summary: 'Turn two-step sign-in off',
    path: '/access/stop-two-factor',
    input: EnableTwoFactor,
    output: Done,
    handle: async ({ password }, context) => {
      const tried = await parts.auth.api.disableTwoFactor({
        body: { password },
        headers: headersFor(context),
        asResponse: true,
      });
      if (!tried.ok)
        throw new HeliError('invalid', 'wrong-password', {
          fields: [{ path: ['password'], message: 'wrong-password' }],
        });
      passCookies(context, tried.headers);
      parts.forget();
      return { done: true };
    },
  });

/** What a person does with their own account. */
export function accountDoors(parts: SignInParts) {
  return {
    endSignIn: endSignInDoor(parts),
    changePassword: changePasswordDoor(parts),
    startTwoFactor: startTwoFactorDoor(parts),
    confirmTwoFactor: confirmTwoFactorDoor(parts),
    stopTwoFactor: stopTwoFactorDoor(parts),
  };
}
