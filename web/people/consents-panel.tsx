import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { consentState, lastConsent } from '../../src/people/consent-rules.ts';
import type { Consent } from '../../src/people/consent-schema.ts';
import type { Person } from '../../src/people/schema.ts';
import { PURPOSES } from '../../src/people/terms.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useOutbox } from '../offline/outbox.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { sayDay, today } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { useChange } from '../ui/use-action.ts';

/** What somebody agreed to, purpose by purpose; what was never asked is said to be so. */
export function ConsentsPanel({ person }: { person: Person }) {
  const { say } = useWords();
  const { may } = useSession();
  const waiting = useOutbox().items.filter(
    (item) => item.name === 'record-consent' && item.input.person === person.id && item.state !== 'sent',
  );
  return (
    <section className="person-section">
      <h2>{say(`consent.title-${person.sex}`)}</h2>
      <dl className="person-facts">
        {PURPOSES.map((purpose) => (
          <div key={purpose} style={{ display: 'contents' }}>
            <dt>{say(`purpose.${purpose}`)}</dt>
            <dd>
              <Standing person={person} purpose={purpose} />
            </dd>
          </div>
        ))}
      </dl>
      {waiting.length > 0 ? <p className="waiting">{say('consent.waiting')}</p> : null}
      {may('records.write') ? (
        <p className="words section-links">
          <Link to="/people/$id/consent" params={{ id: person.id }}>
            {say('consent.record')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function Standing({ person, purpose }: { person: Person; purpose: Consent['purpose'] }) {
  const { say, language } = useWords();
  const { may } = useSession();
  const state = consentState(person.consents, purpose, today());
  const last = lastConsent(person.consents, purpose);
  if (!last || state === 'not-asked') return <span className="quiet">{say('consent.not-asked')}</span>;
  const on = (day: string | null) => ({ day: sayDay(day ?? today(), language) });
  const giver = last.givenBy === 'guardian' ? say('consent.by-guardian', { giver: last.giver }) : '';
  const words = {
    agreed: last.untilOn ? say('consent.agreed-until', on(last.untilOn)) : say('consent.agreed', on(last.givenOn)),
    refused: say('consent.refused'),
    withdrawn: say('consent.withdrawn', on(last.withdrawnOn)),
    over: say('consent.over', on(last.untilOn)),
  }[state];
  return (
    <>
      <span className={state === 'agreed' ? undefined : 'late'}>{words}</span>
      {[giver, last.note].filter(Boolean).map((text) => (
        <span className="quiet fact-source" key={text}>
          {text}
        </span>
      ))}
      {state === 'agreed' && may('records.write') ? <Withdraw person={person} consent={last} /> : null}
    </>
  );
}

function Withdraw({ person, consent }: { person: Person; consent: Consent }) {
  const { say } = useWords();
  const station = useStation();
  const action = useChange();
  const [asking, setAsking] = useState(false);
  const purpose = say(`purpose.${consent.purpose}`);

  async function withdraw(): Promise<void> {
    const { id, version } = consent;
    const input = { station: station.id, id, version, withdrawnOn: today() };
    await action.run(() => api.people.withdrawConsent(input, once()));
  }
  return (
    <>
      {' '}
      <Button
        kind="text"
        busy={action.busy}
        onClick={() => setAsking(true)}
        aria-label={`${say('consent.withdraw')} ${purpose}`}
      >
        {say('consent.withdraw')}
      </Button>
      <ErrorLine sentence={action.failure?.sentence} />
      {asking ? (
        <Confirm
          question={say('consent.withdraw-question', { name: person.name, purpose })}
          yes={say('consent.withdraw')}
          onYes={() => void withdraw()}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
