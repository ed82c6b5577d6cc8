import { Link, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import type { OtherKind, Roster } from '../../src/ledger/event-schema.ts';
import { api } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useDraft } from '../offline/drafts.ts';
import { useKept } from '../offline/kept.ts';
import { eventPlace } from '../offline/places.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { StoredNote } from '../ui/stored-note.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { type EventDraft, freshEvent } from './event-draft.ts';
import { EventForm } from './event-form.tsx';
import { Pictures } from './pictures.tsx';
import { useSaveEvent } from './save-event.ts';
import { AddToList, ListCount, SignInList } from './sign-in-list.tsx';
import './ledger.css';

/** 第 3 节，谁没来？ Everyone from last time is in; tap who is absent, photograph the sheet, save. */
export function SignInPage() {
  const { id = '' } = useParams({ strict: false });
  const station = useStation();
  const asked = useKept(['roster', station.id, id], () => api.ledger.roster({ station: station.id, gathering: id }));
  if (!asked.value) return <Waiting failure={asked.failure} />;
  return <SignIn key={id} gathering={id} roster={asked.value} />;
}

function nextTime(gathering: string, roster: Roster): EventDraft {
  return {
    ...freshEvent(roster.kind as OtherKind, new Date()),
    gathering: { id: gathering, name: roster.name },
    minutes: String(roster.minutes),
    place: roster.place,
    list: roster.people.map((one) => ({ ...one, beside: '', present: true })),
  };
}

function SignIn({ gathering, roster }: { gathering: string; roster: Roster }) {
  const { say } = useWords();
  const { me } = useSession();
  const draft = useDraft<EventDraft>(me.id, eventPlace(roster.kind, gathering), () => nextTime(gathering, roster));
  const { saving, save } = useSaveEvent(draft, roster.name);
  if (!draft.value) return null;
  const event = draft.value;
  const unit = say(roster.kind === 'group-session' ? 'attend.unit-group-session' : 'attend.unit-other');
  const set = { list: event.list, onList: (list: EventDraft['list']) => draft.change({ list }) };
  function submit(typed: FormEvent): void {
    typed.preventDefault();
    void save();
  }
  return (
    <form noValidate onSubmit={submit}>
      <PageHead
        title={say('attend.title', { count: roster.times + 1, unit })}
        context={say(event.list.length > 0 ? 'attend.context' : 'attend.context-empty')}
        back={{ to: '/activities', label: roster.name }}
        above={
          <Link to="/gatherings/$id/event" params={{ id: gathering }} className="button text">
            {say('attend.more')}
          </Link>
        }
      />
      <div className="sheet-list">
        <ListCount kind={event.kind} list={event.list} unnamed={0} />
        {event.list.length > 0 ? <SignInList {...set} /> : null}
      </div>
      <div className="form">
        <AddToList {...set} day={event.day} />
        <Pictures event={event} change={draft.change} kinds={['sign-in-sheet']} />
      </div>
      <SaveBar
        above={<p className="note">{say(event.pictures.length > 0 ? 'attend.picture' : 'attend.no-picture')}</p>}
        note={<StoredNote />}
      >
        <Button kind="filled" type="submit" className="save" busy={saving}>
          {say('save')}
        </Button>
      </SaveBar>
    </form>
  );
}

/** The same session, written in full: what was done, spent, and comes next. The list goes along. */
export function GatheringEventPage() {
  const { id = '' } = useParams({ strict: false });
  const station = useStation();
  const asked = useKept(['roster', station.id, id], () => api.ledger.roster({ station: station.id, gathering: id }));
  if (!asked.value) return <Waiting failure={asked.failure} />;
  return <InFull key={id} gathering={id} roster={asked.value} />;
}

function InFull({ gathering, roster }: { gathering: string; roster: Roster }) {
  const { say } = useWords();
  const { me } = useSession();
  const draft = useDraft<EventDraft>(me.id, eventPlace(roster.kind, gathering), () => nextTime(gathering, roster));
  if (!draft.value) return null;
  const head = (
    <PageHead
      title={roster.name}
      context={say(`record.why-${roster.kind as OtherKind}`)}
      back={{ to: '/gatherings/$id/sign-in', params: { id: gathering }, label: say('attend.open') }}
    />
  );
  return <EventForm head={head} draft={{ ...draft, value: draft.value }} />;
}
