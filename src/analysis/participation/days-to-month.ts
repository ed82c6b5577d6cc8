/**
 * Question: after how many days has somebody been active in a third (second, fourth) calendar month?
 * Rule: event on the first contribution in the `months`-th distinct month within `span` days; else censored at the end of
 *   the span or at the freeze. Success may come early, failure only at the end: hence Kaplan–Meier.
 * Assumptions: months of the local calendar. When not to use it: groups that meet less than monthly.
 * Cost: O(n log n). Source: measures.md D1.
 */
import { checkSameLength } from '../check.ts';
import { dayNumber, daysByPerson } from '../days.ts';
import type { Acts, LapseSpell } from './lapse-spells.ts';

/** One spell a person, to be given to kaplanMeier (1 − S is the share who got there). */
export function daysToMonth(
  acts: Acts,
  { until, months = 3, span = 182 }: { until: string; months?: number; span?: number },
): LapseSpell[] {
  checkSameLength({ name: 'person', values: acts.person }, { name: 'day', values: acts.day });
  const end = dayNumber(until, { column: 'until' });
  return [...daysByPerson(acts, until)].map(([person, days]) => {
    const start = days[0] as string;
    const first = dayNumber(start);
    const seen = new Set<string>();
    const reached = days.find((day) => dayNumber(day) < first + span && seen.add(day.slice(0, 7)).size >= months);
    const time = reached ? dayNumber(reached) - first : Math.min(span, end - first);
    return { person, spell: 1, start, time, event: reached ? 1 : 0 };
  });
}
