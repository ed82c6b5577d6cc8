import { randomBytes } from 'node:crypto';
import { HeliError } from '../platform/errors.ts';
import { rangeOf } from '../places/areas/code.ts';
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

/** Where an invited role will hold: an area, the operator's stations, or this station. */
export function invitedScope(
  invite: Pick<Invite, 'role' | 'area'>,
  parts: { operator: string | null; keeper: boolean },
): { organisation: string | null; areaFrom: string | null; areaTo: string | null } {
  if (BEYOND_STATION.includes(invite.role) && !parts.keeper) throw new HeliError('forbidden', 'forbidden');
  if (BY_AREA.includes(invite.role)) {
    if (!invite.area)
      throw new HeliError('invalid', 'invalid', { fields: [{ path: ['area'], message: 'area-needed' }] });
    const { from, to } = rangeOf(invite.area);
    return { organisation: null, areaFrom: from, areaTo: to };
  }
  return { organisation: invite.role === 'manager' ? parts.operator : null, areaFrom: null, areaTo: null };
}
