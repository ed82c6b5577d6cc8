import { newId } from '../platform/ids.ts';
import type { Door } from './build-demo.ts';

/** What a made-up contract asks for in a year. */
const ASKED = [
  { name: '走访', unit: 'household-time', target: 400, kind: 'visit' },
  { name: '服务对象', unit: 'person', target: 120, kind: '' },
  { name: '小组', unit: 'session', target: 48, kind: 'group-session' },
  { name: '社区活动', unit: 'occasion', target: 12, kind: 'activity' },
];

/** Enters what the contract of this year asks for, as the head of a station. */
export async function enterContract(head: Door, station: string, now: Date): Promise<void> {
  const year = new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear();
  const span = { from: `${year}-01`, to: `${year}-12`, field: '' };
  for (const asked of ASKED)
    await head('reports.saveIndicator', { station, id: newId(), version: 0, ...asked, ...span });
}
