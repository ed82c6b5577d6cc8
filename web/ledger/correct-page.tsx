import { useParams } from '@tanstack/react-router';
import type { EventWhole } from '../../src/ledger/event-schema.ts';
import { api } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useDraft } from '../offline/drafts.ts';
import { useKept } from '../offline/kept.ts';
import { correctPlace } from '../offline/places.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { CorrectVisit } from '../visits/correct-visit.tsx';
import { correctionOf, type EventDraft } from './event-draft.ts';
import { EventForm } from './event-form.tsx';

/** 改: the same form, filled in as it stands; what is saved counts, the slip stays in the books. */
export function CorrectPage() {
  const { id = '' } = useParams({ strict: false });
  const station = useStation();
  const asked = useKept(['event', station.id, id], () => api.ledger.event({ station: station.id, id }));
  if (!asked.value) return <Waiting failure={asked.failure} />;
  const event = asked.value;
  return event.kind === 'visit' ? <CorrectVisit key={id} event={event} /> : <Correct key={id} event={event} />;
}

function Correct({ event }: { event: EventWhole }) {
  const { say } = useWords();
  const { me } = useSession();
  const draft = useDraft<EventDraft>(me.id, correctPlace(event.id), () => correctionOf(event, me.id));
  if (!draft.value) return null;
  const head = (
    <PageHead
      title={say('line.correct-title', { kind: say(`kind.${event.kind}`) })}
      context={say('line.correct-context')}
      back={{
        to: '/events/$id',
        params: { id: event.id },
        label: say('line.open', { kind: say(`kind.${event.kind}`) }),
      }}
    />
  );
  return <EventForm head={head} draft={{ ...draft, value: draft.value }} />;
}
