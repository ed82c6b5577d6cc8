import { HeliError } from '../platform/errors.ts';
import type { Transaction } from '../platform/database/flight.ts';
import { pageOf, readCursor } from '../platform/pipeline/cursor.ts';
import { atStation, SIGNED_IN } from '../platform/pipeline/procedure.ts';
import { type Asking, query } from '../platform/pipeline/query.ts';
import { CHAINS } from './chains.ts';
import { LENSES } from './codes.ts';
import type { Measure } from './measure.ts';
import { definitionOf } from './reading.ts';
import { registry } from './registry.ts';
import { type BareRow, pageAfter, rowsBehind } from './rows.ts';
import { loadNames, type Names } from './rows-store.ts';
import { Lens, LensRows, ListLensRows, ListMeasures, Measures, ShowLens } from './schema.ts';
import { resolveScope } from './scope.ts';
import { ListShocks, Shocks } from './shock-schema.ts';
import { listShocks } from './shock-store.ts';
import { factsOf, showLens, versionsOf } from './show.ts';

/** A lens over a scope and a window: its chain, its readings, what must be looked at first. */
export const showLensQuery = query({
  name: 'lenses.show',
  permit: atStation('station.see'),
  summary: 'One of the five lenses over a project, village, station, town or county and between two days',
  path: '/lenses/show',
  input: ShowLens,
  output: Lens,
  read: (transaction, input, asking) => showLens(transaction, input, asking),
});

/** Every measure as it is defined. */
export const listMeasures = query({
  name: 'lenses.list',
  permit: SIGNED_IN,
  summary: 'The lenses and every measure as it is defined',
  path: '/lenses/list',
  input: ListMeasures,
  output: Measures,
  read: async () => ({
    lenses: LENSES.map((lens) => ({ lens, title: CHAINS[lens].title })),
    items: registry.current.map(definitionOf),
  }),
});

function requireMeasure(id: string, versions: string | undefined): Measure {
  const found = registry.find(id, versionsOf(versions).get(id));
  if (!found) throw new HeliError('not-found', 'unknown-measure', { params: { measure: id } });
  return found;
}

function lensRow({ act, person, ...row }: BareRow, names: Names) {
  const who = person ?? act?.party ?? '';
  return {
    ...row,
    event: act?.event ?? null,
    person: person ?? (act?.partyKind === 'person' ? act.party : null),
    what: act ? (names.events.get(act.event) ?? '') || act.kind : '',
    who: names.parties.get(who) ?? '',
    sector: act?.sector ?? null,
    minutes: act && act.minutes > 0 ? act.minutes : null,
    amount: act && act.amount > 0 ? act.amount : null,
    evidence: act?.evidence ?? null,
  };
}

async function namesOn(transaction: Transaction, rows: BareRow[], at: { county: number; stations: string[] }) {
  return loadNames(transaction, at, {
    events: rows.flatMap(({ act }) => (act ? [act.event] : [])),
    parties: rows.map(({ act, person }) => person ?? act?.party ?? '').filter(Boolean),
  });
}

async function listRows(transaction: Transaction, input: ReturnType<typeof ListLensRows.parse>, asking: Asking) {
  const { measure: id, value, cursor, limit, ...asked } = input;
  const [day, key] = readCursor(cursor, 2);
  const measure = requireMeasure(id, asked.versions);
  const resolved = await resolveScope(transaction, asked, asking);
  const facts = await factsOf(transaction, { input: asked, resolved, measures: [measure] }, asking);
  const behind = measure.count(facts).find((cell) => cell.key === value)?.behind;
  if (!behind) throw new HeliError('not-found', 'not-found');
  const after = day !== undefined && key !== undefined ? { day, key } : null;
  const rows = pageAfter(rowsBehind(facts, behind), after, limit);
  const names = await namesOn(transaction, rows, { county: asking.county, stations: resolved.stations });
  return pageOf(rows, limit, { show: (row) => lensRow(row, names), keys: (row) => [row.day, row.key] });
}

/** The rows behind a value, the latest first: for those who may open the station's records. */
export const listLensRows = query({
  name: 'lenses.rows',
  permit: atStation('records.read'),
  summary: 'The gifts or people behind a value of a lens, the latest first',
  path: '/lenses/rows',
  input: ListLensRows,
  output: LensRows,
  read: async (transaction, input, asking) => {
    const { open } = await resolveScope(transaction, input, asking);
    if (!open) throw new HeliError('forbidden', 'forbidden');
    return listRows(transaction, input, asking);
  },
});

/** What struck the station, the latest first. */
export const listShocksQuery = query({
  name: 'lenses.shocks',
  permit: atStation('station.see'),
  summary: 'Floods, fires and the like that were logged, the latest first',
  path: '/lenses/shocks',
  input: ListShocks,
  output: Shocks,
  read: async (transaction, { station }, { county }) => ({ items: await listShocks(transaction, { county, station }) }),
});
