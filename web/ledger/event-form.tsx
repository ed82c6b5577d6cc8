import { type FormEvent, type ReactNode, useState } from 'react';
import { useWords } from '../i18n/words.ts';
import type { DraftState } from '../offline/drafts.ts';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { reveal } from '../ui/reveal.ts';
import { SaveBar } from '../ui/save-bar.tsx';
import { StoredNote } from '../ui/stored-note.tsx';
import { useWrongs } from '../ui/use-wrongs.ts';
import type { EventDraft } from './event-draft.ts';
import { eventWrongs } from './event-input.ts';
import { InferredLine, MorePart } from './event-more.tsx';
import { ListPart, NextPart, NotePart, PersonPart, SpentPart, TimePart, TitlePart } from './event-parts.tsx';
import { GivenPart } from './given-part.tsx';
import { PARTS } from './kinds.ts';
import { Pictures } from './pictures.tsx';
import { useSaveEvent } from './save-event.ts';
import { WhyField } from './why-field.tsx';
import './ledger.css';

/** The form of any act but a visit: what its kind asks for, the rest folded away. */
export function EventForm({ head, draft }: { head: ReactNode; draft: DraftState<EventDraft> & { value: EventDraft } }) {
  const { say } = useWords();
  const event = draft.value;
  const [open, setOpen] = useState(false);
  const kind = say(`kind.${event.kind}`);
  const { saving, save } = useSaveEvent(
    draft,
    event.title.trim() || event.gathering?.name || event.person?.name || kind,
  );
  const { wrongs, check } = useWrongs(() => eventWrongs(event, new Date()));
  const shared = {
    event,
    change: draft.change,
    wrong: (field: string) => wrongs.filter((one) => one.field === field).map((one) => say(one.word))[0],
  };
  const parts = PARTS[event.kind];

  const unfold = () => (open ? setOpen(false) : reveal('event-more', () => setOpen(true)));
  function submit(typed: FormEvent): void {
    typed.preventDefault();
    const found = check();
    if (found.some((one) => one.field === 'event-when')) setOpen(true);
    if (found.length === 0) void save();
  }
  return (
    <form className="event-form" noValidate onSubmit={submit}>
      {head}
      <div className="form">
        {draft.restored ? <p className="note">{say('draft.restored')}</p> : null}
        <ErrorLine wrongs={wrongs.map((one) => ({ field: one.field, sentence: say(one.word) }))} />
        {parts.person ? <PersonPart {...shared} /> : null}
        {parts.title ? <TitlePart {...shared} series={parts.list ?? false} /> : null}
        <TimePart {...shared} />
        {parts.list ? <ListPart {...shared} /> : null}
        <NotePart {...shared} />
        {parts.given ? <GivenPart {...shared} /> : null}
        {parts.spent ? <SpentPart {...shared} /> : null}
        <section className="stack" aria-label={say('event.pictures')}>
          <h2 className="field-label">{say('event.pictures')}</h2>
          <Pictures event={event} change={draft.change} />
        </section>
        <NextPart {...shared} />
        {open ? <MorePart {...shared} /> : null}
        {event.corrects ? <WhyField event={event} change={draft.change} /> : null}
      </div>
      <SaveBar above={<InferredLine event={event} open={open} onOpen={unfold} />} note={<StoredNote />}>
        <Button kind="filled" type="submit" className="save" busy={saving}>
          {say('save')}
        </Button>
      </SaveBar>
    </form>
  );
}
