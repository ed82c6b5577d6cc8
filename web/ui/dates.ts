import { dayInChina } from '../../src/platform/clock.ts';
import type { Language } from '../i18n/fill.ts';

const ZONE = 'Asia/Shanghai';
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** Today in China, YYYY-MM-DD, whatever the device's own zone says. */
export function today(): string {
  return dayInChina(new Date());
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`);
}

export function addDays(day: string, days: number): string {
  return dayInChina(new Date(noon(day).getTime() + days * 86_400_000));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000);
}

/** 6月24日, with the year when it is another year than this one. */
export function sayDay(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number);
  const sameYear = day.slice(0, 4) === today().slice(0, 4);
  if (language === 'zh') return `${sameYear ? '' : `${year}年`}${month}月${date}日`;
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: ZONE,
  }).format(noon(day));
}

export function sayWeekday(day: string, language: Language): string {
  const at = noon(day);
  if (language === 'zh') return `星期${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}`;
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: ZONE }).format(at);
}

/** 五月初十: the lunar day, from the browser's own calendar. Undefined where the browser has none. */
export function lunarDay(day: string): string | undefined {
  try {
    const parts = new Intl.DateTimeFormat('zh-CN-u-ca-chinese', { dateStyle: 'long', timeZone: ZONE }).formatToParts(
      noon(day),
    );
    const month = parts.find((part) => part.type === 'month')?.value ?? '';
    const date = parts.find((part) => part.type === 'day')?.value ?? '';
    return /月$/.test(month) && /^[初十廿三]/.test(date) ? month + date : undefined;
  } catch {
    return undefined;
  }
}

/** 10:42, in China. */
export function sayTime(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(
    new Date(instant),
  );
}

export function dayOf(instant: string): string {
  return dayInChina(new Date(instant));
}

/** 今天, 昨天, 明天, or the day. */
export function sayNearDay(day: string, language: Language): string {
  const near: Record<number, [string, string]> = {
    0: ['今天', 'today'],
    [-1]: ['昨天', 'yesterday'],
    1: ['明天', 'tomorrow'],
  };
  const found = near[daysBetween(today(), day)];
  return found ? found[language === 'zh' ? 0 : 1] : sayDay(day, language);
}

/** 今天 10:42, or 6月24日 10:42. */
export function sayMoment(instant: string, language: Language): string {
  return `${sayNearDay(dayOf(instant), language)} ${sayTime(instant)}`;
}

/** An instant in China's time zone from what a date field and a time field hold. */
export function instantOf(day: string, time: string): string {
  return `${day}T${time}:00+08:00`;
}
