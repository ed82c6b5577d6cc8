import { ageOn } from '../../src/people/rules.ts';
import type { PersonFields } from '../../src/people/schema.ts';

export type Birth = Pick<PersonFields, 'bornOn' | 'bornPrecision'>;

const UNKNOWN: Birth = { bornOn: null, bornPrecision: null };

/**
 * Reads a birth date as people write it: 1948, 1948-3, 1948年3月9日, 1948.3.9, 19480309. How exact it is follows from
 * what was written. Undefined when it cannot be read; nothing written is a birth date not known.
 */
export function readBirth(text: string): Birth | undefined {
  const written = text.normalize('NFKC').trim();
  if (written === '') return UNKNOWN;
  const packed = /^(\d{4})(\d{2})(\d{2})?$/.exec(written);
  const spaced = /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?\s*[年月日号]?$/.exec(written);
  const [, year, month, day] = packed ?? spaced ?? [];
  if (!year) return undefined;
  return birthOf(Number(year), month ? Number(month) : undefined, day ? Number(day) : undefined);
}

function birthOf(year: number, month: number | undefined, day: number | undefined): Birth | undefined {
  const at = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  const real = at.getUTCMonth() === (month ?? 1) - 1 && at.getUTCDate() === (day ?? 1);
  if (!real || year < 1880) return undefined;
  return { bornOn: at.toISOString().slice(0, 10), bornPrecision: day ? 'day' : month ? 'month' : 'year' };
}

/** A birth date as it would be written again. */
export function writeBirth({ bornOn, bornPrecision }: Birth): string {
  if (!bornOn) return '';
  const [year, month, day] = bornOn.split('-').map(Number);
  if (bornPrecision === 'year') return String(year);
  return bornPrecision === 'month' ? `${year}-${month}` : `${year}-${month}-${day}`;
}

/** Age in whole years, and whether it may be one less because only the year is known. */
export function ageOf(birth: Birth, day: string): { years: number; about: boolean } | undefined {
  const years = ageOn(birth.bornOn, day);
  return years === undefined ? undefined : { years, about: birth.bornPrecision === 'year' };
}
