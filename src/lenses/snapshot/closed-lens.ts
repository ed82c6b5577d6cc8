import { CHAINS } from '../chains.ts';
import { broadFigure, isSmall, openFigure, SUPPRESSED } from '../figure.ts';
import { partsOf } from '../lens.ts';
import type { Cell } from '../measure.ts';
import { type Counting, definitionOf } from '../reading.ts';
import type { Lens, LensName, Quality, Reading, Value } from '../schema.ts';
import { isSmallCell } from './hide.ts';
import type { Node } from './tree.ts';

export interface Year {
  from: string;
  to: string;
}

type Hidden = (node: Node, nth: number, key: string) => boolean;

interface Closing {
  node: Node;
  hidden: Hidden;
  year: Year;
}

/** Whether quarters, and what is only heard of, may be told: at every station below, or at none. */
function tellsParts(node: Node, nth: number, of: (counting: Counting) => readonly Cell[]): boolean {
  const below = node.children.length > 0 ? node.children : [];
  if (below.length > 0) return below.every((child) => tellsParts(child, nth, of));
  const counting = node.counted[nth];
  return counting !== undefined && !of(counting).some(isSmallCell);
}

const quartersOf = ({ followed }: Counting) => followed?.quarters.flatMap(({ cell }) => cell ?? []) ?? [];

/** The people behind what is only heard of: a difference of at least five, or none. */
function differs(node: Node, nth: number, key: string): boolean {
  if (node.children.length > 0) return node.children.some((child) => differs(child, nth, key));
  const { cells = [], evidenced = [] } = node.counted[nth] ?? {};
  const [all, sure] = [cells, evidenced].map((list) => list.find((cell) => cell.key === key));
  return JSON.stringify(all?.counted) !== JSON.stringify(sure?.counted);
}

function closedValue(cell: Cell, { node, hidden }: Closing, nth: number): Value {
  const closed = hidden(node, nth, cell.key);
  const same = node.counted[nth]?.evidenced.find(({ key }) => key === cell.key);
  const figure = closed ? SUPPRESSED : openFigure(cell);
  return {
    key: cell.key,
    label: cell.label,
    unit: cell.unit,
    group: cell.group ?? null,
    ...figure,
    // What is only heard of is often one act of one person: where it makes a difference, the difference is not told.
    evidenced: closed || !same || differs(node, nth, cell.key) ? null : same === cell ? figure : openFigure(same),
    broad: closed ? null : broadFigure(cell),
    opens: false,
  };
}

function readingOf(counting: Counting, closing: Closing, nth: number): Reading {
  const { measure, cells, followed } = counting;
  const { node, hidden, year } = closing;
  const { headline } = measure;
  const shown = headline !== undefined && cells.some(({ key }) => key === headline);
  const trend = followed && tellsParts(node, nth, quartersOf) && !(headline && hidden(node, nth, headline));
  return {
    definition: definitionOf(measure),
    window: year,
    values: cells.map((cell) => closedValue(cell, closing, nth)),
    headline: shown ? headline : null,
    trend: trend
      ? {
          quarters: followed.quarters.map(({ quarter, cell }) => ({
            quarter,
            ...openFigure(cell ?? { counted: { how: 'sum', value: 0 }, n: 0 }),
          })),
          slope: null,
          p: null,
        }
      : null,
    drawing: null,
    pattern: null,
    record: [],
  };
}

function qualityOf({ node }: Closing, completeness: Reading): Quality {
  const flags = node.flags.map((flag) =>
    isSmall(flag.denominator ?? 0) || isSmall(flag.numerator ?? 0)
      ? { ...flag, share: null, numerator: null, denominator: null }
      : flag,
  );
  const { full, half, hollow } = node.evidence;
  return { flags, evidence: [full, half, hollow].some(isSmall) ? null : node.evidence, completeness };
}

/** What is kept of a lens for those who may not open records. */
export type ClosedLens = Omit<Lens, 'scope' | 'open' | 'asOf'> & { name: string; year: Year };

/** A lens of a node. */
export function closedLens(lens: LensName, closing: Closing): ClosedLens {
  const { node, year } = closing;
  const of = (own: LensName | 'all') =>
    node.counted.flatMap((counting, nth) => (counting.measure.lens === own ? [readingOf(counting, closing, nth)] : []));
  const [readings, [complete]] = [of(lens), of('all')];
  const { title, study } = CHAINS[lens];
  return {
    lens,
    title,
    study,
    parts: partsOf(lens, readings).map((part) => ({ ...part, record: part.state === 'none' ? part.record : [] })),
    readings,
    quality: qualityOf(closing, complete as Reading),
    name: node.name,
    year,
  };
}
