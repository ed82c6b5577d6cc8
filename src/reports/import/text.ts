import type { Cell } from './book.ts';

/** Spaces that are not seen: zero width, byte order mark, soft hyphen, direction marks. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g;

/** Text that is plain already: most cells are, and a ledger has a hundred thousand of them. */
const USUAL = /^[\x21-\x7e\u4e00-\u9fff、。]*$/;

/** A cell as plain text for reading: full-width letters and digits as usual ones, single spaces, nothing unseen. */
export function plain(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  if (USUAL.test(text)) return text;
  return text.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/** A cell as it is kept in a record: as written, without unseen letters and outer spaces. */
export function kept(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).replace(UNSEEN, '').trim();
}

/** Without any space: 王 芳 and 王芳 are one name, 序 号 and 序号 one header. */
export function tight(cell: Cell | undefined): string {
  return plain(cell).replace(/\s+/g, '');
}

/** Several things written in one cell: 周社工、何督导. */
export function listed(cell: Cell | undefined): string[] {
  const parts = plain(cell).split(/[、,;/|&+]|\s(?=\p{Script=Han}{2,})/u);
  return parts.map((part) => part.trim()).filter(Boolean);
}

const NUMERALS = '零一二三四五六七八九';

/** A small Chinese number (一 … 九十九, 两, 〇) as a number; undefined when it is none. */
export function chineseNumber(text: string): number | undefined {
  const digits = text.replaceAll('〇', '零').replaceAll('○', '零').replaceAll('两', '二');
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(digits);
  if (tens) return (tens[1] ? NUMERALS.indexOf(tens[1]) : 1) * 10 + (tens[2] ? NUMERALS.indexOf(tens[2]) : 0);
  if (!/^[零一二三四五六七八九]+$/.test(digits)) return undefined;
  return Number([...digits].map((digit) => NUMERALS.indexOf(digit)).join(''));
}
