import { z } from 'zod';
import { HeliError } from '../platform/errors.ts';
import { Id } from '../platform/fields.ts';
import { dayInChina } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/flight.ts';
import { digestOf } from '../platform/pipeline/canonical.ts';
import { pageOf, readCursor } from '../platform/pipeline/cursor.ts';
import { ANYONE, atStation, SIGNED_IN } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import { nameAreas } from '../places/store.ts';
import type { RoleAt } from '../platform/permission.ts';
import { invitationState, overseenFrom } from './rules.ts';
import {
  AccessPage,
  Colleagues,
  DemoAccounts,
  Invitations,
  InvitationText,
  ListAccess,
  Me,
  type Overview,
  ReadInvitation,
  SignIns,
} from './schema.ts';
import { findOpenInvitation, listAccessLog, type LogRow, listColleagues, listInvitations } from './store.ts';

const AtStation = z.strictObject({ station: Id });

type Known = Omit<Me, 'stations'> & { stations: Omit<Me['stations'][number], 'overview'>[] };

/** Says of every station what its asker is shown first. */
async function withOverviews(transaction: Transaction, me: Known, roles: readonly RoleAt[]): Promise<Me> {
  const overseen = new Map(me.stations.map(({ id }) => [id, overseenFrom(roles, id)]));
  const names = await nameAreas(
    transaction,
    [...overseen.values()].flatMap((one) => one?.code ?? []),
  );
  const overviewOf = ({ id, name }: { id: string; name: string }): Overview => {
    const whole = overseen.get(id);
    return whole ? { scope: whole.scope, name: names.get(whole.code) ?? name } : { scope: 'station', name };
  };
  return { ...me, stations: me.stations.map((station) => ({ ...station, overview: overviewOf(station) })) };
}

/** Who I am and where I may work. */
export const getMe = query({
  name: 'access.me',
  permit: SIGNED_IN,
  summary: 'Who I am and where I may work',
  path: '/access/me',
  input: z.strictObject({}),
  output: Me,
  read: async (transaction, _, { asker }) => {
    const rows = await transaction.send<{ me: Known }>({ name: 'access.me', text: 'select heli.me()' });
    const me = rows[0]?.me;
    if (!me) throw new HeliError('unauthenticated', 'unauthenticated');
    return withOverviews(transaction, me, asker.roles);
  },
});

/** The made-up people of a demonstration; empty elsewhere. */
export const listDemoAccounts = query({
  name: 'access.demoAccounts',
  permit: ANYONE,
  summary: 'The made-up people of a demonstration',
  path: '/access/demo-accounts',
  input: z.strictObject({}),
  output: DemoAccounts,
  read: async (transaction) => ({ items: await demoAccounts(transaction) }),
});

type DemoRow = z.infer<typeof DemoAccounts>['items'][number] & { username: string };

export function demoAccounts(transaction: Transaction): Promise<DemoRow[]> {
  return transaction.send<DemoRow>({ name: 'access.demo', text: 'select * from heli.demo_accounts()' });
}

/** Who works at a station. */
export const listColleaguesQuery = query({
  name: 'access.colleagues',
  permit: atStation('station.see'),
  summary: 'Who works at a station',
  path: '/access/colleagues',
  input: AtStation,
  output: Colleagues,
  read: async (transaction, input, { asker }) => ({
    items: (await listColleagues(transaction, input.station)).map((row) => ({
      grant: row.grant_id,
      account: row.account_id,
      name: row.name,
      role: row.role,
      since: dayInChina(row.since),
      place: row.place,
      me: row.account_id === asker.id,
    })),
  }),
});

/** Invitations of a station, the latest first. */
export const listInvitationsQuery = query({
  name: 'access.invitations',
  permit: atStation('station.manage'),
  summary: 'Invitations of a station',
  path: '/access/invitations',
  input: AtStation,
  output: Invitations,
  read: async (transaction, input, { context }) => ({
    items: (await listInvitations(transaction, input.station)).map((row) => ({
      id: row.id,
      name: row.name,
      role: row.role,
      state: invitationState(row, context.services.clock()),
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
    })),
  }),
});

/** What an invitation says to whoever holds its link. */
export const readInvitation = query({
  name: 'access.readInvitation',
  permit: ANYONE,
  summary: 'What an invitation says',
  path: '/access/read-invitation',
  input: ReadInvitation,
  output: InvitationText,
  read: async (transaction, input) => {
    const found = await findOpenInvitation(transaction, digestOf(input.token));
    if (!found?.open) throw new HeliError('not-allowed-now', 'invitation-gone');
    return { name: found.name, role: found.role, station: found.station_name, invitedBy: found.invited_by };
  },
});

/** Where I am signed in. */
export const listSignIns = query({
  name: 'access.signIns',
  permit: SIGNED_IN,
  summary: 'Where I am signed in',
  path: '/access/sign-ins',
  input: z.strictObject({}),
  output: SignIns,
  read: async (transaction, _, { asker }) => {
    const rows = await transaction.send<{ id: string; at: Date; device: string; address: string; token: string }>({
      name: 'access.signIns',
      text: 'select * from heli.my_sessions()',
    });
    return {
      items: rows.map(({ token, at, ...row }) => ({ ...row, at: at.toISOString(), current: token === asker.session })),
    };
  },
});

/** My own sign-ins and refusals, the latest first. */
export const listAccess = query({
  name: 'access.accessLog',
  permit: SIGNED_IN,
  summary: 'My sign-ins and refusals',
  path: '/access/access-log',
  input: ListAccess,
  output: AccessPage,
  read: async (transaction, input, { asker, county }) => {
    const [at, id] = readCursor(input.cursor, 2);
    const before = at !== undefined && id !== undefined ? { at, id } : null;
    const rows = await listAccessLog(transaction, { county, account: asker.id, before, limit: input.limit + 1 });
    const show = (row: LogRow) => ({ ...row, at: row.at.toISOString() });
    return pageOf(rows, input.limit, { show, keys: (row) => [row.at_key, row.id] });
  },
});
