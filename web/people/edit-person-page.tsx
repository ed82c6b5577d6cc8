import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Person } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { useDraft } from '../offline/drafts.ts';
import { editPersonPlace } from '../offline/places.ts';
import { useSession } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { today } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { StoredNote } from '../ui/stored-note.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { PersonForm } from './person-form.tsx';
import { type PersonTyping, personWrongs, typedChange, typingOf } from './person-typing.ts';
import { SectionForm } from './section-form.tsx';
import { changedPart, isSection, type Section, type SectionWrong, sectionPart, sectionWrongs } from './sections.ts';
import type { Part } from './two-people.ts';
import { usePerson } from './use-person.ts';
import { useSaveEdit } from './use-save-edit.ts';
import './people.css';

interface EditDraft {
  /** The version that was looked at when the edit began. */
  version: number;
  /** The refused item this takes the place of. */
  replaces: string | null;
}
/** The light form, as typed, and as it was when the typing began. */
export type BasicDraft = EditDraft & PersonTyping & { before: PersonTyping };
/** Any other section. */
export type SectionDraft = EditDraft & { part: Part; before: Part };

export function EditPersonPage() {
  const { id = '', section } = useParams({ strict: false });
  const { value, failure, pending } = usePerson(id);
  // An edit begins from what stands now, not from what was seen last time.
  if (!value || pending) return <Waiting failure={failure} />;
  if (isSection(section) && section !== 'basic') return <EditSection key={section} person={value} section={section} />;
  return <EditBasic key={id} person={value} />;
}

function EditBasic({ person }: { person: Person }) {
  const { me } = useSession();
  const draft = useDraft<BasicDraft>(me.id, editPersonPlace(person.id, 'basic'), () => ({
    ...typingOf(person),
    before: typingOf(person),
    version: person.version,
    replaces: null,
  }));
  const [tried, setTried] = useState(false);
  const edit = useSaveEdit(person, draft.clear);
  if (!draft.value) return null;
  const { version, replaces, before, ...typing } = draft.value;
  const wrongs = personWrongs(typing, today());

  function save(): void {
    setTried(true);
    if (wrongs.length === 0) void edit.save(typedChange(before, typing), { version, replaces });
  }
  return (
    <EditFrame
      person={person}
      section="basic"
      restored={draft.restored}
      wrongs={tried ? wrongs : []}
      edit={edit}
      onSave={save}
    >
      <PersonForm
        typing={typing}
        onChange={draft.change}
        wrongs={tried ? wrongs : []}
        known={person.idNumber?.masked ?? null}
      />
    </EditFrame>
  );
}

function EditSection({ person, section }: { person: Person; section: Section }) {
  const { me } = useSession();
  const draft = useDraft<SectionDraft>(me.id, editPersonPlace(person.id, section), () => ({
    part: sectionPart(person, section),
    before: sectionPart(person, section),
    version: person.version,
    replaces: null,
  }));
  const [tried, setTried] = useState(false);
  const edit = useSaveEdit(person, draft.clear);
  if (!draft.value) return null;
  const { before, version, replaces } = draft.value;
  // An entry that is opened again holds only what it handed in.
  const part = { ...before, ...draft.value.part };
  const wrongs = sectionWrongs(part, today());

  function save(): void {
    setTried(true);
    if (wrongs.length === 0) void edit.save(changedPart(before, part), { version, replaces });
  }
  return (
    <EditFrame
      person={person}
      section={section}
      restored={draft.restored}
      wrongs={tried ? wrongs : []}
      edit={edit}
      onSave={save}
    >
      <SectionForm
        section={section}
        part={part}
        onChange={(changed) => draft.change({ part: { ...part, ...changed } })}
        wrongs={tried ? wrongs : []}
      />
    </EditFrame>
  );
}

interface EditFrameProps {
  person: Person;
  section: Section;
  restored: boolean;
  wrongs: SectionWrong[];
  edit: ReturnType<typeof useSaveEdit>;
  onSave: () => void;
  children: ReactNode;
}

function EditFrame({ person, section, restored, wrongs, edit, onSave, children }: EditFrameProps) {
  const { say } = useWords();
  const { name } = person;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <PageHead
        title={
          section === 'basic'
            ? say('person.edit-title', { name })
            : say('section.title', { name, section: say(`section.${section}`) })
        }
        back={{ to: '/people/$id', params: { id: person.id }, label: name }}
      />
      <div className="form">
        {restored ? <p className="note">{say('draft.restored')}</p> : null}
        <ErrorLine wrongs={wrongs.map((wrong) => ({ field: wrong.field, sentence: say(wrong.word) }))} />
        {children}
        <p>
          <Button kind="text" onClick={() => void edit.drop()}>
            {say('person.edit-drop')}
          </Button>
        </p>
      </div>
      <SaveBar note={<StoredNote />}>
        <Button kind="filled" type="submit" className="save" busy={edit.saving}>
          {say('save')}
        </Button>
      </SaveBar>
    </form>
  );
}
