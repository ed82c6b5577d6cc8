import type { Cell } from './book.ts';
import { monthLength } from './days.ts';
import { plain } from './text.ts';

/** What an ID cell says; `number` has 18 signs where they can be known. */
export interface IdReading {
  number: string;
  valid: boolean;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const SIGNS = '10X98765432';

/** The check sign of the first 17 digits of an ID number (GB 11643-1999). */
export function checkSign(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return SIGNS[sum % 11] ?? '';
}

function realDay(number: string): boolean {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ];
  return year > 1850 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/** Reads an ID number: 18 signs, or the older 15 digits made into 18. Undefined when the cell is empty. */
export function readIdNumber(cell: Cell | undefined): IdReading | undefined {
  const text = plain(cell)
    .toUpperCase()
    .replace(/[^0-9A-Z*]/g, '');
  if (text === '') return undefined;
  if (/^\d{15}$/.test(text)) {
    const digits = `${text.slice(0, 6)}19${text.slice(6)}`;
    return { number: digits + checkSign(digits), valid: realDay(digits) };
  }
  const shaped = /^\d{17}[0-9X]$/.test(text);
  // Excel keeps 15 digits of a number: an ID that was typed as one has lost its end.
  const whole = typeof cell !== 'number';
  return { number: text, valid: shaped && whole && realDay(text) && checkSign(text) === text[17] };
}

/** The birth date that an ID number holds; undefined when its digits make no day. */
export function birthOf({ number }: IdReading): string | undefined {
  if (!/^\d{17}/.test(number) || !realDay(number)) return undefined;
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** Female or male, as the 17th digit says. */
export function sexOf({ number }: IdReading): 'female' | 'male' {
  return Number(number[16]) % 2 === 0 ? 'female' : 'male';
}

/** Whether two ID numbers differ only by a slip: one sign, or two neighbours changed over. */
export function nearlySame(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const differ = [...one].flatMap((sign, index) => (sign === other[index] ? [] : [index]));
  const [first = 0, second] = differ;
  if (differ.length <= 1) return true;
  return differ.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
}
