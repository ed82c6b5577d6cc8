import { useState } from 'react';
import type { ChangePerson, StandingPerson } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { isStale, personOf } from '../offline/commands.ts';
import type { OutboxItem } from '../offline/database.ts';
import { putInOutbox, takeFromOutbox, useOutbox } from '../offline/outbox.ts';
import { Button } from '../ui/button.tsx';
import { sayMoment } from '../ui/dates.ts';
import { type Choice, TwoValues } from '../ui/two-values.tsx';
import { useFieldWords } from './field-words.ts';
import { chosenPart, differencesOf, type Field, handedIn, partOfPerson } from './two-people.ts';

type StaleItem = OutboxItem & { name: 'change-person' };

/** Edits of a person that met somebody else's: both values stand side by side, and a person decides. */
export function useStaleEdits(person: string): StaleItem[] {
  const { items } = useOutbox();
  return items.filter((item): item is StaleItem => isStale(item) && personOf(item) === person);
}

export function StaleEdit({ item }: { item: StaleItem }) {
  const { say, language } = useWords();
  const show = useFieldWords();
  const [choices, setChoices] = useState<Partial<Record<Field, Choice>>>({});
  const theirs = item.failure?.theirs as StandingPerson;
  const [mine, stands] = [handedIn(item.input), partOfPerson(theirs)];
  const differences = differencesOf(mine, stands);
  const when = sayMoment(theirs.changedAt, language);
  const theirsFrom = theirs.changedBy
    ? say('two.theirs', { name: theirs.changedBy, when })
    : say('two.theirs-at', { when });
  const undecided = differences.some((one) => !choices[one.field]);

  async function settle(): Promise<void> {
    const part = chosenPart(mine, stands, choices);
    const input: ChangePerson = { ...part, id: item.input.id, station: item.station, version: theirs.version };
    if (Object.keys(part).length > 0)
      await putInOutbox({ name: 'change-person', input }, part.name ?? item.about, item.station);
    await takeFromOutbox(item.key);
  }
  return (
    <section className="person-section gold-box stack" aria-label={say('two.title')}>
      <div>
        <h2>{say('two.title')}</h2>
        <p className="quiet">{differences.length > 0 ? say('two.context') : say('two.same')}</p>
      </div>
      {differences.map((one) => (
        <TwoValues
          key={one.field}
          question={say('two.question', { field: say(`field.${nameOf(one.field)}`) })}
          mine={show(one.field, one.mine)}
          theirs={show(one.field, one.theirs)}
          mineFrom={say('two.mine', { when: sayMoment(item.madeAt, language) })}
          theirsFrom={theirsFrom}
          both={one.both === undefined ? undefined : show(one.field, one.both)}
          chosen={choices[one.field]}
          onChoose={(choice) => setChoices({ ...choices, [one.field]: choice })}
        />
      ))}
      <Button kind="filled" disabled={undecided} onClick={() => void settle()}>
        {say(differences.length > 0 ? 'two.save' : 'two.close')}
      </Button>
    </section>
  );
}

/** Of fields that are chosen together, the one that gives them their name. */
function nameOf(field: Field): Exclude<Field, 'bornPrecision' | 'idNumberAsWritten' | 'notAloneWhy' | 'lifeOn'> {
  switch (field) {
    case 'bornPrecision':
      return 'bornOn';
    case 'idNumberAsWritten':
      return 'idNumber';
    case 'notAloneWhy':
      return 'notAlone';
    case 'lifeOn':
      return 'life';
    default:
      return field;
  }
}
