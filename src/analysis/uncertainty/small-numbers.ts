/** The rules for small numbers, as data: present.ts applies them, screens may quote them. Measures §2. */

export const SMALL_NUMBERS = {
  version: 1,
  /** Counts from 1 to this are "fewer than 5" to whoever may not open the rows; 0 is shown. */
  hiddenUpTo: 4,
  /** Below: counts only, no interval. */
  intervalFrom: 5,
  /** Below: counts and interval, no percentage in a headline, no ranking. */
  shareFrom: 20,
} as const;

/** What each routine needs before its figure is shown, and what stands in its place otherwise. */
export const ROUTINES = {
  'kaplan-meier-median': { least: { events: 10 }, otherwise: 'list-the-spells' },
  'log-rank': { least: { eventsInSmallestGroup: 5 }, otherwise: 'permutation' },
  regression: { least: { eventsPerParameter: 10 }, otherwise: 'life-table' },
  agreement: { least: { units: 30, smallestMainCategory: 5 }, otherwise: 'percent-agreement' },
  network: { least: { parties: 8, events: 5 }, otherwise: 'node-table' },
  inequality: { least: { places: 8 }, otherwise: 'theil-and-hoover' },
  'small-inequality': { least: { places: 3 }, otherwise: 'plain-table' },
  'difference-in-differences': { least: { treated: 4, controls: 4, periodsBefore: 3 }, otherwise: 'no-comparison' },
  'reliable-change': { least: { reliability: 0.7, weeksBetween: 4 }, otherwise: 'individual-plot' },
  'opinion-groups': { least: { participants: 20, statements: 10 }, otherwise: 'statements-only' },
} as const;

export type Routine = keyof typeof ROUTINES;
