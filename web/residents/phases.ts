import type { GrainKind } from '../ui/grain.tsx';

/** 计划、设计、做、评、管: always all five, in this order. */
export const PHASES = ['plan', 'design', 'deliver', 'assess', 'maintain'] as const;

/** In which of the five a work is, by its state. */
const IN: Record<string, number> = {
  'need-collected': 0,
  screened: 0,
  deliberated: 0,
  designed: 1,
  confirmed: 1,
  funded: 1,
  building: 2,
  accepted: 3,
  maintained: 4,
  reviewed: 4,
};

/** Which phase a work is in; the first when its state is not known. */
export const phaseOf = (state: string): number => IN[state] ?? 0;

/** What is behind it is full, where it is now half, what lies ahead hollow. */
export function grainOf(nth: number, state: string): GrainKind {
  const now = phaseOf(state);
  if (nth < now) return 'full';
  return nth === now ? 'half' : 'hollow';
}
