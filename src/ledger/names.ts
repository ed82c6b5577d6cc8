import type { Doing } from '../platform/pipeline/command.ts';
import type { EventFields } from './event-schema.ts';
import type { VisitFields } from './schema.ts';
import type { Names } from './store/known.ts';
import type { RecordedBy } from './store/recorded-by.ts';

/** Whom and what a record names; all of it must be known to the station. */
export const namesOf = {
  visit: (visit: Pick<VisitFields, 'project' | 'workers'> & { person: string }): Names => ({
    people: [visit.person],
    project: visit.project,
    workers: visit.workers,
    partners: [],
  }),
  event: (event: Pick<EventFields, 'person' | 'present' | 'absent' | 'given' | 'project' | 'workers'>): Names => {
    const parties = (kinds: string[]) =>
      event.given.filter((one) => kinds.includes(one.partyKind)).map((one) => one.party);
    return {
      people: [
        ...(event.person ? [event.person] : []),
        ...event.present.map((one) => one.person),
        ...event.absent,
        ...parties(['person']),
      ],
      project: event.project,
      workers: [...event.workers, ...parties(['account'])],
      partners: parties(['organisation', 'group']),
    };
  },
};

/** Who records something, at which station. */
export function recorder({ county, asker, newId, now }: Doing, station: string): RecordedBy {
  return { county, station, by: asker.id, newId, now };
}
