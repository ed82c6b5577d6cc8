/**
 * Question: who stands between two others who are not tied, and between which sectors?
 * Formula: ordered open two-paths a–b–c counted for b: coordinator (all one sector, w_I), itinerant (a, c one sector,
 *   b another, w_O), representative (a, b one sector, b_IO), gatekeeper (b, c one sector, b_OI), liaison (three sectors, b_O).
 * Assumptions: undirected ties, so every two-path counts in both directions (halve for pairs). Cost: O(Σ d²).
 * When not to use it: as a ranking of persons. Source: Gould & Fernandez 1989, doi:10.2307/270949; = sna::brokerage of R.
 */
import { type Network, sectorsOf } from './graph.ts';

export interface Brokerage {
  party: string;
  coordinator: number;
  itinerant: number;
  representative: number;
  gatekeeper: number;
  liaison: number;
  total: number;
}

/** One row a party. */
export function brokerage(network: Network, sector: Record<string, string>): Brokerage[] {
  const own = sectorsOf(network.parties, sector);
  const tied = network.neighbours.map((to) => new Set(to));
  return network.parties.map((party, b) => {
    const row: Brokerage = {
      party,
      coordinator: 0,
      itinerant: 0,
      representative: 0,
      gatekeeper: 0,
      liaison: 0,
      total: 0,
    };
    for (const a of tied[b] as Set<number>) {
      for (const c of tied[b] as Set<number>) {
        if (a === c || tied[a]?.has(c)) continue;
        row[roleOf(own[a] as string, own[b] as string, own[c] as string)]++;
        row.total++;
      }
    }
    return row;
  });
}

function roleOf(a: string, b: string, c: string): Exclude<keyof Brokerage, 'party' | 'total'> {
  if (a === c) return a === b ? 'coordinator' : 'itinerant';
  if (a === b) return 'representative';
  return b === c ? 'gatekeeper' : 'liaison';
}
