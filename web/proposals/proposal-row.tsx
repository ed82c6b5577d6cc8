import { useState } from 'react';
import { isEnd } from '../../src/activities/codes.ts';
import type { Proposal } from '../../src/activities/say-schema.ts';
import { telOf } from '../../src/platform/phone.ts';
import { api, once } from '../api/client.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { dayOf, daysBetween, sayDay, today } from '../ui/dates.ts';
import { ErrorLine } from '../ui/error-line.tsx';
import { Row } from '../ui/rows.tsx';
import { useChange } from '../ui/use-action.ts';
import { AnswerForm } from './answer-form.tsx';

/** One proposal: what, when its answer is owed, who asked, what was answered; and what a worker may do with it. */
export function ProposalRow({ proposal }: { proposal: Proposal }) {
  const { say, language } = useWords();
  const { may } = useSession();
  const [answering, setAnswering] = useState(false);
  const { answered, what } = proposal;
  const ended = answered !== null && isEnd(answered.outcome);
  const writes = may('records.write');
  return (
    <Row
      name={what}
      beside={proposal.read ? undefined : <span className="waiting">{say('proposals.new')}</span>}
      reason={<Facts proposal={proposal} ended={ended} />}
      action={
        writes && !answering ? (
          <Button
            kind={ended ? 'text' : 'tinted'}
            aria-label={say(ended ? 'proposals.again-of' : 'proposals.answer-of', { what })}
            onClick={() => setAnswering(true)}
          >
            {say(ended ? 'proposals.again' : 'proposals.answer')}
          </Button>
        ) : undefined
      }
    >
      {answered ? (
        <p>
          <strong>{say(`outcome.${answered.outcome}`)}</strong> {answered.answer}{' '}
          <span className="note">
            {answered.by} {sayDay(dayOf(answered.at), language)}
          </span>
        </p>
      ) : null}
      {writes && !answering ? <Acts proposal={proposal} /> : null}
      {answering ? <AnswerForm proposal={proposal} onDone={() => setAnswering(false)} /> : null}
    </Row>
  );
}

function Facts({ proposal, ended }: { proposal: Proposal; ended: boolean }) {
  const { say, language } = useWords();
  const { name, phone, place, saidAt, code } = proposal;
  return (
    <>
      {ended ? null : <Owed proposal={proposal} />}
      {place ? <span>{place}</span> : null}
      {name ? <span>{name}</span> : ended ? null : <span>{say('proposals.nameless')}</span>}
      {phone ? <a href={telOf(phone)}>{phone}</a> : null}
      <span>{say('proposals.said', { day: sayDay(dayOf(saidAt), language), code })}</span>
    </>
  );
}

function Owed({ proposal: { owedOn, answered } }: { proposal: Proposal }) {
  const { say, language } = useWords();
  const late = daysBetween(owedOn, today());
  if (late > 0) return <span className="late">{say('today.late', { count: late })}</span>;
  return <span>{say(answered ? 'proposals.owed-next' : 'proposals.owed', { day: sayDay(owedOn, language) })}</span>;
}

/** 看过了, and 删掉 for what is nonsense or tells of somebody else. */
function Acts({ proposal: { id, version, what, read } }: { proposal: Proposal }) {
  const { say } = useWords();
  const { id: station } = useStation();
  const { busy, failure, run } = useChange();
  const [asking, setAsking] = useState(false);
  const act = async (name: 'readProposal' | 'strikeProposal') => {
    await run(() => api.activities[name]({ station, id, version }, once()));
  };
  return (
    <>
      <ErrorLine sentence={failure?.sentence} />
      <div className="line">
        {read ? null : (
          <Button kind="text" busy={busy} onClick={() => void act('readProposal')}>
            {say('proposals.read')}
          </Button>
        )}
        <Button
          kind="text"
          busy={busy}
          aria-label={say('proposals.strike-of', { what })}
          onClick={() => setAsking(true)}
        >
          {say('strike')}
        </Button>
      </div>
      {asking ? (
        <Confirm
          question={say('proposals.strike-question', { what })}
          yes={say('strike')}
          onYes={() => void act('strikeProposal')}
          onNo={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
