import type { Person } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { dayOf, sayDay } from '../ui/dates.ts';
import { usePersonWords } from './person-words.ts';

/** What the file holds so far. What is not known is said to be not recorded, which is not the same as no. */
export function PersonFacts({ person }: { person: Person }) {
  const { say, language } = useWords();
  const words = usePersonWords();
  const born = person.bornOn && sayBirth(person.bornOn, person.bornPrecision, language);
  const facts: [string, string][] = [
    [say('person.born-short'), born || ''],
    [say('person.groups-short'), words.groups(person, 10)],
    [say('person.lives'), words.place(person)],
    [say('person.phone'), person.phone],
    [say('person.since'), sayDay(dayOf(person.createdAt), language)],
  ];
  return (
    <section className="person-section">
      <h2>{say('person.facts')}</h2>
      <dl className="person-facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value || <span className="quiet">{say('person.not-recorded')}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A birth date only as exactly as it is known, always with its year. */
export function sayBirth(bornOn: string, precision: Person['bornPrecision'], language: 'zh' | 'en'): string {
  const [year, month, day] = bornOn.split('-').map(Number);
  if (language === 'zh')
    return `${year}年${precision === 'year' ? '' : `${month}月`}${precision === 'day' ? `${day}日` : ''}`;
  const at = new Date(`${bornOn}T12:00:00Z`);
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (precision !== 'year') options.month = 'long';
  if (precision === 'day') options.day = 'numeric';
  return new Intl.DateTimeFormat('en-GB', options).format(at);
}
