/** What a person's file may say where it offers a choice; plain lists, so that the web has them without zod. */
export const SEPARATIONS = ['same', 'registered-only', 'living-only'] as const;
export const MARITAL = ['single', 'married', 'divorced', 'widowed', 'other'] as const;
export const EDUCATION = ['none', 'primary', 'junior', 'senior', 'vocational', 'college', 'university'] as const;
export const HOUSING = ['own', 'rented', 'public', 'relatives', 'unsafe', 'institution', 'none'] as const;
export const DISABILITY_TYPES = [
  'visual',
  'hearing',
  'speech',
  'physical',
  'intellectual',
  'mental',
  'multiple',
] as const;
export const SELF_CARE = ['full', 'half', 'none'] as const;
export const LIVES = ['registered', 'moved', 'died'] as const;
export const CONTACT_KINDS = ['guardian', 'carer', 'relative', 'neighbour', 'other'] as const;
export const HOUSEHOLD_RELATIONS = [
  'head',
  'spouse',
  'child',
  'child-in-law',
  'parent',
  'grandchild',
  'grandparent',
  'sibling',
  'other',
] as const;
export const PURPOSES = ['service', 'recording', 'photo', 'referral', 'research', 'public-name'] as const;
export const CONSENT_WAYS = ['paper', 'spoken', 'message'] as const;
export const GIVERS = ['self', 'guardian'] as const;
/** Why two files may be one person, the strongest first. */
export const ALIKE = ['id', 'phone', 'name-birth', 'sound-birth', 'near-name', 'name-place'] as const;
export type Alike = (typeof ALIKE)[number];
/** The target groups really used by stations (domain.md §2); names are in the words of each language. */
export const TARGET_GROUPS = [
  'dibao',
  'dibao-margin',
  'tekun',
  'child-in-difficulty',
  'elder-left-behind',
  'elder-alone-no-kin',
  'disabled-severe-special',
  'elder-living-alone',
  'hardship-expenses',
  'disabled',
  'homeless',
  'child-left-behind',
  'mother-single-hardship',
  'woman-left-behind',
  'elder-empty-nest',
  'elder-disabled',
  'elder-severely-disabled',
  'family-planning-special',
  'orphan',
  'child-de-facto-uncared',
  'mental-disorder',
  'community-correction',
  'drug-rehabilitation',
  'veteran',
  'new-employment',
  'poverty-return-risk',
  'child-migrant',
  'elder-very-old',
  'dementia',
] as const;
