import { useNavigate } from '@tanstack/react-router';
import { say } from '../i18n/words.ts';
import { isStale } from '../offline/commands.ts';
import type { OutboxItem } from '../offline/database.ts';
import { writeDraft } from '../offline/drafts.ts';
import { keptPeople } from '../offline/kept.ts';
import { changeItem } from '../offline/outbox.ts';

/** Opens a stored item again in its own form. It is not sent meanwhile, and stays stored until it is saved anew. */
export function useReopen(): (item: OutboxItem) => Promise<void> {
  const navigate = useNavigate();
  return async (item) => {
    // Two values wait on the person's own page; a picture has no form: it belongs to its event.
    const { formOf, pageOf } = await import('./reopen-forms.ts'); // seldom, and it knows every form there is
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
