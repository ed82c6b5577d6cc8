import type pg from 'pg';
import { dayNumber, dayOf } from '../analysis/days.ts';
import type { Transaction } from '../platform/database/flight.ts';
import {
  type Days,
  findEarlier,
  type Interning,
  interning,
  loadChanges,
  type MonthChanges,
  type Within,
} from './acts-store.ts';
import type { Act } from './act.ts';
import { type KeptMonths, openMonths, readDays, readMonths } from './kept-months.ts';
import { once } from './once.ts';
import { residentsGave } from './participants.ts';
import { type Acts, between, joined, partiesIn, picking } from './pieces.ts';

/** Fewer days are read by themselves: their whole months would be more to read than to keep. */
const SHORT_DAYS = 31;
/** Of so many windows it is remembered who had acted before them. */
const MOST_WINDOWS = 100;
/** Of so many words (people, acts, days) each is kept once; then they are learnt anew. */
const MOST_WORDS = 500_000;

interface Kept {
  months: KeptMonths;
  before: Map<string, Before>;
  words: Map<string, string>;
  /** Of each project or village that was asked for. */
  narrowed: Map<string, Narrowing>;
  /** Of each set of stations. */
  standing: Map<string, Standing>;
}

interface Standing {
  key: string;
  put: (acts: readonly Act[]) => readonly Act[];
}

/** Who of those that were asked about had acted before a window, as long as nothing before it changes. */
interface Before {
  past: string;
  known: Map<string, boolean>;
}

const kept = new WeakMap<pg.Pool, Kept>();

function keptBy(pool: pg.Pool): Kept {
  const found: Kept = kept.get(pool) ?? {
    months: openMonths(),
    before: new Map(),
    words: new Map(),
    narrowed: new Map(),
    standing: new Map(),
  };
  kept.set(pool, found);
  return found;
}

export interface Reading {
  /** Where what was read is kept; undefined: nowhere. */
  pool: pg.Pool | undefined;
  /** Which file stands for a merged one. */
  standing: ReadonlyMap<string, string>;
  /** The days that are looked at; what lies around them is told apart. */
  window: Days;
}

export interface Found {
  acts: Acts;
  around: Acts;
  /** Of some people, those who had acted before `from`. */
  earlier: (people: readonly string[], within: Within) => Promise<Set<string>>;
}

/** Of so many projects and villages the picks are remembered. */
const MOST_NARROWED = 200;
type Narrowing = (acts: Acts) => Acts;

/** The acts of one project or village where asked for; the same pick each time, so that its months stay the same lists. */
function narrowing(store: Kept | undefined, { project, village }: Within): Narrowing {
  if (project === null && village === null) return (acts) => acts;
  const key = JSON.stringify([project, village]);
  const pick =
    store?.narrowed.get(key) ??
    picking((act) => (project === null || act.project === project) && (village === null || act.area === village));
  if (store && store.narrowed.size < MOST_NARROWED) store.narrowed.set(key, pick);
  return pick;
}

/** Puts acts under the files that stand; done once a month of acts, as long as no other files are merged. */
function standingIn(
  store: Kept | undefined,
  { stations, standing }: { stations: readonly string[]; standing: ReadonlyMap<string, string> },
): Standing['put'] {
  const [of, key] = [stations.join(), JSON.stringify([...standing])];
  const known = store?.standing.get(of);
  if (known?.key === key) return known.put;
  const stand = (act: Act): Act => ({ ...act, party: standing.get(act.party) ?? act.party });
  const put = once((acts: readonly Act[]) => (acts.some(({ party }) => standing.has(party)) ? acts.map(stand) : acts));
  store?.standing.set(of, { key, put });
  return put;
}

const dayAfter = (day: string, days: number) => dayOf(dayNumber(day) + days);

/** Words are kept as long as acts are; too many are forgotten all at once. */
function internIn(store: Kept | undefined): Interning {
  if (store && store.words.size > MOST_WORDS) store.words.clear();
  return interning(store?.words);
}

/**
 * Every act between two days. A day is read again only when it was changed since: its changes are looked up before its
 * acts, so that a change in between is seen the next time. Nothing is kept of, or given to, who may not read it all.
 */
export async function loadActs(transaction: Transaction, within: Within, reading: Reading): Promise<Found> {
  const { pool, standing, window } = reading;
  const { readable, changes } = await loadChanges(transaction, within);
  const short = dayNumber(within.to) - dayNumber(within.from) < SHORT_DAYS;
  const store = pool && readable && !short ? keptBy(pool) : undefined;
  const asked = { within, changes, kept: store?.months, intern: internIn(store) };
  const lists = short ? await readDays(transaction, asked) : await readMonths(transaction, asked);
  const put = standingIn(store, { stations: within.stations, standing });
  const all = narrowing(store, within)(joined(lists.map(put)));
  return {
    acts: between(all, window),
    around: joined([
      between(all, { from: within.from, to: dayAfter(window.from, -1) }),
      between(all, { from: dayAfter(window.to, 1), to: within.to }),
    ]),
    earlier: (people, at) => earlierOf(transaction, { within: at, people, standing, store, changes }),
  };
}

interface Asking {
  within: Within;
  people: readonly string[];
  standing: ReadonlyMap<string, string>;
  store: Kept | undefined;
  changes: readonly MonthChanges[];
}

/** What is known of a window, as long as nothing before it was changed and no files were merged. */
function beforeOf({ within, standing, store, changes }: Asking): Before {
  const earlier = changes
    .filter(({ month }) => month <= within.from)
    .map((one) => [one.station, one.month, one.changes]);
  const past = JSON.stringify([[...standing], earlier]);
  const { county, stations, from, project, village } = within;
  const key = JSON.stringify([county, stations, from, project, village]);
  const found = store?.before.get(key);
  if (found?.past === past) return found;
  const fresh: Before = { past, known: new Map() };
  store?.before.delete(key);
  store?.before.set(key, fresh);
  if (store && store.before.size > MOST_WINDOWS) store.before.delete(store.before.keys().next().value as string);
  return fresh;
}

async function earlierOf(transaction: Transaction, asking: Asking): Promise<Set<string>> {
  const { within, people, standing } = asking;
  const { known } = beforeOf(asking);
  const unknown = people.filter((person) => !known.has(person));
  const merged = [...standing].filter(([, into]) => unknown.includes(into)).map(([file]) => file);
  const found = await findEarlier(transaction, within, [...unknown, ...merged]);
  const before = new Set(found.map((file) => standing.get(file) ?? file));
  for (const person of unknown) known.set(person, before.has(person));
  return new Set(people.filter((person) => known.get(person)));
}

/** The residents who gave something by name. */
export const residentsIn = (acts: Acts): string[] => [...partiesIn(residentsGave(acts))];
