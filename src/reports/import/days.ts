import type { Cell } from './book.ts';
import { chineseNumber, plain } from './text.ts';

export type DayFault = 'no-date' | 'impossible-date' | 'unreadable-date' | 'no-year';
export type DayReading = { day: string; time?: string } | { fault: DayFault };

/** What the sheet says about the year of a day written without one. */
export interface YearHints {
  /** Years named in the title, the sheet's name or the file's name. */
  years: readonly number[];
  /** A day in full that stands near, above or below. */
  near?: string | undefined;
  since1904?: boolean;
}

const DAY_MS = 86_400_000;
/** Serial numbers that mean days from 1950 to 2100; other numbers are not taken for days. */
const SERIALS = { from: 18_264, to: 73_415 };
const DAYS_1904 = 1462;

/** Days of a month, 1–12. */
export function monthLength(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function makeDay(year: number, month: number, day: number): DayReading {
  const real = month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
  if (!real) return { fault: 'impossible-date' };
  return { day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}

function fromSerial(serial: number, since1904: boolean): DayReading {
  const days = Math.floor(serial) + (since1904 ? DAYS_1904 : 0);
  return { day: new Date(Date.UTC(1899, 11, 30) + days * DAY_MS).toISOString().slice(0, 10) };
}

/** Two digits for the year, first (26.6.3) or last (6/3/26): taken only when one of the two lies near a known year. */
function twoDigitYear([a, b, c]: [number, number, number], { years, near }: YearHints): DayReading {
  const known = near ? [Number(near.slice(0, 4)), ...years] : years;
  const close = (year: number) =>
    known.length > 0 ? known.some((one) => Math.abs(one - (2000 + year)) <= 2) : year >= 10;
  if (close(a)) return makeDay(2000 + a, b, c);
  return close(c) && known.length > 0 ? makeDay(2000 + c, a, b) : { fault: 'unreadable-date' };
}

/** The year that brings a day nearest to the one that stands near; else the one year the title names. */
function yearFor(month: number, day: number, { years, near }: YearHints): number | undefined {
  if (!near) return years.length === 1 ? years[0] : undefined;
  const nearYear = Number(near.slice(0, 4));
  const options = years.length > 0 ? [...years] : [nearYear - 1, nearYear, nearYear + 1];
  const distance = (year: number) => Math.abs(Date.UTC(year, month - 1, day) - Date.parse(near));
  return options.sort((a, b) => distance(a) - distance(b))[0];
}

function withoutYear(month: number, day: number, hints: YearHints): DayReading {
  // 2月30日 is impossible in every year, 2月29日 in most.
  if (month < 1 || month > 12 || day < 1 || day > monthLength(2000, month)) return { fault: 'impossible-date' };
  const year = yearFor(month, day, hints);
  return year === undefined ? { fault: 'no-year' } : makeDay(year, month, day);
}

const JOIN = '[年月./\\-、,\\s]\\s*';
const TAIL = '(?:\\s*[日号]|\\s*$|(?=\\s|T|\\())';
const YEAR_FIRST = new RegExp(`^(\\d{4}|\\d{2})${JOIN}(\\d{1,2})${JOIN}(\\d{1,2})${TAIL}(.*)$`);
const YEAR_LAST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const RUN_TOGETHER = /^(\d{4}|\d{2})(\d{2})(\d{2})$/;
const MONTH_DAY = new RegExp(`^(\\d{1,2})[月./\\-]\\s*(\\d{1,2})${TAIL}(.*)$`);
const WEEKDAY = /[(（]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]?/g;

/** A time of day in the words after a date: 09:30, 9点半, 下午3点. */
function timeIn(text: string): string | undefined {
  const found = /(上午|下午|晚上)?\s*T?(\d{1,2})\s*[:点时]\s*(\d{1,2}|半)?/.exec(text);
  if (!found) return undefined;
  const late = found[1] !== undefined && found[1] !== '上午' && Number(found[2]) < 12 ? 12 : 0;
  const hour = Number(found[2]) + late;
  const minute = found[3] === '半' ? 30 : Number(found[3] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** What follows a date may be a time, a weekday or half a day; anything else (a second date, 农历) is not understood. */
function withTail(reading: DayReading, tail: string): DayReading {
  const rest = tail.replace(WEEKDAY, '').trim();
  if (rest === '' || 'fault' in reading) return reading;
  const time = timeIn(rest);
  const left = rest
    .replace(/T?\d{1,2}\s*[:点时]\s*(\d{1,2}(:\d{1,2})?分?|半)?/, '')
    .replace(/上午|下午|晚上|中午|早上|全天/, '')
    .trim();
  if (left !== '') return { fault: 'unreadable-date' };
  return time ? { ...reading, time } : reading;
}

/** 二〇二六年六月三日 as 2026年6月3日. */
function withDigits(text: string): string {
  if (!/[〇○零一二三四五六七八九十]+[年月日号]/.test(text)) return text;
  return text.replace(/[〇○零一二三四五六七八九十]+(?=[年月日号])/g, (word) => String(chineseNumber(word) ?? word));
}

function fromParts(parts: [string, string, string], hints: YearHints): DayReading {
  const [year, month, day] = parts.map(Number) as [number, number, number];
  return parts[0].length === 4 ? makeDay(year, month, day) : twoDigitYear([year, month, day], hints);
}

function readText(text: string, hints: YearHints): DayReading {
  const first = YEAR_FIRST.exec(text);
  if (first) return withTail(fromParts([first[1] ?? '', first[2] ?? '', first[3] ?? ''], hints), first[4] ?? '');
  const together = RUN_TOGETHER.exec(text);
  if (together) return fromParts([together[1] ?? '', together[2] ?? '', together[3] ?? ''], hints);
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [a, b, year] = [Number(last[1]), Number(last[2]), Number(last[3])];
    return a > 12 ? makeDay(year, b, a) : makeDay(year, a, b);
  }
  const short = MONTH_DAY.exec(text);
  if (short) return withTail(withoutYear(Number(short[1]), Number(short[2]), hints), short[3] ?? '');
  return { fault: 'unreadable-date' };
}

/** A bare number: 20260603, a serial day, or 6.3 typed for 6月3日 where no other day can be meant. */
function readNumber(value: number, hints: YearHints): DayReading {
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_001_231) return readText(String(value), hints);
  if (value >= SERIALS.from && value <= SERIALS.to) return fromSerial(value, hints.since1904 ?? false);
  const parts = /^(\d{1,2})\.(\d{1,2})$/.exec(String(value));
  // The number 6.1 was typed as 6.1 or as 6.10: nobody can tell any more.
  if (!parts || /^[123]$/.test(parts[2] ?? '')) return { fault: 'unreadable-date' };
  return withoutYear(Number(parts[1]), Number(parts[2]), hints);
}

/** The day a cell means, in the spellings of station ledgers; the year from the hints where the cell has none. */
export function readDay(cell: Cell | undefined, hints: YearHints): DayReading {
  if (typeof cell === 'number') return readNumber(cell, hints);
  const text = withDigits(plain(cell).replace(/\s*([年月日号])\s*/g, '$1'));
  if (text === '') return { fault: 'no-date' };
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : undefined;
  return serial === undefined ? readText(text, hints) : readNumber(serial, hints);
}

/** The years (1990–2099) named in some words. */
export function yearsIn(...texts: readonly string[]): number[] {
  const found = texts.flatMap((text) => [...plain(text).matchAll(/(?:^|\D)(199\d|20\d\d)(?=\D|$)/g)]);
  return [...new Set(found.map((match) => Number(match[1])))];
}

export type BirthReading = { bornOn: string; precision: 'day' | 'month' | 'year' } | { fault: 'no-date' | 'unread' };

/** A birth date: a day, or only its month (1950年3月) or year (1950); two-digit years are not guessed. */
export function readBirth(cell: Cell | undefined, since1904 = false): BirthReading {
  const text = plain(cell);
  if (text === '') return { fault: 'no-date' };
  const year = /^(1[89]\d\d|20\d\d)\s*年?生?$/.exec(text);
  if (year) return { bornOn: `${year[1]}-01-01`, precision: 'year' };
  const month = /^(1[89]\d\d|20\d\d)(?:[年./-]\s*(\d{1,2})|(0[1-9]|1[0-2]))\s*月?生?$/.exec(text);
  if (month) return ofMonth(Number(month[1]), Number(month[2] ?? month[3]));
  if (typeof cell === 'number' && cell > 366 && cell < SERIALS.to) return inPast(fromSerial(cell, since1904));
  if (/^\d{2}\D/.test(text) || /^\d{6}$/.test(text)) return { fault: 'unread' };
  return inPast(readDay(text.replace(/生$/, ''), { years: [] }));
}

function ofMonth(year: number, month: number): BirthReading {
  if (month < 1 || month > 12) return { fault: 'unread' };
  return { bornOn: `${year}-${String(month).padStart(2, '0')}-01`, precision: 'month' };
}

const inPast = (reading: DayReading): BirthReading =>
  'fault' in reading ? { fault: 'unread' } : { bornOn: reading.day, precision: 'day' };
