import { HeliError } from '../platform/errors.ts';
import { pageOf, readCursor } from '../platform/pipeline/cursor.ts';
import { ANYONE, atStation } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import type { ResidentParts } from './say-commands.ts';
import { ComingList, FindProposal, ListComing, ListProposals, ProposalPage, PublicProposal } from './say-schema.ts';
import { findPublicProposal, listComing, listProposals, proposalLine } from './say-store.ts';

/** What became of a proposal, by its number: guessing is braked. */
export function findProposalQuery({ limiter }: ResidentParts) {
  return query({
    name: 'activities.publicProposal',
    permit: ANYONE,
    summary: 'What became of a proposal, by its number',
    path: '/public/proposal',
    input: FindProposal,
    output: PublicProposal,
    read: async (transaction, { slug, code }, { context }) => {
      limiter.take(context.address, context.services.clock());
      const found = await findPublicProposal(transaction, slug, code);
      if (!found) throw new HeliError('not-found', 'not-found');
      return found;
    },
  });
}

/** Who said they come to a notice. */
export const listComingQuery = query({
  name: 'activities.coming',
  permit: atStation('records.read'),
  summary: 'Who said they come to a notice, the first first',
  path: '/activities/coming',
  input: ListComing,
  output: ComingList,
  read: async (transaction, { station, notice }, { county }) => {
    const rows = await listComing(transaction, { county, station }, notice);
    return { items: rows.map(({ said_at, ...row }) => ({ ...row, saidAt: said_at.toISOString() })) };
  },
});

/** What residents proposed: what waits for an answer, the oldest first; or what has one, the latest first. */
export const listProposalsQuery = query({
  name: 'activities.proposals',
  permit: atStation('records.read'),
  summary: 'What residents proposed: what waits for an answer, or what has one',
  path: '/activities/proposals',
  input: ListProposals,
  output: ProposalPage,
  read: async (transaction, { station, answered, cursor, limit }, { county }) => {
    const [saidAt, id] = readCursor(cursor, 2);
    const from = saidAt !== undefined && id !== undefined ? { saidAt, id } : null;
    const rows = await listProposals(transaction, { county, station }, { answered, from, limit: limit + 1 });
    return pageOf(rows, limit, { show: proposalLine, keys: (row) => [row.said_key, row.id] });
  },
});
