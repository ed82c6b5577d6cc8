import type pg from 'pg';
import { dayNumber, dayOf } from '../analysis/days.ts';
import type { Transaction } from '../platform/database/flight.ts';
import {
  type Days,
  findEarlier,
  type Interning,
  interning,
  loadChanges,
  loadMonths,
  type StationMonth,
  type Within,
} from './acts-store.ts';
import type { Act } from './facts.ts';
import { once } from './once.ts';
import { residentsGave } from './participants.ts';
import { type Acts, between, joined, partiesIn } from './pieces.ts';

/** So many acts are remembered over all stations (some 100 MB with what was counted of them); the month asked for longest ago goes first. */
const MOST_ACTS = 300_000;
/** Of so many windows it is remembered who had acted before them. */
const MOST_WINDOWS = 100;
/** Of so many words (people, acts, days) each is kept once; then they are learnt anew. */
const MOST_WORDS = 500_000;

interface KeptMonth {
  changes: number;
  acts: readonly Act[];
}

interface Kept {
  months: Map<string, KeptMonth>;
  /** What they weigh together, in acts. */
  weight: number;
  before: Map<string, Before>;
  words: Map<string, string>;
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
    months: new Map(),
    weight: 0,
    before: new Map(),
    words: new Map(),
    standing: new Map(),
  };
  kept.set(pool, found);
  return found;
}

/** An empty month takes some room too. */
const weightOf = ({ acts }: KeptMonth): number => acts.length + 50;

const keyOf = ({ station, month }: StationMonth) => `${station} ${month}`;

/** The first days of the months that two days span. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (let day = `${from.slice(0, 7)}-01`; day <= to; ) {
    months.push(day);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    day = `${year}-${String(month).padStart(2, '0')}-01`;
  }
  return months;
}

function remember(store: Kept, at: StationMonth, month: KeptMonth): void {
  forget(store, keyOf(at));
  store.months.set(keyOf(at), month);
  store.weight += weightOf(month);
  for (const key of store.months.keys()) {
    if (store.weight <= MOST_ACTS) return;
    forget(store, key);
  }
}

function forget(store: Kept, key: string): void {
  const found = store.months.get(key);
  if (!found) return;
  store.weight -= weightOf(found);
  store.months.delete(key);
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

/** The acts of one project or village where asked for. */
function asAsked(acts: readonly Act[], { project, village }: Within): readonly Act[] {
  if (project === null && village === null) return acts;
  return acts.filter(
    (act) => (project === null || act.project === project) && (village === null || act.area === village),
  );
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

/** A few days are read by themselves: their whole months would be more to read than to keep. */
const isShort = ({ from, to }: Days): boolean => dayNumber(to) - dayNumber(from) < 31;

/** Words are kept as long as acts are; too many are forgotten all at once. */
function internIn(store: Kept | undefined): Interning {
  if (store && store.words.size > MOST_WORDS) store.words.clear();
  return interning(store?.words);
}

/** Each month's acts: those kept that stand unchanged, the others read. */
async function readMonths(
  transaction: Transaction,
  { within, store, days, counts }: { within: Within; store: Kept | undefined; days: Days | undefined; counts: Counts },
): Promise<(StationMonth & KeptMonth)[]> {
  const { county, stations } = within;
  const months = monthsBetween(within.from, within.to).flatMap((month) =>
    stations.map((station) => ({ station, month, changes: counts.get(keyOf({ station, month })) ?? 0 })),
  );
  const known = months.map((at) => {
    const found = store?.months.get(keyOf(at));
    return found?.changes === at.changes ? found : undefined;
  });
  const unread = months.filter((_, nth) => !known[nth]);
  const read = await loadMonths(transaction, { county, months: unread, days, intern: internIn(store) });
  const lists = months.map((at, nth) => ({ ...at, acts: known[nth]?.acts ?? read[unread.indexOf(at)] ?? [] }));
  if (store) for (const { station, month, ...kept } of lists) remember(store, { station, month }, kept);
  return lists;
}

/** How often each station's month was changed. */
type Counts = ReadonlyMap<string, number>;

/**
 * Every act between two days. A month is read again only when it was changed since: its changes are looked up before its
 * acts, so that a change in between is seen the next time. Nothing is kept of, or given to, who may not read it all.
 */
export async function loadActs(transaction: Transaction, within: Within, reading: Reading): Promise<Found> {
  const { pool, standing, window } = reading;
  const { readable, changes } = await loadChanges(transaction, within);
  const days = isShort(within) ? within : undefined;
  const store = pool && readable && !days ? keptBy(pool) : undefined;
  const counts = new Map(changes.map((one) => [keyOf(one), one.changes]));
  const months = await readMonths(transaction, { within, store, days, counts });
  const put = standingIn(store, { stations: within.stations, standing });
  const all = joined(months.map(({ acts }) => asAsked(put(acts), within)));
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
  changes: readonly (StationMonth & { changes: number })[];
}

/** What is known of a window, as long as nothing before it was changed and no files were merged. */
function beforeOf({ within, standing, store, changes }: Asking): Before {
  const past = JSON.stringify([[...standing], changes.filter(({ month }) => month <= within.from)]);
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
