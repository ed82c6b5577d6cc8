import { type Capability, ROLE_MAY, type RoleAt } from '../permission.ts';

/** Who is asking, for the rules in TypeScript. The database derives the same from the grants, by itself. */
export interface Asker {
  id: string;
  county: number;
  name: string;
  /** The session's token; null for a system account. */
  session: string | null;
  roles: RoleAt[];
}

export const DOOR_ACCOUNT = '00000000-0000-7000-8000-000000000001';
export const KEEPER_ACCOUNT = '00000000-0000-7000-8000-000000000002';

/** A system account: the steps before anyone has an account, and background work. */
export function systemAsker(id: typeof DOOR_ACCOUNT | typeof KEEPER_ACCOUNT, county: number): Asker {
  return { id, county, name: 'system', session: null, roles: [] };
}

/** The county in which an account may do something at a station; undefined when it may not. */
export function findCountyFor(asker: Asker, capability: Capability, station: string): number | undefined {
  return asker.roles.find((at) => at.station === station && ROLE_MAY[at.role].includes(capability))?.county;
}

/** Whether an account keeps this host. */
export function keepsHost(asker: Asker): boolean {
  return asker.roles.some((at) => ROLE_MAY[at.role].includes('host.keep'));
}
