/** What may be wrong with an ID number: its shape, the birth date inside it, or its check digit. */
export type IdDoubt = 'shape' | 'birth' | 'check-digit';

/** An ID number as read: what it says by itself, and what is doubtful about it. */
export interface IdNumber {
  /** 18 signs where it can be read so; else as it was written, without spaces. */
  number: string;
  doubt: IdDoubt | null;
  /** The day of birth inside it, YYYY-MM-DD; null when there is none to be read. */
  bornOn: string | null;
  sex: 'female' | 'male' | null;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const SIGNS = '10X98765432';

/** The check digit that belongs to the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkDigitOf(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return SIGNS[sum % 11] ?? '';
}

/** Width, case and spaces do not matter: ４３０１１２… with x at the end is the same number. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-—_.'’]/g, '')
    .toUpperCase();
}

function dayIn(number: string): string | null {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const real = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${year}-${month}-${day}`);
  return real && year >= '1880' && year < '2100' ? `${year}-${month}-${day}` : null;
}

/** 15 digits, as they were before 1999: the century and the check digit are added. */
function lengthened(digits: string): string {
  const seventeen = `${digits.slice(0, 6)}19${digits.slice(6)}`;
  return seventeen + checkDigitOf(seventeen);
}

/**
 * Reads an ID number as people write it: 15 or 18 signs, wide or narrow, with spaces. Whatever is doubtful is said and
 * nothing is thrown: an import keeps such a number and marks it.
 */
export function readIdNumber(text: string): IdNumber {
  const written = tidy(text);
  const number = /^\d{15}$/.test(written) ? lengthened(written) : written;
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return { number, doubt: 'shape', bornOn: null, sex: null };
  const bornOn = dayIn(number);
  const sex = Number(number[16]) % 2 === 0 ? 'female' : 'male';
  if (!bornOn) return { number, doubt: 'birth', bornOn, sex };
  return { number, doubt: checkDigitOf(number) === number[17] ? null : 'check-digit', bornOn, sex };
}

/** As it may be shown: the first four signs and the last four. */
export function maskIdNumber(number: string): string {
  if (number.length < 12) return `**** ${number.slice(-4)}`;
  return `${number.slice(0, 4)} **** **** ${number.slice(-4)}`;
}
