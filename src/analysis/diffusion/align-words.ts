/**
 * Question: which stretch of two texts matches best word by word, and where do they differ there?
 * Method: Smith–Waterman on words without regard to capitals: a match 2, a mismatch −1, a gap −1; on the way back up before
 *   left before diagonal, a changed word shown as one taken out and one put in.
 * Assumptions: one stretch matters. When not to use it: for texts of more than some thousand words (shared-passages.ts).
 * Cost: O(words · words) in time and memory. Source: Smith & Waterman 1981, doi:10.1016/0022-2836(81)90087-5; = align_local of
 *   R's textreuse.
 */
import { answered, unanswered } from '../answer.ts';
import { wordsOf } from './reuse-measures.ts';

const [MATCH, MISMATCH, GAP] = [2, -1, -1];

/** Score, and both stretches with `#` for every letter that only the other has. */
export function alignWords(a: string, b: string) {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const table = scores(lower(first), lower(second));
  const width = first.length + 1;
  const best = bestCell(table, width);
  if (best === undefined) return unanswered('undefined', 'no-common-word');
  const steps = wayBack({ table, width, first, second }, best);
  return answered({
    score: table[best] as number,
    a: steps.map(([one]) => one).join(' '),
    b: steps.map(([, other]) => other).join(' '),
  });
}

const lower = (words: string[]) => words.map((word) => word.toLowerCase());

/** One row for each word of `b`, one column for each of `a`, and a row and column of zeros before them. */
function scores(a: string[], b: string[]): Int32Array {
  const width = a.length + 1;
  const table = new Int32Array(width * (b.length + 1));
  for (let row = 1; row <= b.length; row++)
    for (let column = 1; column < width; column++) {
      const at = row * width + column;
      const step = a[column - 1] === b[row - 1] ? MATCH : MISMATCH;
      const diagonal = (table[at - width - 1] as number) + step;
      table[at] = Math.max(0, diagonal, (table[at - width] as number) + GAP, (table[at - 1] as number) + GAP);
    }
  return table;
}

/** The first largest cell, column by column. */
function bestCell(table: Int32Array, width: number): number | undefined {
  let best = 0;
  for (let column = 1; column < width; column++)
    for (let at = column; at < table.length; at += width)
      if ((table[at] as number) > (table[best] as number)) best = at;
  return best === 0 ? undefined : best;
}

interface Aligning {
  table: Int32Array;
  width: number;
  first: string[];
  second: string[];
}

function wayBack({ table, width, first, second }: Aligning, from: number): [string, string][] {
  const words = (cell: number) =>
    [first[(cell % width) - 1] as string, second[Math.floor(cell / width) - 1] as string] as [string, string];
  const steps = [words(from)];
  for (let at = from; table[at - width - 1] !== 0; ) {
    const [up, left, diagonal] = [table[at - width], table[at - 1], table[at - width - 1]] as [number, number, number];
    const most = Math.max(up, left, diagonal);
    at -= up === most ? width : left === most ? 1 : width + 1;
    const [one, other] = words(at);
    if (up === most) steps.push([marks(other), other]);
    else if (left === most) steps.push([one, marks(one)]);
    else if (one.toLowerCase() === other.toLowerCase()) steps.push([one, other]);
    else steps.push([marks(other), other], [one, marks(one)]);
  }
  return steps.reverse();
}

function marks(word: string): string {
  return '#'.repeat([...word].length);
}
