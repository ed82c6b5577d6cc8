import type { TargetGroup } from '../../src/people/schema.ts';

/**
 * Every group once, in the order in which they are said: those that most change a visit first. `daily` ones stand on
 * the form at once. The compiler checks that none is missing; the schema itself (and zod with it) stays out of the web.
 */
const GROUPS: Record<TargetGroup, 'daily' | 'seldom'> = {
  'elder-living-alone': 'daily',
  'child-left-behind': 'daily',
  'elder-empty-nest': 'daily',
  'elder-left-behind': 'daily',
  'elder-very-old': 'daily',
  'elder-disabled': 'daily',
  'child-in-difficulty': 'daily',
  tekun: 'daily',
  dibao: 'daily',
  disabled: 'daily',
  'mental-disorder': 'daily',
  'dibao-margin': 'seldom',
  'hardship-expenses': 'seldom',
  'poverty-return-risk': 'seldom',
  'elder-alone-no-kin': 'seldom',
  'elder-severely-disabled': 'seldom',
  dementia: 'seldom',
  'disabled-severe-special': 'seldom',
  orphan: 'seldom',
  'child-de-facto-uncared': 'seldom',
  'child-migrant': 'seldom',
  'woman-left-behind': 'seldom',
  'mother-single-hardship': 'seldom',
  'family-planning-special': 'seldom',
  veteran: 'seldom',
  'new-employment': 'seldom',
  'community-correction': 'seldom',
  'drug-rehabilitation': 'seldom',
  homeless: 'seldom',
};

export const ALL_GROUPS = Object.keys(GROUPS) as TargetGroup[];
export const DAILY_GROUPS = ALL_GROUPS.filter((group) => GROUPS[group] === 'daily');

/** Groups in the order in which they are said. */
export function inOrder(groups: readonly TargetGroup[]): TargetGroup[] {
  return ALL_GROUPS.filter((group) => groups.includes(group));
}
