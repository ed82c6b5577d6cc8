import { api } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { usePersonWords } from '../people/person-words.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import type { Listed } from './event-draft.ts';

interface ExpectedProps {
  day: string;
  list: Listed[];
  onAdd: (person: Pick<Listed, 'person' | 'name' | 'beside'>) => void;
}

/** Who on file said on the residents' page that they come that day, by their telephone: offered, never added by itself. */
export function Expected({ day, list, onAdd }: ExpectedProps) {
  const { say } = useWords();
  const words = usePersonWords();
  const { id: station } = useStation();
  const { value } = useKept(['expected', station, day], () => api.activities.expected({ station, day }));
  const known = new Set(list.map((one) => one.person));
  const items = value?.items.filter((one) => !known.has(one.person.id)) ?? [];
  if (items.length === 0) return null;
  return (
    <section>
      <p className="field-label">{say('event.expected')}</p>
      <ul className="coming-list">
        {items.map(({ person, called, people, title }) => {
          const beside = [words.age(person), words.place(person)].join(' ');
          return (
            <li key={person.id} className="words">
              <span>
                <strong>{person.name}</strong> <span className="quiet">{beside}</span>
              </span>
              <span className="quiet">{say('event.expected-as', { called, count: people, title })}</span>
              <Button
                kind="text"
                aria-label={say('event.expected-add-of', { name: person.name })}
                onClick={() => onAdd({ person: person.id, name: person.name, beside })}
              >
                {say('event.expected-add')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
