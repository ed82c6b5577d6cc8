/** The codes of the lenses as plain lists, so that the web has them without zod. */
/** The five lenses, one for each study. */
export const LENSES = ['resilience', 'community', 'value', 'participation', 'diffusion'] as const;

/** What a figure may be counted over. */
export const SCOPES = ['project', 'village', 'station', 'town', 'county'] as const;

/** Whether the pattern that a study's mechanism predicts is in the records. Never more than that. */
export const PATTERNS = ['consistent', 'not-shown', 'no-data'] as const;

/** Units are types: they are never mixed. */
export const UNITS = [
  'share',
  'hours',
  'people',
  'times',
  'places',
  'parties',
  'yuan',
  'days',
  'ratio',
  'index',
  'chance',
] as const;

/** Stages of study 001; none: not even rooted; mixed: later rules hold while earlier ones do not. */
export const STAGES = ['none', 'rooting', 'coordination', 'symbiosis', 'mixed'] as const;

/** What can shake a place. */
export const SHOCK_KINDS = ['flood', 'fire', 'quake', 'drought', 'cold', 'epidemic', 'accident', 'other'] as const;
