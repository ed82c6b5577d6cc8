/**
 * Question: what kind of co-production is this, and what guidance fits it?
 * Rule: collective when ≥ .6 of residents' hours are in groups, individual when ≤ .4, else mixed (also mixed under 10
 *   contributions); adjacent when ≤ 25 % of households benefit directly and use can be limited to them, else shared.
 *   Four types; a mixed one is given none and both texts are shown.
 * Assumptions: cut-points are conventions (`TYPOLOGY`, editable data); an operationalisation, not the author's own.
 * When not to use it: to grade residents. Cost: O(1). Source: measures.md D5; after Nabatchi et al. 2017, doi:10.1111/puar.12765.
 */
import { checkNumber } from '../check.ts';

export const TYPOLOGY = {
  version: 1,
  collectiveFrom: 0.6,
  individualUpTo: 0.4,
  leastContributions: 10,
  adjacentUpTo: 0.25,
} as const;

export type Mode = 'individual' | 'collective' | 'mixed';
export type Attribute = 'adjacent' | 'shared';

export interface Works {
  groupHours: number;
  hours: number;
  contributions: number;
  beneficiaryHouseholds: number;
  households: number;
  /** Can use be limited to those households? */
  limitable: boolean;
  /** The lead may override the attribute, with a reason. */
  override?: { attribute: Attribute; reason: string };
}

const TYPES = {
  'individual-adjacent': 'doorstep-self-help',
  'collective-adjacent': 'neighbour-club',
  'individual-shared': 'public-minded-volunteers',
  'collective-shared': 'commons-building',
} as const;

/** Mode, attribute, and the type with its guidance; a mixed mode has two candidates and no type. */
export function typology(works: Works) {
  const { groupHours, hours, contributions, beneficiaryHouseholds, households, limitable, override } = works;
  checkNumber('hours', hours, { min: 0 });
  checkNumber('groupHours', groupHours, { min: 0, max: hours });
  checkNumber('contributions', contributions, { min: 0, integer: true });
  checkNumber('households', households, { min: 1 });
  checkNumber('beneficiaryHouseholds', beneficiaryHouseholds, { min: 0, max: households });
  const share = hours === 0 ? null : groupHours / hours;
  const few = contributions < TYPOLOGY.leastContributions;
  const mode = few || share === null ? 'mixed' : modeOf(share);
  const near = beneficiaryHouseholds / households <= TYPOLOGY.adjacentUpTo && limitable;
  const attribute: Attribute = override?.attribute ?? (near ? 'adjacent' : 'shared');
  const candidates = (mode === 'mixed' ? (['individual', 'collective'] as const) : [mode]).map(
    (m) => TYPES[`${m}-${attribute}`],
  );
  const reasons = [
    few ? 'fewer-than-10-contributions' : '',
    share === null ? 'no-hours' : '',
    override?.reason ?? '',
  ].filter(Boolean);
  return { mode, attribute, share, type: mode === 'mixed' ? null : (candidates[0] as string), candidates, reasons };
}

function modeOf(share: number): Mode {
  if (share >= TYPOLOGY.collectiveFrom) return 'collective';
  return share <= TYPOLOGY.individualUpTo ? 'individual' : 'mixed';
}
