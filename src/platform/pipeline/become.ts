import type { Transaction } from '../database/flight.ts';
import type { Asker } from './asker.ts';

/** Says who asks, for this transaction; travels in the same flight as what follows. */
export function become(transaction: Transaction, asker: Asker, county: number): void {
  transaction.post({
    name: 'become',
    text: 'select heli.become($1, $2, $3)',
    values: [asker.id, county, asker.session],
  });
}
