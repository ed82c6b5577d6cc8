import { type FIGURES_SHOWN, hoursOf } from '../../src/reports/month/rules.ts';
import type { Figures } from '../../src/reports/month/schema.ts';

/** A total in the unit of its word: minutes as hours. */
export const figureOf = (name: (typeof FIGURES_SHOWN)[number], figures: Figures): number =>
  name === 'worked' ? hoursOf(figures.worked) : figures[name];
