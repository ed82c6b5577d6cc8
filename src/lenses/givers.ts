import type { Interval } from '../analysis/answer.ts';
import { clusteredShare, type ShareSums, shareSums } from '../analysis/uncertainty/clustered-share.ts';
import type { Act } from './act.ts';
import { type Acts, perPiece } from './pieces.ts';

type Given = Map<string, [counted: number, all: number]>;

function addTo(given: Given, party: string, [counted, all]: readonly [number, number]): void {
  const own = given.get(party);
  if (!own) {
    given.set(party, [counted, all]);
    return;
  }
  own[0] += counted;
  own[1] += all;
}

/** Sums over those who gave, of the minutes that count and of all their minutes: what the limits of a share are told by. */
export function giversOf(counts: (act: Act) => boolean): (acts: Acts) => ShareSums {
  const each = perPiece((acts) => {
    const given: Given = new Map();
    for (const act of acts) addTo(given, act.party, [counts(act) ? act.minutes : 0, act.minutes]);
    return given;
  });
  return (acts) => {
    const given: Given = new Map();
    for (const one of each(acts)) for (const [party, own] of one) addTo(given, party, own);
    const sums = [...given.values()];
    return shareSums(
      sums.map(([counted]) => counted),
      sums.map(([, all]) => all),
    );
  };
}

/** Limits of a share of minutes had others of the same kind given them; null under ten givers. */
export function limitsOf(sums: ShareSums): Interval | null {
  const found = clusteredShare(sums);
  return found.status === 'ok' ? { lower: found.lower, upper: found.upper } : null;
}
