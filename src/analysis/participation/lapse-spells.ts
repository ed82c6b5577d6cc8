/**
 * Question: how long do people stay, when staying away for θ days counts as leaving?
 * Rule: a spell starts with a contribution; it ends (event) θ days after the last one when none came up to and on that
 *   day; else it is censored at the freeze. Event time = last + θ − first. Never "last contribution" as end of follow-up.
 * Assumptions: silence of θ days is leaving (show 60, 90 and 120). When not to use it: seasonal work.
 * Cost: O(n log n). Source: measures.md D2; Allison 1982, doi:10.2307/270718 (censoring). Feed into survival/.
 */
import { checkNumber, checkSameLength } from '../check.ts';
import { dayNumber, daysByPerson } from '../days.ts';

export interface Acts {
  person: ArrayLike<string>;
  /** Local calendar day YYYY-MM-DD. */
  day: ArrayLike<string>;
}

export interface LapseSpell {
  person: string;
  /** 1 for the first spell of a person. */
  spell: number;
  start: string;
  /** Days. */
  time: number;
  /** 1 lapsed, 0 censored. */
  event: 0 | 1;
}

/** Every spell of everybody, as known on the day of the freeze. */
export function lapseSpells(acts: Acts, { until, gap = 90 }: { until: string; gap?: number }): LapseSpell[] {
  checkSameLength({ name: 'person', values: acts.person }, { name: 'day', values: acts.day });
  checkNumber('gap', gap, { min: 1, integer: true });
  return [...daysByPerson(acts, until)].flatMap(([person, days]) =>
    spellsOf(person, days, { end: dayNumber(until), gap }),
  );
}

function spellsOf(person: string, days: string[], { end, gap }: { end: number; gap: number }): LapseSpell[] {
  const spells: LapseSpell[] = [];
  let start = days[0] as string;
  days.forEach((day, i) => {
    const last = dayNumber(day);
    const next = i + 1 < days.length ? dayNumber(days[i + 1] as string) : Infinity;
    const lapsed = next > last + gap && last + gap <= end;
    if (!lapsed && next !== Infinity) return;
    const time = (lapsed ? last + gap : end) - dayNumber(start);
    spells.push({ person, spell: spells.length + 1, start, time, event: lapsed ? 1 : 0 });
    start = days[i + 1] ?? start;
  });
  return spells;
}
