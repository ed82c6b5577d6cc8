import { useState } from 'react';
import type { PersonLine } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { usePersonWords } from './person-words.ts';
import { useFoundPeople } from './search.ts';

interface PersonPickerProps {
  label: string;
  onChoose: (person: PersonLine) => void;
  /** Offered before anything is typed. */
  likely?: PersonLine[];
  /** Always open: the picker is the page. */
  open?: boolean;
  text?: string;
  onText?: (text: string) => void;
  autoFocus?: boolean;
  placeholder?: string;
}

/** Finds a person by name, pinyin or initials; age and place stand beside every name. */
export function PersonPicker({
  label,
  onChoose,
  likely = [],
  open = true,
  autoFocus = false,
  placeholder,
  ...outer
}: PersonPickerProps) {
  const { say } = useWords();
  const [own, setOwn] = useState('');
  const text = outer.text ?? own;
  const found = useFoundPeople(text);
  return (
    <ComboBox
      text={text}
      onText={outer.onText ?? setOwn}
      items={text.trim() === '' ? likely : found.items}
      keyOf={(person) => person.id}
      show={(person) => <PersonOption person={person} />}
      onChoose={(person) => {
        setOwn('');
        onChoose(person);
      }}
      open={open}
      ready={found.ready}
      nothing={say(found.onlySeen ? 'people.nothing-seen' : 'people.nothing', { text })}
      input={{ 'aria-label': label, placeholder: placeholder ?? say('people.placeholder'), autoFocus }}
    />
  );
}

function PersonOption({ person }: { person: PersonLine }) {
  const words = usePersonWords();
  return (
    <>
      <span className="words">
        <strong>{person.name}</strong>
        <span>{words.age(person)}</span>
        {words.flags(person).map((flag) => (
          <span key={flag} className="waiting">
            {flag}
          </span>
        ))}
      </span>
      <span className="quiet">{words.place(person)}</span>
    </>
  );
}
