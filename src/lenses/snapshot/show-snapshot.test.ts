import { expect, test } from 'vitest';
import type { Transaction } from '../../platform/database/flight.ts';
import type { Asking } from '../../platform/pipeline/query.ts';
import { showSnapshot } from './show-snapshot.ts';

const STATION = '018f0000-0000-7000-8000-000000000001';
const ROW = { taken_at: new Date('2026-06-01T00:00:00Z'), lens: { name: '', year: { from: '', to: '' } } };

/** A database in which a county's year is kept between the first and the second answer. */
function keptBetween(): Transaction {
  let asked = 0;
  return { send: async () => (asked++ === 0 ? [] : [ROW]) } as unknown as Transaction;
}

const asking = {
  county: 990101,
  context: { services: { pool: {}, clock: () => new Date('2026-06-01T08:00:00Z') } },
} as unknown as Asking;

test.each(['station', 'county'] as const)(
  'who asks for the %s while the county is counted for the first time is shown it, not refused',
  async (scope) => {
    const input = { station: STATION, scope, from: '2026-01-01', to: '2026-12-31', project: null, village: null };
    const asked = { lens: 'value', input, resolved: { town: '990101001000', name: '清河镇' } };
    const shown = await showSnapshot(keptBetween(), asked as unknown as Parameters<typeof showSnapshot>[1], asking);
    expect(shown.asOf).toBe('2026-06-01T00:00:00.000Z');
  },
);
