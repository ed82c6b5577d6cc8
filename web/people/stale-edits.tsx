import { useState } from 'react';
import type { ChangePerson, PersonFields, StandingPerson } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { isStale, personOf } from '../offline/commands.ts';
import type { OutboxItem } from '../offline/database.ts';
import { putInOutbox, takeFromOutbox, useOutbox } from '../offline/outbox.ts';
import { Button } from '../ui/button.tsx';
import { sayMoment } from '../ui/dates.ts';
import { type Choice, TwoValues } from '../ui/two-values.tsx';
import { sayBirth } from './person-facts.tsx';
import { chosenPerson, type Difference, differencesOf } from './two-people.ts';
import { shortVillage } from './person-words.ts';
import { useVillages } from './use-person.ts';

type StaleItem = OutboxItem & { name: 'change-person' };

/** Edits of a person that met somebody else's: both values stand side by side, and a person decides. */
export function useStaleEdits(person: string): StaleItem[] {
  const { items } = useOutbox();
  return items.filter((item): item is StaleItem => isStale(item) && personOf(item) === person);
}

export function StaleEdit({ item }: { item: StaleItem }) {
  const { say, language } = useWords();
  const show = useShowField();
  const [choices, setChoices] = useState<Partial<Record<keyof PersonFields, Choice>>>({});
  const theirs = item.failure?.theirs as StandingPerson;
  const differences = differencesOf(item.input, theirs);
  const when = sayMoment(theirs.changedAt, language);
  const theirsFrom = theirs.changedBy
    ? say('two.theirs', { name: theirs.changedBy, when })
    : say('two.theirs-at', { when });
  const undecided = differences.some((one) => !choices[one.field]);

  async function settle(): Promise<void> {
    const settled = chosenPerson(item.input, theirs, choices);
    const input: ChangePerson = { ...settled, id: item.input.id, station: item.station, version: theirs.version };
    if (differencesOf(input, theirs).length > 0)
      await putInOutbox({ name: 'change-person', input }, settled.name, item.station);
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
          question={say('two.question', { field: say(`field.${one.field}`) })}
          mine={show(one, one.mine)}
          theirs={show(one, one.theirs)}
          mineFrom={say('two.mine', { when: sayMoment(item.madeAt, language) })}
          theirsFrom={theirsFrom}
          both={one.both === undefined ? undefined : show(one, one.both)}
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

/** A field's value in words. */
function useShowField() {
  const { say, language } = useWords();
  const villages = useVillages();
  return ({ field }: Difference, value: PersonFields): string => {
    if (field === 'sex') return say(`sex.${value.sex}`);
    if (field === 'groups') return value.groups.map((group) => say(`group.${group}`)).join(say('list.comma'));
    if (field === 'bornOn') return value.bornOn ? sayBirth(value.bornOn, value.bornPrecision, language) : '';
    if (field === 'village')
      return shortVillage(villages.find((village) => village.code === value.village)?.name ?? value.village ?? '');
    return String(value[field] ?? '');
  };
}
