import { z } from 'zod';
import {
  EVENT_KINDS,
  PHASES,
  FIELDS,
  STRATEGIES,
  SECTORS,
  FORMS,
  PARTY_KINDS,
  NEEDS,
  ATTACHMENT_KINDS,
  ATTACHMENT_TYPES,
} from './codes.ts';

export const EventKind = z.enum(EVENT_KINDS);
export type EventKind = z.infer<typeof EventKind>;

export const Phase = z.enum(PHASES);
export type Phase = z.infer<typeof Phase>;

export const ServiceField = z.enum(FIELDS);
export type ServiceField = z.infer<typeof ServiceField>;

export const Strategy = z.enum(STRATEGIES);
export type Strategy = z.infer<typeof Strategy>;

export const Channel = z.enum(['in-person', 'phone', 'wechat', 'paper', 'proxy']);
export const Met = z.enum(['self', 'family', 'other', 'nobody']);

export const Sector = z.enum(SECTORS);
export type Sector = z.infer<typeof Sector>;

export const Form = z.enum(FORMS);
export type Form = z.infer<typeof Form>;

export const PartyKind = z.enum(PARTY_KINDS);
export const Mode = z.enum(['individual', 'group']);
export const Pay = z.enum(['unpaid', 'credited', 'paid']);
export const AttendanceRole = z.enum(['participant', 'volunteer', 'lead']);

export const Need = z.enum(NEEDS);

export const AttachmentKind = z.enum(ATTACHMENT_KINDS);

export const AttachmentType = z.enum(ATTACHMENT_TYPES);
