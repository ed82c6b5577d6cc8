import type { PersonLine } from '../../src/people/schema.ts';
import { api } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useStation } from '../shell/session.tsx';
import { dayOf, sayDay } from '../ui/dates.ts';

/** 上次 5月25日，周敏：膝盖疼，药快吃完了。 */
export function LastVisit({ person }: { person: PersonLine }) {
  const { say, language } = useWords();
  const station = useStation();
  const last = useKept(['events', station.id, person.id], () =>
    api.ledger.events({ station: station.id, person: person.id, limit: 50 }),
  ).value?.items[0];
  if (!last)
    return person.lastVisitOn
      ? say('visit.last-day', { day: sayDay(person.lastVisitOn, language) })
      : say('visit.first');
  const [spoken, silent] = last.workers.length
    ? (['visit.last', 'visit.last-silent'] as const)
    : (['visit.last-nobody', 'visit.last-day'] as const);
  const params = {
    day: sayDay(dayOf(last.startedAt), language),
    who: last.workers.join(say('list.comma')),
    note: last.note,
  };
  return <span className="last-visit">{say(last.note ? spoken : silent, params)}</span>;
}
