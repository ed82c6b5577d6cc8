import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Person } from '../../src/people/schema.ts';
import { telOf } from '../../src/platform/phone.ts';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../shell/session.tsx';
import { usePersonWords } from './person-words.ts';

/** Who lives together, and who stands by: family, carers, neighbours. */
export function HouseholdPanel({ person }: { person: Person }) {
  const { say } = useWords();
  const { may } = useSession();
  const words = usePersonWords();
  const others = person.household?.members.filter((member) => member.id !== person.id) ?? [];
  const own = person.household?.members.find((member) => member.id === person.id);
  return (
    <section className="person-section">
      <h2>{say('household.title')}</h2>
      <dl className="person-facts">
        {own ? <Line name={say('household.relation')}>{say(`relation.${own.relation}`)}</Line> : null}
        {others.map((member) => (
          <Line key={member.id} name={say(`relation.${member.relation}`)}>
            <Link to="/people/$id" params={{ id: member.id }}>
              {member.name}
            </Link>{' '}
            {words.age(member)}
          </Line>
        ))}
        {person.contacts.map((contact) => (
          <Line
            key={`${contact.kind} ${contact.name}`}
            name={contact.kind === 'relative' && contact.relation ? contact.relation : say(`contact.${contact.kind}`)}
          >
            {contact.person ? (
              <Link to="/people/$id" params={{ id: contact.person }}>
                {contact.name}
              </Link>
            ) : (
              contact.name
            )}
            {contact.kind !== 'relative' && contact.relation ? ` ${contact.relation}` : ''}{' '}
            {contact.phone ? (
              <a className="person-link" href={telOf(contact.phone)}>
                {contact.phone}
              </a>
            ) : null}
          </Line>
        ))}
      </dl>
      {person.household ? null : <p className="quiet">{say('household.none')}</p>}
      {person.household?.note ? <p className="note">{person.household.note}</p> : null}
      {may('records.write') ? (
        <p className="words section-links">
          <Link to="/people/$id/household" params={{ id: person.id }}>
            {say(person.household ? 'household.edit' : 'household.add')}
          </Link>
          <Link to="/people/$id/edit/$section" params={{ id: person.id, section: 'contacts' }}>
            {say('section.edit', { section: say('section.contacts') })}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div style={{ display: 'contents' }}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
