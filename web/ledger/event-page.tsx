import { useParams, useSearch } from '@tanstack/react-router';
import type { OtherKind } from '../../src/ledger/event-schema.ts';
import { useWords } from '../i18n/words.ts';
import { useDraft } from '../offline/drafts.ts';
import { eventPlace } from '../offline/places.ts';
import { MissingPage } from '../shell/missing-page.tsx';
import { useSession } from '../shell/session.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { type EventDraft, freshEvent } from './event-draft.ts';
import { EventForm } from './event-form.tsx';
import { isOtherKind } from './kinds.ts';

/** 记一次活动、议事会、劳动日……: one page for every kind of work but the visit. */
export function EventPage() {
  const { kind = '' } = useParams({ strict: false });
  const { project = '' } = useSearch({ strict: false }) as { project?: string };
  return isOtherKind(kind) ? <Recording key={kind} kind={kind} project={project} /> : <MissingPage />;
}

function Recording({ kind, project }: { kind: OtherKind; project: string }) {
  const { say } = useWords();
  const { me } = useSession();
  const draft = useDraft<EventDraft>(me.id, eventPlace(kind), () => ({ ...freshEvent(kind, new Date()), project }));
  if (!draft.value) return null;
  const head = (
    <PageHead
      title={say('record.title-kind', { kind: say(`kind.${kind}`) })}
      context={say(`record.why-${kind}`)}
      back={{ to: '/record', label: say('nav.record') }}
    />
  );
  return <EventForm head={head} draft={{ ...draft, value: draft.value }} />;
}
