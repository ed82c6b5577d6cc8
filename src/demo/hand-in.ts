import { dayInChina } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { monthAhead } from '../reports/month/rules.ts';
import type { Door } from './build-demo.ts';

/** How far a made-up station has come with last month: not begun, closed, or handed in to the county. */
export type LastMonth = 'open' | 'closed' | 'handed-in';

/** Closes last month and hands it in as the head of a station, on the third of this month, or today if that is to come. */
export async function handInLastMonth(head: Door, station: string, { how, now }: { how: LastMonth; now: Date }) {
  if (how === 'open') return;
  const month = dayInChina(now).slice(0, 7);
  const at = (time: string) => new Date(Math.min(now.getTime(), Date.parse(`${month}-03T${time}:00+08:00`)));
  const id = newId();
  await head('reports.closeMonth', { station, id, month: monthAhead(month, -1), note: '' }, at('16:20'));
  if (how === 'handed-in') await head('reports.reportMonth', { station, id }, at('16:30'));
}
