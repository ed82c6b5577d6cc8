// One thing that an asker tries, and what must come of it.
import type { Asker, View } from './oracle.ts';
import type { Row, StationSeed } from './world.ts';

/** How many rows are touched, or refused. */
export type Outcome = number | 'refused';

export interface Attempt {
  what: string;
  sql: string;
  allowed: Outcome;
}

export interface Place {
  asker: Asker;
  view: View;
  /** Every row there is. */
  rows: Row[];
  target: StationSeed;
}

export const q = (text: string | number | null) => (text === null ? 'null' : `'${text}'`);
export const once = (may: boolean): Outcome => (may ? 1 : 'refused');
export const touched = (may: boolean): Outcome => (may ? 1 : 0);
export const NEW = "'11111111-1111-4111-8111-111111111111'";
