import type { Person } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { dayOf, daysBetween, sayDay, sayNearDay, today } from '../ui/dates.ts';
import { NumberFact } from '../ui/number-fact.tsx';
import type { Events, FileEvent } from './use-events.ts';

/** When we last met, when next, and how often this year. */
export function PersonNumbers({ person, events }: { person: Person; events: Events }) {
  const { say, language } = useWords();
  const visits = events.items.filter((event) => event.kind === 'visit' && event.item?.state !== 'held');
  const last = visits[0];
  const lastDay = last ? dayOf(last.startedAt) : person.lastVisitOn;
  // What is on its way decides already when to come next.
  const next = last?.item ? last.nextOn : person.nextVisitOn;
  const thisYear = visits.filter((event) => dayOf(event.startedAt).slice(0, 4) === today().slice(0, 4));
  return (
    <dl className="number-facts">
      {lastDay ? (
        <NumberFact
          value={sayNearDay(lastDay, language)}
          unit={last?.minutes ? say('minutes', { count: last.minutes }) : undefined}
          words={say('person.last')}
        />
      ) : (
        <NumberFact value={say('person.last-none')} words={say('person.last')} />
      )}
      <NextVisit next={next} />
      {events.all && thisYear.length > 0 ? (
        <NumberFact
          value={thisYear.length}
          unit={say('unit.household-visits', { count: thisYear.length })}
          words={yearWords(thisYear, say)}
          rule={say('person.year-rule')}
        />
      ) : null}
    </dl>
  );
}

function NextVisit({ next }: { next: string | null }) {
  const { say, language } = useWords();
  if (!next) return <NumberFact value={say('people.no-next')} words={say('person.next')} />;
  const away = daysBetween(today(), next);
  const unit =
    away > 0 ? say('person.next-in', { count: away }) : away < 0 ? say('today.late', { count: -away }) : undefined;
  return (
    <NumberFact
      value={away === 0 ? sayNearDay(next, language) : sayDay(next, language)}
      unit={unit}
      words={say('person.next')}
      late={away < 0}
    />
  );
}

function yearWords(visits: FileEvent[], say: ReturnType<typeof useWords>['say']): string {
  const days = visits.map((event) => dayOf(event.startedAt)).sort();
  const gaps = days.slice(1).map((day, place) => daysBetween(days[place] ?? day, day));
  return gaps.length > 0 ? say('person.year-gap', { count: Math.max(...gaps) }) : say('person.year');
}
