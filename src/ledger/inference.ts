import type { TargetGroup } from '../people/schema.ts';
import type { EventKind, Form, Phase, ServiceField, Strategy } from './terms.ts';

/**
 * What an act is taken for unless the worker says otherwise. A change of this table is a new number; the number is kept
 * with every event, so that old records stay what they were.
 */
export const INFERENCE_VERSION = 2;

const PHASE: Partial<Record<EventKind, Phase>> = { meeting: 'plan', supervision: 'assess' };

/** A project's state says more of the phase than the kind of work does. */
const PHASE_OF_STATE: Record<string, Phase> = {
  'need-collected': 'plan',
  screened: 'plan',
  planned: 'plan',
  deliberated: 'plan',
  designed: 'design',
  confirmed: 'design',
  funded: 'design',
  building: 'deliver',
  delivering: 'deliver',
  accepted: 'assess',
  assessed: 'assess',
  reviewed: 'assess',
  maintained: 'maintain',
};

const STRATEGY: Partial<Record<EventKind, Strategy>> = {
  'group-session': 'mutual-aid',
  meeting: 'deliberation',
  'work-day': 'mutual-aid',
  supervision: 'supervision',
  training: 'empowerment',
  'resource-link': 'resource-integration',
};

const FIELD_OF_KIND: Partial<Record<EventKind, ServiceField>> = {
  activity: 'governance',
  meeting: 'governance',
  'work-day': 'governance',
  'group-session': 'governance',
  'resource-link': 'social-assistance',
};

const CHILD: readonly TargetGroup[] = [
  'child-in-difficulty',
  'child-left-behind',
  'orphan',
  'child-de-facto-uncared',
  'child-migrant',
];
const POOR: readonly TargetGroup[] = [
  'dibao',
  'dibao-margin',
  'tekun',
  'hardship-expenses',
  'mother-single-hardship',
  'poverty-return-risk',
  'homeless',
];
const OLD: readonly TargetGroup[] = [
  'elder-left-behind',
  'elder-alone-no-kin',
  'elder-living-alone',
  'elder-empty-nest',
  'elder-disabled',
  'elder-severely-disabled',
  'elder-very-old',
  'dementia',
  'family-planning-special',
];

/** The service field of work with one person, from the groups she belongs to: children first, then want, then age. */
export function fieldOfPerson(groups: readonly string[]): ServiceField {
  const any = (codes: readonly string[]) => groups.some((code) => codes.includes(code));
  if (any(CHILD)) return 'child-welfare';
  if (any(POOR)) return 'social-assistance';
  if (any(OLD)) return 'elder-care';
  return 'social-affairs';
}

/** What is known when an act is recorded. */
export interface Known {
  kind: EventKind;
  /** Target groups of the person it is about, when it is about one. */
  groups?: readonly string[] | undefined;
  projectState?: string | undefined;
}

export interface Inferred {
  phase: Phase;
  field: ServiceField;
  strategies: Strategy[];
}

/** Phase, service field and strategies of an act, by the table above. */
export function infer({ kind, groups, projectState }: Known): Inferred {
  const strategy = STRATEGY[kind];
  return {
    phase: PHASE_OF_STATE[projectState ?? ''] ?? PHASE[kind] ?? 'deliver',
    field: groups ? fieldOfPerson(groups) : (FIELD_OF_KIND[kind] ?? 'social-affairs'),
    strategies: strategy ? [strategy] : [],
  };
}

const GIVES: Partial<Record<EventKind, Form>> = { meeting: 'deliberation', 'work-day': 'labour' };

/**
 * What somebody on the list gave by being there: deliberation at a meeting, labour on a work day, labour of a volunteer
 * anywhere; undefined where one only takes part.
 */
export function formOfPresence(kind: EventKind, role: string): Form | undefined {
  return GIVES[kind] ?? (role === 'volunteer' ? 'labour' : undefined);
}
