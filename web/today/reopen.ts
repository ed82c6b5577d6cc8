import { useNavigate } from '@tanstack/react-router';
import { announceTyping } from '../activities/announce-draft.ts';
import { say } from '../i18n/words.ts';
import { isStale } from '../offline/commands.ts';
import type { OutboxItem } from '../offline/database.ts';
import { writeDraft } from '../offline/drafts.ts';
import { changeItem } from '../offline/outbox.ts';
import { announcePlace, consentPlace, editPersonPlace, newPersonPlace, visitPlace } from '../offline/places.ts';
import { typingOf, typingOfPart } from '../people/person-typing.ts';
import { sectionOf } from '../people/sections.ts';
import { handedIn } from '../people/two-people.ts';
import { draftOf } from '../visits/visit-draft.ts';

/** Opens a stored item again in its own form. It is not sent meanwhile, and stays stored until it is saved anew. */
export function useReopen(): (item: OutboxItem) => Promise<void> {
  const navigate = useNavigate();
  return async (item) => {
    // Two values wait on the person's own page; the form knows only one of them.
    if (isStale(item) && item.name === 'change-person') {
      await navigate({ to: '/people/$id', params: { id: item.input.id } });
      return;
    }
    const failure = item.failure ?? { code: 'invalid', reason: 'opened', sentence: say('outbox.opened'), fields: [] };
    await changeItem(item.key, { state: 'held', failure });
    await writeDraft(item.account, `${item.account}/${placeOf(item)}`, draftFor(item));
    if (item.name === 'visit') await navigate({ to: '/people/$id/visit', params: { id: item.input.person } });
    else if (item.name === 'add-person') await navigate({ to: '/people/new' });
    else if (item.name === 'change-person')
      await navigate({ to: '/people/$id/edit/$section', params: sectionIn(item) });
    else if (item.name === 'record-consent')
      await navigate({ to: '/people/$id/consent', params: { id: item.input.person } });
    else await navigate({ to: '/activities/new' });
  };
}

type Change = OutboxItem & { name: 'change-person' };

function sectionIn(item: Change): { id: string; section: string } {
  return { id: item.input.id, section: sectionOf(handedIn(item.input)) };
}

/** What the form knew when the edit began is not stored: everything that was handed in counts as typed anew. */
function changeDraft(item: Change, key: string): object {
  const part = handedIn(item.input);
  const edit = { version: item.input.version, replaces: key };
  return sectionOf(part) === 'basic' ? { ...typingOfPart(part), ...edit } : { part, ...edit };
}

function placeOf(item: OutboxItem): string {
  switch (item.name) {
    case 'visit':
      return visitPlace(item.input.person);
    case 'add-person':
      return newPersonPlace(item.station);
    case 'change-person':
      return editPersonPlace(item.input.id, sectionIn(item).section);
    case 'record-consent':
      return consentPlace(item.input.person);
    case 'announce':
      return announcePlace(item.station);
  }
}

function draftFor(item: OutboxItem): object {
  const { key } = item;
  switch (item.name) {
    case 'visit':
      return draftOf(item.input, key);
    case 'add-person':
      return { ...typingOf(item.input), ...typingOfPart(item.input), id: item.input.id, replaces: key };
    case 'change-person':
      return changeDraft(item, key);
    case 'record-consent':
      return { ...item.input, replaces: key };
    case 'announce':
      return { ...announceTyping(item.input), replaces: key };
  }
}
