import type { TellDone } from '../../src/activities/schema.ts';
import type { EventWhole } from '../../src/ledger/event-schema.ts';

/** Acts that residents may be told of; casework and visits are nobody else's. */
const TOLD = ['activity', 'meeting', 'work-day', 'training', 'group-session'];
export const mayBeTold = (event: EventWhole): boolean => event.standing && TOLD.includes(event.kind);

export type TellDraft = Omit<TellDone, 'station' | 'id'>;

/** What the books say already, to be looked at before everybody reads it; the note stays out: it may name somebody. */
export function tellDraft(event: EventWhole): TellDraft {
  return {
    event: event.id,
    title: event.title,
    startsAt: event.startedAt,
    place: event.place,
    note: '',
    came: event.present + event.unnamed || null,
    photos: [],
    agreed: false,
  };
}
