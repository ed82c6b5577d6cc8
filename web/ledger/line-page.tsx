import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { EventWhole } from '../../src/ledger/event-schema.ts';
import { mayBeTold } from '../activities/tell-draft.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useKept } from '../offline/kept.ts';
import { takeFromOutbox, useOutbox } from '../offline/outbox.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { sayMoment } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { Grain } from '../ui/grain.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { LineFacts, LineGiven, LineList } from './line-facts.tsx';
import { LineHistory } from './line-history.tsx';
import { LineProofs } from './line-proofs.tsx';
import { useLineTitle } from './line-words.ts';
import './ledger.css';
import { useChange } from '../ui/use-action.ts';

/** One line of the books, whole: what was done, by whom, with what proof; 改, 收回, 确认. */
export function LinePage() {
  const { id = '' } = useParams({ strict: false });
  const station = useStation();
  const asked = useKept(['event', station.id, id], () => api.ledger.event({ station: station.id, id }));
  if (!asked.value) return <Waiting failure={asked.failure} />;
  return <Line event={asked.value} />;
}

function Line({ event }: { event: EventWhole }) {
  const { say, language } = useWords();
  const { may } = useSession();
  const title = useLineTitle();
  const openedFrom = useLocation({ select: (location) => location.state.openedFrom });
  const person = event.person ?? openedFrom;
  const grain = event.evidence >= 2 ? 'full' : event.evidence === 1 ? 'half' : 'hollow';
  return (
    <div className="line-page">
      <PageHead
        title={title(event)}
        context={
          <span className="words">
            <span>{sayMoment(event.startedAt, language)}</span>
            <span>
              <Grain kind={grain} /> {say(`evidence.${grain}`)}
            </span>
            {event.corrected > 0 ? <span>{say('line.corrected', { count: event.corrected })}</span> : null}
          </span>
        }
        back={
          person
            ? { to: '/people/$id', params: { id: person.id }, label: person.name }
            : { to: '/', label: say('nav.today') }
        }
        actions={event.standing && may('records.write') ? <Actions event={event} /> : undefined}
      />
      {event.standing ? null : <NoLonger event={event} />}
      {event.note ? <p className="line-note inset">{event.note}</p> : null}
      <div className="line-columns">
        <LineFacts event={event} />
        <LineList event={event} />
        <LineGiven event={event} />
        <LineProofs event={event} />
        {event.corrected > 0 ? <LineHistory event={event} /> : null}
      </div>
    </div>
  );
}

function NoLonger({ event }: { event: EventWhole }) {
  const { say } = useWords();
  const instead = event.supersededBy === event.id ? null : event.supersededBy;
  return (
    <p className="band">
      {say('line.no-longer')}{' '}
      {instead ? (
        <Link to="/events/$id" params={{ id: instead }}>
          {say('line.no-longer-see')}
        </Link>
      ) : null}
    </p>
  );
}

function Actions({ event }: { event: EventWhole }) {
  const { say } = useWords();
  const { me } = useSession();
  const station = useStation();
  const navigate = useNavigate();
  const { items } = useOutbox();
  const [asking, setAsking] = useState(false);
  const action = useChange();
  const of = { station: station.id, id: event.id, version: event.version };
  async function takeBack(): Promise<void> {
    if (!(await action.run(() => api.ledger.takeBack({ ...of, why: '' }, once())))) return;
    for (const item of items) if (item.input.id === event.id) await takeFromOutbox(item.key);
    await navigate({ to: '/' });
  }
  return (
    <>
      <ButtonLink to="/events/$id/edit" params={{ id: event.id }} kind="filled">
        {say('line.correct')}
      </ButtonLink>
      {event.evidence < 3 && event.enteredBy !== me.id ? (
        <Button busy={action.busy} onClick={() => void action.run(() => api.ledger.confirm(of, once()))}>
          {say('line.confirm')}
        </Button>
      ) : null}
      {mayBeTold(event) ? (
        <ButtonLink to="/events/$id/tell" params={{ id: event.id }}>
          {say('tell.link')}
        </ButtonLink>
      ) : null}
      <Button kind="text" busy={action.busy} onClick={() => setAsking(true)}>
        {say('line.take-back')}
      </Button>
      {asking ? (
        <Confirm
          question={say('line.take-back-question')}
          yes={say('line.take-back')}
          onYes={() => void takeBack()}
          onNo={() => setAsking(false)}
        />
      ) : null}
      <ErrorLine sentence={action.failure?.sentence} />
    </>
  );
}
