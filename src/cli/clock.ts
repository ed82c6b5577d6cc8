import type pg from 'pg';
import { KEEPER_ACCOUNT } from '../platform/pipeline/asker.ts';
import { type Desk, EXIT } from './desk.ts';
import { withOwnerPool } from './place.ts';
import { told } from './words.ts';

interface StationClock {
  county: number;
  station: string;
  at: string;
  ahead: boolean;
}

const CLOCKS = `
  select county_id as county, station_id as station, clock_at > now() as ahead,
    to_char(clock_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as at
  from heli.journal_head where seq > 0 order by county_id, station_id`;

async function accept(pool: pg.Pool, clocks: StationClock[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (const { county, station } of clocks.filter((clock) => clock.ahead)) {
      await client.query('begin');
      await client.query('select heli.become($1, $2, null)', [KEEPER_ACCOUNT, county]);
      await client.query('select heli.accept_clock($1)', [station]);
      await client.query('commit');
    }
  } finally {
    client.release();
  }
}

/**
 * Shows when each station last recorded. A station whose last line lies ahead of this computer's clock records
 * nothing more until the clock has caught up, or the keeper accepts the present time.
 */
export async function clock(options: { data: string; accept?: boolean }, desk: Desk): Promise<number> {
  const clocks = await withOwnerPool(options.data, async (pool) => {
    const { rows } = await pool.query<StationClock>(CLOCKS);
    if (options.accept) await accept(pool, rows);
    return rows;
  });
  const late = told(desk.language, 'clock-ahead');
  for (const { station, at, ahead } of clocks) desk.tell('clock-line', { station, at, ahead: ahead ? late : '' });
  if (clocks.length === 0) desk.tell('chain-none');
  if (options.accept) desk.tell('clock-accepted');
  desk.answer({ stations: clocks, accepted: options.accept === true });
  return EXIT.done;
}
