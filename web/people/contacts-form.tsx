import { useState } from 'react';
import type { Contact } from '../../src/people/schema.ts';
import { CONTACT_KINDS } from '../../src/people/terms.ts';
import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { TextField } from '../ui/field.tsx';
import { PersonPicker } from './person-picker.tsx';
import { type SectionProps, useWrong } from './use-wrong.ts';

const MOST = 8;
const FRESH: Contact = { kind: 'relative', person: null, name: '', relation: '', phone: '' };

/** Who stands by a person: guardian, carer, family, neighbour. */
export function ContactsForm({ part, onChange, wrongs }: SectionProps) {
  const { say } = useWords();
  const rows = part.contacts ?? [];
  const put = (contacts: Contact[]) => onChange({ contacts });
  return (
    <>
      {rows.length === 0 ? <p className="quiet">{say('contacts.none')}</p> : null}
      {rows.map((row, index) => (
        <ContactRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own, and rows are not moved
          key={index}
          row={row}
          index={index}
          wrongs={wrongs}
          onChange={(changed) => put(rows.map((one, place) => (place === index ? { ...one, ...changed } : one)))}
          onRemove={() => put(rows.toSpliced(index, 1))}
        />
      ))}
      {rows.length < MOST ? <Button onClick={() => put([...rows, FRESH])}>{say('contacts.add')}</Button> : null}
    </>
  );
}

interface RowProps {
  row: Contact;
  index: number;
  wrongs: SectionProps['wrongs'];
  onChange: (row: Partial<Contact>) => void;
  onRemove: () => void;
}

function ContactRow({ row, index, wrongs, onChange, onRemove }: RowProps) {
  const { say } = useWords();
  const wrong = useWrong(wrongs);
  return (
    <fieldset className="part-row">
      <legend>{say('contacts.line', { count: index + 1 })}</legend>
      <Chips
        label={say('contacts.kind')}
        chips={CONTACT_KINDS.map((value) => ({ value, words: say(`contact.${value}`) }))}
        chosen={[row.kind]}
        onChange={([kind = 'other']) => onChange({ kind })}
      />
      <ContactName row={row} index={index} wrong={wrong(`contact-name-${index}`)} onChange={onChange} />
      <div className="pair">
        <TextField
          label={say('contacts.relation')}
          placeholder={say('contacts.relation-example')}
          value={row.relation}
          onText={(relation) => onChange({ relation })}
          maxLength={20}
          autoComplete="off"
        />
        <TextField
          label={say('contacts.phone')}
          value={row.phone}
          onText={(phone) => onChange({ phone })}
          inputMode="tel"
          maxLength={30}
          autoComplete="off"
        />
      </div>
      <Button kind="text" onClick={onRemove}>
        {say('contacts.remove')}
      </Button>
    </fieldset>
  );
}

/** A name, or somebody of the station: then the name is theirs. */
function ContactName(props: Pick<RowProps, 'row' | 'index' | 'onChange'> & { wrong: string | undefined }) {
  const { row, index, onChange, wrong } = props;
  const { say } = useWords();
  const [choosing, setChoosing] = useState(false);
  if (row.person) {
    return (
      <p className="line">
        <strong>{row.name}</strong>
        <Button kind="text" onClick={() => onChange({ person: null, name: '' })}>
          {say('visit.other-person')}
        </Button>
      </p>
    );
  }
  return (
    <>
      <TextField
        id={`contact-name-${index}`}
        label={say('contacts.name')}
        value={row.name}
        onText={(name) => onChange({ name })}
        wrong={wrong}
        maxLength={60}
        autoComplete="off"
      />
      {choosing ? (
        <PersonPicker
          label={say('contacts.known')}
          onChoose={(person) => {
            setChoosing(false);
            onChange({ person: person.id, name: person.name });
          }}
        />
      ) : (
        <Button kind="text" onClick={() => setChoosing(true)}>
          {say('contacts.known')}
        </Button>
      )}
    </>
  );
}
