/**
 * Question: how unevenly do services reach people, and is the unevenness between kinds of place or within them?
 * Formula: s share of the service, p share of the people: Theil T = Σ s ln(s/p) (0 ln 0 = 0) = between + within groups;
 *   Hoover = ½ Σ|s − p|, the share to be moved for equality; Gini = Σᵢ Σⱼ pᵢ pⱼ |xᵢ − xⱼ| / 2μ of service per head.
 * Assumptions: population above 0 in every place. Mean logarithmic deviation is left out: undefined with a zero.
 * When not to use it: fewer than 3 places; the Gini and the parts under 8 (`reasons`). Cost: O(n log n).
 * Source: Theil 1967; Shorrocks 1980, doi:10.2307/1913126; Hoover 1936, doi:10.2307/1927875; Gini after Lerman &
 *   Yitzhaki 1989, doi:10.1016/0304-4076(89)90018-2.
 */
import { answered, unanswered } from '../answer.ts';
import { checkLabels, checkNumbers, checkSameLength, checkSome } from '../check.ts';

export interface Places {
  /** Hours, visits … ≥ 0. */
  service: ArrayLike<number>;
  /** People (or the target group) > 0; ones for places that count alike. */
  population: ArrayLike<number>;
  /** Kind of place. */
  group?: ArrayLike<string>;
}

/** Theil with its parts, Hoover and Gini. */
export function inequality(places: Places) {
  const { service, population, group } = places;
  checkPlaces(places);
  const [all, people] = [sum(service), sum(population)];
  if (all === 0) return unanswered('undefined', 'no-service');
  if (service.length < 3) return unanswered('too-few', 'fewer-than-3-places');
  const s = Array.from(service, (x) => x / all);
  const p = Array.from(population, (x) => x / people);
  return answered(
    {
      theil: theilOf(s, p),
      hoover: s.reduce((gap, x, i) => gap + Math.abs(x - (p[i] as number)), 0) / 2,
      gini: giniOf(s, p),
      ...(group ? partsOf(s, p, group) : {}),
    },
    service.length < 8 ? ['fewer-than-8-places'] : [],
  );
}

function checkPlaces({ service, population, group }: Places): void {
  const first = { name: 'service', values: service };
  checkSome(first);
  checkSameLength(first, { name: 'population', values: population });
  checkNumbers(first, { min: 0 });
  checkNumbers({ name: 'population', values: population }, { min: Number.MIN_VALUE });
  if (!group) return;
  checkSameLength(first, { name: 'group', values: group });
  checkLabels({ name: 'group', values: group });
}

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((a, b) => a + b, 0);
}

function theilOf(s: number[], p: number[]): number {
  return s.reduce((t, x, i) => (x > 0 ? t + x * Math.log(x / (p[i] as number)) : t), 0);
}

/** Population form, by the area under the Lorenz curve. */
function giniOf(s: number[], p: number[]): number {
  const order = s
    .map((_, i) => i)
    .sort((a, b) => (s[a] as number) / (p[a] as number) - (s[b] as number) / (p[b] as number));
  let [reached, area] = [0, 0];
  for (const i of order) {
    area += (p[i] as number) * (2 * reached + (s[i] as number));
    reached += s[i] as number;
  }
  return 1 - area;
}

/** Within a group that has no service there is nothing to be uneven. */
function partsOf(s: number[], p: number[], group: ArrayLike<string>) {
  const names = [...new Set(Array.from(group))].sort();
  const groups = names.map((name) => {
    const own = s.map((_, i) => i).filter((i) => group[i] === name);
    const [service, people] = [sum(own.map((i) => s[i] as number)), sum(own.map((i) => p[i] as number))];
    const within =
      service > 0
        ? theilOf(
            own.map((i) => (s[i] as number) / service),
            own.map((i) => (p[i] as number) / people),
          )
        : 0;
    return { name, serviceShare: service, populationShare: people, within };
  });
  const between = theilOf(
    groups.map((g) => g.serviceShare),
    groups.map((g) => g.populationShare),
  );
  return { between, within: groups.reduce((total, g) => total + g.serviceShare * g.within, 0), groups };
}
