import { z } from 'zod';
import { Day, Id, Instant, page, Cursor } from '../platform/fields.ts';
import { PersonFields } from '../people/schema.ts';

export const EVENT_KINDS = [
  'visit',
  'contact',
  'case-session',
  'group-session',
  'activity',
  'meeting',
  'work-day',
  'supervision',
  'training',
  'resource-link',
  'crisis',
  'other',
] as const;
export const EventKind = z.enum(EVENT_KINDS);
export type EventKind = z.infer<typeof EventKind>;

export const PHASES = ['plan', 'design', 'deliver', 'assess', 'maintain'] as const;
export const Phase = z.enum(PHASES);
export const Channel = z.enum(['in-person', 'phone', 'wechat', 'paper', 'proxy']);
export const Met = z.enum(['self', 'family', 'other', 'nobody']);

export const SECTORS = [
  'administration',
  'committee',
  'social-work',
  'resident',
  'resident-group',
  'enterprise',
  'charity',
  'school-other',
] as const;
export const Sector = z.enum(SECTORS);

export const FORMS = [
  'labour',
  'money',
  'goods',
  'ideas',
  'space',
  'oversight',
  'upkeep',
  'mobilising',
  'deliberation',
] as const;
export const Form = z.enum(FORMS);

/** What a household most needed, as chips on the visit screen. */
export const NEEDS = ['fine', 'medical', 'money', 'meals', 'housing', 'low-spirits', 'company', 'other'] as const;
export const Need = z.enum(NEEDS);

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
});
export type VisitFields = z.infer<typeof VisitFields>;

export const RecordVisit = VisitFields.extend({ station: Id, id: Id, person: Id });
export type RecordVisit = z.infer<typeof RecordVisit>;

/** Intake: a person and the first visits, as one command (an intake form, an import batch). */
export const RecordIntake = z.strictObject({
  station: Id,
  person: PersonFields.extend({ id: Id }),
  visits: z.array(VisitFields.extend({ id: Id })).max(50),
});
export type RecordIntake = z.infer<typeof RecordIntake>;

export const EventLine = z.object({
  id: Id,
  kind: EventKind,
  startedAt: z.string(),
  minutes: z.int().nullable(),
  note: z.string(),
  evidence: z.int().min(0).max(3),
  enteredAt: z.string(),
  /** Who was there for the station, names. */
  workers: z.array(z.string()),
  needs: z.array(Need),
  person: z.object({ id: Id, name: z.string() }).nullable(),
  nextOn: Day.nullable(),
});
export type EventLine = z.infer<typeof EventLine>;

export const ListEvents = z.strictObject({
  station: Id,
  person: Id.optional(),
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(200).default(50),
});
export const EventPage = page(EventLine);
