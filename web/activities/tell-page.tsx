import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { EventWhole } from '../../src/ledger/event-schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { dayOf, sayDay } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextAreaField, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { fieldSentence, useChange } from '../ui/use-action.ts';
import { Waiting } from '../ui/waiting.tsx';
import { type TellDraft, tellDraft } from './tell-draft.ts';

/** Tells residents what was done: taken from the books, with the pictures that everybody in them agreed to show. */
export function TellPage() {
  const { id = '' } = useParams({ strict: false });
  const station = useStation();
  const asked = useKept(['event', station.id, id], () => api.ledger.event({ station: station.id, id }));
  if (!asked.value) return <Waiting failure={asked.failure} />;
  return <Tell event={asked.value} />;
}

function Tell({ event }: { event: EventWhole }) {
  const { say, language } = useWords();
  const station = useStation();
  const navigate = useNavigate();
  const action = useChange();
  const [draft, setDraft] = useState<TellDraft>(() => tellDraft(event));
  const change = (part: Partial<TellDraft>) => setDraft((old) => ({ ...old, ...part }));
  async function tell(typed: FormEvent): Promise<void> {
    typed.preventDefault();
    const input = { ...draft, station: station.id, id: newId() };
    if (!(await action.run(() => api.activities.tellDone(input, once())))) return;
    await navigate({ to: '/activities' });
  }
  return (
    <form noValidate onSubmit={(typed) => void tell(typed)}>
      <PageHead
        title={say('tell.title')}
        context={say('tell.context')}
        back={{ to: '/events/$id', params: { id: event.id }, label: sayDay(dayOf(event.startedAt), language) }}
      />
      <div className="form">
        <ErrorLine sentence={action.failure?.sentence} />
        <TextField
          label={say('notice.title')}
          value={draft.title}
          onText={(title) => change({ title })}
          maxLength={60}
          wrong={fieldSentence(action.failure, 'title')}
        />
        <div className="pair">
          <TextField
            label={say('notice.place')}
            value={draft.place}
            onText={(place) => change({ place })}
            maxLength={60}
          />
          <TextField
            label={say('tell.came')}
            value={draft.came === null ? '' : String(draft.came)}
            inputMode="numeric"
            onText={(text) => change({ came: /^\d{1,6}$/.test(text) ? Number(text) : null })}
          />
        </div>
        <TextAreaField
          label={say('tell.note')}
          value={draft.note}
          onText={(note) => change({ note })}
          maxLength={500}
          placeholder={say('tell.note-example')}
        />
        <TellPhotos event={event} draft={draft} change={change} />
      </div>
      <SaveBar>
        <Button kind="filled" type="submit" className="save" busy={action.busy}>
          {say('tell.yes')}
        </Button>
      </SaveBar>
    </form>
  );
}

interface TellPhotosProps {
  event: EventWhole;
  draft: TellDraft;
  change: (part: Partial<TellDraft>) => void;
}

function TellPhotos({ event, draft, change }: TellPhotosProps) {
  const { say } = useWords();
  const photos = event.attachments.filter((one) => one.kind === 'photo' && !one.removed);
  if (photos.length === 0) return <p className="note">{say('tell.photos-none')}</p>;
  const { photos: chosen } = draft;
  return (
    <fieldset className="stack">
      <legend className="field-label">{say('tell.photos')}</legend>
      {photos.map(({ id, name }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(typed) =>
              change({ photos: typed.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id) })
            }
          />
          {name}
        </label>
      ))}
      {chosen.length > 0 ? (
        <label className="check">
          <input
            type="checkbox"
            checked={draft.agreed}
            onChange={(typed) => change({ agreed: typed.target.checked })}
          />
          {say('tell.agreed')}
        </label>
      ) : null}
    </fieldset>
  );
}
