import type { Transaction } from './flight.ts';

/** Which columns of a county table are written, with their types. */
export type Columns = Record<string, string>;

/**
 * Writes rows of one station into a county table: one statement whether one row or a thousand. The rows travel as JSON,
 * so a column's value is what JSON can say (dates as words, arrays as arrays).
 */
export function insertRows<Shape extends Columns>(
  transaction: Transaction,
  at: { county: number; station: string },
  into: { table: string; columns: Shape; rows: Record<keyof Shape, unknown>[]; onConflict?: string },
): void {
  if (into.rows.length === 0) return;
  const names = Object.keys(into.columns).join(', ');
  const types = Object.entries(into.columns).map(([name, type]) => `${name} ${type}`);
  transaction.post({
    name: `insert.${into.table}`,
    text: `insert into heli.${into.table} (county_id, station_id, ${names})
      select $1, $2, ${names} from jsonb_to_recordset($3::jsonb) as r (${types.join(', ')}) ${into.onConflict ?? ''}`,
    values: [at.county, at.station, JSON.stringify(into.rows)],
  });
}
