import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Membership, Person } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../shell/session.tsx';
import { dayOf, sayDay, today } from '../ui/dates.ts';
import { useFieldWords } from './field-words.ts';
import { IdNumberFact } from './id-number-fact.tsx';
import { usePersonWords } from './person-words.ts';
import { sayBirth } from './say-birth.ts';
import { FIELDS_OF, type Section } from './sections.ts';
import { type Field, partOfPerson } from './two-people.ts';

const FURTHER: Section[] = ['home', 'health', 'life', 'care'];
/** Said with another field, or above everything else. */
const SAID_ELSEWHERE: Field[] = ['notAlone', 'notAloneWhy', 'life', 'lifeOn', 'livingAddress'];

/** What the file holds. What is not known is said to be not recorded, which is not the same as no. */
export function PersonFacts({ person, onItsWay }: { person: Person; onItsWay: boolean }) {
  const { say, language } = useWords();
  const show = useFieldWords();
  const words = usePersonWords();
  const lives = [words.place(person), person.livingAddress].filter(Boolean).join(say('list.clause'));
  return (
    <section className="person-section">
      <h2>{say('person.facts')}</h2>
      <dl className="person-facts">
        <Fact name={say('field.idNumber')}>
          <IdNumberFact person={person} />
        </Fact>
        <Fact name={say('person.born-short')}>{show('bornOn', partOfPerson(person))}</Fact>
        <Fact name={say('person.groups-short')}>
          <Groups person={person} />
        </Fact>
        <Fact name={say('person.lives')}>{lives}</Fact>
        <Fact name={say('person.phone')}>{person.phone}</Fact>
        <FurtherFacts person={person} />
        <Fact name={say('person.since')}>{sayDay(dayOf(person.createdAt), language)}</Fact>
      </dl>
      {onItsWay ? null : <EditLinks person={person} />}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const { say } = useWords();
  return (
    <div style={{ display: 'contents' }}>
      <dt>{name}</dt>
      <dd>{children || <span className="quiet">{say('person.not-recorded')}</span>}</dd>
    </div>
  );
}

/** The groups of now, each with its source and since when; what ended stands below. */
function Groups({ person }: { person: Person }) {
  const { say, language } = useWords();
  const words = usePersonWords();
  const day = today();
  const month = (day: string) => sayBirth(day, 'month', language);
  const span = ({ startsOn, endsOn }: Membership) => {
    if (startsOn && endsOn) return say('groups.span', { from: month(startsOn), to: month(endsOn) });
    if (endsOn) return say('groups.until', { day: month(endsOn) });
    return startsOn ? say('groups.since', { day: month(startsOn) }) : '';
  };
  const dated = person.memberships.filter((one) => one.startsOn || one.endsOn || one.source);
  if (dated.length === 0) return words.groups(person, 10);
  return (
    <ul className="plain-list">
      {person.memberships.map((one) => {
        const past = one.endsOn !== null && one.endsOn < day;
        const about = [one.source, span(one)].filter(Boolean).join(say('list.clause'));
        return (
          <li key={`${one.code} ${one.startsOn}`} className={past ? 'quiet' : undefined}>
            {past ? say('groups.past') : ''}
            {say(`group.${one.code}`)}
            {about ? <span className="quiet fact-source">{about}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}

function furtherFields(): Field[] {
  return FURTHER.flatMap((section) => FIELDS_OF[section]).filter((field) => !SAID_ELSEWHERE.includes(field));
}

function FurtherFacts({ person }: { person: Person }) {
  const { say } = useWords();
  const show = useFieldWords();
  const part = partOfPerson(person);
  const known = furtherFields().filter((field) => show(field, part) !== '');
  return known.map((field) => (
    <Fact key={field} name={say(`field.${field as 'health'}`)}>
      {show(field, part)}
    </Fact>
  ));
}

/** What is not recorded yet, in one line, and the ways to each part of the file. */
function EditLinks({ person }: { person: Person }) {
  const { say } = useWords();
  const { may } = useSession();
  const show = useFieldWords();
  const part = partOfPerson(person);
  const missing = furtherFields().filter((field) => show(field, part) === '');
  const names = missing.map((field) => say(`field.${field as 'health'}`)).join(say('list.comma'));
  return (
    <>
      {missing.length > 0 ? <p className="note">{say('section.missing', { fields: names })}</p> : null}
      {may('records.write') ? (
        <p className="words section-links">
          {([...FURTHER, 'groups'] as const).map((section) => (
            <Link key={section} to="/people/$id/edit/$section" params={{ id: person.id, section }}>
              {say('section.edit', { section: say(`section.${section}`) })}
            </Link>
          ))}
        </p>
      ) : null}
    </>
  );
}
