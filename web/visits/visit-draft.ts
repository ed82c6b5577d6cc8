import type { RecordVisit, VisitFields } from '../../src/ledger/schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { addDays, dayOf, instantOf, sayTime } from '../ui/dates.ts';

export type NextChoice = 7 | 14 | 30 | 'day';

/** A visit while it is written. What was not touched is inferred, and said. */
export interface VisitDraft {
  id: string;
  minutes: number | 'other' | null;
  otherMinutes: string;
  needs: VisitFields['needs'];
  note: string;
  next: NextChoice | null;
  nextDay: string;
  day: string;
  time: string;
  met: VisitFields['met'];
  channel: VisitFields['channel'];
  workers: string[];
  /** The stored item this takes the place of. */
  replaces: string | null;
}

export const QUICK_MINUTES = [15, 30, 45, 60] as const;

/** A fresh visit begins now. */
export function freshVisit(now: Date): VisitDraft {
  const instant = now.toISOString();
  return {
    id: newId(),
    minutes: null,
    otherMinutes: '',
    needs: [],
    note: '',
    next: null,
    nextDay: '',
    day: dayOf(instant),
    time: sayTime(instant),
    met: 'self',
    channel: 'in-person',
    workers: [],
    replaces: null,
  };
}

/** A stored visit, opened again to be changed. */
export function draftOf(visit: RecordVisit, replaces: string): VisitDraft {
  const quick = QUICK_MINUTES.find((minutes) => minutes === visit.minutes);
  return {
    ...freshVisit(new Date(visit.startedAt)),
    id: visit.id,
    minutes: quick ?? 'other',
    otherMinutes: quick ? '' : String(visit.minutes),
    needs: visit.needs,
    note: visit.note,
    next: visit.nextOn ? 'day' : null,
    nextDay: visit.nextOn ?? '',
    met: visit.met ?? 'self',
    channel: visit.channel ?? 'in-person',
    workers: visit.workers ?? [],
    replaces,
  };
}

export function minutesOf(draft: VisitDraft): number | null {
  if (draft.minutes !== 'other') return draft.minutes;
  const minutes = Number(draft.otherMinutes);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 600 ? minutes : null;
}

/** The day of the next visit: so many days after this one, or the day chosen. */
export function nextDayOf(draft: VisitDraft): string | null {
  if (draft.next === null) return null;
  return draft.next === 'day' ? draft.nextDay || null : addDays(draft.day, draft.next);
}

export type VisitWrong =
  | { field: 'visit-minutes'; word: 'visit.wrong-minutes' }
  | { field: 'visit-next'; word: 'visit.wrong-next' | 'visit.wrong-next-past' }
  | { field: 'visit-when'; word: 'visit.wrong-future' };

const CLOCKS_DIFFER_MS = 5 * 60_000;

/** What keeps a visit from being saved. Only the minutes must be said. */
export function visitWrongs(draft: VisitDraft, now: Date): VisitWrong[] {
  const wrongs: VisitWrong[] = [];
  if (minutesOf(draft) === null) wrongs.push({ field: 'visit-minutes', word: 'visit.wrong-minutes' });
  const next = nextDayOf(draft);
  if (draft.next === 'day' && !next) wrongs.push({ field: 'visit-next', word: 'visit.wrong-next' });
  if (next && next < dayOf(now.toISOString())) wrongs.push({ field: 'visit-next', word: 'visit.wrong-next-past' });
  if (Date.parse(instantOf(draft.day, draft.time)) > now.getTime() + CLOCKS_DIFFER_MS)
    wrongs.push({ field: 'visit-when', word: 'visit.wrong-future' });
  return wrongs;
}

/** 都还好 and a need exclude one another: the one touched last stands. */
export function touchNeeds(before: VisitFields['needs'], after: VisitFields['needs']): VisitFields['needs'] {
  const added = after.find((need) => !before.includes(need));
  if (added === 'fine') return ['fine'];
  return added ? after.filter((need) => need !== 'fine') : after;
}

export function visitInput(
  draft: VisitDraft,
  minutes: number,
  about: { station: string; person: string },
): RecordVisit {
  const { id, needs, met, channel, workers } = draft;
  return {
    ...about,
    id,
    minutes,
    needs,
    met,
    channel,
    workers,
    note: draft.note.trim(),
    startedAt: new Date(instantOf(draft.day, draft.time)).toISOString(),
    nextOn: nextDayOf(draft),
  };
}
