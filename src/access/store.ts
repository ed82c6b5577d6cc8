import { LAST_ID } from '../platform/ids.ts';
import type { Transaction } from '../platform/database/flight.ts';
import type { Role } from '../platform/permission.ts';

export interface InstallationRow {
  state: 'fresh' | 'ready';
  demo: boolean;
}

/** Whether anything is set up here yet. */
export async function getInstallation(transaction: Transaction): Promise<InstallationRow> {
  const rows = await transaction.send<{ installation: InstallationRow }>({
    name: 'access.installation',
    text: 'select heli.installation()',
  });
  return rows[0]?.installation ?? { state: 'fresh', demo: false };
}

export function markSetUp(transaction: Transaction, demo: boolean): void {
  transaction.post({ name: 'access.markSetUp', text: 'select heli.mark_set_up($1)', values: [demo] });
}

export interface LoginRow {
  id: string;
  username: string;
  county_id: number;
}

/** The account behind a username or phone; only the doors look. */
export async function findLogin(transaction: Transaction, typed: string): Promise<LoginRow | undefined> {
  const rows = await transaction.send<LoginRow>({
    name: 'access.login',
    text: 'select * from heli.login_name($1)',
    values: [typed],
  });
  return rows[0];
}

export interface NewAccountRow {
  id: string;
  county: number;
  kind: 'staff' | 'resident';
  name: string;
  username: string;
  phone: string;
  passwordHash: string;
}

/** An account and its password, in the transaction of the command that makes it. */
export function insertAccount(transaction: Transaction, account: NewAccountRow): void {
  transaction.post({
    name: 'access.account.insert',
    text: 'insert into heli.account (id, county_id, kind, name, username, phone) values ($1, $2, $3, $4, $5, $6)',
    values: [account.id, account.county, account.kind, account.name, account.username, account.phone || null],
  });
  transaction.post({
    name: 'access.login.insert',
    text: 'select heli.make_login($1, $2, $3, $4)',
    values: [account.id, account.username, account.username, account.passwordHash],
  });
}

export interface NewGrant {
  id: string;
  account: string;
  role: Role;
  county: number;
  station?: string | null;
  organisation?: string | null;
  areaFrom?: string | null;
  areaTo?: string | null;
  host?: boolean;
  by: string;
}

export function insertGrant(transaction: Transaction, grant: NewGrant): void {
  transaction.post({
    name: 'access.grant.insert',
    text: `insert into heli.access_grant (id, account_id, role, county_id, station_id, area_from, area_to, host, granted_by,
        organisation_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      grant.id,
      grant.account,
      grant.role,
      grant.county,
      grant.station ?? null,
      grant.areaFrom ?? null,
      grant.areaTo ?? null,
      grant.host ?? false,
      grant.by,
      grant.organisation ?? null,
    ],
  });
}

export interface ColleagueRow {
  grant_id: string;
  account_id: string;
  name: string;
  role: Role;
  since: Date;
  /** The area or the organisation of a role that reaches beyond the station; empty for one at the station. */
  place: string;
}

export function listColleagues(transaction: Transaction, station: string): Promise<ColleagueRow[]> {
  return transaction.send<ColleagueRow>({
    name: 'access.colleagues',
    text: 'select * from heli.colleagues($1)',
    values: [station],
  });
}

/** Holds the roles of heads at a station, so that of two heads who withdraw each other at once one remains. */
export function lockHeads(transaction: Transaction, station: string): void {
  transaction.post({
    name: 'access.heads.lock',
    text: `select 1 from heli.access_grant where station_id = $1 and role = 'head' and revoked_at is null
      order by id for update`,
    values: [station],
  });
}

/** Takes a role back and signs its account out everywhere. */
export function withdrawGrant(transaction: Transaction, station: string, grant: string): void {
  transaction.post({
    name: 'access.grant.withdraw',
    text: 'select heli.withdraw_grant($1, $2)',
    values: [station, grant],
  });
}

export interface NewInvitation {
  id: string;
  digest: Buffer;
  county: number;
  station: string;
  role: Role;
  organisation: string | null;
  areaFrom: string | null;
  areaTo: string | null;
  name: string;
  by: string;
  expiresAt: Date;
}

export function insertInvitation(transaction: Transaction, invitation: NewInvitation): void {
  transaction.post({
    name: 'access.invitation.insert',
    text: `insert into heli.invitation (id, token_digest, county_id, station_id, role, area_from, area_to, name, invited_by, expires_at,
        organisation_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      invitation.id,
      invitation.digest,
      invitation.county,
      invitation.station,
      invitation.role,
      invitation.areaFrom,
      invitation.areaTo,
      invitation.name,
      invitation.by,
      invitation.expiresAt,
      invitation.organisation,
    ],
  });
}

export interface InvitationRow {
  id: string;
  name: string;
  role: Role;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  withdrawn_at: Date | null;
}

export function listInvitations(transaction: Transaction, station: string): Promise<InvitationRow[]> {
  return transaction.send<InvitationRow>({
    name: 'access.invitations',
    text: `select id, name, role, created_at, expires_at, used_at, withdrawn_at from heli.invitation
      where station_id = $1 order by created_at desc, id limit 100`,
    values: [station],
  });
}

export async function findInvitation(
  transaction: Transaction,
  station: string,
  id: string,
): Promise<InvitationRow | undefined> {
  return (await listInvitations(transaction, station)).find((row) => row.id === id);
}

export function withdrawInvitation(transaction: Transaction, station: string, id: string): void {
  transaction.post({
    name: 'access.invitation.withdraw',
    text: 'update heli.invitation set withdrawn_at = now() where station_id = $1 and id = $2 and used_at is null',
    values: [station, id],
  });
}

export interface OpenInvitation {
  id: string;
  county_id: number;
  station_id: string;
  role: Role;
  organisation_id: string | null;
  area_from: string | null;
  area_to: string | null;
  name: string;
  station_name: string;
  invited_by: string;
  open: boolean;
}

export async function findOpenInvitation(
  transaction: Transaction,
  digest: Buffer,
): Promise<OpenInvitation | undefined> {
  const rows = await transaction.send<OpenInvitation>({
    name: 'access.invitation.read',
    text: 'select * from heli.read_invitation($1)',
    values: [digest],
  });
  return rows[0];
}

export function useInvitation(transaction: Transaction, id: string, by: string): void {
  transaction.post({ name: 'access.invitation.use', text: 'select heli.use_invitation($1, $2)', values: [id, by] });
}

export interface LogLine {
  id: string;
  county: number;
  account: string | null;
  what: string;
  outcome: string;
  address: string;
  device: string;
}

export async function writeAccessLog(transaction: Transaction, line: LogLine): Promise<void> {
  await transaction.send({
    name: 'access.log',
    text: `insert into heli.access_log (county_id, id, account_id, what, outcome, address, device)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [line.county, line.id, line.account, line.what, line.outcome, line.address, line.device.slice(0, 300)],
  });
}

export interface LogRow {
  id: string;
  at: Date;
  /** The instant in full, for the cursor: a Date has no microseconds, and a row of the same millisecond would be lost. */
  at_key: string;
  what: string;
  outcome: string;
  address: string;
  device: string;
}

export function listAccessLog(
  transaction: Transaction,
  filter: { county: number; account: string; before: { at: string; id: string } | null; limit: number },
): Promise<LogRow[]> {
  return transaction.send<LogRow>({
    name: 'access.log.list',
    text: `select id, at, at::text as at_key, what, outcome, address, device from heli.access_log
      where county_id = $1 and account_id = $2 and (at, id) < ($3, $4) order by at desc, id desc limit $5`,
    values: [
      filter.county,
      filter.account,
      filter.before?.at ?? 'infinity',
      filter.before?.id ?? LAST_ID,
      filter.limit,
    ],
  });
}
