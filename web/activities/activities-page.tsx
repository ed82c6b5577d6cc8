import { useState } from 'react';
import type { Notice } from '../../src/activities/schema.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { Gatherings } from '../ledger/gatherings.tsx';
import { useKept } from '../offline/kept.ts';
import { useOutbox } from '../offline/outbox.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { dayOf, sayDay, sayTime, sayWeekday, today } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ResidentPageLink } from './resident-page-link.tsx';
import { StationUnsaid } from './station-unsaid.tsx';
import { Names, WhoComes } from './who-comes.tsx';
import { useChange } from '../ui/use-action.ts';

/** What is on, as residents are told it. */
export function ActivitiesPage() {
  const { say } = useWords();
  const { may } = useSession();
  const station = useStation();
  const asked = useKept(['notices', station.id], () => api.activities.notices({ station: station.id }));
  if (!asked.value) return <Waiting failure={asked.failure} />;
  const all = asked.value.items;
  const coming = all.filter((notice) => dayOf(notice.startsAt) >= today() && !notice.cancelled).reverse();
  const past = all.filter((notice) => !coming.includes(notice));
  return (
    <>
      <PageHead
        title={coming.length > 0 ? say('activities.title', { count: coming.length }) : say('activities.title-none')}
        context={say('activities.context')}
        actions={
          may('records.write') ? (
            <ButtonLink to="/activities/new" kind="filled">
              {say('notice.announce-one')}
            </ButtonLink>
          ) : undefined
        }
      />
      {asked.keptAt ? <p className="note inset">{say('shell.kept', { time: sayTime(asked.keptAt) })}</p> : null}
      <StationUnsaid />
      <OnTheirWay known={all} />
      {coming.length > 0 ? (
        <RowList>
          {coming.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
        </RowList>
      ) : (
        <section className="card">
          <EmptyState missing={say('activities.none')} todo={say('activities.none-todo')} />
        </section>
      )}
      <p className="inset line">
        {may('records.read') ? <ButtonLink to="/proposals">{say('proposals.name')}</ButtonLink> : null}
        <span className="phone-only">
          <ButtonLink to="/projects">{say('nav.projects')}</ButtonLink>
        </span>
      </p>
      {may('records.read') ? <Gatherings /> : null}
      <ResidentPageLink slug={station.slug} />
      {past.length > 0 ? (
        <RowList label={say('activities.past')}>
          {past.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} past />
          ))}
        </RowList>
      ) : null}
    </>
  );
}

function OnTheirWay({ known }: { known: Notice[] }) {
  const { say } = useWords();
  const { items } = useOutbox();
  const ids = new Set(known.map((notice) => notice.id));
  const stored = items.filter(
    (item) => item.name === 'announce' && item.state === 'waiting' && !ids.has(item.input.id),
  );
  if (stored.length === 0) return null;
  return (
    <RowList label={say('activities.on-their-way')}>
      {stored.map((item) => (
        <Row key={item.key} name={item.about} reason={<span className="waiting">{say('outbox.one-waiting')}</span>} />
      ))}
    </RowList>
  );
}

function NoticeRow({ notice, past = false }: { notice: Notice; past?: boolean }) {
  const { say, language } = useWords();
  const { may } = useSession();
  const [asking, setAsking] = useState(false);
  const { cancel, busy, failure } = useCancel(notice);
  const day = dayOf(notice.startsAt);
  return (
    <Row
      name={notice.title}
      beside={notice.cancelled ? <span className="late">{say('activities.cancelled')}</span> : undefined}
      reason={
        <>
          <span>
            {sayDay(day, language)} {sayWeekday(day, language)} {sayTime(notice.startsAt)}
          </span>
          {notice.place ? <span>{notice.place}</span> : null}
          {notice.note ? <span>{notice.note}</span> : null}
        </>
      }
      action={
        past || !may('records.write') ? undefined : (
          <Button
            kind="text"
            busy={busy}
            aria-label={say('activities.cancel-of', { title: notice.title })}
            onClick={() => setAsking(true)}
          >
            {say('activities.cancel')}
          </Button>
        )
      }
    >
      {may('records.read') ? <WhoComes notice={notice} /> : null}
      <ErrorLine sentence={failure?.sentence} />
      {asking ? (
        <Confirm
          question={say('activities.cancel-question', { title: notice.title })}
          yes={say('activities.cancel-yes')}
          onYes={() => void cancel()}
          onNo={() => setAsking(false)}
        >
          {notice.coming > 0 && may('records.read') ? (
            <>
              <p>{say('activities.cancel-tell', { count: notice.coming })}</p>
              <Names notice={notice} striking={false} />
            </>
          ) : null}
        </Confirm>
      ) : null}
    </Row>
  );
}

/** Calls a notice off; the residents' page says so until its time is past. */
function useCancel(notice: Notice) {
  const station = useStation();
  const action = useChange();
  const of = { station: station.id, id: notice.id, version: notice.version };
  return { ...action, cancel: () => action.run(() => api.activities.cancel(of, once())) };
}
