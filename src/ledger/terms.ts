import { z } from 'zod';

/** The kinds of work 服务形式; each is counted in its own unit. */
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

/** The five phases of co-production 计划、设计、做、评、管. */
export const PHASES = ['plan', 'design', 'deliver', 'assess', 'maintain'] as const;
export const Phase = z.enum(PHASES);
export type Phase = z.infer<typeof Phase>;

/** The service fields 服务领域 by which a month is reported. */
export const FIELDS = ['social-assistance', 'elder-care', 'child-welfare', 'governance', 'social-affairs'] as const;
export const ServiceField = z.enum(FIELDS);
export type ServiceField = z.infer<typeof ServiceField>;

/** The seven practice strategies of the Rooting–Coordination–Symbiosis study. */
export const STRATEGIES = [
  'empowerment',
  'mutual-aid',
  'deliberation',
  'space-making',
  'supervision',
  'resource-integration',
  'branding',
] as const;
export const Strategy = z.enum(STRATEGIES);
export type Strategy = z.infer<typeof Strategy>;

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
export type Sector = z.infer<typeof Sector>;

/** What can be given 出力、出资、出物、出智、让地、监督、管护、协调、议事. */
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
export type Form = z.infer<typeof Form>;

export const PARTY_KINDS = ['account', 'person', 'organisation', 'group'] as const;
export const PartyKind = z.enum(PARTY_KINDS);
export const Mode = z.enum(['individual', 'group']);
export const Pay = z.enum(['unpaid', 'credited', 'paid']);
export const AttendanceRole = z.enum(['participant', 'volunteer', 'lead']);

/** What a household most needed, as chips on the visit screen. */
export const NEEDS = ['fine', 'medical', 'money', 'meals', 'housing', 'low-spirits', 'company', 'other'] as const;
export const Need = z.enum(NEEDS);

export const ATTACHMENT_KINDS = ['sign-in-sheet', 'photo', 'voucher'] as const;
export const AttachmentKind = z.enum(ATTACHMENT_KINDS);
export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export const AttachmentType = z.enum(ATTACHMENT_TYPES);
/** The largest attachment, in bytes. */
export const ATTACHMENT_LIMIT = 10 * 1024 * 1024;
