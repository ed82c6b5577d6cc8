import { useState } from 'react';
import type { PersonLine } from '../../src/people/schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { useWords } from '../i18n/words.ts';
import { putInOutbox } from '../offline/outbox.ts';
import { PersonPicker } from '../people/person-picker.tsx';
import { usePersonWords } from '../people/person-words.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Grain } from '../ui/grain.tsx';
import type { Listed } from './event-draft.ts';
import { Expected } from './expected.tsx';

/** 12 人到 · 算 1 节，12 人次 · 名单 14 人，2 人没来: changes as one taps. */
export function ListCount({ kind, list, unnamed }: { kind: string; list: Listed[]; unnamed: number }) {
  const { say } = useWords();
  const here = list.filter((one) => one.present).length;
  const counts =
    kind === 'group-session' || kind === 'activity' ? (`event.counts-${kind}` as const) : 'event.counts-other';
  const [count, ...unit] = say('event.present', { count: here }).split('\u00a0');
  return (
    <div className="list-count" aria-live="polite">
      <p className="list-count-here">
        <strong>{count}</strong> {unit.join(' ')}
      </p>
      <p className="list-count-rule">
        {say(counts, { times: here + unnamed })}
        <br />
        {say('event.on-list', { all: list.length, absent: list.length - here })}
      </p>
    </div>
  );
}

interface SignInListProps {
  list: Listed[];
  onList: (list: Listed[]) => void;
}

/** Everyone from last time is already in; tap who is absent. */
export function SignInList({ list, onList }: SignInListProps) {
  const { say } = useWords();
  if (list.length === 0) return <p className="note">{say('event.list-none')}</p>;
  const toggle = (person: string) =>
    onList(list.map((one) => (one.person === person ? { ...one, present: !one.present } : one)));
  return (
    <ul className="sign-in">
      {list.map((one) => (
        <li key={one.person}>
          <button
            type="button"
            aria-pressed={one.present}
            className={one.present ? 'sign-in-name' : 'sign-in-name is-absent'}
            onClick={() => toggle(one.person)}
          >
            <Grain kind={one.present ? 'full' : 'hollow'} />
            <span className="sign-in-who">
              {one.name}
              {one.beside ? <span className="quiet"> {one.beside}</span> : null}
            </span>
            <span className="sign-in-state">
              {one.present ? (one.role === 'participant' ? '' : say(`list-role.${one.role}`)) : say('event.absent')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Finds somebody for the list, offers who said they come that day, or puts a new name into the files on the spot. */
export function AddToList({ list, onList, day }: SignInListProps & { day: string }) {
  const { say } = useWords();
  const station = useStation();
  const words = usePersonWords();
  const [text, setText] = useState('');
  const known = new Set(list.map((one) => one.person));
  function add(person: Pick<Listed, 'person' | 'name' | 'beside'>): void {
    if (!known.has(person.person)) onList([...list, { ...person, present: true, role: 'participant' }]);
    setText('');
  }
  async function addNew(): Promise<void> {
    const id = newId();
    const name = text.trim();
    const person = { id, name, sex: 'unknown', bornOn: null, bornPrecision: null, village: null } as const;
    const input = { ...person, station: station.id, villageGroup: '', phone: '', groups: [] };
    await putInOutbox({ name: 'add-person', input }, name, station.id);
    add({ person: id, name, beside: '' });
  }
  return (
    <div className="stack">
      <Expected day={day} list={list} onAdd={add} />
      <PersonPicker
        label={say('event.list-add')}
        text={text}
        onText={setText}
        open={false}
        onChoose={(person: PersonLine) =>
          add({ person: person.id, name: person.name, beside: [words.age(person), words.place(person)].join(' ') })
        }
      />
      {text.trim() ? (
        <Button kind="text" onClick={() => void addNew()}>
          {say('event.list-new', { name: text.trim() })}
        </Button>
      ) : null}
    </div>
  );
}
