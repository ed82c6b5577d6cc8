import type pg from 'pg';
import { dayInChina } from '../../platform/clock.ts';
import { inFlight } from '../../platform/database/flight.ts';
import { KEEPER_ACCOUNT, systemAsker } from '../../platform/pipeline/asker.ts';
import { become } from '../../platform/pipeline/become.ts';
import { findTakenAt } from './snapshot-store.ts';
import { type CountyYear, takeSnapshots } from './take-snapshots.ts';

/** From one to five in the morning in China nobody waits for the machine. */
const NIGHT = { from: 1, before: 5 };
const CHINA_HOURS = 8;

function isNight(now: Date): boolean {
  const hour = (now.getUTCHours() + CHINA_HOURS) % 24;
  return hour >= NIGHT.from && hour < NIGHT.before;
}

/** This year, and in January the one before it too: its last days are still being written down. */
function yearsAt(now: Date): number[] {
  const [year, month] = dayInChina(now).split('-').map(Number) as [number, number];
  return month === 1 ? [year, year - 1] : [year];
}

async function takenToday(pool: pg.Pool, { county, year, now }: CountyYear): Promise<boolean> {
  const takenAt = await inFlight(pool, 'read', async (flight) => {
    become(flight, systemAsker(KEEPER_ACCOUNT, 0), county);
    const found = await findTakenAt(flight, { county, year, scope: 'county', subject: String(county) });
    await flight.commit();
    return found;
  });
  return takenAt !== undefined && dayInChina(takenAt) === dayInChina(now);
}

/**
 * Counts the year of every county anew, once a night, as the account of background work: who may not open records finds it
 * counted in the morning. By day nothing happens; a county that was never counted is counted at the first look.
 * @returns how many county years were counted
 */
export async function refreshAtNight(database: { app: pg.Pool; owner: pg.Pool }, now: Date): Promise<number> {
  if (!isNight(now)) return 0;
  const { rows } = await database.owner.query<{ county: number }>(
    'select distinct s.county_id as county from heli.station s order by 1',
  );
  let counted = 0;
  for (const { county } of rows) {
    for (const year of yearsAt(now)) {
      const at = { county, year, now };
      if (await takenToday(database.app, at)) continue;
      await takeSnapshots(database.app, at);
      counted++;
    }
  }
  return counted;
}
