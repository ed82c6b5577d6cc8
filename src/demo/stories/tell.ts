import { randomUUID } from 'node:crypto';
import type { EventInput } from '../../ledger/event-schema.ts';
import type { ProjectInput } from '../../projects/schema.ts';
import type { Door } from '../build-demo.ts';
import type { Deed, Year } from '../year.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Who tells: the station's year, its first worker's door, and the first day of its books. */
export interface Teller {
  year: Year;
  worker: Door;
  head: Door;
  begun: Date;
}

type Act = Partial<EventInput> & { kind: EventInput['kind']; minutes: number };

/** A moment so many days ago, at an hour of China. */
export const momentAgo = ({ now }: Year, days: number, hour = 9): Date =>
  new Date((Math.floor(now.getTime() / DAY_MS) - days) * DAY_MS + (hour - 8) * HOUR_MS);

/** An act of the story, written down two hours later. */
export function act(year: Year, daysAgo: number, fields: Act): Deed {
  const at = momentAgo(year, daysAgo);
  const input = { title: '', ...fields, station: year.station, id: randomUUID(), startedAt: at.toISOString() };
  return { at, later: 2, name: 'ledger.record', input };
}

/** A project of the story, opened on the first day; answers its id. */
export async function project({ year, worker, begun }: Teller, fields: ProjectInput): Promise<string> {
  const id = randomUUID();
  await worker('projects.add', { station: year.station, id, ...fields, name: `${fields.name}（演示）` }, begun);
  return id;
}

/** A partner of the story, known from the first day; answers what it gives with. */
export async function partner(
  { year, worker, begun }: Teller,
  [name, sector]: readonly [name: string, sector: NonNullable<NonNullable<EventInput['given']>[number]['sector']>],
): Promise<{ partyKind: 'organisation' | 'group'; party: string }> {
  const party = randomUUID();
  const kind = sector === 'resident-group' ? 'group' : 'organisation';
  await worker('ledger.addPartner', { station: year.station, id: party, name: `${name}（演示）`, kind, sector }, begun);
  return { partyKind: kind, party };
}

/** These people on a list. */
export const here = (people: readonly string[]) => people.map((person) => ({ person }));

/** Who can lend a hand: neither children nor the very old. */
export const ableOf = (people: Year['people']): Year['people'] =>
  people.filter(({ bornOn }) => bornOn && bornOn > '1945' && bornOn < '2008');
