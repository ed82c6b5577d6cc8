import { z } from 'zod';
import { OUTCOMES } from './codes.ts';
import { PersonLine } from '../people/schema.ts';
import { Cursor, Day, Id, page, Version } from '../platform/fields.ts';
import { PHONE } from '../platform/phone.ts';

/** The address of a station's resident page, which begins with its county. */
const Slug = z.string().regex(/^[0-9]{6}[0-9a-z-]{0,74}$/);
/** As somebody is called: 张婶 will do. */
const Called = z.string().trim().max(20);
/** A phone as people write it. */
const Phone = z.string().trim().regex(PHONE);

/** Somebody says that she comes. `id` is made and kept by her phone: whoever holds it may take it back. */
export const SayComing = z.strictObject({
  slug: Slug,
  notice: Id,
  id: Id,
  name: Called.min(1),
  people: z.int().min(1).max(20),
  phone: Phone,
});
export type SayComing = z.infer<typeof SayComing>;
export const TakeBackComing = z.strictObject({ slug: Slug, id: Id });

/** A need or a proposal. Name and phone are only for the station, and may stay empty. */
export const Propose = z.strictObject({
  slug: Slug,
  id: Id,
  what: z.string().trim().min(2).max(500),
  place: z.string().trim().max(60),
  name: Called,
  phone: Phone,
});
export type Propose = z.infer<typeof Propose>;

/** The number by which its proposer reads what became of a proposal. */
export const ProposalCode = z.string().regex(/^[0-9]{10}$/);
export const Proposed = z.object({ id: Id, version: Version, code: ProposalCode, owedOn: Day });

const Answer = z.object({ outcome: z.enum(OUTCOMES), answer: z.string(), at: z.string() });

export const FindProposal = z.strictObject({ slug: Slug, code: ProposalCode });
/** A proposal as whoever has its number reads it: without name and phone. */
export const PublicProposal = z.object({
  what: z.string(),
  place: z.string(),
  saidAt: z.string(),
  owedOn: Day,
  read: z.boolean(),
  answered: Answer.nullable(),
  /** The station has struck it out; its words are gone. */
  struck: z.boolean(),
});
export type PublicProposal = z.infer<typeof PublicProposal>;

export const ListComing = z.strictObject({ station: Id, notice: Id });
/** Somebody who comes; name and phone are empty once they are forgotten. */
export const Coming = z.object({
  id: Id,
  name: z.string(),
  people: z.int(),
  phone: z.string(),
  saidAt: z.string(),
  version: Version,
});
export type Coming = z.infer<typeof Coming>;
/** Who said they come to a notice, the first first; at most 500. */
export const ComingList = z.object({ items: z.array(Coming) });
export type ComingList = z.infer<typeof ComingList>;

export const ListExpected = z.strictObject({ station: Id, day: Day });
/**
 * Who is on file, by the telephone that somebody left who said that she comes to what is on that day: a guess for a
 * person to look at, since anybody may leave any number.
 */
export const ExpectedList = z.object({
  items: z.array(z.object({ person: PersonLine, called: z.string(), people: z.int(), title: z.string() })),
});

export const Proposal = z.object({
  id: Id,
  code: ProposalCode,
  what: z.string(),
  place: z.string(),
  name: z.string(),
  phone: z.string(),
  saidAt: z.string(),
  /** The day by which an answer is owed; of what is being done or was passed on, the next one. */
  owedOn: Day,
  read: z.boolean(),
  answered: Answer.extend({ by: z.string() }).nullable(),
  version: Version,
});
export type Proposal = z.infer<typeof Proposal>;

export const ListProposals = z.strictObject({
  station: Id,
  /** What has come to its end, or else what is open. */
  ended: z.boolean(),
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const ProposalPage = page(Proposal);

const One = z.strictObject({ station: Id, id: Id, version: Version });
export const ReadProposal = One;
export const StrikeProposal = One;
export const StrikeComing = One;
/** The answer with its reason: what was done, or why it cannot be; of what goes on, by which day the next one comes. */
export const AnswerProposal = One.extend({
  outcome: z.enum(OUTCOMES),
  answer: z.string().trim().min(2).max(500),
  nextOn: Day.nullable(),
});
export type AnswerProposal = z.infer<typeof AnswerProposal>;
