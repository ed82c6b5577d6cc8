/** Who took part in what, and who thereby met whom. Parties and events are numbered in the order of their names. */
import { checkLabels, checkSameLength, checkSome } from '../check.ts';
import { methodError } from '../method-error.ts';

export interface Participation {
  party: ArrayLike<string>;
  event: ArrayLike<string>;
}

/** Two kinds of node: for each event the parties in it, each once. */
export interface TwoMode {
  parties: string[];
  events: string[];
  members: number[][];
}

/** Undirected, without loops: for each party the others it met, in order, with the strength of the tie. */
export interface Network {
  parties: string[];
  neighbours: number[][];
  weights: number[][];
}

export function twoMode({ party, event }: Participation): TwoMode {
  checkSome({ name: 'party', values: party });
  checkSameLength({ name: 'party', values: party }, { name: 'event', values: event });
  checkLabels({ name: 'party', values: party });
  checkLabels({ name: 'event', values: event });
  const parties = [...new Set(Array.from(party))].sort();
  const events = [...new Set(Array.from(event))].sort();
  const [partyIndex, eventIndex] = [indexOf(parties), indexOf(events)];
  const members = events.map(() => new Set<number>());
  for (let i = 0; i < party.length; i++)
    members[eventIndex.get(event[i] as string) as number]?.add(partyIndex.get(party[i] as string) as number);
  return { parties, events, members: members.map((set) => [...set].sort((a, b) => a - b)) };
}

function indexOf(names: string[]): Map<string, number> {
  return new Map(names.map((name, i) => [name, i]));
}

/** The sector of each party of a network, by name; throws for a party without one. */
export function sectorsOf(parties: string[], sector: Record<string, string>): string[] {
  return parties.map((party, i) => {
    const own = sector[party];
    if (!own) throw methodError({ reason: 'missing-value', row: i + 1, column: 'sector', value: party });
    return own;
  });
}

/** Sizes of the connected parts, largest first. O(n + m). */
export function componentSizes({ neighbours }: Network): number[] {
  const seen = new Uint8Array(neighbours.length);
  const sizes: number[] = [];
  for (let start = 0; start < neighbours.length; start++) {
    if (seen[start]) continue;
    const stack = [start];
    seen[start] = 1;
    let size = 0;
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      size++;
      for (const next of neighbours[node] as number[]) {
        if (seen[next]) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    sizes.push(size);
  }
  return sizes.sort((a, b) => b - a);
}
