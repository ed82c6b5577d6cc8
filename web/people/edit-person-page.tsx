import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { useDraft } from '../offline/drafts.ts';
import { putInOutbox, takeFromOutbox } from '../offline/outbox.ts';
import { editPersonPlace } from '../offline/places.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { today } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { StoredNote } from '../ui/stored-note.tsx';
import { PersonForm } from './person-form.tsx';
import { type PersonTyping, personWrongs, typedFields, typingOf } from './person-typing.ts';
import { usePerson } from './use-person.ts';
import { Waiting } from '../ui/waiting.tsx';

export interface EditDraft extends PersonTyping {
  /** The version that was looked at when the edit began. */
  version: number;
  /** The refused item this takes the place of. */
  replaces: string | null;
}

export function EditPersonPage() {
  const { id = '' } = useParams({ strict: false });
  const { value, failure, pending } = usePerson(id);
  // An edit begins from what stands now, not from what was seen last time.
  if (!value || pending) return <Waiting failure={failure} />;
  return <EditPerson key={id} person={value} />;
}

function EditPerson({ person }: { person: Person }) {
  const { say } = useWords();
  const { me } = useSession();
  const station = useStation();
  const navigate = useNavigate();
  const draft = useDraft<EditDraft>(me.id, editPersonPlace(person.id), () => ({
    ...typingOf(person),
    version: person.version,
    replaces: null,
  }));
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  if (!draft.value) return null;
  const typing = draft.value;
  const wrongs = tried ? personWrongs(typing, today()) : [];
  const back = { to: '/people/$id', params: { id: person.id } } as const;

  async function save(): Promise<void> {
    setTried(true);
    if (personWrongs(typing, today()).length > 0) return;
    setSaving(true);
    const { version, replaces, ...fields } = typing;
    await putInOutbox(
      { name: 'change-person', input: { ...typedFields(fields), version, id: person.id, station: station.id } },
      typing.name.trim(),
      station.id,
    );
    if (replaces) await takeFromOutbox(replaces);
    await draft.clear();
    await navigate(back);
  }
  async function drop(): Promise<void> {
    await draft.clear();
    await navigate(back);
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <PageHead title={say('person.edit-title', { name: person.name })} back={{ ...back, label: person.name }} />
      <div className="form">
        {draft.restored ? <p className="note">{say('draft.restored')}</p> : null}
        <ErrorLine wrongs={wrongs.map((wrong) => ({ field: wrong.field, sentence: say(wrong.word) }))} />
        <PersonForm typing={typing} onChange={draft.change} wrongs={wrongs} />
        <p>
          <Button kind="text" onClick={() => void drop()}>
            {say('person.edit-drop')}
          </Button>
        </p>
      </div>
      <SaveBar note={<StoredNote />}>
        <Button kind="filled" type="submit" className="save" busy={saving}>
          {say('save')}
        </Button>
      </SaveBar>
    </form>
  );
}
