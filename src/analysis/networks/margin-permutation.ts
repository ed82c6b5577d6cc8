/**
 * Question: is a figure of the network more than what the sizes of events and the diligence of parties bring about?
 * Method: swap memberships (curveball trades between pairs of events) so that every party keeps its number of events and
 *   every event its size; compute the figure again; p = (as extreme + 1)/(draws + 1), two-sided about the mean.
 * Assumptions: margins are given. When not to use it: with fewer than 1000 draws for a published p.
 * Cost: O(draws · events · mean size). Source: Strona et al. 2014, doi:10.1038/ncomms5114; Phipson & Smyth 2010.
 */
import { answered, unanswered } from '../answer.ts';
import { mean } from '../quantile.ts';
import { type Random, shuffle } from '../random.ts';
import type { TwoMode } from './graph.ts';

interface Options {
  random: Random;
  draws?: number;
}

/** Observed figure, its mean over the draws, and p. */
export function marginPermutation(
  table: TwoMode,
  figure: (table: TwoMode) => number,
  { random, draws = 1000 }: Options,
) {
  if (table.events.length < 2) return unanswered('too-few', 'fewer-than-2-events');
  const observed = figure(table);
  let members = table.members.map((own) => [...own]);
  for (let trade = 0; trade < 5 * members.length; trade++) members = traded(members, random);
  const drawn = Array.from({ length: draws }, () => {
    for (let trade = 0; trade < members.length; trade++) members = traded(members, random);
    return figure({ ...table, members });
  });
  const middle = mean(drawn);
  const extreme = drawn.filter((x) => Math.abs(x - middle) >= Math.abs(observed - middle) - 1e-12).length;
  return answered({ observed, expected: middle, p: (extreme + 1) / (draws + 1), draws });
}

/** Two events exchange members that only one of them has. */
function traded(members: number[][], random: Random): number[][] {
  const a = random.below(members.length);
  const b = (a + 1 + random.below(members.length - 1)) % members.length;
  const [one, other] = [members[a] as number[], members[b] as number[]];
  const onlyOne = one.filter((i) => !other.includes(i));
  const pool = [...onlyOne, ...other.filter((i) => !one.includes(i))];
  const shared = one.filter((i) => other.includes(i));
  shuffle(pool, random);
  const next = [...members];
  next[a] = [...shared, ...pool.slice(0, onlyOne.length)].sort((x, y) => x - y);
  next[b] = [...shared, ...pool.slice(onlyOne.length)].sort((x, y) => x - y);
  return next;
}
