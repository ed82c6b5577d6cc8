import { randomBytes } from 'node:crypto';

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
