import type { Transaction } from '../platform/database/flight.ts';
import { FOLLOW_UP } from './rules.ts';

/** Works out anew when some people's next visit is owed: after a visit, a new follow-up level, a move, a merge. */
export function settleFollowUps(
  transaction: Transaction,
  at: { county: number; station: string },
  people: readonly string[],
): void {
  if (people.length === 0) return;
  transaction.post({
    name: 'people.followUps',
    text: 'select heli.settle_follow_ups($1, $2, $3, $4)',
    values: [at.county, at.station, [...new Set(people)], Object.values(FOLLOW_UP.days)],
  });
}
