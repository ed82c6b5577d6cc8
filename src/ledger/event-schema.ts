import { z } from 'zod';
import { AreaCode, Day, Id, Instant, page, Cursor, Version } from '../platform/fields.ts';
import { EventLine, GivenLine, Said, VisitFields } from './schema.ts';
import { EVENT_KINDS, PARTY_KINDS } from './codes.ts';
import {
  AttachmentKind,
  AttachmentType,
  AttendanceRole,
  Channel,
  EventKind,
  Form,
  Mode,
  Pay,
  Sector,
} from './terms.ts';

/** Every kind of work but the visit, which has a form of its own. */
export const OTHER_KINDS = EVENT_KINDS.filter((kind) => kind !== 'visit');
export const OtherKind = EventKind.exclude(['visit']);
export type OtherKind = z.infer<typeof OtherKind>;

/** One person on the sign-in list. */
export const Present = z.strictObject({ person: Id, role: AttendanceRole.default('participant') });

/** Who gave what: exactly one of minutes, amount (yuan) and quantity with its unit. */
export const Given = z.strictObject({
  partyKind: z.enum(PARTY_KINDS),
  party: Id,
  /** The party's sector on that day; left out: as the party is known. */
  sector: Sector.optional(),
  form: Form,
  minutes: z.int().min(1).max(100_000).optional(),
  amount: z.number().positive().max(100_000_000).multipleOf(0.01).optional(),
  quantity: z.number().positive().max(1_000_000).optional(),
  unit: z.string().trim().min(1).max(10).optional(),
  mode: Mode.default('individual'),
  pay: Pay.default('unpaid'),
});
export type Given = z.infer<typeof Given>;

export const Expense = z.strictObject({
  amount: z.number().positive().max(100_000_000).multipleOf(0.01),
  budgetLine: z.string().trim().max(40),
  what: z.string().trim().max(80),
});

/** A meeting, activity, group session, work day, supervision, training, resource link or anything else but a visit. */
export const EventFields = z.strictObject({
  kind: OtherKind,
  title: z.string().trim().max(60),
  startedAt: Instant,
  minutes: z.int().min(1).max(1440),
  area: AreaCode.nullable().default(null),
  place: z.string().trim().max(60).default(''),
  channel: Channel.default('in-person'),
  note: z.string().trim().max(2000).default(''),
  /** 0 only heard of, 1 written down on the day. What is attached or confirmed raises it. */
  evidence: z.int().min(0).max(1).default(1),
  ...Said,
  /** Who first proposed it, and who called people together. */
  initiator: Sector.default('social-work'),
  convenor: Sector.default('social-work'),
  /** Whether somebody of the station was there; the one who records then counts as having worked, unless left out. */
  workerPresent: z.boolean().default(true),
  workers: z.array(Id).max(20).default([]),
  withMe: z.boolean().default(true),
  /** The person it is about (a contact), or the people who come together again (a group, a council). */
  person: Id.nullable().default(null),
  gathering: z
    .strictObject({ id: Id, name: z.string().trim().min(1).max(60) })
    .nullable()
    .default(null),
  present: z.array(Present).max(1000).default([]),
  absent: z.array(Id).max(1000).default([]),
  unnamed: z.int().min(0).max(100_000).default(0),
  given: z.array(Given).max(500).default([]),
  expenses: z.array(Expense).max(50).default([]),
  next: z
    .strictObject({ on: Day, what: z.string().trim().min(1).max(200) })
    .nullable()
    .default(null),
});
export type EventFields = z.infer<typeof EventFields>;
export type EventInput = z.input<typeof EventFields>;

export const RecordEvent = EventFields.extend({ station: Id, id: Id });

const Correcting = {
  station: Id,
  /** The line that is wrong, as it stood when it was read. */
  corrects: Id,
  version: Version,
  /** The line that shall stand. */
  id: Id,
  why: z.string().trim().max(200).default(''),
};
/** An old ledger may not tell how long a visit was; putting something else right does not make it up. */
export const CorrectVisit = VisitFields.extend({
  ...Correcting,
  person: Id,
  minutes: VisitFields.shape.minutes.nullable(),
});
export const CorrectEvent = EventFields.extend(Correcting);
export const TakeBack = z.strictObject({ station: Id, id: Id, version: Version, why: z.string().trim().max(200) });
export const ConfirmEvent = z.strictObject({ station: Id, id: Id, version: Version });
export const FinishStep = z.strictObject({ station: Id, id: Id });

export const Attach = z.strictObject({
  station: Id,
  id: Id,
  event: Id,
  kind: AttachmentKind,
  name: z.string().trim().min(1).max(120),
  type: AttachmentType,
  /** The file, base64. */
  content: z.base64().min(4),
  /** Everyone who can be recognised agreed. A photo is refused without. */
  consent: z.boolean().default(false),
});
export const RemoveAttachment = z.strictObject({ station: Id, id: Id });
export const GetAttachment = z.strictObject({ station: Id, id: Id });
export const AttachmentContent = z.object({ id: Id, name: z.string(), type: AttachmentType, content: z.string() });

export const GetEvent = z.strictObject({ station: Id, id: Id });
const Named = z.object({ id: Id, name: z.string() });
export const EventWhole = EventLine.extend({
  area: AreaCode.nullable(),
  channel: Channel,
  strategies: z.array(z.string()),
  confirmed: z.array(z.string()),
  project: Named.nullable(),
  gathering: Named.nullable(),
  askedBy: Sector.nullable(),
  askedByName: z.string(),
  helper: z.string(),
  initiator: Sector,
  convenor: Sector,
  workerPresent: z.boolean(),
  enteredBy: Id,
  workerIds: z.array(Id),
  list: z.array(z.object({ person: Id, name: z.string(), present: z.boolean(), role: AttendanceRole })),
  given: z.array(GivenLine),
  expenses: z.array(Expense.extend({ id: Id })),
  next: z.object({ on: Day, what: z.string(), doneAt: z.string().nullable() }).nullable(),
  attachments: z.array(
    z.object({
      id: Id,
      kind: AttachmentKind,
      name: z.string(),
      type: AttachmentType,
      bytes: z.int(),
      removed: z.boolean(),
    }),
  ),
  /** No longer stands: corrected by another line, or taken back. */
  standing: z.boolean(),
  supersededBy: Id.nullable(),
});
export type EventWhole = z.infer<typeof EventWhole>;

/** Every earlier form of a line, the latest first: who put it right, when and why. */
export const EventHistory = z.object({
  items: z.array(
    z.object({
      line: EventLine,
      correctedAt: z.string(),
      correctedBy: z.string(),
      why: z.string(),
      standsInstead: Id.nullable(),
    }),
  ),
});

export const ListGatherings = z.strictObject({
  station: Id,
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const GatheringLine = z.object({
  id: Id,
  kind: EventKind,
  name: z.string(),
  /** How often it came together, and when last. */
  times: z.int(),
  lastOn: Day.nullable(),
});
export type GatheringLine = z.infer<typeof GatheringLine>;
export const GatheringPage = page(GatheringLine);

export const GetRoster = z.strictObject({ station: Id, gathering: Id });
/** The names of last time: everyone who was on the list. */
export const Roster = z.object({
  name: z.string(),
  kind: EventKind,
  times: z.int(),
  /** How long and where it was last time. */
  minutes: z.int(),
  place: z.string(),
  people: z.array(z.object({ person: Id, name: z.string(), role: AttendanceRole })),
});
export type Roster = z.infer<typeof Roster>;

export const AddPartner = z.strictObject({
  station: Id,
  id: Id,
  name: z.string().trim().min(1).max(60),
  kind: z.enum(['organisation', 'group']),
  sector: Sector,
  contact: z.string().trim().max(60).default(''),
});
export const ListPartners = z.strictObject({ station: Id });
export const PartnerLine = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(['organisation', 'group']),
  sector: Sector,
  contact: z.string(),
});
export type PartnerLine = z.infer<typeof PartnerLine>;
export const Partners = z.object({ items: z.array(PartnerLine) });

export const GetMonth = z.strictObject({ station: Id, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });
export const GetCountyMonth = GetMonth.omit({ station: true });
export const MonthSum = z.object({
  kind: EventKind,
  field: z.string(),
  phase: z.string(),
  outside: z.boolean(),
  /** Null throughout where 1 to 4 households or people were reached: to be shown as fewer than 5. */
  events: z.int().nullable(),
  proven: z.int().nullable(),
  minutes: z.int().nullable(),
  householdTimes: z.int().nullable(),
  personTimes: z.int().nullable(),
  spent: z.number().nullable(),
});
export type MonthSum = z.infer<typeof MonthSum>;
export const Month = z.object({ month: z.string(), sums: z.array(MonthSum) });
