/** The roles of Heli; each is granted for a station, an organisation's stations, an area, or the host. */
export const ROLES = [
  'worker',
  'head',
  'supervisor',
  'manager',
  'officer',
  'evaluator',
  'resident',
  'cadre',
  'researcher',
  'keeper',
] as const;
export type Role = (typeof ROLES)[number];

export const CAPABILITIES = ['records.read', 'records.write', 'station.see', 'station.manage', 'host.keep'] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** What each role may do within its scope. Equal to the table heli.role_capability; a test compares. */
export const ROLE_MAY: Record<Role, readonly Capability[]> = {
  worker: ['records.read', 'records.write', 'station.see'],
  head: ['records.read', 'records.write', 'station.see', 'station.manage'],
  supervisor: ['records.read', 'station.see'],
  manager: ['station.see'],
  officer: ['station.see'],
  evaluator: ['station.see'],
  resident: [],
  cadre: ['station.see'],
  researcher: [],
  keeper: ['host.keep'],
};

/** The scopes a role may be granted for. */
export const ROLE_SCOPES: Record<Role, readonly ('station' | 'organisation' | 'area' | 'host')[]> = {
  worker: ['station'],
  head: ['station'],
  supervisor: ['station', 'organisation'],
  manager: ['organisation'],
  officer: ['area'],
  evaluator: ['station', 'area'],
  resident: ['station'],
  cadre: ['area'],
  researcher: ['area'],
  keeper: ['host'],
};

/** One role of an account at one station, or (station null) over an area or the host. */
export interface RoleAt {
  role: Role;
  county: number;
  station: string | null;
  scope: 'station' | 'organisation' | 'area' | 'host';
  areaFrom: string | null;
  areaTo: string | null;
}
