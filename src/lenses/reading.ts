import { kendall } from '../analysis/trend/kendall.ts';
import { theilSen } from '../analysis/trend/theil-sen.ts';
import { broadFigure, openFigure } from './figure.ts';
import { evidencedFacts, type Facts, factsByQuarter, hasHearsay, quarterOf } from './facts.ts';
import type { Cell, Measure } from './measure.ts';
import type { Definition, Figure, Reading, Value } from './schema.ts';

const LEAST_QUARTERS = 8;

/** The definition alone, without what computes it. */
export function definitionOf(measure: Measure): Definition {
  const { id, version, lens, part, name, question, formula, inputs, unit, minimum, threats, sources } = measure;
  return { id, version, lens, part, name, question, formula, inputs, unit, minimum, threats, sources };
}

/** The quarters that a window touches, in order. */
export function quartersIn(from: string, to: string): string[] {
  const quarters: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (let day = from; day <= to && quarters.length < 80; ) {
    quarters.push(quarterOf(day));
    month = Math.ceil(month / 3) * 3 + 1;
    if (month > 12) [year, month] = [year + 1, 1];
    day = `${year}-${String(month).padStart(2, '0')}-01`;
  }
  return quarters;
}

interface Followed {
  quarters: (Figure & { quarter: string; cell: Cell | undefined })[];
  slope: number | null;
  p: number | null;
}

/** The headline quarter by quarter; slope and p from eight quarters with a value. */
export function follow(measure: Measure, facts: Facts): Followed | null {
  if (!measure.trend || !measure.headline) return null;
  const quarterly = factsByQuarter(facts);
  const quarters = quartersIn(facts.from, facts.to).map((quarter) => {
    const cell = measure.count(quarterly(quarter)).find(({ key }) => key === measure.headline);
    return { quarter, cell, ...openFigure(cell ? bare(cell) : NOTHING_RECORDED) };
  });
  const told = quarters.flatMap(({ value }, nth) => (value === null ? [] : [{ nth, value }]));
  if (told.length < LEAST_QUARTERS) return { quarters, slope: null, p: null };
  const [x, y] = [told.map(({ nth }) => nth), told.map(({ value }) => value)];
  const [slope, rank] = [theilSen(x, y), kendall(x, y)];
  return {
    quarters,
    slope: slope.status === 'ok' ? slope.slope : null,
    p: rank.status === 'ok' ? rank.p : null,
  };
}

/** Without limits: a line of quarters shows none. */
const bare = ({ counted, n, reasons = [] }: Cell) => ({ counted, n, reasons });

const NOTHING_RECORDED = { counted: { how: 'sum' as const, value: 0 }, n: 0 };

/** What a measure counted over a scope and a window, before anybody asks who may see it. */
export interface Counting {
  measure: Measure;
  cells: Cell[];
  /** Over what is written down on the day or better. */
  evidenced: Cell[];
  followed: Followed | null;
}

/** Counts one measure. Only what the acts tell is split by evidence. */
export function countMeasure(measure: Measure, facts: Facts): Counting {
  const cells = measure.count(facts);
  const evidenced = hasHearsay(facts) ? measure.count(evidencedFacts(facts)) : cells;
  return { measure, cells, evidenced, followed: follow(measure, facts) };
}

export function windowOf({ measure }: Counting, facts: Facts): { from: string; to: string } {
  return measure.byMonth ? facts.months : { from: facts.from, to: facts.to };
}

function openValue(cell: Cell, evidenced: readonly Cell[]): Value {
  const same = evidenced.find(({ key }) => key === cell.key);
  const figure = openFigure(cell);
  return {
    key: cell.key,
    label: cell.label,
    unit: cell.unit,
    group: cell.group ?? null,
    ...figure,
    evidenced: same ? (same === cell ? figure : openFigure(same)) : null,
    broad: broadFigure(cell),
    opens: cell.behind !== undefined,
  };
}

/** A reading for who may open the rows. */
export function openReading(counting: Counting, facts: Facts): Reading {
  const { measure, cells, evidenced, followed } = counting;
  const { slope = null, p = null } = followed ?? {};
  return {
    definition: definitionOf(measure),
    window: windowOf(counting, facts),
    values: cells.map((cell) => openValue(cell, evidenced)),
    headline: cells.some(({ key }) => key === measure.headline) ? (measure.headline ?? null) : null,
    trend: followed && { quarters: followed.quarters.map(({ cell: _, ...quarter }) => quarter), slope, p },
    drawing: measure.draw?.(facts, cells) ?? null,
    pattern: measure.pattern?.(cells, { slope, p }) ?? null,
    record: measure.record(facts, cells),
  };
}
