import { addShareSums } from '../../analysis/uncertainty/clustered-share.ts';
import type { Cell, Givers } from '../measure.ts';
import type { Counting } from '../reading.ts';
import type { Quality } from '../schema.ts';

/** What one station, town or county counted in a year, with no row behind it any more. */
export interface Node {
  scope: 'station' | 'town' | 'county';
  /** Station id, town code or county code. */
  subject: string;
  name: string;
  stations: string[];
  counted: Counting[];
  flags: Quality['flags'];
  evidence: { full: number; half: number; hollow: number };
  children: Node[];
}

/** Cells that may be added up over stations; a median or an index may not. */
const additive = (cell: Cell): boolean => cell.counted.how !== 'figure' && cell.counted.how !== 'fact';

/** Those who gave at two stations: nobody is a giver of both. */
const addGivers = (a: Givers | undefined, b: Givers | undefined): { givers?: Givers } =>
  a && b ? { givers: () => addShareSums(a(), b()) } : {};

function plus(a: Cell, b: Cell): Cell {
  const sums = {
    n: a.n + b.n,
    persons: a.persons + b.persons,
    ...(a.others === undefined && b.others === undefined ? {} : { others: (a.others ?? 0) + (b.others ?? 0) }),
  };
  const { counted: x } = a;
  const { counted: y } = b;
  const { givers: _, broad: __, ...own } = a;
  const givers = addGivers(a.givers, b.givers);
  if (x.how === 'sum' && y.how === 'sum') return { ...own, ...sums, counted: { how: 'sum', value: x.value + y.value } };
  if ((x.how === 'share' || x.how === 'part') && x.how === y.how) {
    const numerator = x.numerator + y.numerator;
    const denominator = x.denominator + y.denominator;
    const broad =
      a.broad && b.broad
        ? {
            broad: {
              numerator: a.broad.numerator + b.broad.numerator,
              denominator: a.broad.denominator + b.broad.denominator,
              ...addGivers(a.broad.givers, b.broad.givers),
            },
          }
        : {};
    const exact = x.how === 'part' && x.exact ? { exact: true } : {};
    return { ...own, ...sums, ...broad, ...givers, counted: { how: x.how, numerator, denominator, ...exact } };
  }
  return { ...own, ...sums, counted: { how: 'figure', value: null }, reasons: ['not-added-up'] };
}

/** What a table's parts are parts of, at one station: the same for each of its cells. */
function wholeOf(cells: readonly Cell[], line: string): number {
  const counted = cells.find((cell) => cell.line === line)?.counted;
  return counted?.how === 'part' ? counted.denominator : 0;
}

/** The parts of a table that one station has nothing of, while another has: nothing, of its whole. */
function lacking(own: readonly Cell[], all: readonly Cell[]): Cell[] {
  const keys = new Set(own.map(({ key }) => key));
  return all.flatMap((cell) => {
    const { line, counted, givers: _, broad: __, others: ___, ...rest } = cell;
    if (!line || counted.how !== 'part' || keys.has(cell.key)) return [];
    keys.add(cell.key);
    return [
      { ...rest, line, n: 0, persons: 0, counted: { ...counted, numerator: 0, denominator: wholeOf(own, line) } },
    ];
  });
}

/** Cells of several stations added up by their keys; what cannot be added up says so. */
export function addUpCells(parts: readonly (readonly Cell[])[]): Cell[] {
  if (parts.length === 1) return [...(parts[0] ?? [])];
  const sums = new Map<string, Cell>();
  const all = parts.flat().filter(({ local }) => !local);
  for (const cell of parts.flatMap((own) => [...own, ...lacking(own, all)])) {
    if (cell.local) continue;
    const known = sums.get(cell.key);
    const own: Cell = additive(cell)
      ? cell
      : { ...cell, counted: { how: 'figure', value: null }, reasons: ['not-added-up'] };
    sums.set(cell.key, known ? plus(known, own) : own);
  }
  return [...sums.values()];
}

type Followed = NonNullable<Counting['followed']>;

function addUpQuarters(parts: Followed[]): Followed | null {
  const [first] = parts;
  if (!first) return null;
  const quarters = first.quarters.map((quarter, nth) => {
    const cells = parts.flatMap((one) => one.quarters[nth]?.cell ?? []);
    return { ...quarter, cell: addUpCells(cells.map((cell) => [cell]))[0] };
  });
  return { quarters, slope: null, p: null };
}

function addUpCounting(parts: Counting[]): Counting {
  const first = parts[0] as Counting;
  if (parts.length === 1) return first;
  return {
    measure: first.measure,
    cells: addUpCells(parts.map(({ cells }) => cells)),
    evidenced: addUpCells(parts.map(({ evidenced }) => evidenced)),
    followed: addUpQuarters(parts.flatMap(({ followed }) => followed ?? [])),
  };
}

function addUpFlags(parts: Quality['flags'][]): Quality['flags'] {
  return (parts[0] ?? []).map((flag, nth) => {
    const own = parts.flatMap((one) => one[nth] ?? []);
    const sum = (of: (one: Quality['flags'][number]) => number | null) =>
      own.reduce((all, one) => all + (of(one) ?? 0), 0);
    const [numerator, denominator] = [sum((one) => one.numerator), sum((one) => one.denominator)];
    // Who enters most is a matter of one station.
    if (flag.flag === 'one-enterer' && parts.length > 1) {
      return { ...flag, share: null, numerator: null, denominator: null, raised: own.some(({ raised }) => raised) };
    }
    const share = denominator === 0 ? null : numerator / denominator;
    return { ...flag, numerator, denominator, share, raised: denominator >= 20 && (share ?? 0) > flag.limit };
  });
}

/** A town of its stations, or a county of its towns. */
export function nodeOf(own: Pick<Node, 'scope' | 'subject' | 'name'>, children: Node[]): Node {
  const first = children[0] as Node;
  const sum = (of: (node: Node) => number) => children.reduce((all, node) => all + of(node), 0);
  return {
    ...own,
    children,
    stations: children.flatMap(({ stations }) => stations),
    counted: first.counted.map((_, nth) => addUpCounting(children.map(({ counted }) => counted[nth] as Counting))),
    flags: addUpFlags(children.map(({ flags }) => flags)),
    evidence: {
      full: sum(({ evidence }) => evidence.full),
      half: sum(({ evidence }) => evidence.half),
      hollow: sum(({ evidence }) => evidence.hollow),
    },
  };
}

/** Every node of a tree, the leaves first. */
export function nodesOf(node: Node): Node[] {
  return [...node.children.flatMap(nodesOf), node];
}
