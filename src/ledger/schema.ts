import { z } from 'zod';
import { Cursor, Day, Id, Instant, page, Version } from '../platform/fields.ts';
import { NewFile } from '../people/schema.ts';
import {
  Channel,
  EventKind,
  Form,
  Met,
  Mode,
  Need,
  PartyKind,
  Pay,
  Phase,
  Sector,
  ServiceField,
  Strategy,
} from './terms.ts';

/** What the worker may say of an act that is otherwise inferred; strategies [] means none, and nothing overrides that. */
export const Said = {
  phase: Phase.optional(),
  field: ServiceField.optional(),
  strategies: z.array(Strategy).max(7).optional(),
  project: Id.nullable().default(null),
  /** Who asked for this from outside the station's own contract, when somebody did. */
  askedBy: Sector.nullable().default(null),
  askedByName: z.string().trim().max(60).default(''),
  /** Who wrote or spoke for the person (channel proxy). */
  helper: z.string().trim().max(60).default(''),
};

/** A home visit 走访: what the worker types; everything else is inferred. */
export const VisitFields = z.strictObject({
  startedAt: Instant,
  minutes: z.int().min(1).max(600),
  met: Met.default('self'),
  channel: Channel.default('in-person'),
  needs: z.array(Need).max(8),
  note: z.string().trim().max(2000),
  nextOn: Day.nullable(),
  /** Colleagues who went along, besides the one who records. */
  workers: z.array(Id).max(5).default([]),
  ...Said,
});
export type VisitFields = z.infer<typeof VisitFields>;

export const RecordVisit = VisitFields.extend({ station: Id, id: Id, person: Id });
export type RecordVisit = z.input<typeof RecordVisit>;

/** Intake: a person and the first visits, as one command (an intake form, an import batch). */
export const RecordIntake = z.strictObject({
  station: Id,
  person: NewFile.extend({ id: Id }),
  visits: z.array(VisitFields.extend({ id: Id })).max(50),
});
export type RecordIntake = z.infer<typeof RecordIntake>;

/** What stands in the books for one gift: minutes, yuan, or a quantity in its unit. */
export const GivenLine = z.object({
  id: Id,
  partyKind: PartyKind,
  party: Id,
  name: z.string(),
  sector: Sector,
  form: Form,
  minutes: z.int().nullable(),
  amount: z.number().nullable(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  mode: Mode,
  pay: Pay,
  /** Inferred from being on the list, not typed. */
  byPresence: z.boolean(),
  confirmed: z.boolean(),
});
export type GivenLine = z.infer<typeof GivenLine>;

export const EventLine = z.object({
  id: Id,
  version: Version,
  kind: EventKind,
  title: z.string(),
  place: z.string(),
  startedAt: z.string(),
  minutes: z.int().nullable(),
  note: z.string(),
  phase: Phase,
  field: ServiceField,
  evidence: z.int().min(0).max(3),
  enteredAt: z.string(),
  /** Taken in from a file: the day it was entered says nothing. */
  imported: z.boolean(),
  /** Who was there for the station, names. */
  workers: z.array(z.string()),
  needs: z.array(Need),
  met: Met.nullable(),
  person: z.object({ id: Id, name: z.string() }).nullable(),
  /** People who were there: by name, and those whose names nobody wrote down. */
  present: z.int(),
  unnamed: z.int(),
  nextOn: Day.nullable(),
  /** How often the line was corrected. */
  corrected: z.int(),
});
export type EventLine = z.infer<typeof EventLine>;

export const ListEvents = z.strictObject({
  station: Id,
  person: Id.optional(),
  kind: EventKind.optional(),
  project: Id.optional(),
  gathering: Id.optional(),
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(200).default(50),
});
export const EventPage = page(EventLine);
