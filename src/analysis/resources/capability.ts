/**
 * Question: which needed capabilities are held, and how many hands hold each?
 * Formula: coverage = Σ weights held / Σ weights; Shapley value of a party φ = Σ over its capabilities of weight/holders
 *   (closed form of the coverage game, Σφ = covered weight); complementarity = 1 − mean pairwise Jaccard of holdings.
 * Assumptions: a holding was used and verified lately (the caller keeps only those). High complementarity with one
 *   holder each is brittle: read it beside `redundancy`.
 * When not to use it: as a ranking of people. Cost: O(holdings + parties² · capabilities).
 * Source: Shapley 1953, doi:10.1515/9781400881970-018; Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x.
 */
import { checkNumbers, checkSome } from '../check.ts';
import { methodError } from '../method-error.ts';

export interface Need {
  capability: string;
  /** Above 0. */
  weight: number;
  critical: boolean;
}

export interface Holding {
  party: string;
  capability: string;
}

/** Who holds what is needed. Holdings of things that are not needed are left out. */
export function capability(needs: readonly Need[], holdings: readonly Holding[]) {
  checkNeeds(needs);
  const holders = holdersOf(needs, holdings);
  const total = needs.reduce((sum, { weight }) => sum + weight, 0);
  const held = needs.filter((need) => countOf(holders, need) > 0);
  const covered = held.reduce((sum, { weight }) => sum + weight, 0);
  const critical = needs.filter((need) => need.critical).map((need) => countOf(holders, need));
  return {
    coverage: covered / total,
    coveredWeight: covered,
    totalWeight: total,
    holders: Object.fromEntries(holders),
    redundancy: Object.fromEntries([...holders].map(([name, parties]) => [name, parties.length])),
    singlePoints: needs.filter((need) => countOf(holders, need) === 1).map((need) => need.capability),
    uncovered: needs.filter((need) => countOf(holders, need) === 0).map((need) => need.capability),
    /** Least number of holders of a critical capability (0: already lost); null without critical ones. */
    criticalBusFactor: critical.length === 0 ? null : Math.min(...critical),
    shapley: shapleyOf(needs, holders),
    complementarity: complementarityOf(holders),
  };
}

export function checkNeeds(needs: readonly Need[]): void {
  const column = { name: 'weight', values: needs.map(({ weight }) => weight) };
  checkSome(column);
  checkNumbers(column, { min: Number.MIN_VALUE });
  const seen = new Set<string>();
  needs.forEach(({ capability: name }, i) => {
    if (seen.has(name))
      throw methodError({ reason: 'capability-twice', row: i + 1, column: 'capability', value: name });
    seen.add(name);
  });
}

function countOf(holders: Map<string, string[]>, need: Need): number {
  return holders.get(need.capability)?.length ?? 0;
}

/** The parties of each needed capability, in the order of their names. */
export function holdersOf(needs: readonly Need[], holdings: readonly Holding[]): Map<string, string[]> {
  const sets = new Map(needs.map(({ capability: name }) => [name, new Set<string>()]));
  for (const { party, capability: name } of holdings) sets.get(name)?.add(party);
  return new Map([...sets].map(([name, parties]) => [name, [...parties].sort()]));
}

function shapleyOf(needs: readonly Need[], holders: Map<string, string[]>): Record<string, number> {
  const values = new Map<string, number>();
  for (const { capability: name, weight } of needs) {
    const parties = holders.get(name) ?? [];
    for (const party of parties) values.set(party, (values.get(party) ?? 0) + weight / parties.length);
  }
  return Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Null with fewer than two parties. */
function complementarityOf(holders: Map<string, string[]>): number | null {
  const sets = new Map<string, Set<string>>();
  for (const [name, parties] of holders)
    for (const party of parties) sets.set(party, (sets.get(party) ?? new Set()).add(name));
  const own = [...sets.values()];
  let [sum, pairs] = [0, 0];
  own.forEach((a, i) => {
    for (const b of own.slice(i + 1)) {
      const shared = [...a].filter((name) => b.has(name)).length;
      sum += shared / (a.size + b.size - shared);
      pairs++;
    }
  });
  return pairs === 0 ? null : 1 - sum / pairs;
}
