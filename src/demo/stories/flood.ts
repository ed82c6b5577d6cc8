import { randomUUID } from 'node:crypto';
import { dayInChina } from '../../platform/clock.ts';
import { chosenOf } from '../chance.ts';
import type { Deed, Year } from '../year.ts';
import { ableOf, act, here, momentAgo, type Teller } from './tell.ts';

/** How many days before today the river came. */
const FLOOD = 168;
const WINDOW = 14;

/** Residents on the dyke in the six fortnights before the flood, and in those after: three hours each time. */
const BEFORE = [[7], [8], [6], [7], [9], [7]];
const AFTER = [[9, 8, 6], [8, 7], [9], [7], [8], [7], [7], [8], [7], [7], [8], [7]];

/** A town before and after a flood: people keep the dyke, the water comes, many come, and it grows quiet again. */
export async function tellFlood({ year }: Teller): Promise<Deed[]> {
  const at = momentAgo(year, FLOOD, 5);
  const flood = {
    ...{ station: year.station, id: randomUUID(), kind: 'flood', name: '六月大水（演示）' },
    ...{ from: dayInChina(at), to: dayInChina(momentAgo(year, FLOOD - 3)), area: null },
    note: '沙洲村和新堤村进了水，没有人受伤。',
  };
  return [
    { at: momentAgo(year, FLOOD - 3), later: 2, name: 'lenses.logShock', input: flood },
    ...BEFORE.flatMap((days, nth) => onTheDyke(year, FLOOD + (BEFORE.length - nth) * WINDOW - 5, days)),
    ...AFTER.flatMap((days, nth) => onTheDyke(year, FLOOD - nth * WINDOW, days)),
  ];
}

function onTheDyke(year: Year, firstDay: number, days: number[]): Deed[] {
  const neighbours = ableOf(year.people);
  return days.map((count, nth) => {
    // Neighbours who keep the dyke every time, and after the flood some who never had.
    const people = Array.from({ length: count }, (_, place) => chosenOf(neighbours, place + nth * 9).id);
    return act(year, firstDay - nth * 4, {
      kind: 'work-day',
      title: days.length > 1 ? '一起清淤、送水' : '巡堤、清沟',
      minutes: 180,
      place: '沙洲大堤',
      project: year.project,
      phase: 'maintain',
      initiator: nth === 0 ? 'resident' : 'resident-group',
      convenor: 'resident-group',
      workerPresent: nth % 2 === 0 && days.length > 1,
      present: here(people),
    });
  });
}
