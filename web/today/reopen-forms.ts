import { announceTyping } from '../activities/announce-draft.ts';
import { draftOfInput } from '../ledger/event-draft.ts';
import type { OutboxItem } from '../offline/database.ts';
import {
  announcePlace,
  consentPlace,
  correctPlace,
  editPersonPlace,
  eventPlace,
  newPersonPlace,
  visitPlace,
} from '../offline/places.ts';
import { typingOf, typingOfPart } from '../people/person-typing.ts';
import { sectionOf } from '../people/sections.ts';
import { handedIn } from '../people/two-people.ts';
import { draftOf } from '../visits/visit-draft.ts';

/** A form a stored item can be opened in: where its draft is kept, what it holds, and its page. */
interface Reopened {
  place: string;
  draft: (names: Map<string, string>) => object;
  to: string;
}

/** Where an item that has no form of its own is looked at. */
export function pageOf(item: OutboxItem): string {
  if (item.name === 'attach') return `/events/${item.input.event}`;
  return `/people/${item.input.id}`;
}

/** The form an item was written in, filled in again; undefined where it has none. */
export function formOf(item: OutboxItem): Reopened | undefined {
  const { key } = item;
  switch (item.name) {
    case 'visit':
      return {
        place: visitPlace(item.input.person),
        draft: () => draftOf(item.input, key),
        to: `/people/${item.input.person}/visit`,
      };
    case 'add-person':
      return {
        place: newPersonPlace(item.station),
        draft: () => ({ ...typingOf(item.input), ...typingOfPart(item.input), id: item.input.id, replaces: key }),
        to: '/people/new',
      };
    case 'change-person':
      return changeForm(item);
    case 'record-consent':
      return {
        place: consentPlace(item.input.person),
        draft: () => ({ ...item.input, replaces: key }),
        to: `/people/${item.input.person}/consent`,
      };
    case 'announce':
      return {
        place: announcePlace(item.station),
        draft: () => ({ ...announceTyping(item.input), replaces: key }),
        to: '/activities/new',
      };
    default:
      return recordForm(item);
  }
}

/** What the form knew when the edit began is not stored: everything that was handed in counts as typed anew. */
function changeForm({ input, key }: OutboxItem & { name: 'change-person' }): Reopened {
  const part = handedIn(input);
  const section = sectionOf(part);
  const edit = { version: input.version, replaces: key };
  return {
    place: editPersonPlace(input.id, section),
    draft: () => (section === 'basic' ? { ...typingOfPart(part), ...edit } : { part, ...edit }),
    to: `/people/${input.id}/edit/${section}`,
  };
}

/** A correction that came too late is opened on the line that stands now. */
function standingOf({ input, failure }: OutboxItem & { name: 'correct-visit' | 'correct-event' }) {
  const theirs = failure?.theirs as { supersededBy?: string | null } | undefined;
  const moved = theirs?.supersededBy && theirs.supersededBy !== input.corrects;
  return moved ? { id: theirs.supersededBy ?? '', version: 1 } : { id: input.corrects, version: input.version };
}

function recordForm(item: OutboxItem): Reopened | undefined {
  const { key } = item;
  if (item.name === 'event') {
    const { kind, gathering } = item.input;
    return {
      place: eventPlace(kind, gathering?.id),
      draft: (names) => ({ ...draftOfInput(item.input, names), replaces: key }),
      to: gathering ? `/gatherings/${gathering.id}/event` : `/record/${kind}`,
    };
  }
  if (item.name === 'correct-event') {
    const { why } = item.input;
    const { id: corrects, version } = standingOf(item);
    return {
      place: correctPlace(corrects),
      draft: (names) => ({
        ...draftOfInput(item.input, names),
        corrects: { id: corrects, version },
        why,
        replaces: key,
      }),
      to: `/events/${corrects}/edit`,
    };
  }
  if (item.name === 'correct-visit') {
    const { why, minutes } = item.input;
    const { id: corrects } = standingOf(item);
    return {
      place: correctPlace(corrects),
      draft: () => ({
        ...draftOf({ ...item.input, minutes: minutes ?? 1 }, key),
        ...(minutes === null ? { minutes } : {}),
        why,
      }),
      to: `/events/${corrects}/edit`,
    };
  }
  return undefined;
}
