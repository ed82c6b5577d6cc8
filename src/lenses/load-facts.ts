import { dayNumber, dayOf, lastOfMonth } from '../analysis/days.ts';
import type { Transaction } from '../platform/database/flight.ts';
import type pg from 'pg';
import { type Days, findStandingFiles, listPeopleNames, type Within } from './acts-store.ts';
import type { FactKind, Facts, ShockFact } from './facts.ts';
import { loadActs, residentsIn } from './kept-acts.ts';
import { SHOCK_WINDOWS } from './measures/a6-shock-response.ts';
import { STATION, tableOf } from './network.ts';
import { type Acts, telling } from './pieces.ts';
import { stageWindows } from './stages.ts';
import {
  countReached,
  findGroup,
  listSheetsIn,
  listShocksIn,
  listVillagesOf,
  loadPartners,
  loadPlaces,
  loadProjects,
  loadServed,
} from './store.ts';

export interface Loading extends Within {
  /** The last day of which anything can be known. */
  today: string;
  needs: ReadonlySet<FactKind>;
  group?: string | undefined;
  /** Where acts that were read are kept for the next look; undefined: nowhere. */
  pool?: pg.Pool | undefined;
}

/** The days that shocks and stages need besides the window. */
function widened({ from, to }: Within, shocks: readonly ShockFact[], windows: readonly { from: string }[]) {
  const { days, before, after } = SHOCK_WINDOWS;
  const starts = shocks.map((shock) => dayNumber(shock.from));
  const earliest = [from, ...windows.map((window) => window.from)].map((day) => dayNumber(day));
  const first = dayOf(Math.min(...earliest, ...starts.map((start) => start - days * before)));
  const last = dayOf(Math.max(dayNumber(to), ...starts.map((start) => start + days * after)));
  return { from: first, to: last };
}

const monthsOf = ({ from, to }: Days): Days => ({ from: `${from.slice(0, 7)}-01`, to: lastOfMonth(to) });

async function coverage(transaction: Transaction, loading: Loading) {
  const { needs, project } = loading;
  if (project || !(needs.has('served') || needs.has('reach')))
    return { served: [], places: [], group: loading.group ?? '' };
  const villages = await listVillagesOf(transaction, loading);
  const group =
    loading.group ??
    (await findGroup(
      transaction,
      loading,
      villages.map(({ area }) => area),
    ));
  const [places, served] = await Promise.all([
    loadPlaces(transaction, loading, { villages, group }),
    needs.has('served') ? loadServed(transaction, { ...loading, ...monthsOf(loading) }, group) : [],
  ]);
  return { served, places, group };
}

/** How many of the group were reached in the months of each window. */
async function reachIn(transaction: Transaction, loading: Loading & { windows: readonly Days[]; group: string }) {
  const { windows, group } = loading;
  if (loading.project || windows.length === 0) return [];
  const people = await countReached(transaction, loading, { windows: windows.map(monthsOf), group });
  return windows.map(({ from }, nth) => ({ from, people: people[nth] ?? 0 }));
}

const projectsIn = telling(({ project }) => project);
const partnersIn = telling(({ partyKind, party }) =>
  partyKind === 'organisation' || partyKind === 'group' ? party : '',
);

async function names(transaction: Transaction, loading: Loading, acts: Acts) {
  return Promise.all([
    loadProjects(transaction, loading, [...projectsIn(acts)]),
    loadPartners(transaction, loading, [...partnersIn(acts)]),
  ]);
}

/** Names of those who stand in the picture of ties. */
async function peopleDrawn(transaction: Transaction, loading: Loading, facts: Facts): Promise<Map<string, string>> {
  if (!loading.needs.has('names')) return new Map();
  const drawn = (tableOf(facts).mode?.parties ?? []).filter((key) => key !== STATION && !facts.partners.has(key));
  const rows = await listPeopleNames(transaction, loading, drawn);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Reads the facts of a scope and a window: some dozen statements, however many acts there are. */
export async function loadFacts(transaction: Transaction, loading: Loading): Promise<Facts> {
  const { needs, from, to, today } = loading;
  const shocks = needs.has('shocks') ? await listShocksIn(transaction, loading) : [];
  const until = [today, to].sort()[0] as string;
  const windows = needs.has('stages') ? stageWindows(until) : [];
  const [standing, sheets, covered] = await Promise.all([
    findStandingFiles(transaction, loading),
    needs.has('sheets') ? listSheetsIn(transaction, loading) : [],
    coverage(transaction, loading),
  ]);
  const { acts, around, earlier } = await loadActs(
    transaction,
    { ...loading, ...widened(loading, shocks, windows) },
    { standing, pool: loading.pool, window: { from, to } },
  );
  const [projects, partners] = await names(transaction, loading, acts);
  const facts: Facts = {
    from,
    to,
    until,
    acts,
    around,
    earlier: needs.has('earlier') ? await earlier(residentsIn(acts), loading) : new Set(),
    ...covered,
    months: monthsOf(loading),
    shocks,
    projects,
    partners,
    people: new Map(),
    sheets,
    reach: await reachIn(transaction, { ...loading, windows, group: covered.group }),
  };
  return { ...facts, people: await peopleDrawn(transaction, loading, facts) };
}
