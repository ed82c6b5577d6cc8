/**
 * Question: which cells of a table with margins must be hidden so that no count of 1–4 can be worked out?
 * Method: hide the small cells; then, while a row or column hides exactly one, hide its smallest other cell too
 *   (zeros last), until every line hides none or at least two.
 * Assumptions: all margins are shown. When not to use it: several tables that share cells. Cost: O(r c (r + c)).
 * Source: Hundepool et al. 2012, doi:10.1002/9781118348239, ch. 4.
 */
import { checkNumbers } from '../check.ts';
import { SMALL_NUMBERS } from './small-numbers.ts';

/** `counts` rows × columns; the answer has null where a cell is hidden. */
export function suppressTable(counts: readonly (readonly number[])[]): (number | null)[][] {
  counts.forEach((row, i) => {
    checkNumbers({ name: `row ${i + 1}`, values: row }, { min: 0, integer: true });
  });
  const hidden = counts.map((row) => row.map((count) => count >= 1 && count <= SMALL_NUMBERS.hiddenUpTo));
  const columns = counts[0]?.map((_, c) => c) ?? [];
  const lines: [number, number][][] = [
    ...counts.map((_, r) => columns.map((c): [number, number] => [r, c])),
    ...columns.map((c) => counts.map((_, r): [number, number] => [r, c])),
  ];
  for (let changed = true; changed; ) {
    changed = lines.some((line) => hideSecond(line, counts, hidden));
  }
  return counts.map((row, r) => row.map((count, c) => (hidden[r]?.[c] ? null : count)));
}

function hideSecond(line: [number, number][], counts: readonly (readonly number[])[], hidden: boolean[][]): boolean {
  const at = (table: readonly (readonly number[])[], [r, c]: [number, number]) => table[r]?.[c] ?? 0;
  const open = line.filter(([r, c]) => !hidden[r]?.[c]);
  if (open.length !== line.length - 1 || open.length === 0) return false;
  const rank = (cell: [number, number]) => at(counts, cell) || Infinity;
  const next = open.reduce((best, cell) => (rank(cell) < rank(best) ? cell : best));
  (hidden[next[0]] as boolean[])[next[1]] = true;
  return true;
}
