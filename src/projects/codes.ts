/** The codes of projects as plain lists, so that the web has them without zod. */
export const PROJECT_KINDS = ['service', 'micro-work', 'programme'] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

/** The states a project may be in; any may follow any for now. */
export const STATES: Record<ProjectKind, readonly string[]> = {
  service: ['planned', 'designed', 'delivering', 'assessed', 'handed-over', 'ended'],
  programme: ['planned', 'designed', 'delivering', 'assessed', 'handed-over', 'ended'],
  'micro-work': [
    'need-collected',
    'screened',
    'deliberated',
    'designed',
    'confirmed',
    'funded',
    'building',
    'accepted',
    'maintained',
    'reviewed',
    'rejected',
    'parked',
    'cancelled',
  ],
};

/** The attributes of a micro-work that are a choice among words. */
export const WORKS = {
  kind: [
    'pocket-park',
    'shared-garden',
    'stairwell',
    'lift',
    'charging-shed',
    'benches',
    'drying-racks',
    'ramp',
    'play-corner',
    'lights',
    'path',
    'parking-lines',
    'waste-point',
    'rain-shelter',
    'mural',
    'notice-board',
    'shared-kitchen',
    'drain',
    'other',
  ],
  need: ['safety', 'livelihood', 'comfort', 'beauty', 'social'],
  permit: ['none', 'needed', 'granted'],
  land: ['collective', 'private', 'public', 'unclear'],
  conflict: ['none', 'some', 'much'],
  upkeep: ['little', 'some', 'much'],
  newly: ['new', 'repair'],
} as const;
