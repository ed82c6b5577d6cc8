import type { AnnounceNotice } from '../../src/activities/schema.ts';
import { newId } from '../../src/platform/ids.ts';
import { addDays, dayOf, instantOf, sayTime, today } from '../ui/dates.ts';

/** A notice while it is typed. */
export interface AnnounceDraft {
  id: string;
  title: string;
  day: string;
  time: string;
  place: string;
  note: string;
  replaces: string | null;
}

export function freshNotice(): AnnounceDraft {
  return { id: newId(), title: '', day: addDays(today(), 1), time: '09:00', place: '', note: '', replaces: null };
}

export function announceTyping(notice: AnnounceNotice): Omit<AnnounceDraft, 'replaces'> {
  const { id, title, startsAt, place, note } = notice;
  return { id, title, place, note, day: dayOf(startsAt), time: sayTime(startsAt) };
}

export type NoticeWrong = { field: 'notice-title' | 'notice-day'; word: 'notice.wrong-title' | 'notice.wrong-day' };

export function noticeWrongs(draft: AnnounceDraft): NoticeWrong[] {
  const wrongs: NoticeWrong[] = [];
  if (draft.title.trim().length < 2) wrongs.push({ field: 'notice-title', word: 'notice.wrong-title' });
  if (!draft.day) wrongs.push({ field: 'notice-day', word: 'notice.wrong-day' });
  return wrongs;
}

export function noticeInput(draft: AnnounceDraft, station: string): AnnounceNotice {
  const { id, title, place, note, day, time } = draft;
  const startsAt = new Date(instantOf(day, time)).toISOString();
  return { station, id, title: title.trim(), place: place.trim(), note: note.trim(), startsAt };
}
