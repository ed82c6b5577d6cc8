import type pg from 'pg';
import { dayInChina } from '../../platform/clock.ts';
import { inFlight } from '../../platform/database/flight.ts';
import { KEEPER_ACCOUNT, systemAsker } from '../../platform/pipeline/asker.ts';
import { become } from '../../platform/pipeline/become.ts';
import { VERSION } from '../../platform/version.ts';
import { LENSES } from '../codes.ts';
import { needsOf } from '../lens.ts';
import { loadFacts } from '../load-facts.ts';
import { evidenceOf, flagsOf } from '../quality.ts';
import { countMeasure } from '../reading.ts';
import { registry } from '../registry.ts';
import { closedLens } from './closed-lens.ts';
import { hiddenIn } from './hide.ts';
import { listCountyStations, saveSnapshot, type StationSeen } from './snapshot-store.ts';
import { type Node, nodeOf, nodesOf } from './tree.ts';

export interface CountyYear {
  county: number;
  year: number;
  now: Date;
}

const asKeeper = systemAsker(KEEPER_ACCOUNT, 0);

/** A year as it is counted: whole, so that no two windows can be taken from one another. */
export const yearOf = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** Counts one station's year: the facts are forgotten, only the cells are kept. */
async function countStation(pool: pg.Pool, { county, year, now }: CountyYear, station: StationSeen): Promise<Node> {
  const needs = needsOf(registry.current);
  needs.delete('names');
  const facts = await inFlight(pool, 'read', async (flight) => {
    become(flight, asKeeper, county);
    const within = { county, stations: [station.id], ...yearOf(year), project: null, village: null };
    const loaded = await loadFacts(flight, { ...within, today: dayInChina(now), needs });
    await flight.commit();
    return loaded;
  });
  return {
    scope: 'station',
    subject: station.id,
    name: station.name,
    stations: [station.id],
    counted: registry.current.map((measure) => countMeasure(measure, facts)),
    flags: flagsOf(facts.acts),
    evidence: evidenceOf(facts.acts),
    children: [],
  };
}

async function countCounty(pool: pg.Pool, at: CountyYear): Promise<Node | undefined> {
  const stations = await inFlight(pool, 'read', async (flight) => {
    become(flight, asKeeper, at.county);
    const rows = await listCountyStations(flight, at.county);
    await flight.commit();
    return rows;
  });
  const towns = new Map<string, { name: string; nodes: Node[] }>();
  for (const station of stations) {
    const town = `${station.area.slice(0, 9)}000`;
    const own = towns.get(town) ?? { name: station.town, nodes: [] };
    own.nodes.push(await countStation(pool, at, station));
    towns.set(town, own);
  }
  if (towns.size === 0) return undefined;
  const nodes = [...towns].map(([subject, { name, nodes: own }]) => nodeOf({ scope: 'town', subject, name }, own));
  return nodeOf({ scope: 'county', subject: String(at.county), name: '' }, nodes);
}

/**
 * Counts a county's year, station after station, as the account of background work, hides what is too small to be told,
 * and keeps the rest for those who see the stations and may not open their records.
 */
export async function takeSnapshots(pool: pg.Pool, at: CountyYear): Promise<void> {
  const county = await countCounty(pool, at);
  if (!county) return;
  const hidden = hiddenIn(county);
  const kept = { county: at.county, year: at.year, takenAt: at.now, program: VERSION };
  await inFlight(pool, 'write', async (flight) => {
    become(flight, asKeeper, at.county);
    for (const node of nodesOf(county)) {
      const closing = { node, hidden, year: yearOf(at.year) };
      const lenses = Object.fromEntries(LENSES.map((lens) => [lens, closedLens(lens, closing)]));
      saveSnapshot(flight, kept, { node, lenses });
    }
    await flight.commit();
  });
}
