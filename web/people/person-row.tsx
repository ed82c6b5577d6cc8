import { Link } from '@tanstack/react-router';
import type { PersonLine } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../shell/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { sayNearDay } from '../ui/dates.ts';
import { Row } from '../ui/rows.tsx';
import { usePersonWords } from './person-words.ts';
import './people.css';

/** One person in the list of a phone: the name opens the file, the button starts a visit. */
export function PersonRow({ person, line }: { person: { id: string; name: string }; line?: PersonLine }) {
  const { say } = useWords();
  const { may } = useSession();
  const words = usePersonWords();
  return (
    <Row
      name={
        <Link to="/people/$id" params={{ id: person.id }} className="person-link">
          {person.name}
        </Link>
      }
      beside={
        line
          ? [...words.flags(line), words.age(line), words.groups(line)]
              .filter(Boolean)
              .map((text) => <span key={text}>{text}</span>)
          : undefined
      }
      reason={line ? <LastAndPlace line={line} /> : <span className="waiting">{say('outbox.one-waiting')}</span>}
      action={
        may('records.write') ? (
          <ButtonLink
            to="/people/$id/visit"
            params={{ id: person.id }}
            kind="tinted"
            aria-label={say('visit.title', { name: person.name })}
          >
            {say('visit')}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}

function LastAndPlace({ line }: { line: PersonLine }) {
  const { say, language } = useWords();
  const words = usePersonWords();
  return (
    <>
      <span>
        {line.lastVisitOn ? say('people.last', { day: sayNearDay(line.lastVisitOn, language) }) : say('people.never')}
      </span>
      <span>{words.place(line)}</span>
    </>
  );
}
