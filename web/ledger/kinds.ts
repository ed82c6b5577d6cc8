import type { OtherKind } from '../../src/ledger/event-schema.ts';

/** What a form asks for, by kind of work; everything else is folded away or inferred. */
export interface Parts {
  person?: boolean;
  title?: boolean;
  /** People come together, perhaps again. */
  list?: boolean;
  given?: boolean;
  spent?: boolean;
}

export const PARTS: Record<OtherKind, Parts> = {
  contact: { person: true },
  'case-session': { person: true },
  'group-session': { title: true, list: true, spent: true },
  activity: { title: true, list: true, given: true, spent: true },
  meeting: { title: true, list: true },
  'work-day': { title: true, list: true, given: true, spent: true },
  supervision: { title: true },
  training: { title: true, list: true, spent: true },
  'resource-link': { title: true, given: true },
  crisis: { person: true, title: true },
  other: { title: true },
};

/** The kinds as they are offered, the most frequent first. */
export const OFFERED: readonly OtherKind[] = [
  'contact',
  'group-session',
  'activity',
  'meeting',
  'work-day',
  'resource-link',
  'supervision',
  'training',
  'other',
];

export function isOtherKind(kind: string): kind is OtherKind {
  return kind in PARTS;
}
