import type { Interval } from '../analysis/answer.ts';
import { randomFrom } from '../analysis/random.ts';
import { ratioBootstrap } from '../analysis/uncertainty/ratio-bootstrap.ts';
import type { Act } from './facts.ts';
import { perPiece } from './pieces.ts';

/** Stored, so that the limits can be computed again. */
const SEED = 20260101;
const DRAWS = 999;

type Sums = Map<string, [counted: number, all: number]>;

function addTo(sums: Sums, party: string, [counted, all]: readonly [number, number]): void {
  const own = sums.get(party);
  if (!own) {
    sums.set(party, [counted, all]);
    return;
  }
  own[0] += counted;
  own[1] += all;
}

/**
 * Limits of a share of minutes when others of the same kind had given them: whoever gave is drawn whole. Null under ten
 * givers. Givers stand in the order of what they gave, not of their ids, so that pseudonyms give the same digits.
 */
export function spreading(counts: (act: Act) => boolean): (acts: readonly Act[]) => Interval | null {
  const sumsEach = perPiece((acts) => {
    const sums: Sums = new Map();
    for (const act of acts) addTo(sums, act.party, [counts(act) ? act.minutes : 0, act.minutes]);
    return sums;
  });
  return (acts) => {
    const sums: Sums = new Map();
    for (const [party, own] of sumsEach(acts).flatMap((one) => [...one])) addTo(sums, party, own);
    return limitsOf([...sums.values()]);
  };
}

function limitsOf(sums: [counted: number, all: number][]): Interval | null {
  const order = sums.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const [numerator, denominator] = [order.map(([top]) => top), order.map(([, bottom]) => bottom)];
  const found = ratioBootstrap({ numerator, denominator, random: randomFrom(SEED), draws: DRAWS });
  return found.status === 'ok' ? { lower: found.lower, upper: found.upper } : null;
}
