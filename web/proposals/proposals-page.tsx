import { api } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useWords } from '../i18n/words.ts';
import { useStation } from '../shell/session.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { More, usePages } from '../ui/pages.tsx';
import { RowList } from '../ui/rows.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ProposalRow } from './proposal-row.tsx';

function useProposals(ended: boolean) {
  const { id: station } = useStation();
  return usePages(['proposals', station, ended], (from) => api.activities.proposals({ station, ended, ...from }));
}

/** 居民提的事: what is open, what is owed first before the others; below it what came to its end. */
export function ProposalsPage() {
  const { say } = useWords();
  const open = useProposals(false);
  const ended = useProposals(true);
  if (!open.query.data || !ended.query.data) {
    const error = open.query.error ?? ended.query.error;
    return <Waiting failure={error ? failureOf(error) : null} />;
  }
  const count = open.items.length;
  return (
    <>
      <PageHead
        title={say(
          count === 0 ? 'proposals.title-none' : open.query.hasNextPage ? 'proposals.title-more' : 'proposals.title',
          {
            count,
          },
        )}
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
      <More query={open.query}>{say('proposals.more')}</More>
      {ended.items.length > 0 ? (
        <RowList label={say('proposals.ended')}>
          {ended.items.map((proposal) => (
            <ProposalRow key={proposal.id} proposal={proposal} />
          ))}
        </RowList>
      ) : null}
      <More query={ended.query}>{say('proposals.more')}</More>
    </>
  );
}
