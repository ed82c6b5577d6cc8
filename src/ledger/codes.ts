/** The ledger's codes as plain lists, so that the web has them without zod. */
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

/** The five phases of co-production 计划、设计、做、评、管. */
export const PHASES = ['plan', 'design', 'deliver', 'assess', 'maintain'] as const;

/** The service fields 服务领域 by which a month is reported. */
export const FIELDS = ['social-assistance', 'elder-care', 'child-welfare', 'governance', 'social-affairs'] as const;

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

export const PARTY_KINDS = ['account', 'person', 'organisation', 'group'] as const;

/** What a household most needed, as chips on the visit screen. */
export const NEEDS = ['fine', 'medical', 'money', 'meals', 'housing', 'low-spirits', 'company', 'other'] as const;

export const ATTACHMENT_KINDS = ['sign-in-sheet', 'photo', 'voucher'] as const;

export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;

/** The largest attachment, in bytes. */
export const ATTACHMENT_LIMIT = 10 * 1024 * 1024;
