import { useNavigate } from '@tanstack/react-router';
import { announceTyping } from '../activities/announce-draft.ts';
import { say } from '../i18n/words.ts';
import { draftOfInput } from '../ledger/event-draft.ts';
import { isStale } from '../offline/commands.ts';
import type { OutboxItem } from '../offline/database.ts';
import { writeDraft } from '../offline/drafts.ts';
import { keptPeople } from '../offline/kept.ts';
import { changeItem } from '../offline/outbox.ts';
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

/** Opens a stored item again in its own form. It is not sent meanwhile, and stays stored until it is saved anew. */
export function useReopen(): (item: OutboxItem) => Promise<void> {
  const navigate = useNavigate();
  return async (item) => {
    // Two values wait on the person's own page; a picture has no form: it belongs to its event.
    const form = isStale(item) ? undefined : formOf(item);
    if (form) {
      const failure = item.failure ?? { code: 'invalid', reason: 'opened', sentence: say('outbox.opened'), fields: [] };
      await changeItem(item.key, { state: 'held', failure });
      const names = new Map((await keptPeople(item.account)).map((person) => [person.id, person.name]));
      await writeDraft(item.account, `${item.account}/${form.place}`, form.draft(names));
    }
    await navigate({ to: form?.to ?? pageOf(item) });
  };
}

function pageOf(item: OutboxItem): string {
  if (item.name === 'attach') return `/events/${item.input.event}`;
  return `/people/${item.input.id}`;
}

function formOf(item: OutboxItem): Reopened | undefined {
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
    const { corrects, version, why } = item.input;
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
    const { corrects, why } = item.input;
    return {
      place: correctPlace(corrects),
      draft: () => ({ ...draftOf(item.input, key), why }),
      to: `/events/${corrects}/edit`,
    };
  }
  return undefined;
}
