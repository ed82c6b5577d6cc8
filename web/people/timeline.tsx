import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../shell/session.tsx';
import { useReopen } from '../today/reopen.ts';
import { Button } from '../ui/button.tsx';
import { dayOf, sayDay } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Grain, type GrainKind } from '../ui/grain.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ButtonLink } from '../ui/button.tsx';
import type { Events, FileEvent } from './use-events.ts';

/** How sure an entry is: 有凭证, 有记录, 只听说. */
function grainOf(evidence: number): GrainKind {
  if (evidence >= 2) return 'full';
  return evidence === 1 ? 'half' : 'hollow';
}

/** A person, as a page that is opened from their file leads back to it. */
type Whose = { id: string; name: string };

export function Timeline({ person, events }: { person: Whose; events: Events }) {
  const { say } = useWords();
  if (events.items.length === 0 && (events.pending || events.failure)) return <Waiting failure={events.failure} />;
  if (events.items.length === 0) {
    return (
      <EmptyState missing={say('person.time-none')} todo={say('person.time-none-todo')}>
        <ButtonLink to="/people/$id/visit" params={{ id: person.id }} kind="tinted">
          {say('visit')}
        </ButtonLink>
      </EmptyState>
    );
  }
  return (
    <>
      <ol className="timeline">
        {events.items.map((event) => (
          <Entry key={event.id} event={event} person={person} />
        ))}
      </ol>
      {events.all || events.failure ? null : (
        <Button kind="text" busy={events.loadingMore} onClick={events.more}>
          {say('person.time-more')}
        </Button>
      )}
    </>
  );
}

function Entry({ event, person }: { event: FileEvent; person: Whose }) {
  const { say, language } = useWords();
  const reopen = useReopen();
  const kind = grainOf(event.evidence);
  const day = dayOf(event.startedAt);
  const entered = dayOf(event.enteredAt);
  // The day of a file, or of putting a slip right, is no late entry.
  const late = entered > day && !event.imported && event.corrected === 0;
  const needs = event.needs.map((need) => say(`need.${need}`)).join(say('list.comma'));
  const below = [
    event.workers.join(say('list.comma')),
    event.minutes ? say('minutes', { count: event.minutes }) : '',
    needs ? say('person.needs', { needs }) : '',
    event.imported ? say('person.imported') : '',
    late ? say('person.entered-late', { day: sayDay(entered, language) }) : '',
  ];
  return (
    <li>
      <span className="timeline-day">{sayDay(day, language)}</span>
      <span className="timeline-stem">
        <Grain kind={kind} label={say(`evidence.${kind}`)} />
      </span>
      <div className="timeline-what">
        <p>
          <strong>{say(`kind.${event.kind}`)}</strong>
          {[event.title, event.note].filter(Boolean).join(say('list.clause'))}
        </p>
        <p className="quiet">{below.filter(Boolean).join(say('list.clause'))}</p>
        {event.item ? null : <Mend event={event} person={person} />}
        {event.item ? (
          <p className={event.item.state === 'held' ? 'late' : 'waiting'}>
            {event.item.state === 'held' ? event.item.failure?.sentence : say('outbox.one-waiting')}{' '}
            <Button kind="text" onClick={() => event.item && void reopen(event.item)}>
              {say(event.item.state === 'held' ? 'outbox.open' : 'change')}
            </Button>
          </p>
        ) : null}
      </div>
    </li>
  );
}

/** 改 on the line itself, and how often it was corrected. */
function Mend({ event, person: { id, name } }: { event: FileEvent; person: Whose }) {
  const { say } = useWords();
  const { may } = useSession();
  const opened = { params: { id: event.id }, state: { openedFrom: { id, name } } };
  return (
    <p className="line timeline-mend">
      {event.corrected > 0 ? (
        <Link to="/events/$id" {...opened} className="tag">
          {say('line.corrected', { count: event.corrected })}
        </Link>
      ) : null}
      <Link to="/events/$id" {...opened}>
        {say('look')}
      </Link>
      {may('records.write') ? (
        <Link to="/events/$id/edit" params={{ id: event.id }}>
          {say('line.correct')}
        </Link>
      ) : null}
    </p>
  );
}

/** What the grains say. */
export function Legend() {
  const { say } = useWords();
  return (
    <p className="legend">
      {(['full', 'half', 'hollow'] as const).map((kind) => (
        <span key={kind}>
          <Grain kind={kind} /> {say(`evidence.${kind}`)}
        </span>
      ))}
    </p>
  );
}
