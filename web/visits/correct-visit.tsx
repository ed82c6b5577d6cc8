import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import type { EventWhole } from '../../src/ledger/event-schema.ts';
import type { VisitFields } from '../../src/ledger/schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { useWords } from '../i18n/words.ts';
import { WhyField } from '../ledger/why-field.tsx';
import { useDraft } from '../offline/drafts.ts';
import { putInOutbox, takeFromOutbox } from '../offline/outbox.ts';
import { correctPlace } from '../offline/places.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SaveBar } from '../ui/save-bar.tsx';
import { StoredNote } from '../ui/stored-note.tsx';
import { useWrongs } from '../ui/use-wrongs.ts';
import { InferredDetails } from './inferred.tsx';
import { draftOf, minutesOf, type VisitDraft, visitInput, visitWrongs } from './visit-draft.ts';
import { MinutesChips, NeedChips, NextChips, NoteField } from './visit-fields.tsx';
import './visit.css';

type Correction = VisitDraft & { why: string };

/** The visit as it stands, opened to be put right. */
function correctionOf(event: EventWhole, person: string): Correction {
  const { startedAt, minutes, needs, note, nextOn, channel, workerIds, enteredBy } = event;
  const workers = workerIds.filter((id) => id !== enteredBy);
  const stands = { id: newId(), station: '', person, startedAt, minutes: minutes ?? 30, needs, note, nextOn };
  const draft = draftOf({ ...stands, met: event.met ?? 'self', channel, workers }, '');
  return { ...draft, ...(minutes === null ? { minutes: null } : {}), replaces: null, why: '' };
}

/** What this form does not show stays as the worker once said it. */
function kept({ confirmed, phase, field, strategies, project, askedBy, askedByName, helper }: EventWhole) {
  const said = { phase, field, strategies: strategies as VisitFields['strategies'] };
  const mine = Object.fromEntries(Object.entries(said).filter(([name]) => confirmed.includes(name)));
  return { ...(mine as Partial<typeof said>), project: project?.id ?? null, askedBy, askedByName, helper };
}

/** What was promised when the visit was made may be over by now, and how long it took may never have been known. */
function correctionWrongs(visit: Correction, event: EventWhole) {
  const unknown = event.minutes === null && visit.minutes === null;
  return visitWrongs(visit, new Date()).filter(
    (one) => one.word !== 'visit.wrong-next-past' && !(unknown && one.field === 'visit-minutes'),
  );
}

/** 改走访: the corrected visit counts, the slip stays in the books. */
export function CorrectVisit({ event }: { event: EventWhole }) {
  const { say } = useWords();
  const { me } = useSession();
  const station = useStation();
  const navigate = useNavigate();
  const person = event.person ?? { id: '', name: '' };
  const draft = useDraft<Correction>(me.id, correctPlace(event.id), () => correctionOf(event, person.id));
  const { wrongs, check } = useWrongs(() => (draft.value ? correctionWrongs(draft.value, event) : []));
  if (!draft.value) return null;
  const visit = draft.value;
  const shared = {
    visit,
    change: draft.change,
    wrong: (field: string) => wrongs.filter((one) => one.field === field).map((one) => say(one.word))[0],
  };
  async function save(typed: FormEvent): Promise<void> {
    typed.preventDefault();
    const minutes = minutesOf(visit);
    if (check().length > 0) return;
    const input = {
      ...visitInput(visit, minutes ?? 1, { station: station.id, person: person.id }),
      minutes,
      ...{ corrects: event.id, version: event.version, why: visit.why.trim() },
      ...kept(event),
    };
    await putInOutbox({ name: 'correct-visit', input }, person.name, station.id);
    if (visit.replaces) await takeFromOutbox(visit.replaces);
    await draft.clear();
    await navigate({ to: '/people/$id', params: { id: person.id } });
  }
  return (
    <form className="visit" noValidate onSubmit={(typed) => void save(typed)}>
      <PageHead
        title={say('line.correct-title', { kind: say('visit.title', { name: person.name }) })}
        context={say('line.correct-context')}
        back={{ to: '/people/$id', params: { id: person.id }, label: person.name }}
      />
      <div className="form">
        {draft.restored ? <p className="note">{say('draft.restored')}</p> : null}
        <ErrorLine wrongs={wrongs.map((one) => ({ field: one.field, sentence: say(one.word) }))} />
        <MinutesChips {...shared} />
        <NeedChips {...shared} sex="unknown" />
        <NoteField {...shared} />
        <NextChips {...shared} />
        <InferredDetails {...shared} />
        <WhyField event={visit} change={draft.change} />
      </div>
      <SaveBar note={<StoredNote />}>
        <Button kind="filled" type="submit" className="save">
          {say('save')}
        </Button>
      </SaveBar>
    </form>
  );
}
