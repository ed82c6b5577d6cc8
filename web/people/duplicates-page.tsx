import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AlikePerson, DuplicatePair } from '../../src/people/duplicate-schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { api, once } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { dayOf, sayDay, sayMoment } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { More, usePages } from '../ui/pages.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { useChange } from '../ui/use-action.ts';
import { Waiting } from '../ui/waiting.tsx';
import { UndoMerge } from './undo-merge.tsx';
import { usePersonWords } from './person-words.ts';
import { sayBirth } from './say-birth.ts';
import './people.css';
import './duplicates.css';

function usePairs() {
  const { me } = useSession();
  const station = useStation();
  return usePages([me.id, 'duplicates', station.id], (from) => api.people.duplicates({ station: station.id, ...from }));
}

/** Files that may be one person: both sides beside each other, and a person decides. */
export function DuplicatesPage() {
  const { say } = useWords();
  const { query, items: pairs } = usePairs();
  const title = query.hasNextPage
    ? say('alike.title-more')
    : pairs.length > 0
      ? say('alike.title', { count: pairs.length })
      : say('alike.title-none');
  if (query.isPending || query.error) return <Waiting failure={query.error ? failureOf(query.error) : null} />;
  return (
    <>
      <PageHead title={title} context={say('alike.context')} back={{ to: '/people', label: say('nav.people') }} />
      {pairs.length === 0 ? (
        <section className="card">
          <EmptyState missing={say('alike.none')} todo={say('alike.none-todo')} />
        </section>
      ) : null}
      <div className="alike-list">
        {pairs.map((pair) => (
          <Pair key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
        ))}
      </div>
      <More query={query}>{say('alike.more')}</More>
      <Merges />
    </>
  );
}

/** The one with more in it stays; whoever decides may turn it round. */
function likelier({ one, other }: DuplicatePair): string {
  const later = one.createdAt > other.createdAt;
  if (one.events !== other.events) return one.events > other.events ? one.id : other.id;
  return later ? other.id : one.id;
}

function Pair({ pair }: { pair: DuplicatePair }) {
  const { say } = useWords();
  const { may } = useSession();
  const station = useStation();
  const action = useChange();
  const [keep, setKeep] = useState(() => likelier(pair));
  const { one, other, reasons } = pair;
  const merged = keep === one.id ? other.id : one.id;

  const merge = () =>
    action.run(() => api.people.merge({ station: station.id, id: newId(), survivor: keep, merged }, once()));
  const apart = () =>
    action.run(() => api.people.keepApart({ station: station.id, one: one.id, other: other.id }, once()));
  return (
    <section className="card alike-pair" aria-label={`${one.name} ${other.name}`}>
      <p className="alike-why">{reasons.map((reason) => say(`alike.${reason}`)).join(say('list.clause'))}</p>
      <div className="alike-sides">
        {[one, other].map((person) => (
          <Side
            key={person.id}
            person={person}
            against={person === one ? other : one}
            group={`${one.id} ${other.id}`}
            kept={keep === person.id}
            onKeep={may('records.write') ? () => setKeep(person.id) : undefined}
          />
        ))}
      </div>
      <ErrorLine sentence={action.failure?.sentence} />
      {may('records.write') ? (
        <div className="line">
          <Button kind="tinted" busy={action.busy} onClick={() => void merge()}>
            {say('alike.merge')}
          </Button>
          <Button kind="text" busy={action.busy} onClick={() => void apart()}>
            {say('alike.apart')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

interface SideProps {
  person: AlikePerson;
  against: AlikePerson;
  group: string;
  kept: boolean;
  onKeep: (() => void) | undefined;
}

function Side({ person, against, group, kept, onKeep }: SideProps) {
  const { say, language } = useWords();
  const words = usePersonWords();
  const factsOf = (one: AlikePerson): [string, string][] => [
    [say('person.sex'), one.sex === 'unknown' ? '' : say(`sex.${one.sex}`)],
    [say('field.idNumber'), one.idNumber?.masked ?? ''],
    [say('person.born-short'), one.bornOn ? sayBirth(one.bornOn, one.bornPrecision, language) : ''],
    [say('person.lives'), [words.place(one), one.livingAddress].filter(Boolean).join(say('list.clause'))],
    [say('person.phone'), one.phone],
    [say('person.groups-short'), words.groups(one, 10)],
  ];
  const others = new Map(factsOf(against));
  return (
    <div className={kept ? 'alike-side kept' : 'alike-side'}>
      <h2>{person.name}</h2>
      <p className="quiet words">
        <span>{say('alike.records', { count: person.events })}</span>
        <span>{say('alike.made', { day: sayDay(dayOf(person.createdAt), language) })}</span>
      </p>
      <dl className="person-facts">
        {factsOf(person).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd className={value && others.get(name) && value !== others.get(name) ? 'alike-differs' : undefined}>
              {value || <span className="quiet">{say('person.not-recorded')}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {onKeep ? (
        <label className="check-line">
          <input type="radio" name={group} checked={kept} onChange={onKeep} />
          <span>{say(kept ? 'alike.kept' : 'alike.keep-this')}</span>
        </label>
      ) : null}
    </div>
  );
}

function Merges() {
  const { say, language } = useWords();
  const { me, may } = useSession();
  const station = useStation();
  const query = useQuery({
    queryKey: [me.id, 'merges', station.id],
    queryFn: () => api.people.merges({ station: station.id, limit: 20 }),
  });
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <RowList label={say('merge.title')}>
      {items.map((merge) => (
        <Row
          key={merge.id}
          name={say('merge.line', { merged: merge.merged.name, survivor: merge.survivor.name })}
          beside={<span>{say('merge.by', { name: merge.mergedBy, when: sayMoment(merge.mergedAt, language) })}</span>}
          reason={
            merge.undoneAt ? (
              <span>
                {say('merge.undone', { name: merge.undoneBy ?? '', when: sayMoment(merge.undoneAt, language) })}
              </span>
            ) : undefined
          }
          action={merge.undoneAt || !may('records.write') ? undefined : <UndoMerge merge={merge.id} />}
        />
      ))}
    </RowList>
  );
}
