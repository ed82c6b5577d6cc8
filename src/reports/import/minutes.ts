import type { Cell } from './book.ts';
import { chineseNumber, plain } from './text.ts';

export type Unit = 'hours' | 'minutes';
export type MinutesReading = { minutes: number } | { fault: 'no-minutes' | 'minutes-unread' };

const MOST = 600;
const ABOUT = /大约|大概|约|近|将近|左右|多|共计?|差不多|上下/g;
const UNREAD: MinutesReading = { fault: 'minutes-unread' };

/** The unit a header names: 时长（小时）, 用时(分钟). */
export function unitIn(header: string): Unit | undefined {
  if (/分钟|\(分\)|min/i.test(plain(header))) return 'minutes';
  return /小时|\(时\)|\bh(ours?)?\b/i.test(plain(header)) ? 'hours' : undefined;
}

function within(minutes: number): MinutesReading {
  const whole = Math.round(minutes);
  return whole >= 1 && whole <= MOST ? { minutes: whole } : UNREAD;
}

/** A number without a unit: the header's unit decides; else 0.5 … 4 are hours and 10 and more are minutes. */
function fromNumber(value: number, unit: Unit | undefined): MinutesReading {
  if (unit) return within(unit === 'hours' ? value * 60 : value);
  if (value > 0 && value <= 4) return within(value * 60);
  return value >= 10 && Number.isInteger(value) ? within(value) : UNREAD;
}

const HOURS = '(?:个?小时|个钟头?|个点|钟头|h(?:ours?|rs?)?)';
const NUMBER = '(\\d+(?:\\.\\d+)?)';
const HOURS_MINUTES = new RegExp(`^${NUMBER}${HOURS}(?:(半)|(?:零|又)?(\\d{1,3})(?:分钟?|min|m)?)?$`, 'i');
const HALVES = /^(\d+)个半(?:小时|钟头?|h)$/i;
const MINUTES = new RegExp(`^${NUMBER}(?:分钟?|mins?|minutes?|m|'|′)$`, 'i');
const QUARTERS = /^(\d)刻钟?$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::\d{2})?$/;
const FROM_TO = /^(\d{1,2}):(\d{2})\s*(?:-|—|–|~|至|到)+\s*(\d{1,2}):(\d{2})$/;

function fromWords(text: string): MinutesReading {
  if (new RegExp(`^半${HOURS}$`).test(text)) return { minutes: 30 };
  const halves = HALVES.exec(text);
  if (halves) return within(Number(halves[1]) * 60 + 30);
  const hours = HOURS_MINUTES.exec(text);
  if (hours) return within(Number(hours[1]) * 60 + (hours[2] ? 30 : Number(hours[3] ?? 0)));
  const minutes = MINUTES.exec(text);
  if (minutes) return within(Number(minutes[1]));
  const quarters = QUARTERS.exec(text);
  if (quarters) return within(Number(quarters[1]) * 15);
  const clock = CLOCK.exec(text);
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]));
  const span = FROM_TO.exec(text);
  if (!span) return UNREAD;
  const [from, to] = [Number(span[1]) * 60 + Number(span[2]), Number(span[3]) * 60 + Number(span[4])];
  return within(to - from);
}

/** How long something took, in whole minutes (1–600): 约1小时, 1.5h, 90分, 半小时, 1小时30分, 9:00-10:30. */
export function readMinutes(cell: Cell | undefined, unit?: Unit): MinutesReading {
  if (typeof cell === 'number') return fromNumber(cell, unit);
  const text = plain(cell)
    .replace(ABOUT, '')
    .replace(/\s+/g, '')
    .replace(/[。.]$/, '');
  if (text === '') return { fault: 'no-minutes' };
  if (/^\d+(\.\d+)?$/.test(text)) return fromNumber(Number(text), unit);
  const digits = text.replace(/[一二两三四五六七八九十]+(?=个?半?(?:小时|钟|刻|分|点|h))/g, (word) =>
    String(chineseNumber(word) ?? word),
  );
  return fromWords(digits);
}
