import { dayNumber, dayOf } from '../analysis/days.ts';
import type { Facts } from './facts.ts';
import { once } from './once.ts';
import { between, joined } from './pieces.ts';

/** The three stages of study 001, in their order, with the rules of each; the first must hold, and some of the others. */
export const STAGE_RULES = {
  rooting: { key: 'R1', others: ['R2', 'R3', 'R4'] },
  coordination: { key: 'K1', others: ['K2', 'K3', 'K4', 'K5'] },
  symbiosis: { key: 'S4', others: ['S1', 'S2', 'S3', 'S5'] },
} as const;
export type StageName = keyof typeof STAGE_RULES;
export const STAGE_NAMES = Object.keys(STAGE_RULES) as StageName[];
/** mixed: what belongs to a later stage is there while an earlier one is not. */
export type Stage = StageName | 'none' | 'mixed';

/** Of the other rules of a stage so many must hold: a convention of measures.md. */
const LEAST_OTHERS = 2;
/** Days of a window; a stage is judged by the last window and the one before it. */
export const STAGE_DAYS = 180;

/** What a rule comes to; null: nobody has recorded what it asks. That is not "no". */
export type Held = Record<string, boolean | null>;

function holds(name: StageName, held: Held): boolean {
  const { key, others } = STAGE_RULES[name];
  return held[key] === true && others.filter((one) => held[one] === true).length >= LEAST_OTHERS;
}

/** The stage of one window. A rule nobody could judge counts as not shown. */
export function stageOf(held: Held): Stage {
  const [rooted, together, grown] = STAGE_NAMES.map((name) => holds(name, held));
  if ((together && !rooted) || (grown && !(rooted && together))) return 'mixed';
  if (grown) return 'symbiosis';
  if (together) return 'coordination';
  return rooted ? 'rooting' : 'none';
}

/** The last window before a day, and the one before it. */
export function stageWindows(until: string): { from: string; to: string }[] {
  const end = dayNumber(until);
  return [0, 1].map((nth) => ({
    from: dayOf(end - STAGE_DAYS * (nth + 1) + 1),
    to: dayOf(end - STAGE_DAYS * nth),
  }));
}

/** The facts of the two windows, the last first. */
export const stageFacts = once((facts: Facts): Facts[] =>
  stageWindows(facts.until).map(({ from, to }, nth) => {
    const acts = joined([facts.acts, facts.around].map((own) => between(own, { from, to })));
    return { ...facts, from, to, until: to, acts, around: [], reach: facts.reach.slice(nth, nth + 1) };
  }),
);
