import type { EventWhole } from '../../src/ledger/event-schema.ts';
import { useWords } from '../i18n/words.ts';
import { dayOf, sayDay } from '../ui/dates.ts';

/** 小组：编织互助小组, or 走访，6月24日. */
export function useLineTitle() {
  const { say, language } = useWords();
  return (event: Pick<EventWhole, 'kind' | 'title' | 'startedAt' | 'person'>): string => {
    const kind = say(`kind.${event.kind}`);
    const title = event.title || event.person?.name;
    return title
      ? say('line.title', { kind, title })
      : say('line.untitled', { kind, day: sayDay(dayOf(event.startedAt), language) });
  };
}
