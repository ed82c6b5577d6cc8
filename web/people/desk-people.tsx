import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { PersonLine } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../shell/session.tsx';
import { sayNearDay, today } from '../ui/dates.ts';
import type { DeskColumn } from '../desk/desk-table.tsx';
import { usePersonWords } from './person-words.ts';

const DeskTable = lazy(() =>
  import('../desk/desk-table.tsx').then((module) => ({ default: module.DeskTable<PersonLine> })),
);

/** The list on a desk: a table, more people at a glance. */
export function DeskPeople({ people }: { people: PersonLine[] }) {
  const { say, language } = useWords();
  const { may } = useSession();
  const words = usePersonWords();
  const columns: DeskColumn<PersonLine>[] = [
    {
      title: say('person.name'),
      show: (person) => (
        <Link to="/people/$id" params={{ id: person.id }}>
          <strong>{person.name}</strong>
        </Link>
      ),
    },
    { title: say('person.age-label'), show: (person) => words.age(person) },
    {
      title: say('person.groups-short'),
      show: (person) => [...words.flags(person), words.groups(person, 3)].filter(Boolean).join(say('list.comma')),
    },
    { title: say('person.lives'), show: (person) => words.place(person) },
    {
      title: say('people.last-label'),
      show: (person) => (person.lastVisitOn ? sayNearDay(person.lastVisitOn, language) : say('people.never')),
    },
    {
      title: say('people.next-label'),
      show: (person) =>
        person.nextVisitOn ? (
          <span className={person.nextVisitOn < today() ? 'late' : ''}>{sayNearDay(person.nextVisitOn, language)}</span>
        ) : (
          say('people.no-next')
        ),
    },
    {
      title: '',
      show: (person) =>
        may('records.write') ? (
          <Link
            to="/people/$id/visit"
            params={{ id: person.id }}
            aria-label={say('visit.title', { name: person.name })}
          >
            {say('visit')}
          </Link>
        ) : null,
    },
  ];
  return (
    <div className="desk-table">
      <Suspense fallback={null}>
        <DeskTable rows={people} columns={columns} label={say('people.title')} />
      </Suspense>
    </div>
  );
}
