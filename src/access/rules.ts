import { randomBytes } from 'node:crypto';
import { HeliError } from '../platform/errors.ts';
import { countyOf, isInCounty, rangeOf } from '../places/areas/code.ts';
import { ROLE_MAY, type RoleAt } from '../platform/permission.ts';
import type { Invite } from './schema.ts';

const WEEK_MS = 7 * 24 * 3600_000;

/** The county stands before the secret, so that the invitation is looked up in its own county. */
export function makeToken(county: number): string {
  return `${county}-${randomBytes(24).toString('base64url')}`;
}

export function countyOfToken(token: string): number {
  return Number(/^([0-9]{1,6})-/.exec(token)?.[1] ?? 0);
}

export function invitationEnds(now: Date): Date {
  return new Date(now.getTime() + WEEK_MS);
}

/** The state of an invitation at a moment. */
export function invitationState(
  row: { used_at: Date | null; withdrawn_at: Date | null; expires_at: Date },
  now: Date,
): 'open' | 'used' | 'expired' | 'withdrawn' {
  if (row.used_at) return 'used';
  if (row.withdrawn_at) return 'withdrawn';
  return row.expires_at > now ? 'open' : 'expired';
}

/** Roles that reach beyond one station. */
const BEYOND_STATION: readonly Invite['role'][] = ['manager', 'officer', 'researcher'];
const BY_AREA: readonly Invite['role'][] = ['cadre', 'officer', 'researcher'];

/** What a station may give: where it stands, and who operates it. */
export interface Giving {
  area: string;
  operator: string | null;
  county: number;
  /** Whether the one who invites keeps this host. */
  keeper: boolean;
}

/** Where an invited role will hold: an area, the operator's stations, or this station (all null). */
export interface InvitedScope {
  organisation: string | null;
  areaFrom: string | null;
  areaTo: string | null;
}

const HERE: InvitedScope = { organisation: null, areaFrom: null, areaTo: null };

function refuseArea(message: 'area-needed' | 'area-outside'): never {
  throw new HeliError('invalid', 'invalid', { fields: [{ path: ['area'], message }] });
}

/** A cadre's area lies in the station's town; an officer's or researcher's in its county. */
function areaScope({ role, area }: Pick<Invite, 'role' | 'area'>, giving: Giving): InvitedScope {
  if (!area) refuseArea('area-needed');
  const { from, to } = rangeOf(area);
  const town = rangeOf(giving.area);
  const inside =
    role === 'cadre' ? from >= town.from && to <= town.to : isInCounty(area) && countyOf(area) === giving.county;
  if (!inside) refuseArea('area-outside');
  return { ...HERE, areaFrom: from, areaTo: to };
}

/** Decides where an invited role will hold. What reaches beyond the station is only the host keeper's to give. */
export function invitedScope(invite: Pick<Invite, 'role' | 'area'>, giving: Giving): InvitedScope {
  if (BEYOND_STATION.includes(invite.role) && !giving.keeper) throw new HeliError('forbidden', 'forbidden');
  if (BY_AREA.includes(invite.role)) return areaScope(invite, giving);
  if (invite.role !== 'manager') return HERE;
  if (!giving.operator) throw new HeliError('not-allowed-now', 'operator-needed');
  return { ...HERE, organisation: giving.operator };
}

/**
 * The town or county, around a station, that somebody's roles are given for: what is asked first is about all of it.
 * Undefined where the station itself comes first: for whoever opens its records, and for roles of one station, of an
 * organisation or of a village.
 */
export function overseenFrom(
  roles: readonly RoleAt[],
  station: string,
): { scope: 'town' | 'county'; code: string } | undefined {
  const here = roles.filter((at) => at.station === station);
  if (here.some(({ role }) => ROLE_MAY[role].includes('records.read'))) return undefined;
  const seeing = here.filter(({ role }) => ROLE_MAY[role].includes('station.see'));
  const county = seeing.find((at) => covers(at, String(at.county)));
  if (county) return { scope: 'county', code: String(county.county).padEnd(12, '0') };
  const town = seeing.find((at) => at.areaFrom && covers(at, at.areaFrom.slice(0, 9)))?.areaFrom;
  return town ? { scope: 'town', code: town } : undefined;
}

/** Whether a role's area holds everything whose code begins so. */
const covers = ({ areaFrom, areaTo }: RoleAt, code: string): boolean =>
  areaFrom !== null && areaTo !== null && areaFrom <= code.padEnd(12, '0') && areaTo >= code.padEnd(12, '9');
