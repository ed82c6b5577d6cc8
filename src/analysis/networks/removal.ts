/**
 * Question: what holds together without the station?
 * Formula: largest connected part / other parties, as an interval: upper = the station taken out of the projection, lower
 *   = every event it took part in dropped too. Publish both: the upper alone flatters.
 * Assumptions: events would not have happened without it (lower), or just the same (upper). Cost: O(Σ nₖ²).
 * When not to use it: as a forecast. Source: Albert, Jeong & Barabási 2000, doi:10.1038/35019019 (idea); measures.md B3.
 */
import { answered, unanswered } from '../answer.ts';
import { componentSizes, type TwoMode } from './graph.ts';
import { projection } from './projection.ts';

/** Shares of the other parties (0–1) in the largest part. */
export function removal(table: TwoMode, removed: readonly string[]) {
  const out = new Set(removed.map((name) => table.parties.indexOf(name)).filter((i) => i >= 0));
  const others = table.parties.length - out.size;
  if (out.size < removed.length) return unanswered('undefined', 'party-not-in-the-network');
  if (others === 0) return unanswered('too-few', 'no-other-parties');
  const kept = table.members.map((own) => own.filter((i) => !out.has(i)));
  const without = table.members.filter((own) => !own.some((i) => out.has(i)));
  const upper = largest(table, kept, out);
  const lower = largest(table, without, out);
  return answered({ others, upper: upper / others, lower: lower / others, largestUpper: upper, largestLower: lower });
}

function largest({ parties, events }: TwoMode, members: number[][], out: Set<number>): number {
  const names = parties.map((_, i) => i).filter((i) => !out.has(i));
  const place = new Map(names.map((old, now) => [old, now]));
  const moved = members.map((own) => own.map((i) => place.get(i) as number));
  return (
    componentSizes(projection({ parties: names.map((i) => parties[i] as string), events, members: moved }))[0] ?? 0
  );
}
