import { z } from 'zod';
import { AreaCode, Cursor, Day, Id, page } from '../platform/fields.ts';
import { ROLES } from '../platform/permission.ts';

export const Role = z.enum(ROLES);
export const Username = z
  .string()
  .trim()
  .min(2)
  .max(30)
  .regex(/^[\p{Script=Han}A-Za-z0-9_.-]+$/u);
export const MobilePhone = z
  .string()
  .trim()
  .regex(/^1[3-9][0-9]{9}$/);
/** At least eight characters; long sentences welcome. */
export const Password = z.string().min(8).max(128);

export const NewAccount = z.strictObject({
  name: z.string().trim().min(1).max(60),
  username: Username,
  phone: MobilePhone.or(z.literal('')).default(''),
  password: Password,
});
export type NewAccount = z.infer<typeof NewAccount>;

/** First visit: set up my station. */
export const SetUp = z.strictObject({
  /** Printed by the program when it is reached from another machine; not asked for on the machine itself. */
  code: z.string().max(40).default(''),
  station: z.strictObject({
    id: Id,
    town: AreaCode,
    name: z.string().trim().min(2).max(60),
    operator: z.string().trim().min(2).max(80),
  }),
  account: NewAccount,
});
export type SetUp = z.infer<typeof SetUp>;

export const SignIn = z.strictObject({
  /** Username or mobile phone. */
  login: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(128),
});
export const SignedIn = z.object({
  /** True when a six-digit code is still needed (verifyCode). */
  needsCode: z.boolean(),
});
export const Done = z.object({ done: z.boolean() });
export const SIX_DIGITS = /^[0-9]{6}$/;
const BACKUP_CODE = /^[0-9A-Za-z]{5}-[0-9A-Za-z]{5}$/;
/** The code that the phone shows. */
export const ConfirmCode = z.strictObject({ code: z.string().trim().regex(SIX_DIGITS) });
/** The code that the phone shows, or one of the backup codes; each of those works once. */
export const VerifyCode = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(new RegExp(`${SIX_DIGITS.source}|${BACKUP_CODE.source}`)),
});

/** What somebody is shown first: a station, or the town or county that the role is given for. */
export const Overview = z.object({ scope: z.enum(['station', 'town', 'county']), name: z.string() });
export type Overview = z.infer<typeof Overview>;

export const MyStation = z.object({
  id: Id,
  name: z.string(),
  slug: z.string(),
  county: z.int(),
  countyName: z.string(),
  demo: z.boolean(),
  roles: z.array(Role),
  overview: Overview,
});
/** Who I am and where I may work. */
export const Me = z.object({
  id: Id,
  name: z.string(),
  username: z.string(),
  stations: z.array(MyStation),
  /** Roles that are not of one station: officer (area), keeper (host) … */
  roles: z.array(Role),
  twoFactor: z.boolean(),
});
export type Me = z.infer<typeof Me>;

/** What anybody may know before signing in. */
export const Installation = z.object({
  /** fresh: nobody has set anything up. */
  state: z.enum(['fresh', 'ready']),
  demo: z.boolean(),
  /** True when set-up from this address needs the code that the program printed. */
  needsSetUpCode: z.boolean(),
  version: z.string(),
  signedIn: z.boolean(),
});
export const DemoAccount = z.object({ id: Id, name: z.string(), role: Role, station: z.string() });
export const DemoAccounts = z.object({ items: z.array(DemoAccount) });

export const Invite = z.strictObject({
  station: Id,
  id: Id,
  name: z.string().trim().min(1).max(60),
  /** Manager, officer and researcher reach beyond the station: only the keeper of the host may invite them. */
  role: z.enum(['worker', 'head', 'supervisor', 'evaluator', 'cadre', 'resident', 'manager', 'officer', 'researcher']),
  /** For a cadre the village, for an officer or researcher the county or town. */
  area: AreaCode.optional(),
});
export type Invite = z.infer<typeof Invite>;

/** Another station on this host; its head is invited in the same command. */
export const OpenStation = z.strictObject({
  id: Id,
  town: AreaCode,
  name: z.string().trim().min(2).max(60),
  operator: z.string().trim().min(2).max(80),
  head: z.string().trim().min(1).max(60),
});
/** The link works once, for seven days; show it as a QR code. The token is not kept and not shown again. */
export const Invited = z.object({ id: Id, version: z.int(), token: z.string(), expiresAt: z.string() });
export const Invitation = z.object({
  id: Id,
  name: z.string(),
  role: Role,
  state: z.enum(['open', 'used', 'expired', 'withdrawn']),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export const Invitations = z.object({ items: z.array(Invitation) });
export const ReadInvitation = z.strictObject({ token: z.string().min(20).max(100) });
export const InvitationText = z.object({ name: z.string(), role: Role, station: z.string(), invitedBy: z.string() });
export const AcceptInvitation = z.strictObject({ token: z.string().min(20).max(100), account: NewAccount });

/** Colleagues of a station and what they may do there. */
export const Colleague = z.object({
  grant: Id,
  account: Id,
  name: z.string(),
  role: Role,
  since: Day,
  /** The area or organisation of a role that reaches beyond the station; empty for one at the station. */
  place: z.string(),
  me: z.boolean(),
});
export const Colleagues = z.object({ items: z.array(Colleague) });
export const RevokeGrant = z.strictObject({ station: Id, grant: Id });

export const SignInLine = z.object({
  id: z.string(),
  at: z.string(),
  device: z.string(),
  address: z.string(),
  current: z.boolean(),
});
export const SignIns = z.object({ items: z.array(SignInLine) });
export const AccessLine = z.object({
  id: Id,
  at: z.string(),
  what: z.string(),
  outcome: z.string(),
  address: z.string(),
  device: z.string(),
});
export const ListAccess = z.strictObject({ cursor: Cursor.optional(), limit: z.int().min(1).max(100).default(30) });
export const AccessPage = page(AccessLine);

export const ChangePassword = z.strictObject({ current: z.string().min(1).max(128), next: Password });
export const EnableTwoFactor = z.strictObject({ password: z.string().min(1).max(128) });
export const TwoFactorSecret = z.object({ uri: z.string(), backupCodes: z.array(z.string()) });
