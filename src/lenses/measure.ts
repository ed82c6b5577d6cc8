import type { Interval } from '../analysis/answer.ts';
import type { ShareSums } from '../analysis/uncertainty/clustered-share.ts';
import type { Routine } from '../analysis/uncertainty/small-numbers.ts';
import type { Act } from './act.ts';
import type { FactKind, Facts } from './facts.ts';
import type { Both, Definition, Drawing, Hint } from './schema.ts';

type Unit = Definition['unit'];

/**
 * What a measure counted, before anybody asks who may see it. Shares of people and sums may be added over stations;
 * a figure (a median, an index) may not.
 */
export interface Cell {
  key: string;
  label: Both;
  unit: Unit;
  group?: { key: string; label: Both };
  counted: Counted;
  /** The same with the committee among the community. */
  broad?: { numerator: number; denominator: number; givers?: Givers };
  /** Of a share of hours: who gave them, for its limits; summed up when it is shown, as quarters go without. */
  givers?: Givers;
  /** How many rows (gifts, people, acts) stand behind it: whether it is reliable. */
  n: number;
  /** Different persons behind the numerator, and behind the rest of the denominator: whether it may be shown. */
  persons: number;
  others?: number;
  /** Cells of one line add up to something that is told elsewhere: one that is hidden alone could be worked out. */
  line?: string;
  /** Of one project: told at its station, and not once for each among thousands of a county. */
  local?: true;
  behind?: Behind;
  reasons?: string[];
}

export type Givers = () => ShareSums;

export type Counted =
  /** k of n people, events or places: Wilson's interval. */
  | { how: 'share'; numerator: number; denominator: number }
  /** Hours or yuan of hours or yuan; `exact`: told whatever the number of rows (money in the books is no sample). */
  | { how: 'part'; numerator: number; denominator: number; interval?: Interval; exact?: boolean }
  | { how: 'sum'; value: number }
  /** Told exactly, whatever the number of rows, and not to be added up. */
  | { how: 'fact'; value: number | null }
  | {
      how: 'figure';
      value: number | null;
      interval?: Interval | null;
      routine?: Routine;
      counts?: Record<string, number>;
    };

/** The rows that `lenses.rows` opens. */
export type Behind = { acts: (act: Act) => boolean } | { people: readonly string[] };

export interface Pattern {
  found: 'consistent' | 'not-shown' | 'no-data';
  words: Both;
}

export interface Measure extends Definition {
  needs: readonly FactKind[];
  /** Pure: the same facts give the same cells, on any machine. */
  count: (facts: Facts) => Cell[];
  /** Key of the cell that stands for the measure in one line. */
  headline?: string;
  /** Whether the headline is followed quarter by quarter. */
  trend?: boolean;
  draw?: (facts: Facts, cells: readonly Cell[]) => Drawing | null;
  /** Whether the pattern that the study's mechanism predicts is in the records. */
  pattern?: (cells: readonly Cell[], trend: { slope: number | null; p: number | null }) => Pattern | null;
  /** What to record to get there; empty when there is enough. */
  record: (facts: Facts, cells: readonly Cell[]) => Hint[];
  /** True when the figure is kept by whole months. */
  byMonth?: boolean;
}

/** A hint that stands as long as there is too little. */
export function wanted(key: string, words: Both, { have, need }: { have: number; need: number }): Hint[] {
  return have >= need ? [] : [{ key, words, have, need }];
}

export const cellAt = (cells: readonly Cell[], key: string): Cell | undefined => cells.find((cell) => cell.key === key);
