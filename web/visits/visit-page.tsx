import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { PersonLine } from '../../src/people/schema.ts';
import { useWords } from '../i18n/words.ts';
import { useDraft } from '../offline/drafts.ts';
import { putInOutbox, takeFromOutbox } from '../offline/outbox.ts';
import { visitPlace } from '../offline/places.ts';
import { usePersonWords } from '../people/person-words.ts';
import { usePersonLine } from '../people/use-person.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { reveal } from '../ui/reveal.ts';
import { SaveBar } from '../ui/save-bar.tsx';
import { StoredNote } from '../ui/stored-note.tsx';
import { useWrongs } from '../ui/use-wrongs.ts';
import { Waiting } from '../ui/waiting.tsx';
import { Inferred, InferredDetails } from './inferred.tsx';
import { LastVisit } from './last-visit.tsx';
import { freshVisit, minutesOf, type VisitDraft, visitInput, visitWrongs } from './visit-draft.ts';
import { MinutesChips, NeedChips, NextChips, NoteField } from './visit-fields.tsx';
import './visit.css';

export function VisitPage() {
  const { id = '' } = useParams({ strict: false });
  const { value, failure } = usePersonLine(id);
  if (!value) return <Waiting failure={failure} />;
  return <Visit key={id} person={value} />;
}

function Visit({ person }: { person: PersonLine }) {
  const { say } = useWords();
  const words = usePersonWords();
  const { me } = useSession();
  const [open, setOpen] = useState(false);
  const draft = useDraft<VisitDraft>(me.id, visitPlace(person.id), () => freshVisit(new Date()));
  const { saving, save } = useSaveVisit(person, draft);
  const { wrongs, check } = useWrongs(() => (draft.value ? visitWrongs(draft.value, new Date()) : []));
  if (!draft.value) return null;
  const visit = draft.value;
  const shared = {
    visit,
    change: draft.change,
    wrong: (field: string) => wrongs.filter((one) => one.field === field).map((one) => say(one.word))[0],
  };

  const unfold = () => (open ? setOpen(false) : reveal('visit-inferred', () => setOpen(true)));
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = check();
    if (found.some((one) => one.field === 'visit-when')) setOpen(true);
    if (found.length === 0) void save();
  }
  return (
    <form className="visit" noValidate onSubmit={submit}>
      <PageHead
        title={say('visit.title', { name: person.name })}
        beside={[words.age(person), words.groups(person, 1), words.place(person)]
          .filter(Boolean)
          .map((text) => <span key={text}>{text}</span>)}
        context={<LastVisit person={person} />}
        back={{ to: '/', label: say('nav.today') }}
        above={
          <Link to="/record" search={{ from: person.id }} className="button text">
            {say('visit.other-person')}
          </Link>
        }
      />
      <div className="form">
        {draft.restored ? <p className="note">{say('draft.restored')}</p> : null}
        <ErrorLine wrongs={wrongs.map((wrong) => ({ field: wrong.field, sentence: say(wrong.word) }))} />
        <MinutesChips {...shared} />
        <NeedChips {...shared} sex={person.sex} />
        <NoteField {...shared} />
        <NextChips {...shared} />
        {open ? <InferredDetails {...shared} /> : null}
      </div>
      <SaveBar above={<Inferred visit={visit} open={open} onOpen={unfold} />} note={<StoredNote />}>
        <Button kind="filled" type="submit" className="save" busy={saving}>
          {say('save')}
        </Button>
      </SaveBar>
    </form>
  );
}

/** Stores the visit on this device; sending it is the outbox's work, and nobody waits for it. */
function useSaveVisit(person: PersonLine, draft: { value: VisitDraft | undefined; clear: () => Promise<void> }) {
  const station = useStation();
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  async function save(): Promise<void> {
    const minutes = draft.value && minutesOf(draft.value);
    if (!draft.value || !minutes) return;
    setSaving(true);
    const input = visitInput(draft.value, minutes, { station: station.id, person: person.id });
    await putInOutbox({ name: 'visit', input }, person.name, station.id);
    if (draft.value.replaces) await takeFromOutbox(draft.value.replaces);
    await draft.clear();
    await navigate({ to: '/' });
  }
  return { saving, save };
}
