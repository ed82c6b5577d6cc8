import { hoursOf } from '../../src/reports/month/rules.ts';
import type { Figures } from '../../src/reports/month/schema.ts';

/** The totals by which two reports of one month are told apart; the word of each names its unit. */
export const FIGURES_SHOWN = [
  'people',
  'personTimes',
  'households',
  'householdTimes',
  'sessions',
  'occasions',
  'worked',
  'spent',
] as const satisfies (keyof Figures)[];

/** A total in the unit of its word: minutes as hours. */
export const figureOf = (name: (typeof FIGURES_SHOWN)[number], figures: Figures): number =>
  name === 'worked' ? hoursOf(figures.worked) : figures[name];
