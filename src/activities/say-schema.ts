import { z } from 'zod';
import { OUTCOMES } from './codes.ts';
import { Cursor, Day, Id, page, Version } from '../platform/fields.ts';

/** The address of a station's resident page, which begins with its county. */
const Slug = z.string().regex(/^[0-9]{6}[0-9a-z-]{0,74}$/);
/** As somebody is called: 张婶 will do. */
const Called = z.string().trim().max(20);
/** A phone as people write it. */
const Phone = z
  .string()
  .trim()
  .regex(/^[0-9+ -]{0,20}$/);

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
  /** Not to be named when others come to read of it. */
  hideName: z.boolean(),
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
});
export type PublicProposal = z.infer<typeof PublicProposal>;

export const ListComing = z.strictObject({ station: Id, notice: Id });
/** Who said they come to a notice, the first first; at most 500. */
export const ComingList = z.object({
  items: z.array(z.object({ id: Id, name: z.string(), people: z.int(), phone: z.string(), saidAt: z.string() })),
});
export type ComingList = z.infer<typeof ComingList>;

export const Proposal = z.object({
  id: Id,
  code: ProposalCode,
  what: z.string(),
  place: z.string(),
  name: z.string(),
  phone: z.string(),
  hideName: z.boolean(),
  saidAt: z.string(),
  /** The day by which an answer is owed. */
  owedOn: Day,
  read: z.boolean(),
  answered: Answer.extend({ by: z.string() }).nullable(),
  version: Version,
});
export type Proposal = z.infer<typeof Proposal>;

export const ListProposals = z.strictObject({
  station: Id,
  answered: z.boolean(),
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const ProposalPage = page(Proposal);

export const ReadProposal = z.strictObject({ station: Id, id: Id, version: Version });
/** The answer with its reason: what was done, or why it cannot be. */
export const AnswerProposal = ReadProposal.extend({
  outcome: z.enum(OUTCOMES),
  answer: z.string().trim().min(2).max(500),
});
export type AnswerProposal = z.infer<typeof AnswerProposal>;
