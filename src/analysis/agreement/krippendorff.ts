/**
 * Question: do coders agree beyond chance, any number of them, with gaps, on any scale?
 * Formula: α = 1 − D_o/D_e over the coincidences of values within units; distance: nominal 0/1, ordinal by the counts
 *   between ranks, interval (a − b)², ratio ((a − b)/(a + b))².
 * Assumptions: coders worked alone; units fixed before coding. Undefined when one value only is ever used.
 * When not to use it: under 30 units (`reasons`): percent and a list. Cost: O(n m + v²); × draws for the interval.
 * Source: Krippendorff 2011, repository.upenn.edu/asc_papers/43; Hayes & Krippendorff 2007, doi:10.1080/19312450709336664.
 */
import { answered, unanswered } from '../answer.ts';
import { methodError } from '../method-error.ts';
import { sortedQuantile } from '../quantile.ts';
import type { Random } from '../random.ts';
import { type Codings, valuesByUnit } from './codings.ts';

export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

interface Options {
  level?: Level;
  /** Asks for an interval by drawing units with replacement. */
  random?: Random;
  draws?: number;
  confidence?: number;
}

/** α with the units and values it rests on, and limits when chance was given. */
export function krippendorff(
  codings: Codings,
  { level = 'nominal', random, draws = 1000, confidence = 0.95 }: Options = {},
) {
  const units = valuesByUnit(codings).filter((values) => values.length >= 2);
  if (units.length === 0) return unanswered('too-few', 'no-unit-coded-twice');
  const scale = scaleOf(units, level);
  if (scale.values.length < 2) return unanswered('no-variation', 'one-value-everywhere');
  const coded = units.map((values) => values.map((value) => scale.values.indexOf(value)));
  const all = coincidences(
    coded.map((values) => ({ values, weight: 1 })),
    scale.values.length,
  );
  const alpha = alphaOf(all, distances(scale, all, level)) as number;
  const limits = random ? limitsOf(coded, scale, { level, random, draws, confidence }) : { lower: null, upper: null };
  const pairable = coded.reduce((sum, values) => sum + values.length, 0);
  const cautions = [
    units.length < 30 ? 'fewer-than-30-units' : '',
    smallest(all) < 5 ? 'a-value-used-fewer-than-5-times' : '',
  ].filter(Boolean);
  return answered(
    {
      alpha,
      units: units.length,
      coders: codings.length,
      pairableValues: pairable,
      percent: percentOf(units),
      ...limits,
    },
    cautions,
  );
}

interface Scale {
  values: string[];
  numbers: number[];
}

function scaleOf(units: string[][], level: Level): Scale {
  const values = [...new Set(units.flat())];
  if (level === 'nominal') return { values: values.sort(), numbers: [] };
  const wrong = values.find((value) => value.trim() === '' || !Number.isFinite(Number(value)));
  if (wrong !== undefined)
    throw methodError({
      reason: 'not-a-number',
      row: units.findIndex((own) => own.includes(wrong)) + 1,
      column: 'units',
      value: wrong,
    });
  values.sort((a, b) => Number(a) - Number(b));
  return { values, numbers: values.map(Number) };
}

export interface Unit {
  values: number[];
  weight: number;
}

/** v × v coincidences; a unit of m values gives each of its pairs 1/(m − 1), times its weight. */
export function coincidences(units: readonly Unit[], v: number): Float64Array {
  const table = new Float64Array(v * v);
  for (const { values, weight } of units) {
    if (values.length < 2) continue;
    const share = weight / (values.length - 1);
    for (let i = 0; i < values.length; i++) {
      for (let j = 0; j < values.length; j++) {
        const cell = (values[i] as number) * v + (values[j] as number);
        if (i !== j) table[cell] = (table[cell] as number) + share;
      }
    }
  }
  return table;
}

function totals(table: Float64Array): Float64Array {
  const v = Math.sqrt(table.length);
  return Float64Array.from({ length: v }, (_, a) => table.subarray(a * v, a * v + v).reduce((x, y) => x + y, 0));
}

function smallest(table: Float64Array): number {
  return Math.min(...totals(table));
}

/** α of coincidences; undefined when chance could not disagree. `distance` defaults to nominal. */
export function alphaOf(table: Float64Array, distance = nominal): number | undefined {
  const own = totals(table);
  const v = own.length;
  const n = own.reduce((a, b) => a + b, 0);
  let [observed, expected] = [0, 0];
  for (let a = 0; a < v; a++) {
    for (let b = 0; b < v; b++) {
      const d = distance(a, b);
      observed += (table[a * v + b] as number) * d;
      expected += (own[a] as number) * (own[b] as number) * d;
    }
  }
  return expected === 0 ? undefined : 1 - ((n - 1) * observed) / expected;
}

type Distance = (a: number, b: number) => number;

function nominal(a: number, b: number): number {
  return a === b ? 0 : 1;
}

function distances({ numbers }: Scale, table: Float64Array, level: Level): Distance {
  if (level === 'nominal') return nominal;
  if (level === 'ordinal') return ordinal(totals(table));
  return (a, b) => {
    const [x, y] = [numbers[a] as number, numbers[b] as number];
    if (level === 'interval') return (x - y) ** 2;
    return x + y === 0 ? 0 : ((x - y) / (x + y)) ** 2;
  };
}

function ordinal(own: Float64Array): Distance {
  return (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    let between = -((own[low] as number) + (own[high] as number)) / 2;
    for (let g = low; g <= high; g++) between += own[g] as number;
    return low === high ? 0 : between * between;
  };
}

function limitsOf(
  coded: number[][],
  scale: Scale,
  { level, random, draws, confidence }: { level: Level; random: Random; draws: number; confidence: number },
) {
  const found: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const units = coded.map(() => ({ values: coded[random.below(coded.length)] as number[], weight: 1 }));
    const table = coincidences(units, scale.values.length);
    const alpha = alphaOf(table, distances(scale, table, level));
    if (alpha !== undefined) found.push(alpha);
  }
  if (found.length < draws / 2) return { lower: null, upper: null };
  const sorted = Float64Array.from(found).sort();
  return { lower: sortedQuantile(sorted, (1 - confidence) / 2), upper: sortedQuantile(sorted, (1 + confidence) / 2) };
}

/** Share of pairs of coders that agree, over all units. */
function percentOf(units: string[][]): number {
  let [same, pairs] = [0, 0];
  for (const values of units) {
    values.forEach((value, i) => {
      for (const other of values.slice(i + 1)) {
        pairs++;
        if (other === value) same++;
      }
    });
  }
  return same / pairs;
}
