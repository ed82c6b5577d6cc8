import { z } from 'zod';
import { EventLine } from '../ledger/schema.ts';
import { PersonLine } from '../people/schema.ts';
import { Cursor, Day, Id, Instant, page, Version } from '../platform/fields.ts';

/** What is on: told to residents on the station's page. Names no person. */
export const NoticeFields = z.strictObject({
  title: z.string().trim().min(2).max(60),
  startsAt: Instant,
  place: z.string().trim().max(60),
  note: z.string().trim().max(500),
});
export const AnnounceNotice = NoticeFields.extend({ station: Id, id: Id });
export type AnnounceNotice = z.infer<typeof AnnounceNotice>;
export const CancelNotice = z.strictObject({ station: Id, id: Id, version: Version });

/** What was done, told to residents: a sentence, how many came, pictures that everybody in them agreed to show. Names no person. */
export const TellDone = NoticeFields.extend({
  station: Id,
  id: Id,
  /** The act in the books whose pictures are shown. */
  event: Id,
  came: z.int().min(0).max(100_000).nullable(),
  photos: z.array(Id).max(6),
  /** Everybody who can be recognised agreed that all may see the pictures. */
  agreed: z.boolean(),
});
export type TellDone = z.infer<typeof TellDone>;

export const Notice = z.object({
  id: Id,
  title: z.string(),
  startsAt: z.string(),
  place: z.string(),
  note: z.string(),
  cancelled: z.boolean(),
  /** Told afterwards: what was done. */
  done: z.boolean(),
  /** How many said they come; 0 for whoever may not read records. */
  coming: z.int(),
  version: Version,
});
export type Notice = z.infer<typeof Notice>;
export const ListNotices = z.strictObject({
  station: Id,
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const NoticePage = page(Notice);

const PublicNotice = z.object({
  id: Id,
  title: z.string(),
  startsAt: z.string(),
  place: z.string(),
  note: z.string(),
});

/** A picture of the resident page, base64. */
export const GetPublicPhoto = z.strictObject({ slug: z.string().min(1).max(80), id: Id });
export const PublicPhoto = z.object({ type: z.string(), content: z.string() });

/** The resident page's answer: public facts of one station. */
export const PublicStation = z.object({
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  demo: z.boolean(),
  /** Short code of the journal head: number of lines and the first digits of the last hash. */
  head: z.object({ lines: z.int(), code: z.string() }).nullable(),
  /** What is on, and what was called off until its time is past. coming: how many said they come, from five upward. */
  notices: z.array(PublicNotice.extend({ cancelled: z.boolean(), coming: z.int().nullable() })),
  /** What was done, the latest first. */
  done: z.array(PublicNotice.extend({ came: z.int().nullable(), photos: z.array(Id) })),
  /** Works in the neighbourhood: how far they are and what they cost. */
  works: z.array(
    z.object({
      id: Id,
      name: z.string(),
      place: z.string(),
      state: z.string(),
      /** Yuan. */
      spent: z.number(),
      vouchers: z.int(),
      /** Yuan that residents and their groups gave. */
      given: z.number(),
    }),
  ),
});
export type PublicStation = z.infer<typeof PublicStation>;

export const GetToday = z.strictObject({ station: Id });
export const DueVisit = z.object({
  person: PersonLine,
  dueOn: Day,
  /** The sentence of the last visit, so that the worker knows why she goes. */
  reason: z.string(),
});
export type DueVisit = z.infer<typeof DueVisit>;

export const Today = z.object({
  day: Day,
  /** Visits owed up to today, the longest overdue first (at most 50), and how many there are. */
  due: z.array(DueVisit),
  dueCount: z.int(),
  /** Whom nobody has visited since a file was taken in, though it was time (at most 50), and how many there are. */
  sinceImport: z.array(DueVisit),
  sinceImportCount: z.int(),
  /** Households overdue before today, by village: the most first. */
  overdue: z.array(z.object({ village: z.string(), name: z.string(), households: z.int() })),
  /** What earlier work left to be done up to today. */
  steps: z.array(
    z.object({ event: Id, kind: z.string(), title: z.string(), what: z.string(), dueOn: Day, person: z.string() }),
  ),
  /** Of the households owed or seen today, how many were visited today. */
  visitedToday: z.int(),
  /** What was recorded today, the latest first (at most 200); how much there is, and how much came from files. */
  recorded: z.array(EventLine),
  entered: z.object({ visits: z.int(), others: z.int(), imported: z.int() }),
  notices: z.array(z.object({ id: Id, title: z.string(), startsAt: z.string(), place: z.string() })),
  /** What residents proposed: how many wait for an answer now, and how many of them are late. */
  proposals: z.object({ due: z.int(), late: z.int() }),
  /** Whether the station knows anyone yet: an empty Today then guides the first steps. */
  people: z.int(),
});
export type Today = z.infer<typeof Today>;
