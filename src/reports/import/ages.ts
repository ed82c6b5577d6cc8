import type { NewPerson } from '../../people/store.ts';
import type { Cell } from './book.ts';
import { type BirthReading, readBirth } from './days.ts';
import type { Who } from './readings.ts';
import { plain } from './text.ts';

/** A cell of ages: whole years, a birth date that was written there, nothing, or words that are no age. */
export type AgeReading =
  | { age: number }
  | Exclude<BirthReading, { fault: unknown }>
  | { fault: 'no-age' | 'age-unread' };

const OLDEST = 120;
const AGE = /^(\d{1,3})\s*周?岁?$/;
const NONE = /^(无|不详|不知道|未知|[-—–/\\]+)?$/;
/** Bare numbers below this are a slip (1078 for 78) and no day that Excel counts. */
const LEAST_SERIAL = 10_000;

/** Reads 78, 78岁, 78周岁; a birth date in the column of ages (1948-3-9, 1948年) is a birth date. */
export function readAge(cell: Cell | undefined, since1904 = false): AgeReading {
  const text = plain(cell);
  if (NONE.test(text)) return { fault: 'no-age' };
  const age = AGE.exec(text);
  if (age) return Number(age[1]) <= OLDEST ? { age: Number(age[1]) } : { fault: 'age-unread' };
  const birth = readBirth(cell, since1904);
  const slip = /^\d{4}$/.test(text) && Number(text) < LEAST_SERIAL && !/^(19|20)/.test(text);
  return 'fault' in birth || slip ? { fault: 'age-unread' } : birth;
}

/**
 * The year of birth that an age says: an age N means born N years before the year in which it held, one year out either
 * way (before or after the birthday, 虚岁). It held in the year that the sheet's title or the file's name speaks of (the
 * latest, where there are several), of a visit or a sign-in in the year of its day; where nothing is said, or a year
 * that has not come yet, in the year of the day (`today`) on which the file is taken in.
 */
export function bornInYear({ age, asOf }: Pick<Who, 'age' | 'asOf'>, today: string): number | undefined {
  if (age === undefined) return undefined;
  const now = Number(today.slice(0, 4));
  return Math.min(asOf ?? now, now) - age;
}

/** The birth date of a new file: as it is written, else of the ID number (read where files are written), else by the age. */
export function bornOf(who: Who, today: string): Pick<NewPerson, 'bornOn' | 'bornPrecision'> {
  if (who.bornOn && who.bornOn <= today) return { bornOn: who.bornOn, bornPrecision: who.precision ?? 'day' };
  const year = who.id?.doubt === null ? undefined : bornInYear(who, today);
  return year === undefined
    ? { bornOn: null, bornPrecision: null }
    : { bornOn: `${year}-01-01`, bornPrecision: 'year' };
}
