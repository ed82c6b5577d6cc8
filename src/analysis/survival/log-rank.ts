/**
 * Question: do groups leave at different speeds?
 * Formula: at each event time O − E of each group, weighted by w: 1 (log-rank), S(t−)^ρ (Peto–Prentice for ρ = 1),
 *   n (Gehan), √n (Tarone–Ware); χ² = (O−E)ᵀ V⁻¹ (O−E), hypergeometric V; strata are added up.
 * Assumptions: proportional hazards for the log-rank to be the strongest; independent units.
 * When not to use it: fewer than 5 events a group (permute instead); curves that cross. Cost: O(n log n + times · k²).
 * Source: Harrington & Fleming 1982, doi:10.1093/biomet/69.3.553; Tarone & Ware 1977, doi:10.1093/biomet/64.1.156;
 *   = survdiff of R.
 */
import { answered, unanswered } from '../answer.ts';
import { checkLabels, checkSameLength } from '../check.ts';
import { chiSquareUpper } from '../distributions.ts';
import { addAt, invertSymmetric, type Rows, times as product, zeros } from '../linear.ts';
import { checkSpells, riskTable, type Spells, splitByGroup } from './spells.ts';

export type LogRankWeight = { rho: number } | 'gehan' | 'tarone-ware';

export interface LogRankInput {
  spells: Spells;
  group: ArrayLike<string>;
  strata?: ArrayLike<string>;
  weight?: LogRankWeight;
}

interface Sums {
  observed: number[];
  expected: number[];
  variance: Rows;
}

/** χ², df, p and for each group n, observed and expected (weighted) events. */
export function logRank({ spells, group, strata, weight = { rho: 0 } }: LogRankInput) {
  checkSpells(spells);
  checkSameLength({ name: 'time', values: spells.time }, { name: 'group', values: group });
  checkLabels({ name: 'group', values: group });
  const names = [...new Set(Array.from(group))].sort();
  if (names.length < 2) return unanswered('no-variation', 'one-group');
  const sums: Sums = {
    observed: names.map(() => 0),
    expected: names.map(() => 0),
    variance: zeros(names.length, names.length),
  };
  for (const part of partsOf(spells, group, strata)) addStratum(sums, part, { names, weight });
  const groups = names.map((name, g) => ({
    name,
    n: count(group, name),
    observed: sums.observed[g],
    expected: sums.expected[g],
  }));
  const kept = names
    .map((_, g) => g)
    .filter((g) => (sums.expected[g] as number) > 0)
    .slice(1);
  const inverse = invertSymmetric(kept.map((g) => kept.map((h) => sums.variance[g]?.[h] as number)));
  if (kept.length === 0 || !inverse) return { ...unanswered('too-few', 'no-events-to-compare'), groups };
  const gap = kept.map((g) => (sums.observed[g] as number) - (sums.expected[g] as number));
  const chiSquare = product(inverse, gap).reduce((sum, x, i) => sum + x * (gap[i] as number), 0);
  const reasons = groups.some(({ name }) => eventsOf(spells, group, name) < 5)
    ? ['fewer-than-5-events-in-a-group']
    : [];
  return answered(
    { chiSquare, df: kept.length, p: chiSquareUpper(chiSquare, kept.length), groups, variance: sums.variance },
    reasons,
  );
}

function count(labels: ArrayLike<string>, name: string): number {
  return Array.from(labels).filter((label) => label === name).length;
}

function eventsOf(spells: Spells, group: ArrayLike<string>, name: string): number {
  let events = 0;
  for (let i = 0; i < group.length; i++) if (group[i] === name && spells.event[i] === 1) events++;
  return events;
}

interface Part {
  spells: Spells;
  group: string[];
}

function partsOf(spells: Spells, group: ArrayLike<string>, strata?: ArrayLike<string>): Part[] {
  if (!strata) return [{ spells, group: Array.from(group) }];
  checkSameLength({ name: 'time', values: spells.time }, { name: 'strata', values: strata });
  checkLabels({ name: 'strata', values: strata });
  const names = [...new Set(Array.from(strata))];
  const parts = splitByGroup(spells, strata);
  return parts.map(({ name, spells: own }) => ({
    spells: own,
    group: Array.from(group).filter((_, i) => strata[i] === name && names.length > 0),
  }));
}

function addStratum(sums: Sums, part: Part, { names, weight }: { names: string[]; weight: LogRankWeight }): void {
  const all = riskTable(part.spells);
  const tables = new Map(splitByGroup(part.spells, part.group).map(({ name, spells }) => [name, stepper(spells)]));
  let before = 1;
  for (let i = 0; i < all.times.length; i++) {
    const [n, d] = [all.atRisk[i] as number, all.events[i] as number];
    const own = names.map((name) => tables.get(name)?.(all.times[i] as number) ?? { atRisk: 0, events: 0 });
    if (d > 0) addTime(sums, own, { n, d, w: weightAt(weight, n, before) });
    before *= n > 0 ? 1 - d / n : 1;
  }
}

function weightAt(weight: LogRankWeight, n: number, before: number): number {
  if (weight === 'gehan') return n;
  return weight === 'tarone-ware' ? Math.sqrt(n) : before ** weight.rho;
}

function addTime(
  sums: Sums,
  own: { atRisk: number; events: number }[],
  { n, d, w }: { n: number; d: number; w: number },
): void {
  const spread = n > 1 ? (w * w * d * (n - d)) / (n - 1) : 0;
  own.forEach(({ atRisk, events }, g) => {
    addAt(sums.observed, g, w * events);
    addAt(sums.expected, g, (w * d * atRisk) / n);
    own.forEach((other, h) => {
      const row = sums.variance[g] as number[];
      addAt(row, h, spread * (atRisk / n) * ((g === h ? 1 : 0) - other.atRisk / n));
    });
  });
}

/** At risk and events of one group at rising times. */
function stepper(spells: Spells): (time: number) => { atRisk: number; events: number } {
  const exits = order(spells.time);
  const entries = spells.entry ? order(spells.entry) : undefined;
  let [left, entered] = [0, 0];
  return (time) => {
    while (left < exits.length && (spells.time[exits[left] as number] as number) < time) left++;
    if (!entries) entered = exits.length;
    else while (entered < entries.length && (spells.entry?.[entries[entered] as number] as number) < time) entered++;
    let events = 0;
    for (let i = left; i < exits.length && spells.time[exits[i] as number] === time; i++)
      events += spells.event[exits[i] as number] as number;
    return { atRisk: entered - left, events };
  };
}

function order(values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from(values, (_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
}
