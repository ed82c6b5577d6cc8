import { maskIdNumber } from '../../people/id-number.ts';
import type { Role } from './roles.ts';

const ID_NUMBERS = /\d{15,17}[\dXx]?/g;
const MOBILES = /(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)/g;
const LANDLINES = /(?<!\d)\d{3,8}(\d{4})(?!\d)/g;

/** A cell as it may stand on the screen: the middle of ID numbers and phones is hidden, whatever column they stand in. */
export function maskedCell(cell: string, role: Role): string {
  if (role === 'idNumber') return maskIdNumber(cell);
  const masked = cell.replace(ID_NUMBERS, maskIdNumber).replace(MOBILES, '$1 **** $2');
  return role === 'phone' ? masked.replace(LANDLINES, '**** $1') : masked;
}
