import { useParams } from '@tanstack/react-router';
import type { Person } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../shell/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { sayTime } from '../ui/dates.ts';
import { OutboxLine } from '../ui/outbox-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ConsentsPanel } from './consents-panel.tsx';
import { useFieldWords } from './field-words.ts';
import { HouseholdPanel } from './household-panel.tsx';
import { AlikeNote, IdReaders, MergedFiles } from './merged-files.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonNumbers } from './person-numbers.tsx';
import { usePersonWords } from './person-words.ts';
import { StaleEdit, useStaleEdits } from './stale-edits.tsx';
import { Legend, Timeline } from './timeline.tsx';
import { useEvents } from './use-events.ts';
import { partOfPerson } from './two-people.ts';
import { usePerson } from './use-person.ts';
import './people.css';

export function PersonPage() {
  const { id = '' } = useParams({ strict: false });
  const { value, failure, keptAt, onItsWay } = usePerson(id);
  if (!value) return <Waiting failure={failure} />;
  return <PersonFile key={id} person={value} keptAt={keptAt} onItsWay={onItsWay} />;
}

interface PersonFileProps {
  person: Person;
  keptAt: string | null;
  onItsWay: boolean;
}

function PersonFile({ person, keptAt, onItsWay }: PersonFileProps) {
  const { say } = useWords();
  const words = usePersonWords();
  const events = useEvents(person.id);
  const stale = useStaleEdits(person.id);
  const aside = stale.length + person.alike > 0;
  const sex = person.sex === 'unknown' ? '' : say(`sex.${person.sex}`);
  const line = [sex, words.age(person), words.groups(person), words.place(person)].filter(Boolean);
  return (
    <>
      <PageHead
        title={say('person.title', { name: person.name })}
        context={
          <span className="words">
            {line.map((text) => (
              <span key={text}>{text}</span>
            ))}
          </span>
        }
        back={{ to: '/people', label: say('nav.people') }}
        above={
          <span className="phone-only">
            <OutboxLine />
          </span>
        }
        actions={<PersonActions person={person} />}
      />
      {keptAt ? <p className="note inset">{say('shell.kept', { time: sayTime(keptAt) })}</p> : null}
      <PersonFlags person={person} />
      <PersonNumbers person={person} events={events} />
      <div className={aside ? 'person-columns has-aside' : 'person-columns'}>
        <div className="person-about">
          <PersonFacts person={person} onItsWay={onItsWay} />
          {onItsWay ? null : (
            <>
              <HouseholdPanel person={person} />
              <ConsentsPanel person={person} />
              <MergedFiles person={person} />
              <IdReaders person={person} />
            </>
          )}
        </div>
        <section className="person-section person-time">
          <h2>{say('person.time')}</h2>
          <Timeline person={person} events={events} />
          {events.items.length > 0 ? <Legend /> : null}
        </section>
        {aside ? (
          <div className="person-aside">
            {stale.map((item) => (
              <StaleEdit key={item.key} item={item} />
            ))}
            <AlikeNote person={person} />
          </div>
        ) : null}
      </div>
    </>
  );
}

/** What whoever goes there must know first. */
function PersonFlags({ person }: { person: Person }) {
  const show = useFieldWords();
  const part = partOfPerson(person);
  const flags = [show('notAlone', part), person.life === 'registered' ? '' : show('life', part)].filter(Boolean);
  if (flags.length === 0) return null;
  return (
    <p className="words inset person-flags">
      {flags.map((flag) => (
        <strong key={flag}>{flag}</strong>
      ))}
    </p>
  );
}

function PersonActions({ person }: { person: Person }) {
  const { say } = useWords();
  const { may } = useSession();
  const phone = /[0-9+-]{5,}/.exec(person.phone)?.[0];
  return (
    <>
      {phone ? (
        <a className="button plain" href={`tel:${phone}`}>
          {say('person.call')}
        </a>
      ) : null}
      {may('records.write') ? (
        <>
          <ButtonLink to="/people/$id/edit" params={{ id: person.id }}>
            {say('person.edit')}
          </ButtonLink>
          <ButtonLink to="/people/$id/visit" params={{ id: person.id }} kind="filled">
            {say('visit')}
          </ButtonLink>
        </>
      ) : null}
    </>
  );
}
