/**
 * Question: of those who could have by now, how many came again, and stayed?
 * Rule: first → second day within `second` days → sustained (≥ `months` calendar months with a contribution in the first
 *   `span` days) → takes a role. Denominator of a step: those observed long enough, whether or not they did it early.
 * Assumptions: months are those of the local calendar. When not to use it: pooled over places of different age.
 * Cost: O(n log n). Source: measures.md D1.
 */
import { checkSameLength } from '../check.ts';
import { dayNumber, daysByPerson } from '../days.ts';
import type { Acts } from './lapse-spells.ts';

export interface FunnelOptions {
  /** The day of the freeze. */
  until: string;
  /** People invited, if known. */
  invited?: number;
  /** Who initiates, decides or maintains. */
  roles?: readonly string[];
  second?: number;
  span?: number;
  months?: number;
}

export interface FunnelStep {
  step: 'first' | 'second' | 'sustained' | 'role';
  numerator: number;
  /** Those observed long enough; null when not known. */
  denominator: number | null;
  /** Everyone who did it so far, observed long enough or not. */
  soFar: number;
}

interface Person {
  person: string;
  observed: number;
  second: boolean;
  sustained: boolean;
}

/** One row a step; give numerator and denominator to `present`. */
export function funnel(acts: Acts, options: FunnelOptions): FunnelStep[] {
  checkSameLength({ name: 'person', values: acts.person }, { name: 'day', values: acts.day });
  const { until, invited, roles = [], second = 90, span = 182, months = 3 } = options;
  const people = [...daysByPerson(acts, until)].map(([person, days]) =>
    personOf(person, days, { end: dayNumber(until), second, span, months }),
  );
  const withRole = new Set(roles);
  const step = (name: FunnelStep['step'], long: number, did: (person: Person) => boolean): FunnelStep => {
    const observed = people.filter((person) => person.observed >= long);
    return {
      step: name,
      numerator: observed.filter(did).length,
      denominator: observed.length,
      soFar: people.filter(did).length,
    };
  };
  return [
    { step: 'first', numerator: people.length, denominator: invited ?? null, soFar: people.length },
    step('second', second, (person) => person.second),
    step('sustained', span, (person) => person.sustained),
    step('role', span, ({ person }) => withRole.has(person)),
  ];
}

interface Rule {
  end: number;
  second: number;
  span: number;
  months: number;
}

function personOf(person: string, days: string[], { end, second, span, months }: Rule): Person {
  const first = dayNumber(days[0] as string);
  const within = days.filter((day) => dayNumber(day) < first + span);
  return {
    person,
    observed: end - first,
    second: days.length > 1 && dayNumber(days[1] as string) - first <= second,
    sustained: new Set(within.map((day) => day.slice(0, 7))).size >= months,
  };
}
