import { isSmall } from '../figure.ts';
import type { Cell } from '../measure.ts';
import { type Node, nodesOf } from './tree.ts';

/** A cell of a node: of one measure, by its key. */
const idOf = (node: Node, nth: number, key: string): string => `${node.scope}|${node.subject}|${nth}|${key}`;

interface Line {
  cells: { id: string; weight: number }[];
  /** Where the sum of the line is told; undefined: told in any case. */
  total?: string;
}

/** Whether a cell says something of 1 to 4 people, by itself or by what is left of the whole. */
export const isSmallCell = (cell: Cell): boolean => isSmall(cell.persons) || isSmall(cell.others ?? 0);

const told = (cell: Cell): boolean => !('value' in cell.counted) || cell.counted.value !== null;

/** Within a station: the cells of a table. */
function tables(node: Node): Line[] {
  return node.counted.flatMap(({ cells }, nth) => {
    const lines = new Map<string, Line>();
    for (const cell of cells) {
      if (!cell.line) continue;
      const line = lines.get(cell.line) ?? { cells: [] };
      line.cells.push({ id: idOf(node, nth, cell.key), weight: cell.persons });
      lines.set(cell.line, line);
    }
    return [...lines.values()];
  });
}

/** Across stations: the same cell of each, and their sum. */
function levels(node: Node): Line[] {
  return node.counted.flatMap(({ cells }, nth) =>
    cells.filter(told).map((total): Line => {
      const children = node.children.flatMap((child) => {
        const own = child.counted[nth]?.cells.find(({ key }) => key === total.key);
        return own ? [{ id: idOf(child, nth, own.key), weight: own.persons }] : [];
      });
      return { cells: children, total: idOf(node, nth, total.key) };
    }),
  );
}

function lightest(cells: Line['cells'], hidden: ReadonlySet<string>): string | undefined {
  const open = cells.filter(({ id }) => !hidden.has(id));
  const rank = ({ weight }: { weight: number }) => weight || Number.POSITIVE_INFINITY;
  return [...open].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))[0]?.id;
}

/** What else must go so that nothing hidden in a line can be worked out; undefined when nothing must. */
function nextOf({ cells, total }: Line, hidden: ReadonlySet<string>): string | undefined {
  const gone = cells.filter(({ id }) => hidden.has(id)).length;
  const sumTold = total === undefined || !hidden.has(total);
  if (gone === 1 && sumTold) return lightest(cells, hidden) ?? total;
  if (gone === 0 && !sumTold && cells.length > 0) return lightest(cells, hidden);
  return undefined;
}

/**
 * Which cells of a county's stations, towns and the county itself are hidden: those of 1 to 4 people, and as many more as
 * it takes that none of them is a difference of what is told, within a table or between the levels.
 */
export function hiddenIn(county: Node): (node: Node, nth: number, key: string) => boolean {
  const nodes = nodesOf(county);
  const hidden = new Set<string>();
  for (const node of nodes) {
    node.counted.forEach(({ cells }, nth) => {
      for (const cell of cells) if (isSmallCell(cell)) hidden.add(idOf(node, nth, cell.key));
    });
  }
  const lines = nodes.flatMap((node) => [...tables(node), ...levels(node)]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      const next = nextOf(line, hidden);
      if (next === undefined) continue;
      hidden.add(next);
      changed = true;
    }
  }
  return (node, nth, key) => hidden.has(idOf(node, nth, key));
}
