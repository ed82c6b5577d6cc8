import { dayNumber } from '../analysis/days.ts';
import { type Acts, perPiece } from './pieces.ts';

/** The first two days of each. */
type FirstDays = Map<string, string[]>;

function addDay(days: FirstDays, party: string, day: string): void {
  const own = days.get(party);
  if (!own) {
    days.set(party, [day]);
    return;
  }
  if (own.includes(day) || (own[1] && day > own[1])) return;
  own[1] = day;
  own.sort();
}

const firstDaysEach = perPiece((acts) => {
  const days: FirstDays = new Map();
  for (const { party, day } of acts) addDay(days, party, day);
  return days;
});

/** People whose second day comes within so many days of their first. */
export function cameAgain(acts: Acts, within: number): number {
  const days: FirstDays = new Map();
  for (const [party, own] of firstDaysEach(acts).flatMap((one) => [...one]))
    for (const day of own) addDay(days, party, day);
  return [...days.values()].filter(
    ([first, second]) => first && second && dayNumber(second) - dayNumber(first) <= within,
  ).length;
}
