/**
 * Question: do ties reach across sectors more than the mere number of sectors would bring about?
 * Formula: E-I = (external − internal)/all; expected at equal density (maxE − maxI)/(maxE + maxI).
 * Assumptions: one sector a party. When not to use it: alone (many small sectors force it up). Cost: O(n + m).
 * Source: Krackhardt & Stern 1988, doi:10.2307/2786835.
 */
import { answered, unanswered } from '../answer.ts';
import { type Network, sectorsOf } from './graph.ts';

/** Index (−1 inside … 1 across) with its expectation. */
export function externalInternal(network: Network, sector: Record<string, string>) {
  const own = sectorsOf(network.parties, sector);
  let [external, internal] = [0, 0];
  network.neighbours.forEach((to, from) => {
    for (const other of to) if (other > from) own[other] === own[from] ? internal++ : external++;
  });
  const sizes = new Map<string, number>();
  for (const name of own) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const maxInternal = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const maxExternal = (own.length * (own.length - 1)) / 2 - maxInternal;
  if (external + internal === 0) return unanswered('undefined', 'no-ties');
  return answered({
    index: (external - internal) / (external + internal),
    expected: (maxExternal - maxInternal) / (maxExternal + maxInternal),
    external,
    internal,
    maxExternal,
    maxInternal,
  });
}
