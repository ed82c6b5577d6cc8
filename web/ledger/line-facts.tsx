import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EventWhole } from '../../src/ledger/event-schema.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { sayDay } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { Grain } from '../ui/grain.tsx';
import { useChange } from '../ui/use-action.ts';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What is known of one act: each inferred fact says so. */
export function LineFacts({ event }: { event: EventWhole }) {
  const { say } = useWords();
  const inferred = (name: string) =>
    event.confirmed.includes(name) ? null : <span className="quiet"> {say('line.inferred')}</span>;
  return (
    <section className="card line-part">
      <h2>{say('line.facts')}</h2>
      <dl className="facts">
        {event.minutes ? <Fact name={say('line.minutes')}>{say('minutes', { count: event.minutes })}</Fact> : null}
        {event.place ? <Fact name={say('line.place')}>{event.place}</Fact> : null}
        <Fact name={say('line.workers')}>{event.workers.join(say('list.comma')) || say('event.more-worker-no')}</Fact>
        {event.met ? <Fact name={say('visit.met')}>{say(`met.${event.met}`)}</Fact> : null}
        {event.needs.length > 0 ? (
          <Fact name={say('visit.needs-unknown')}>
            {event.needs.map((need) => say(`need.${need}`)).join(say('list.comma'))}
          </Fact>
        ) : null}
        <Fact name={say('line.field')}>
          {say(`service.${event.field}`)}
          {inferred('field')}
        </Fact>
        <Fact name={say('line.phase')}>
          {say(`phase.${event.phase}`)}
          {inferred('phase')}
        </Fact>
        {event.kind === 'visit' ? null : <Fact name={say('line.initiator')}>{say(`sector.${event.initiator}`)}</Fact>}
        {event.project ? (
          <Fact name={say('line.project')}>
            <Link to="/projects/$id" params={{ id: event.project.id }}>
              {event.project.name}
            </Link>
          </Fact>
        ) : null}
        {event.askedBy ? (
          <Fact name={say('line.asked')}>
            {[say(`sector.${event.askedBy}`), event.askedByName].filter(Boolean).join(say('list.comma'))}
          </Fact>
        ) : null}
        {event.expenses.map((one) => (
          <Fact key={one.id} name={say('line.spent')}>
            {say('line.yuan', { count: one.amount })}{' '}
            {[one.what, one.budgetLine].filter(Boolean).join(say('list.comma'))}
          </Fact>
        ))}
      </dl>
      {event.next ? <NextStep event={event} next={event.next} /> : null}
    </section>
  );
}

function NextStep({ event, next }: { event: EventWhole; next: NonNullable<EventWhole['next']> }) {
  const { say, language } = useWords();
  const { may } = useSession();
  const station = useStation();
  const action = useChange();
  const finish = () => action.run(() => api.ledger.finishStep({ station: station.id, id: event.id }, once()));
  return (
    <>
      <p className="line">
        <strong>{say('line.next')}</strong>
        <span>{next.what}</span>
        <span className="quiet">{next.doneAt ? say('line.next-finished') : sayDay(next.on, language)}</span>
        {next.doneAt || !may('records.write') ? null : (
          <Button kind="tinted" busy={action.busy} onClick={() => void finish()}>
            {say('line.next-done')}
          </Button>
        )}
      </p>
      <ErrorLine sentence={action.failure?.sentence} />
    </>
  );
}

/** The sign-in list as it was. */
export function LineList({ event }: { event: EventWhole }) {
  const { say } = useWords();
  if (event.list.length === 0 && event.unnamed === 0) return null;
  return (
    <section className="card line-part">
      <h2>{say('line.who')}</h2>
      <p className="quiet">
        {say('line.present', { count: event.present })}
        {event.unnamed > 0 ? `${say('list.clause')}${say('line.unnamed', { count: event.unnamed })}` : ''}
      </p>
      <ul className="names">
        {event.list.map((one) => (
          <li key={one.person} className={one.present ? undefined : 'quiet'}>
            <Grain kind={one.present ? 'full' : 'hollow'} />{' '}
            <Link to="/people/$id" params={{ id: one.person }}>
              {one.name}
            </Link>
            {one.present ? '' : ` ${say('event.absent')}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who gave what: minutes, yuan and goods, each in its own unit. */
export function LineGiven({ event }: { event: EventWhole }) {
  const { say } = useWords();
  if (event.given.length === 0) return null;
  return (
    <section className="card line-part">
      <h2>{say('line.given')}</h2>
      <ul className="names">
        {event.given.map((one) => (
          <li key={one.id}>
            <strong>{one.name}</strong> {say(`form.${one.form}`)}{' '}
            {one.minutes !== null ? say('minutes', { count: one.minutes }) : null}
            {one.amount !== null ? say('line.yuan', { count: one.amount }) : null}
            {one.quantity !== null ? `${one.quantity} ${one.unit}` : null}
            {one.confirmed ? <span className="quiet"> {say('line.given-confirmed')}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
