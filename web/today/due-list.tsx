import { type ReactNode, useState } from 'react';
import type { DueVisit } from '../../src/activities/schema.ts';
import { useWords } from '../i18n/words.ts';
import { usePersonWords } from '../people/person-words.ts';
import { useSession } from '../shell/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { daysBetween, sayNearDay, today } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Row, RowList } from '../ui/rows.tsx';

const SHOWN = 12;

/** Whom to visit today, the longest overdue first. */
export function Due({ due, more, anyone }: { due: DueVisit[]; more: number; anyone: boolean }) {
  const { say } = useWords();
  const { may } = useSession();
  if (due.length > 0) return <Visits due={due} more={more} first="filled" why={(one) => <WhyToday due={one} />} />;
  return (
    <section className="card">
      <EmptyState missing={say(anyone ? 'today.none-left' : 'today.none-due')} todo={say('today.none-todo')}>
        {may('records.write') ? (
          <ButtonLink to="/record" kind="filled">
            {say('nav.record')}
          </ButtonLink>
        ) : null}
      </EmptyState>
    </section>
  );
}

interface SinceImportProps {
  due: DueVisit[];
  count: number;
  /** Nothing is owed today: they are what the page is about, and its title says so. */
  alone: boolean;
}

/** Whom nobody has visited since a file was taken in, though it was time: no alarm, and no work of today. */
export function SinceImport({ due, count, alone }: SinceImportProps) {
  const { say } = useWords();
  if (count === 0) return null;
  return (
    <Visits
      due={due}
      more={count - due.length}
      first={alone ? 'filled' : 'tinted'}
      why={(one) => <LastVisit due={one} />}
      label={alone ? undefined : say('today.since-import', { count })}
      note={say('today.since-import-note')}
    />
  );
}

interface VisitsProps {
  due: DueVisit[];
  more: number;
  first: 'filled' | 'tinted';
  why: (due: DueVisit) => ReactNode;
  label?: string | undefined;
  note?: string | undefined;
}

function Visits({ due, more, first, why, label, note }: VisitsProps) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? due : due.slice(0, SHOWN);
  return (
    <>
      <RowList label={label} note={note}>
        {shown.map((one, place) => (
          <DueRow key={one.person.id} due={one} kind={place === 0 ? first : 'tinted'} why={why(one)} />
        ))}
      </RowList>
      <div className="today-more">
        {due.length > shown.length ? (
          <Button kind="text" onClick={() => setAll(true)}>
            {say('today.more', { count: due.length - shown.length })}
          </Button>
        ) : null}
        {more > 0 && due.length === shown.length ? (
          <p className="note">{say('today.too-many', { count: more })}</p>
        ) : null}
      </div>
    </>
  );
}

function WhyToday({ due }: { due: DueVisit }) {
  const { say } = useWords();
  const late = daysBetween(due.dueOn, today());
  if (late > 0) return <span className="late">{say('today.late', { count: late })}</span>;
  return <span className="row-why">{due.reason.replace(/[。.]$/, '') || say('today.due-today')}</span>;
}

function LastVisit({ due: { person } }: { due: DueVisit }) {
  const { say, language } = useWords();
  if (!person.lastVisitOn) return null;
  return <span>{say('people.last', { day: sayNearDay(person.lastVisitOn, language) })}</span>;
}

function DueRow({ due, kind, why }: { due: DueVisit; kind: 'filled' | 'tinted'; why: ReactNode }) {
  const { say } = useWords();
  const { may } = useSession();
  const words = usePersonWords();
  const { person } = due;
  return (
    <Row
      name={person.name}
      beside={[words.age(person), words.groups(person)].filter(Boolean).map((text) => <span key={text}>{text}</span>)}
      reason={
        <>
          {why}
          <span>{words.place(person)}</span>
        </>
      }
      action={
        may('records.write') ? (
          <ButtonLink
            to="/people/$id/visit"
            params={{ id: person.id }}
            kind={kind}
            aria-label={say('visit.title', { name: person.name })}
          >
            {say('visit')}
          </ButtonLink>
        ) : (
          <ButtonLink
            to="/people/$id"
            params={{ id: person.id }}
            kind="plain"
            aria-label={say('person.look', { name: person.name })}
          >
            {say('look')}
          </ButtonLink>
        )
      }
    />
  );
}
