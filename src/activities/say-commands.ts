import { randomInt } from 'node:crypto';
import { dayInChina, instantsOf } from '../platform/clock.ts';
import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import type { Limiter } from '../access/guard.ts';
import { command, type Doing } from '../platform/pipeline/command.ts';
import { ANYONE, atStation } from '../platform/pipeline/procedure.ts';
import { requireVersion } from '../platform/stale.ts';
import type { DayLimit } from './say-limit.ts';
import { countyOfSlug, MOST_COMING, MOST_PROPOSALS_A_DAY, owedOn, refuseNextOn } from './say-rules.ts';
import { AnswerProposal, Propose, Proposed, ReadProposal, SayComing, TakeBackComing } from './say-schema.ts';
import { changeComing, type ComingRow, deleteComing, findComing, findForComing, insertComing } from './coming-store.ts';
import { findForProposal, findProposal, insertProposal, markRead, proposalLine, saveAnswer } from './proposal-store.ts';

/**
 * What the residents' doors share: a brake on each network address, and what one network may say in a day. An answer
 * that is kept already takes nothing of it.
 */
export interface ResidentParts {
  limiter: Limiter;
  coming: DayLimit;
  proposals: DayLimit;
}

const slow = ({ limiter }: ResidentParts, { context, now }: Doing) => limiter.take(context.address, now);

/** No more is taken here today: said with the telephone that still answers. */
const enough = (phone: string) =>
  new HeliError('too-many', phone ? 'said-enough' : 'said-enough-quiet', { params: { phone } });

/** Counts one of a network's day, or refuses it. */
function takeDay(limit: DayLimit, phone: string, { context, now }: Doing): void {
  if (!limit.take(context.address, now)) throw enough(phone);
}

/** What is over or called off takes nobody more; what is full takes corrections; an id stands for one notice. */
function refuseComing(notice: ComingRow | undefined, said: SayComing, now: Date): ComingRow {
  if (!notice || notice.done) throw new HeliError('not-found', 'not-found');
  if (notice.mine !== null && notice.mine !== said.notice) throw new HeliError('conflict', 'already-there');
  if (notice.cancelled) throw new HeliError('not-allowed-now', 'notice-off');
  if (notice.starts_at <= now) throw new HeliError('not-allowed-now', 'notice-over');
  if (notice.mine === null && notice.said >= MOST_COMING) throw new HeliError('not-allowed-now', 'notice-full');
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
    decide: (notice, input, doing) => {
      const { county, now } = doing;
      const { station, phone, mine } = refuseComing(notice, input, now);
      if (mine === null) takeDay(parts.coming, phone, doing);
      const at = { county, station, now };
      return {
        station,
        subject: { kind: 'coming', id: input.id },
        fields: ['name', 'people', ...(input.phone ? ['phone'] : [])],
        answer: { id: input.id, version: 1 },
        save: (transaction) =>
          mine === null ? insertComing(transaction, at, input) : changeComing(transaction, at, input),
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

/** Ten digits that nobody guesses. */
const makeCode = () => Array.from({ length: 10 }, () => randomInt(10)).join('');

const propose = (parts: ResidentParts) =>
  command({
    name: 'activities.propose',
    version: 2,
    permit: ANYONE,
    county: ({ slug }) => countyOfSlug(slug),
    summary: 'A resident tells a need or a proposal',
    path: '/public/propose',
    input: Propose,
    output: Proposed,
    load: async (transaction, { slug }, doing) => {
      slow(parts, doing);
      const since = instantsOf(dayInChina(doing.now)).from;
      return findForProposal(transaction, doing.county, { slug, since });
    },
    decide: (found, { slug: _, ...proposal }, doing) => {
      if (!found) throw new HeliError('not-found', 'not-found');
      const { station, phone, said } = found;
      if (said >= MOST_PROPOSALS_A_DAY) throw enough(phone);
      takeDay(parts.proposals, phone, doing);
      const { county, now } = doing;
      const told = { code: makeCode(), owedOn: owedOn(now) };
      return {
        station,
        subject: { kind: 'proposal', id: proposal.id },
        fields: ['what', 'place', 'name', 'phone'],
        answer: { id: proposal.id, version: 1, ...told },
        save: (transaction) => insertProposal(transaction, { county, station, now }, { ...proposal, ...told }),
      };
    },
  });

/** The doors through which residents say something without an account. */
export function residentCommands(parts: ResidentParts) {
  return { sayComing: sayComing(parts), takeBackComing: takeBackComing(parts), propose: propose(parts) };
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
    requireVersion(row, asked, proposalLine);
    return {
      station,
      subject: { kind: 'proposal', id: asked.id },
      fields: ['read'],
      answer: { id: asked.id, version: asked.version + 1 },
      save: (transaction) => markRead(transaction, { county, station, by: asker.id, now }, asked.id),
    };
  },
});

/**
 * Answers a resident's proposal, with what was done or why it cannot be; a later answer takes the place of the first. What
 * is being done or was passed on stays open, with the day of the next answer.
 */
export const answerProposal = command({
  name: 'activities.answerProposal',
  version: 2,
  permit: atStation('records.write'),
  summary: 'Answer a resident’s proposal with what was done, or why not',
  path: '/activities/answer-proposal',
  input: AnswerProposal,
  output: Saved,
  load: (transaction, { station, id }, { county }) => findProposal(transaction, { county, station }, id),
  decide: (row, { station, outcome, answer, nextOn, ...asked }, { county, asker, now }) => {
    requireVersion(row, asked, proposalLine);
    refuseNextOn(outcome, nextOn, now);
    const { id } = asked;
    return {
      station,
      subject: { kind: 'proposal', id },
      fields: ['outcome', 'answer', ...(nextOn ? ['owedOn'] : [])],
      answer: { id, version: asked.version + 1 },
      save: (transaction) =>
        saveAnswer(transaction, { county, station, by: asker.id, now }, { id, outcome, answer, nextOn }),
    };
  },
});
