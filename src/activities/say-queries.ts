import { listByIds, personLine } from '../people/store.ts';
import { instantsOf } from '../platform/clock.ts';
import { HeliError } from '../platform/errors.ts';
import { pageOf, readCursor } from '../platform/pipeline/cursor.ts';
import { ANYONE, atStation } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import type { ResidentParts } from './say-commands.ts';
import {
  ComingList,
  ExpectedList,
  FindProposal,
  ListComing,
  ListExpected,
  ListProposals,
  ProposalPage,
  PublicProposal,
} from './say-schema.ts';
import { comingLine, listComing, listExpected } from './coming-store.ts';
import { findPublicProposal, listProposals, proposalLine } from './proposal-store.ts';

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
    return { items: rows.map(comingLine) };
  },
});

/** Who on file said that they come on a day: offered for the list of who was there. */
export const listExpectedQuery = query({
  name: 'activities.expected',
  permit: atStation('records.read'),
  summary: 'Who on file said that they come on a day, by the telephone they left',
  path: '/activities/expected',
  input: ListExpected,
  output: ExpectedList,
  read: async (transaction, { station, day }, { county }) => {
    const at = { county, station };
    const rows = await listExpected(transaction, { ...at, ...instantsOf(day) });
    const ids = rows.map((row) => row.person);
    const people = ids.length > 0 ? await listByIds(transaction, at, ids) : [];
    const lines = new Map(people.map((person) => [person.id, personLine(person)]));
    const items = rows.flatMap(({ person: id, ...row }) => {
      const person = lines.get(id);
      return person ? [{ person, ...row }] : [];
    });
    return { items };
  },
});

/** What residents proposed: what is open, what is owed first before the others; or what came to its end, the latest first. */
export const listProposalsQuery = query({
  name: 'activities.proposals',
  permit: atStation('records.read'),
  summary: 'What residents proposed: what is open, or what came to its end',
  path: '/activities/proposals',
  input: ListProposals,
  output: ProposalPage,
  read: async (transaction, { station, ended, cursor, limit }, { county }) => {
    const [when, id] = readCursor(cursor, 2);
    const from = when !== undefined && id !== undefined ? { when, id } : null;
    const rows = await listProposals(transaction, { county, station }, { ended, from, limit: limit + 1 });
    return pageOf(rows, limit, {
      show: proposalLine,
      keys: (row) => [ended ? row.said_key : row.owed_on, row.id],
    });
  },
});
