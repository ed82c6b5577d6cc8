/**
 * Calendar days as the people lived them: texts YYYY-MM-DD of the local calendar, counted without clocks or zones.
 */
import { methodError } from './method-error.ts';

/** Days that were read before: a ledger of many acts has few days, and each is asked for again and again. */
const known = new Map<string, number>();
const MOST_KNOWN = 50_000;

/** Days since 1970-01-01; throws for a text that is no day. */
export function dayNumber(day: string, place: { row?: number; column?: string } = {}): number {
  const found = known.get(day);
  if (found !== undefined) return found;
  const read = readDay(day, place);
  if (known.size < MOST_KNOWN) known.set(day, read);
  return read;
}

/** The day of a number of days since 1970-01-01. */
export const dayOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

function readDay(day: string, place: { row?: number; column?: string }): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const time = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  if (!Number.isFinite(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw methodError({
      reason: day === '' || day === undefined ? 'missing-value' : 'not-a-day',
      ...place,
      value: String(day),
    });
  }
  return time / 86_400_000;
}

/** The last day of the month in which a day lies. */
export const lastOfMonth = (day: string): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);

interface PersonDays {
  person: ArrayLike<string>;
  day: ArrayLike<string>;
}

/** The steps, spells and months of the same acts are asked for one after the other: their days are put in order once. */
const ordered = new WeakMap<PersonDays, { until: string; days: Map<string, string[]> }>();

/**
 * Distinct days of each person, in order. Rows after `until` are left out (they are not yet known). The same columns
 * must not be changed between two calls.
 */
export function daysByPerson(acts: PersonDays, until: string): Map<string, string[]> {
  const before = ordered.get(acts);
  if (before?.until === until) return before.days;
  const days = orderDays(acts, until);
  ordered.set(acts, { until, days });
  return days;
}

function orderDays(acts: PersonDays, until: string): Map<string, string[]> {
  dayNumber(until, { column: 'until' });
  const sets = new Map<string, Set<string>>();
  for (let i = 0; i < acts.person.length; i++) {
    const [person, day] = [acts.person[i], acts.day[i] as string];
    if (!person) throw methodError({ reason: 'missing-value', row: i + 1, column: 'person' });
    dayNumber(day, { row: i + 1, column: 'day' });
    if (day > until) continue;
    const own = sets.get(person);
    if (own) own.add(day);
    else sets.set(person, new Set([day]));
  }
  return new Map([...sets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([person, days]) => [person, [...days].sort()]));
}
