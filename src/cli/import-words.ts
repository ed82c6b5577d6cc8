import type { Language } from '../platform/words/sentence.ts';
import type { HeldReason } from '../reports/import/judge.ts';

const HELD: Record<HeldReason, Record<Language, string>> = {
  'impossible-date': { zh: '没有这一天', en: 'there is no such day' },
  'unreadable-date': { zh: '日期看不懂', en: 'the date cannot be read' },
  'no-date': { zh: '没有日期', en: 'no date' },
  'no-year': { zh: '不知道是哪一年', en: 'the year is not known' },
  'future-date': { zh: '日期还没到', en: 'the date lies in the future' },
  'no-name': { zh: '没有姓名', en: 'no name' },
  'unknown-person': { zh: '没有这个人', en: 'nobody of this name is known' },
  'other-village': { zh: '这个村没有这个人，别的村有', en: 'known in another village only' },
  'against-row': { zh: '有这个名字，但是别的对不上', en: 'the name is known, but the rest does not fit' },
  'ambiguous-person': { zh: '有同名的人，分不清是哪一位', en: 'namesakes: it is not clear which one' },
  'several-people': { zh: '一格里写了好几个人', en: 'several people in one cell' },
  'mark-unread': { zh: '签到的记号看不懂', en: 'the mark cannot be read' },
};

/** Why a row waits for a person, in a few words. */
export function reasonWords(reason: string | undefined, language: Language): string {
  return HELD[reason as HeldReason]?.[language] ?? '';
}
