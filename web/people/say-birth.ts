import type { Person } from '../../src/people/schema.ts';

/** A birth date only as exactly as it is known, always with its year. */
export function sayBirth(bornOn: string, precision: Person['bornPrecision'], language: 'zh' | 'en'): string {
  const [year, month, day] = bornOn.split('-').map(Number);
  if (language === 'zh')
    return `${year}年${precision === 'year' ? '' : `${month}月`}${precision === 'day' ? `${day}日` : ''}`;
  const at = new Date(`${bornOn}T12:00:00Z`);
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (precision !== 'year') options.month = 'long';
  if (precision === 'day') options.day = 'numeric';
  return new Intl.DateTimeFormat('en-GB', options).format(at);
}
