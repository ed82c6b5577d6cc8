import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newId } from '../../src/platform/ids.ts';
import { useWords } from '../i18n/words.ts';
import { useDraft } from '../offline/drafts.ts';
import { putInOutbox, takeFromOutbox } from '../offline/outbox.ts';
import { newPersonPlace } from '../offline/places.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { today } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { StoredNote } from '../ui/stored-note.tsx';
import { PersonForm } from './person-form.tsx';
import { EMPTY_PERSON, type PersonTyping, personWrongs, typedFields } from './person-typing.ts';
import './people.css';

export interface PersonDraft extends PersonTyping {
  /** Made once with the draft, so that saving twice is saving once. */
  id: string;
  /** The refused item this takes the place of. */
  replaces: string | null;
}

export function NewPersonPage() {
  const { say } = useWords();
  const { me } = useSession();
  const station = useStation();
  const navigate = useNavigate();
  const draft = useDraft<PersonDraft>(me.id, newPersonPlace(station.id), () => ({
    ...EMPTY_PERSON,
    id: newId(),
    replaces: null,
  }));
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  if (!draft.value) return null;
  const typing = draft.value;
  const wrongs = tried ? personWrongs(typing, today()) : [];

  async function save(): Promise<void> {
    setTried(true);
    if (personWrongs(typing, today()).length > 0) return;
    setSaving(true);
    const { id, replaces, ...fields } = typing;
    await putInOutbox(
      { name: 'add-person', input: { ...typedFields(fields), id, station: station.id } },
      typing.name.trim(),
      station.id,
    );
    if (replaces) await takeFromOutbox(replaces);
    await draft.clear();
    await navigate({ to: '/people/$id', params: { id } });
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <PageHead
        title={say('person.new-title')}
        context={say('person.new-context')}
        back={{ to: '/people', label: say('nav.people') }}
      />
      <div className="form">
        {draft.restored ? <p className="note">{say('draft.restored')}</p> : null}
        <ErrorLine wrongs={wrongs.map((wrong) => ({ field: wrong.field, sentence: say(wrong.word) }))} />
        <PersonForm typing={typing} onChange={draft.change} wrongs={wrongs} />
      </div>
      <SaveBar note={<StoredNote />}>
        <Button kind="filled" type="submit" className="save" busy={saving}>
          {say('save')}
        </Button>
      </SaveBar>
    </form>
  );
}
