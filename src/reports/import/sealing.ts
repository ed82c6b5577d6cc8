import { digestUnder } from '../../platform/pipeline/canonical.ts';
import type { Seal } from '../../platform/seal.ts';
import type { Cell } from './book.ts';
import { plain } from './text.ts';

/** A cell that holds an ID number, sealed. */
interface SealedCell {
  sealed: string;
}
export type StoredCell = Cell | SealedCell;

/** 15 or 18 signs that can be an ID number, alone in a cell or among other words. */
const ID_INSIDE = /(?<!\d)\d{15}(?:\d{2}[\dX])?(?!\d)/i;

/** What binds a sealed cell to its row. */
const about = (batch: string, position: number) => `import ${batch} ${position}`;

/** Cells as they are stored: those with an ID number in them are sealed, the rest stands as it came. */
export function sealCells(seal: Seal, at: { batch: string; position: number }, cells: Cell[]): StoredCell[] {
  return cells.map((cell) => {
    if (cell === null || !ID_INSIDE.test(plain(cell).replace(/\s/g, ''))) return cell;
    const text = JSON.stringify(cell);
    return { sealed: seal.seal(text, about(at.batch, at.position)).toString('base64') };
  });
}

/** Cells as they came. One sealed with another installation's key is empty: nobody can read it any more. */
export function openCells(seal: Seal, at: { batch: string; position: number }, cells: StoredCell[]): Cell[] {
  return cells.map((cell) => {
    if (cell === null || typeof cell !== 'object') return cell;
    const text = seal.open(Buffer.from(cell.sealed, 'base64'), about(at.batch, at.position));
    return text === undefined ? null : (JSON.parse(text) as Cell);
  });
}

/** Marks what rows say, the n-th time the same words come with n: the same row of another import is found by it. */
export function rowMarker(key: Buffer): (words: string) => string {
  const seen = new Map<string, number>();
  return (words) => {
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return digestUnder(key, `import row ${nth}\n${words}`).toString('hex').slice(0, 32);
  };
}
