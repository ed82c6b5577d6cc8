import { findStanding, requireAreas } from '../places/store.ts';
import { keepsHost } from '../platform/pipeline/asker.ts';
import { HeliError } from '../platform/errors.ts';
import { Id, Saved } from '../platform/fields.ts';
import { digestOf } from '../platform/pipeline/canonical.ts';
import { command } from '../platform/pipeline/command.ts';
import { ANYONE, atStation } from '../platform/pipeline/procedure.ts';
import { z } from 'zod';
import { countyOfToken, invitationEnds, invitedScope, makeToken } from './rules.ts';
import { prepareAccount, saveAccount } from './new-account.ts';
import { AcceptInvitation, Invite, Invited, RevokeGrant } from './schema.ts';
import {
  findInvitation,
  findOpenInvitation,
  insertGrant,
  insertInvitation,
  listColleagues,
  lockHeads,
  type NewGrant,
  type OpenInvitation,
  useInvitation,
  withdrawGrant,
  withdrawInvitation,
} from './store.ts';

/** Invites a person to a role at a station. The token is told once. */
export const invite = command({
  name: 'access.invite',
  version: 1,
  permit: atStation('station.manage'),
  summary: 'Invite a person to a role by link or QR code',
  path: '/access/invite',
  input: Invite,
  output: Invited,
  secret: ['token'],
  load: async (transaction, input) => {
    const [standing] = await Promise.all([
      findStanding(transaction, input.station),
      requireAreas(transaction, [input.area ?? null]),
    ]);
    return standing;
  },
  decide: (standing, input, { county, asker, now }) => {
    if (!standing) throw new HeliError('not-found', 'not-found');
    const scope = invitedScope(input, { ...standing, county, keeper: keepsHost(asker) });
    const token = makeToken(county);
    const expiresAt = invitationEnds(now);
    return {
      station: input.station,
      subject: { kind: 'invitation', id: input.id },
      fields: ['name', 'role'],
      answer: { id: input.id, version: 1, token, expiresAt: expiresAt.toISOString() },
      save: (transaction) =>
        insertInvitation(transaction, { ...input, ...scope, digest: digestOf(token), county, by: asker.id, expiresAt }),
    };
  },
});

/** Takes an invitation back before it is used. */
export const withdrawInvitationCommand = command({
  name: 'access.withdrawInvitation',
  version: 1,
  permit: atStation('station.manage'),
  summary: 'Withdraw an invitation',
  path: '/access/withdraw-invitation',
  input: z.strictObject({ station: Id, id: Id }),
  output: Saved,
  load: (transaction, input) => findInvitation(transaction, input.station, input.id),
  decide: (invitation, { station, id }) => {
    if (!invitation) throw new HeliError('not-found', 'not-found');
    if (invitation.used_at) throw new HeliError('not-allowed-now', 'invitation-gone');
    return {
      station,
      subject: { kind: 'invitation', id },
      fields: ['withdrawn'],
      answer: { id, version: 2 },
      save: (transaction) => withdrawInvitation(transaction, station, id),
    };
  },
});

/** Opens the account an invitation was waiting for. */
export const acceptInvitation = command({
  name: 'access.acceptInvitation',
  version: 1,
  permit: ANYONE,
  county: (input) => countyOfToken(input.token),
  summary: 'Open an account from an invitation',
  path: '/access/accept-invitation',
  input: AcceptInvitation,
  output: Saved,
  hush: ({ token, account: { password: _, ...account } }) => ({ token: digestOf(token).toString('hex'), account }),
  load: async (transaction, input) => {
    const [invitation, hash] = await Promise.all([
      findOpenInvitation(transaction, digestOf(input.token)),
      prepareAccount(transaction, input.account),
    ]);
    return { invitation, hash };
  },
  decide: ({ invitation, hash }, { account }, { county, newId, asker }) => {
    if (!invitation?.open || invitation.county_id !== county) throw new HeliError('not-allowed-now', 'invitation-gone');
    const id = newId();
    return {
      station: invitation.station_id,
      subject: { kind: 'account', id },
      fields: ['name', 'username', 'role'],
      answer: { id, version: 1 },
      save: (transaction) => {
        saveAccount(transaction, { id, county, account, hash });
        insertGrant(transaction, {
          id: newId(),
          account: id,
          role: invitation.role,
          county,
          by: asker.id,
          ...grantScope(invitation),
        });
        useInvitation(transaction, invitation.id, id);
      },
    };
  },
});

function grantScope(invitation: OpenInvitation): Pick<NewGrant, 'station' | 'organisation' | 'areaFrom' | 'areaTo'> {
  if (invitation.area_from) return { areaFrom: invitation.area_from, areaTo: invitation.area_to };
  if (invitation.organisation_id) return { organisation: invitation.organisation_id };
  return { station: invitation.station_id };
}

/**
 * Withdraws a colleague's role, or a cadre's whose area lies in the town; a head who keeps the host also an officer's
 * or a manager's. They are signed out everywhere at once.
 */
export const revokeGrantCommand = command({
  name: 'access.revokeGrant',
  version: 1,
  permit: atStation('station.manage'),
  summary: 'Withdraw a colleague’s role',
  path: '/access/revoke-grant',
  input: RevokeGrant,
  output: Saved,
  load: (transaction, input) => {
    lockHeads(transaction, input.station);
    return listColleagues(transaction, input.station);
  },
  decide: (colleagues, { station, grant }, { asker }) => {
    const row = colleagues.find((colleague) => colleague.grant_id === grant);
    if (!row) throw new HeliError('not-found', 'not-found');
    if (row.account_id === asker.id) throw new HeliError('not-allowed-now', 'own-grant');
    const heads = colleagues.filter((colleague) => colleague.role === 'head');
    if (row.role === 'head' && heads.length === 1) throw new HeliError('not-allowed-now', 'last-head');
    return {
      station,
      subject: { kind: 'account', id: row.account_id },
      fields: ['role'],
      answer: { id: grant, version: 2 },
      save: (transaction) => withdrawGrant(transaction, station, grant),
    };
  },
});
