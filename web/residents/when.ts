import type { Language } from '../i18n/fill.ts';
import { daysBetween, sayDay, sayTime, sayWeekday, today } from '../ui/dates.ts';

/** 上午 9 点, 晚上 7 点半, 下午 2 点 20 分: the hour as it is spoken. */
export function sayHour(instant: string, language: Language): string {
  const time = sayTime(instant);
  if (language === 'en') return time;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上';
  const spoken = `${part} ${hour > 12 ? hour - 12 : hour}\u00a0点`;
  if (minute === 0) return spoken;
  return minute === 30 ? `${spoken}半` : `${spoken} ${minute}\u00a0分`;
}

/** The day in two lines: a big one (今天, 26 日) and a small one below it. */
export function sayBigDay(day: string, language: Language): { big: string; unit: string; small: string } {
  const away = daysBetween(today(), day);
  const weekday = sayWeekday(day, language);
  const date = Number(day.slice(8));
  if (language === 'en') {
    if (away === 0) return { big: 'Today', unit: '', small: weekday };
    return {
      big: String(date),
      unit: new Intl.DateTimeFormat('en-GB', { month: 'short' }).format(new Date(`${day}T12:00:00`)),
      small: weekday,
    };
  }
  if (away === 0) return { big: '今天', unit: '', small: weekday };
  if (away === 1) return { big: '明天', unit: '', small: weekday };
  const sameMonth = day.slice(0, 7) === today().slice(0, 7);
  return {
    big: String(date),
    unit: '日',
    small: sameMonth ? weekday : `${sayDay(day, language).replace(/\d+日$/, '')} ${weekday}`,
  };
}
