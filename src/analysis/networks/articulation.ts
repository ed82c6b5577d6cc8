/**
 * Question: whose going would break the network apart?
 * Method: depth-first search; a party is an articulation point when some part hangs on it alone (low-link).
 * Assumptions: undirected ties. When not to use it: for who matters in other ways. Cost: O(n + m).
 * Source: Hopcroft & Tarjan 1973, doi:10.1145/362248.362272.
 */
import type { Network } from './graph.ts';

/** Names of the parties, in order. */
export function articulation({ parties, neighbours }: Network): string[] {
  const [found, low] = [new Int32Array(parties.length), new Int32Array(parties.length)];
  const cut = new Set<number>();
  let clock = 0;
  for (let root = 0; root < parties.length; root++) if (found[root] === 0) search(root);
  return [...cut].sort((a, b) => a - b).map((i) => parties[i] as string);

  function search(root: number): void {
    const stack: { node: number; parent: number; next: number; children: number }[] = [open(root, -1)];
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as (typeof stack)[number];
      const to = neighbours[top.node]?.[top.next++];
      if (to === undefined) {
        stack.pop();
        close(top, stack[stack.length - 1]);
      } else if (found[to] === 0) {
        top.children++;
        stack.push(open(to, top.node));
      } else if (to !== top.parent) low[top.node] = Math.min(low[top.node] as number, found[to] as number);
    }
  }

  function open(node: number, parent: number) {
    clock++;
    found[node] = clock;
    low[node] = clock;
    return { node, parent, next: 0, children: 0 };
  }

  function close(done: { node: number; children: number }, above: { node: number; parent: number } | undefined): void {
    if (!above) {
      if (done.children > 1) cut.add(done.node);
      return;
    }
    low[above.node] = Math.min(low[above.node] as number, low[done.node] as number);
    if (above.parent !== -1 && (low[done.node] as number) >= (found[above.node] as number)) cut.add(above.node);
  }
}
