import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { OUTCOMES, type Outcome } from '../../src/activities/codes.ts';
import type { Proposal } from '../../src/activities/say-schema.ts';
import { api, once } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { dayOf, daysBetween, sayDay, today } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorLine } from '../ui/error-line.tsx';
import { TextAreaField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Row, RowList } from '../ui/rows.tsx';
import { useAction } from '../ui/use-action.ts';
import { Waiting } from '../ui/waiting.tsx';

function useProposals(answered: boolean) {
  const station = useStation();
  const asked = useInfiniteQuery({
    queryKey: ['proposals', station.id, answered],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.activities.proposals({ station: station.id, answered, ...(pageParam ? { cursor: pageParam } : {}) }),
    getNextPageParam: (page) => page.next,
  });
  return { asked, items: asked.data?.pages.flatMap((page) => page.items) };
}

/** 居民提的事: what waits for an answer, the oldest first; below it what has been answered. */
export function ProposalsPage() {
  const { say } = useWords();
  const open = useProposals(false);
  const answered = useProposals(true);
  if (!open.items || !answered.items) {
    const error = open.asked.error ?? answered.asked.error;
    return <Waiting failure={error ? failureOf(error) : null} />;
  }
  const count = open.items.length;
  return (
    <>
      <PageHead
        title={count > 0 ? say('proposals.title', { count }) : say('proposals.title-none')}
        context={say('proposals.context')}
        back={{ to: '/activities', label: say('nav.activities') }}
      />
      {count > 0 ? (
        <RowList>
          {open.items.map((proposal) => (
            <ProposalRow key={proposal.id} proposal={proposal} />
          ))}
        </RowList>
      ) : (
        <section className="card">
          <EmptyState missing={say('proposals.none')} todo={say('proposals.none-todo')} />
        </section>
      )}
      <More asked={open.asked} />
      {answered.items.length > 0 ? (
        <RowList label={say('proposals.answered')}>
          {answered.items.map((proposal) => (
            <ProposalRow key={proposal.id} proposal={proposal} />
          ))}
        </RowList>
      ) : null}
      <More asked={answered.asked} />
    </>
  );
}

function More({ asked }: { asked: ReturnType<typeof useProposals>['asked'] }) {
  const { say } = useWords();
  if (!asked.hasNextPage) return null;
  return (
    <p className="inset">
      <Button kind="text" busy={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
        {say('proposals.more')}
      </Button>
    </p>
  );
}

function ProposalRow({ proposal }: { proposal: Proposal }) {
  const { say, language } = useWords();
  const { may } = useSession();
  const [answering, setAnswering] = useState(false);
  const { answered, name, phone, place, hideName } = proposal;
  const who = [name || say('proposals.nameless'), phone].filter(Boolean).join(say('list.comma'));
  return (
    <Row
      name={proposal.what}
      beside={proposal.read ? undefined : <span className="waiting">{say('proposals.new')}</span>}
      reason={
        <>
          {answered ? null : <Owed owedOn={proposal.owedOn} />}
          {place ? <span>{place}</span> : null}
          <span>{who}</span>
          {name && hideName ? <span>{say('proposals.hidden')}</span> : null}
          <span>{say('proposals.said', { day: sayDay(dayOf(proposal.saidAt), language), code: proposal.code })}</span>
        </>
      }
      action={
        may('records.write') && !answering ? (
          <Button
            kind={answered ? 'text' : 'tinted'}
            aria-label={say(answered ? 'proposals.again-of' : 'proposals.answer-of', { what: proposal.what })}
            onClick={() => setAnswering(true)}
          >
            {say(answered ? 'proposals.again' : 'proposals.answer')}
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
      {may('records.write') && !proposal.read && !answering ? <MarkRead proposal={proposal} /> : null}
      {answering ? <AnswerForm proposal={proposal} onDone={() => setAnswering(false)} /> : null}
    </Row>
  );
}

function Owed({ owedOn }: { owedOn: string }) {
  const { say, language } = useWords();
  const late = daysBetween(owedOn, today());
  if (late > 0) return <span className="late">{say('today.late', { count: late })}</span>;
  return <span>{say('proposals.owed', { day: sayDay(owedOn, language) })}</span>;
}

function MarkRead({ proposal: { id, version } }: { proposal: Proposal }) {
  const { say } = useWords();
  const station = useStation();
  const client = useQueryClient();
  const { busy, failure, run } = useAction();
  const read = async () => {
    await run(() => api.activities.readProposal({ station: station.id, id, version }, once()));
    await client.invalidateQueries();
  };
  return (
    <>
      <ErrorLine sentence={failure?.sentence} />
      <p>
        <Button kind="text" busy={busy} onClick={() => void read()}>
          {say('proposals.read')}
        </Button>
      </p>
    </>
  );
}

/** What was done, or why it cannot be: the resident reads it as it is written here. */
function AnswerForm({ proposal, onDone }: { proposal: Proposal; onDone: () => void }) {
  const { say } = useWords();
  const station = useStation();
  const client = useQueryClient();
  const { busy, failure, run } = useAction();
  const [outcome, setOutcome] = useState<Outcome | undefined>(proposal.answered?.outcome);
  const [answer, setAnswer] = useState(proposal.answered?.answer ?? '');
  const [tried, setTried] = useState(false);
  const { id, version } = proposal;
  const short = answer.trim().length < 2;
  async function save(): Promise<void> {
    setTried(true);
    if (!outcome || short) return;
    const input = { station: station.id, id, version, outcome, answer };
    if (await run(() => api.activities.answerProposal(input, once()))) onDone();
    await client.invalidateQueries();
  }
  return (
    <div className="form">
      <Chips
        label={say('proposals.outcome')}
        chips={OUTCOMES.map((value) => ({ value, words: say(`outcome.${value}`) }))}
        chosen={outcome ? [outcome] : []}
        onChange={([chosen]) => setOutcome(chosen)}
        wrong={tried && !outcome ? say('proposals.outcome-needed') : undefined}
      />
      <TextAreaField
        label={say('proposals.words')}
        hint={say('proposals.words-hint')}
        value={answer}
        onText={setAnswer}
        maxLength={500}
        wrong={tried && short ? say('proposals.words-needed') : undefined}
      />
      <ErrorLine sentence={failure?.sentence} />
      <div className="line">
        <Button kind="filled" busy={busy} onClick={() => void save()}>
          {say('proposals.send')}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}
