import { componentSizes, type TwoMode, twoMode } from '../analysis/networks/graph.ts';
import { projection } from '../analysis/networks/projection.ts';
import type { Sector } from '../ledger/terms.ts';
import type { Act } from './act.ts';
import { byEvent, type Facts } from './facts.ts';
import { once } from './once.ts';
import { type Acts, perPiece } from './pieces.ts';
import type { Drawing } from './schema.ts';

/** The station's people are one party. */
export const STATION = 'station';
/** Beyond so many, only the most active are kept: centralisation would take minutes, and nobody could read the picture. */
const MOST_PARTIES = 150;
const MOST_DRAWN = 60;

const partyOf = (act: Act): string => (act.partyKind === 'account' ? STATION : act.party);
const sectorOf = (act: Act): Sector => (act.partyKind === 'account' ? 'social-work' : act.sector);

export interface Table {
  /** Parties by acts; undefined where nobody did anything. */
  mode: TwoMode | undefined;
  sectors: Record<string, Sector>;
  persons: number;
  /** How many of the less active were left out. */
  left: number;
}

interface Occasion {
  event: string;
  /** Who gave at it, each once. */
  parties: string[];
}

const occasions = perPiece((acts): Occasion[] =>
  byEvent(acts).map((own) => {
    const parties: string[] = [];
    for (const act of own) {
      const party = partyOf(act);
      if (!parties.includes(party)) parties.push(party);
    }
    return { event: own[0]?.event ?? '', parties };
  }),
);

const timesEach = perPiece((acts) => {
  const times = new Map<string, number>();
  for (const { parties } of occasions(acts).flat()) for (const party of parties) addTimes(times, party, 1);
  return times;
});

function addTimes(times: Map<string, number>, party: string, more: number): void {
  times.set(party, (times.get(party) ?? 0) + more);
}

/** In how many acts each party took part. */
const timesByParty = once((acts: Acts): Map<string, number> => {
  const times = new Map<string, number>();
  for (const piece of timesEach(acts)) for (const [party, more] of piece) addTimes(times, party, more);
  return times;
});

/** Those who took part most often, the station always; in the order of their ids among equals. */
function mostActive(acts: Acts, most: number): Set<string> {
  const ranked = [...timesByParty(acts)].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return new Set([STATION, ...ranked.slice(0, most).map(([party]) => party)]);
}

const isLater = (act: Act, known: Act): boolean =>
  act.day > known.day || (act.day === known.day && sectorOf(act) > sectorOf(known));

const latestEach = perPiece((acts) => {
  const latest = new Map<string, Act>();
  for (const act of acts) {
    const known = latest.get(partyOf(act));
    if (!known || isLater(act, known)) latest.set(partyOf(act), act);
  }
  return latest;
});

/** The latest act of a party: somebody may have been a resident first and on the committee later. */
function latestOf(acts: Acts, party: string): Act {
  const own = latestEach(acts).flatMap((latest) => latest.get(party) ?? []);
  return own.reduce((known, act) => (isLater(act, known) ? act : known));
}

/** Who took part in which act. Acts of one party alone tie nobody and are left out, but for the parties themselves. */
export const tableOf = ({ acts }: Facts): Table => wholeTable(acts);
const wholeTable = once((acts: Acts): Table => tableAmong(acts, MOST_PARTIES));

function tableAmong(acts: Acts, most: number): Table {
  const all = timesByParty(acts).size;
  const kept = all > most ? mostActive(acts, most) : undefined;
  const [party, event]: [string[], string[]] = [[], []];
  for (const occasion of occasions(acts).flat()) {
    const own = kept ? occasion.parties.filter((one) => kept.has(one)) : occasion.parties;
    if (own.length < 2) continue;
    party.push(...own);
    for (const _ of own) event.push(occasion.event);
  }
  const mode = party.length > 0 ? twoMode({ party, event }) : undefined;
  const latest = (mode?.parties ?? []).map((one) => latestOf(acts, one));
  return {
    mode,
    sectors: Object.fromEntries(latest.map((act) => [partyOf(act), sectorOf(act)])),
    persons: latest.filter((act) => act.partyKind === 'person').length,
    left: kept ? all - kept.size : 0,
  };
}

/** Of fewer parties and acts nothing is said about the whole. */
export const LEAST_TIED = { parties: 8, events: 5 };

export const enoughTied = ({ mode }: Table): boolean =>
  (mode?.parties.length ?? 0) >= LEAST_TIED.parties && (mode?.events.length ?? 0) >= LEAST_TIED.events;

/** Parties in the largest part that is left when the station and every act it was at are taken away. */
function remaining(table: TwoMode): Set<number> {
  const station = table.parties.indexOf(STATION);
  const without = { ...table, members: table.members.filter((own) => !own.includes(station)) };
  const { neighbours } = projection(without);
  const [largest = 0] = componentSizes({ parties: table.parties, neighbours, weights: [] });
  if (largest < 2) return new Set();
  for (let start = 0; start < neighbours.length; start++) {
    const part = partOf(neighbours, start);
    if (part.size === largest) return part;
  }
  return new Set();
}

function partOf(neighbours: number[][], start: number): Set<number> {
  const part = new Set([start]);
  const stack = [start];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const next of neighbours[node] ?? []) {
      if (part.has(next)) continue;
      part.add(next);
      stack.push(next);
    }
  }
  return part;
}

/** The picture: at most sixty parties, ties with their strength, and whether they met without the station. */
export function drawNetwork(facts: Facts): Drawing | null {
  const table = tableAmong(facts.acts, MOST_DRAWN);
  const { mode } = table;
  if (!mode) return null;
  const station = mode.parties.indexOf(STATION);
  const [counts, strengths] = [projection(mode), projection(mode, 'newman')];
  const apart = projection({ ...mode, members: mode.members.filter((own) => !own.includes(station)) });
  const holds = remaining(mode);
  const ties = counts.neighbours.flatMap((own, from) =>
    own.flatMap((to, i) =>
      to > from
        ? [
            {
              from,
              to,
              times: counts.weights[from]?.[i] ?? 0,
              strength: strengths.weights[from]?.[i] ?? 0,
              without: apart.neighbours[from]?.includes(to) ?? false,
            },
          ]
        : [],
    ),
  );
  const nodes = mode.parties.map((key, i) => ({
    key,
    name: key === STATION ? '' : (facts.partners.get(key) ?? facts.people.get(key) ?? ''),
    sector: table.sectors[key] as Sector,
    station: key === STATION,
    remains: holds.has(i),
  }));
  return { kind: 'network', nodes, ties };
}
