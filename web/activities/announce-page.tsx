import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { useDraft } from '../offline/drafts.ts';
import { putInOutbox, takeFromOutbox } from '../offline/outbox.ts';
import { announcePlace } from '../offline/places.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextAreaField, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { StoredNote } from '../ui/stored-note.tsx';
import { TimeField } from '../ui/time-field.tsx';
import { type AnnounceDraft, freshNotice, noticeInput, noticeWrongs } from './announce-draft.ts';

/** Tells residents what is on. Everybody may read it, so it names nobody. */
export function AnnouncePage() {
  const { say } = useWords();
  const { me } = useSession();
  const station = useStation();
  const navigate = useNavigate();
  const draft = useDraft<AnnounceDraft>(me.id, announcePlace(station.id), freshNotice);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  if (!draft.value) return null;
  const notice = draft.value;
  const { change } = draft;
  const wrongs = tried ? noticeWrongs(notice) : [];
  const wrong = (field: string) => wrongs.filter((one) => one.field === field).map((one) => say(one.word))[0];

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (noticeWrongs(notice).length > 0) return;
    setSaving(true);
    await putInOutbox({ name: 'announce', input: noticeInput(notice, station.id) }, notice.title.trim(), station.id);
    if (notice.replaces) await takeFromOutbox(notice.replaces);
    await draft.clear();
    await navigate({ to: '/activities' });
  }
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <PageHead
        title={say('notice.new-title')}
        context={say('notice.new-context')}
        back={{ to: '/activities', label: say('nav.activities') }}
      />
      <div className="form">
        {draft.restored ? <p className="note">{say('draft.restored')}</p> : null}
        <ErrorLine wrongs={wrongs.map((one) => ({ field: one.field, sentence: say(one.word) }))} />
        <TextField
          id="notice-title"
          label={say('notice.title')}
          value={notice.title}
          onText={(title) => change({ title })}
          placeholder={say('notice.title-example')}
          wrong={wrong('notice-title')}
          maxLength={60}
          autoComplete="off"
        />
        <div className="pair">
          <DayField
            id="notice-day"
            label={say('notice.day')}
            value={notice.day}
            onDay={(day) => change({ day })}
            wrong={wrong('notice-day')}
          />
          <TimeField label={say('notice.time')} value={notice.time} onTime={(time) => change({ time })} />
        </div>
        <TextField
          label={say('notice.place')}
          value={notice.place}
          onText={(place) => change({ place })}
          maxLength={60}
          autoComplete="off"
        />
        <TextAreaField
          label={say('notice.note')}
          value={notice.note}
          onText={(note) => change({ note })}
          placeholder={say('notice.note-example')}
          maxLength={500}
        />
      </div>
      <SaveBar note={<StoredNote />}>
        <Button kind="filled" type="submit" className="save" busy={saving}>
          {say('notice.announce')}
        </Button>
      </SaveBar>
    </form>
  );
}
