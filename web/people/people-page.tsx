import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonLine } from '../../src/people/schema.ts';
import { api } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { askOrKept } from '../offline/kept.ts';
import { useOutbox } from '../offline/outbox.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { sayTime } from '../ui/dates.ts';
import { useOnDesk } from '../ui/desk-media.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { More, usePages } from '../ui/pages.tsx';
import { RowList } from '../ui/rows.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { DeskPeople } from './desk-people.tsx';
import { PersonPicker } from './person-picker.tsx';
import { PersonRow } from './person-row.tsx';
import './people.css';

const PAGE = 50;

/** The people of the station, a page at a time, with their total. */
function usePeople() {
  const { me } = useSession();
  const station = useStation();
  const { query, first, items } = usePages([me.id, 'people', station.id], async ({ cursor = '' }) => {
    const from = cursor ? { cursor } : { withTotal: true };
    const { value, keptAt } = await askOrKept(me.id, `people/${station.id}/${cursor}`, () =>
      api.people.list({ station: station.id, limit: PAGE, ...from }),
    );
    return { ...value, keptAt };
  });
  const keptAt = first?.keptAt ?? null;
  const seenAt = keptAt ?? new Date(query.dataUpdatedAt).toISOString();
  return { query, people: items, total: first?.total, keptAt, seenAt };
}

/**
 * Added here and still on their way: they are already people of the station. What had arrived before the list came
 * (`seenAt`) is in the list, though perhaps on a page of it that nobody has asked for yet.
 */
function useOnTheirWay(known: readonly PersonLine[], seenAt: string): { id: string; name: string }[] {
  const station = useStation();
  const ids = new Set(known.map((person) => person.id));
  const { items } = useOutbox();
  return items.flatMap((item) =>
    item.name === 'add-person' &&
    item.station === station.id &&
    item.state !== 'held' &&
    !ids.has(item.input.id) &&
    (item.sentAt === null || item.sentAt > seenAt)
      ? [{ id: item.input.id, name: item.input.name }]
      : [],
  );
}

/** Whether some files may be one person twice. */
function useMaybeTwice(): boolean {
  const { me } = useSession();
  const station = useStation();
  const query = useQuery({
    queryKey: [me.id, 'duplicates', station.id, 'any'],
    queryFn: () => api.people.duplicates({ station: station.id, limit: 1 }),
  });
  return (query.data?.items.length ?? 0) > 0;
}

export function PeoplePage() {
  const { say } = useWords();
  const { may } = useSession();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const { query, people, total, keptAt, seenAt } = usePeople();
  const onTheirWay = useOnTheirWay(people, seenAt);
  const maybeTwice = useMaybeTwice();
  const searching = text.trim() !== '';
  return (
    <>
      <PageHead
        title={say('people.title')}
        context={total === undefined ? undefined : say('people.total', { count: total })}
        actions={
          <>
            {maybeTwice ? (
              <ButtonLink to="/people/duplicates" kind="text">
                {say('alike.open')}
              </ButtonLink>
            ) : null}
            {may('records.write') ? (
              <ButtonLink to="/people/new" kind="plain">
                {say('people.add')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="people-search">
        <PersonPicker
          label={say('people.title')}
          text={text}
          onText={setText}
          open={searching}
          onChoose={(person) => void navigate({ to: '/people/$id', params: { id: person.id } })}
        />
      </div>
      {keptAt ? <p className="note inset">{say('shell.kept', { time: sayTime(keptAt) })}</p> : null}
      {query.isPending || query.error ? <Waiting failure={query.error ? failureOf(query.error) : null} /> : null}
      {searching || query.isPending || (query.error && people.length === 0) ? null : (
        <PeopleList people={people} onTheirWay={onTheirWay} />
      )}
      {searching ? null : <More query={query}>{say('people.more')}</More>}
    </>
  );
}

function PeopleList({ people, onTheirWay }: { people: PersonLine[]; onTheirWay: { id: string; name: string }[] }) {
  const { say } = useWords();
  const { may } = useSession();
  const desk = useOnDesk();
  if (people.length + onTheirWay.length === 0) {
    return (
      <section className="card">
        <EmptyState missing={say('today.nobody')} todo={say('today.nobody-todo')}>
          {may('records.write') ? (
            <ButtonLink to="/people/new" kind="filled">
              {say('people.add-first')}
            </ButtonLink>
          ) : null}
        </EmptyState>
      </section>
    );
  }
  return (
    <>
      {onTheirWay.length > 0 ? (
        <RowList label={say('people.on-their-way')}>
          {onTheirWay.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </RowList>
      ) : null}
      {desk ? (
        <DeskPeople people={people} />
      ) : (
        <RowList>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} line={person} />
          ))}
        </RowList>
      )}
    </>
  );
}
