/**
 * Question: how close-knit is the network, and how much does it hang on one party?
 * Formula: density 2m/(n(n−1)); degree centralisation Σ(d_max − d)/((n−1)(n−2)); betweenness centralisation
 *   Σ(b_max − b)/((n−1)²(n−2)/2), betweenness on the unweighted network (Brandes).
 * Assumptions: undirected ties. When not to use it: to compare networks of different size by density (mean degree then).
 * Cost: O(n m). Source: Freeman 1978, doi:10.1016/0378-8733(78)90021-7; Brandes 2001, doi:10.1080/0022250X.2001.9990249;
 *   = centr_degree(loops = FALSE) and centr_betw of igraph.
 */
import { answered, unanswered } from '../answer.ts';
import { addAt } from '../linear.ts';
import type { Network } from './graph.ts';

/** Density, mean degree, degrees, betweenness and the two centralisations. */
export function centralisation(network: Network) {
  const n = network.parties.length;
  if (n < 3) return unanswered('too-few', 'fewer-than-3-parties');
  const degree = network.neighbours.map((own) => own.length);
  const edges = degree.reduce((a, b) => a + b, 0) / 2;
  const between = betweenness(network);
  const spread = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, x) => sum + Math.max(...Array.from(values)) - x, 0);
  return answered(
    {
      n,
      edges,
      density: (2 * edges) / (n * (n - 1)),
      meanDegree: (2 * edges) / n,
      degree,
      betweenness: between,
      degreeCentralisation: spread(degree) / ((n - 1) * (n - 2)),
      betweennessCentralisation: spread(between) / (((n - 1) ** 2 * (n - 2)) / 2),
    },
    n < 8 ? ['fewer-than-8-parties'] : [],
  );
}

/** How many shortest paths between others lead through each party (shares of paths, each pair once). */
export function betweenness({ neighbours }: Network): Float64Array {
  const total = new Float64Array(neighbours.length);
  for (let source = 0; source < neighbours.length; source++) addFrom(neighbours, source, total);
  return total.map((x) => x / 2);
}

function addFrom(neighbours: number[][], source: number, total: Float64Array): void {
  const n = neighbours.length;
  const [paths, distance, credit] = [new Float64Array(n), new Int32Array(n).fill(-1), new Float64Array(n)];
  const before: number[][] = neighbours.map(() => []);
  const queue = [source];
  paths[source] = 1;
  distance[source] = 0;
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] as number;
    for (const next of neighbours[node] as number[]) {
      if (distance[next] === -1) {
        distance[next] = (distance[node] as number) + 1;
        queue.push(next);
      }
      if (distance[next] !== (distance[node] as number) + 1) continue;
      addAt(paths, next, paths[node] as number);
      before[next]?.push(node);
    }
  }
  for (const node of queue.reverse()) {
    for (const from of before[node] as number[]) {
      addAt(credit, from, ((paths[from] as number) / (paths[node] as number)) * (1 + (credit[node] as number)));
    }
    if (node !== source) addAt(total, node, credit[node] as number);
  }
}
