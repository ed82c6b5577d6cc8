import { daysByPerson } from '../analysis/days.ts';
import { residentsGave } from './participants.ts';
import type { Act } from './act.ts';
import type { Facts } from './facts.ts';
import type { Behind } from './measure.ts';

/** A row before names are known: the gift, or a person with the days that count. */
export interface BareRow {
  key: string;
  day: string;
  act: Act | null;
  person: string | null;
  times: number | null;
  last: string | null;
}

const latestFirst = (a: BareRow, b: BareRow): number =>
  a.day === b.day ? (a.key < b.key ? -1 : 1) : a.day > b.day ? -1 : 1;

/** The rows behind a value, the latest first. */
export function rowsBehind(facts: Facts, behind: Behind): BareRow[] {
  if ('acts' in behind) {
    return [...facts.acts, ...facts.around]
      .filter(behind.acts)
      .map((act): BareRow => ({ key: act.id, day: act.day, act, person: null, times: null, last: null }))
      .sort(latestFirst);
  }
  const own = [...residentsGave(facts.acts)];
  const days = daysByPerson({ person: own.map((act) => act.party), day: own.map((act) => act.day) }, facts.to);
  return behind.people
    .map((person): BareRow => {
      const all = days.get(person) ?? [];
      const served = facts.served.find((one) => one.person === person);
      return {
        key: person,
        day: all[0] ?? facts.from,
        act: null,
        person,
        times: served && all.length === 0 ? served.times : all.length,
        last: all.at(-1) ?? null,
      };
    })
    .sort(latestFirst);
}

/** Rows after a place in the list, one more than asked for. */
export function pageAfter(rows: BareRow[], after: { day: string; key: string } | null, limit: number): BareRow[] {
  const from = after
    ? rows.filter((row) => row.day < after.day || (row.day === after.day && row.key > after.key))
    : rows;
  return from.slice(0, limit + 1);
}
