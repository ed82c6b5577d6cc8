import { dayInChina } from '../platform/clock.ts';
import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import type { Limiter } from '../access/guard.ts';
import { command, type Doing } from '../platform/pipeline/command.ts';
import { ANYONE, atStation } from '../platform/pipeline/procedure.ts';
import { countyOfSlug, makeCode, MOST_COMING, MOST_PROPOSALS_A_DAY, owedOn } from './say-rules.ts';
import { AnswerProposal, Propose, Proposed, ReadProposal, SayComing, TakeBackComing } from './say-schema.ts';
import {
  type ComingRow,
  deleteComing,
  findComing,
  findForComing,
  findForProposal,
  findProposal,
  saveComing,
  insertProposal,
  markRead,
  type ProposalRow,
  proposalLine,
  saveAnswer,
} from './say-store.ts';

/** What the residents' doors share: a brake on each network address. An answer that is kept already takes nothing of it. */
export interface ResidentParts {
  limiter: Limiter;
}

const slow = ({ limiter }: ResidentParts, { context, now }: Doing) => limiter.take(context.address, now);

/** What is over, called off or full takes nobody more. */
function refuseComing(notice: ComingRow | undefined, now: Date): ComingRow {
  if (!notice || notice.done) throw new HeliError('not-found', 'not-found');
  if (notice.cancelled) throw new HeliError('not-allowed-now', 'notice-off');
  if (notice.starts_at <= now) throw new HeliError('not-allowed-now', 'notice-over');
  if (notice.said >= MOST_COMING) throw new HeliError('not-allowed-now', 'notice-full');
  return notice;
}

const sayComing = (parts: ResidentParts) =>
  command({
    name: 'activities.sayComing',
    version: 1,
    permit: ANYONE,
    county: ({ slug }) => countyOfSlug(slug),
    summary: 'A resident says that she comes to what is on',
    path: '/public/coming',
    input: SayComing,
    output: Saved,
    load: async (transaction, input, doing) => {
      slow(parts, doing);
      return findForComing(transaction, doing.county, input);
    },
    decide: (notice, input, { county, now }) => {
      const { station } = refuseComing(notice, now);
      return {
        station,
        subject: { kind: 'coming', id: input.id },
        fields: ['name', 'people', ...(input.phone ? ['phone'] : [])],
        answer: { id: input.id, version: 1 },
        save: (transaction) => saveComing(transaction, { county, station, now }, input),
      };
    },
  });

const takeBackComing = (parts: ResidentParts) =>
  command({
    name: 'activities.takeBackComing',
    version: 1,
    permit: ANYONE,
    county: ({ slug }) => countyOfSlug(slug),
    summary: 'A resident does not come after all',
    path: '/public/not-coming',
    input: TakeBackComing,
    output: Saved,
    load: async (transaction, input, doing) => {
      slow(parts, doing);
      return findComing(transaction, doing.county, input);
    },
    decide: (coming, { id }, { county }) => {
      if (!coming) throw new HeliError('not-found', 'not-found');
      const { station } = coming;
      return {
        station,
        subject: { kind: 'coming', id },
        fields: ['withdrawn'],
        answer: { id, version: 2 },
        save: (transaction) => deleteComing(transaction, { county, station }, id),
      };
    },
  });

const propose = (parts: ResidentParts) =>
  command({
    name: 'activities.propose',
    version: 1,
    permit: ANYONE,
    county: ({ slug }) => countyOfSlug(slug),
    summary: 'A resident tells a need or a proposal',
    path: '/public/propose',
    input: Propose,
    output: Proposed,
    load: async (transaction, { slug }, doing) => {
      slow(parts, doing);
      const since = new Date(`${dayInChina(doing.now)}T00:00:00+08:00`);
      return findForProposal(transaction, doing.county, { slug, since });
    },
    decide: (found, { slug: _, ...proposal }, { county, now }) => {
      if (!found) throw new HeliError('not-found', 'not-found');
      if (found.said >= MOST_PROPOSALS_A_DAY) throw new HeliError('too-many', 'too-many');
      const { station } = found;
      const told = { code: makeCode(), owedOn: owedOn(now) };
      return {
        station,
        subject: { kind: 'proposal', id: proposal.id },
        fields: ['what', 'place', 'name', 'phone', 'hideName'],
        answer: { id: proposal.id, version: 1, ...told },
        save: (transaction) => insertProposal(transaction, { county, station, now }, { ...proposal, ...told }),
      };
    },
  });

/** The doors through which residents say something without an account. */
export function residentCommands(parts: ResidentParts) {
  return { sayComing: sayComing(parts), takeBackComing: takeBackComing(parts), propose: propose(parts) };
}

function refuseStale(row: ProposalRow | undefined, { id, version }: { id: string; version: number }): void {
  if (!row) throw new HeliError('not-found', 'not-found');
  if (row.version !== version)
    throw new HeliError('conflict', 'stale', { mine: { id, version }, theirs: proposalLine(row) });
}

/** A worker has read what a resident proposed. */
export const readProposal = command({
  name: 'activities.readProposal',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Mark a resident’s proposal as read',
  path: '/activities/read-proposal',
  input: ReadProposal,
  output: Saved,
  load: (transaction, { station, id }, { county }) => findProposal(transaction, { county, station }, id),
  decide: (row, { station, ...asked }, { county, asker, now }) => {
    refuseStale(row, asked);
    return {
      station,
      subject: { kind: 'proposal', id: asked.id },
      fields: ['read'],
      answer: { id: asked.id, version: asked.version + 1 },
      save: (transaction) => markRead(transaction, { county, station, by: asker.id, now }, asked.id),
    };
  },
});

/** Answers a resident's proposal, with what was done or why it cannot be; a later answer takes the place of the first. */
export const answerProposal = command({
  name: 'activities.answerProposal',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Answer a resident’s proposal with what was done, or why not',
  path: '/activities/answer-proposal',
  input: AnswerProposal,
  output: Saved,
  load: (transaction, { station, id }, { county }) => findProposal(transaction, { county, station }, id),
  decide: (row, { station, outcome, answer, ...asked }, { county, asker, now }) => {
    refuseStale(row, asked);
    const { id } = asked;
    return {
      station,
      subject: { kind: 'proposal', id },
      fields: ['outcome', 'answer'],
      answer: { id, version: asked.version + 1 },
      save: (transaction) => saveAnswer(transaction, { county, station, by: asker.id, now }, { id, outcome, answer }),
    };
  },
});
