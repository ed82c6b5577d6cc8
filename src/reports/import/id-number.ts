import { type IdNumber, readIdNumber } from '../../people/id-number.ts';
import type { Cell } from './book.ts';
import { plain } from './text.ts';

/** What an ID cell says; undefined when it is empty. */
export function readIdCell(cell: Cell | undefined): IdNumber | undefined {
  const text = plain(cell);
  if (text === '') return undefined;
  const read = readIdNumber(text);
  // Excel keeps 15 digits of a number: an ID of 18 that was typed as one has lost its end.
  const lost = typeof cell === 'number' && cell > Number.MAX_SAFE_INTEGER;
  return lost ? { ...read, doubt: read.doubt ?? 'check-digit' } : read;
}

/** Whether two ID numbers differ only by a slip: one sign, or two neighbours changed over. */
export function nearlySame(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const differ = [...one].flatMap((sign, index) => (sign === other[index] ? [] : [index]));
  const [first = 0, second] = differ;
  if (differ.length <= 1) return true;
  return differ.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
}
