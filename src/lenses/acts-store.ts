import type { Transaction } from '../platform/database/flight.ts';
import type { Strategy } from '../ledger/terms.ts';
import type { Act } from './act.ts';

/** The stations of a scope with its days, and what narrows it: a project, or a village. */
export interface Within {
  county: number;
  stations: readonly string[];
  from: string;
  to: string;
  project: string | null;
  village: string | null;
}

export type Days = Pick<Within, 'from' | 'to'>;

/** Some days of a station, both ends among them. */
export interface Span extends Days {
  station: string;
}

/** A month of a station: acts are kept by these. */
export interface StationMonth {
  station: string;
  /** Its first day. */
  month: string;
}

export interface MonthChanges extends StationMonth {
  changes: number;
  /** Of each day that was ever changed: 2026-03-01:2,2026-03-04:1. */
  days: string;
}

const ZERO = "'00000000-0000-0000-0000-000000000000'";

/** What many gifts have in common: it is read, and looked up, as one word. Joined by ||: concat_ws takes three times as long. */
const SHARED = [
  'f.party_kind',
  'f.sector',
  'f.form',
  'f.mode',
  'f.pay',
  'f.kind',
  'f.phase',
  "replace(f.strategies, ',', ' ')",
  'f.initiator',
  'f.asked_by',
  'f.with_worker::text',
  'f.evidence::text',
  `case when f.project_id = ${ZERO} then '' else f.project_id::text end`,
  'f.area',
  'f.entered_by::text',
  'f.days_late::text',
].join(" || '|' || ");

/** A month's gifts, a column a list. */
const COLUMNS = {
  ids: 'f.contribution_id',
  events: 'f.event_id',
  parties: 'f.party_id',
  days: 'f.day',
  minutes: 'f.minutes',
  amounts: "case when f.amount = 0 then '0' else f.amount::text end",
  shared: SHARED,
} as const;
type Column = keyof typeof COLUMNS;

type Gifts = Record<Column, string> & { nth: number };

/** Equal words become one word: sets and maps of them are then as fast as of numbers. */
export type Interning = (text: string) => string;

/** Words that were seen before: as long as somebody holds on to it. */
export function interning(known: Map<string, string> = new Map()): Interning {
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    // A piece of a long text holds on to the whole of it and is slow to compare: a word of its own is kept.
    const own = Buffer.from(text).toString();
    known.set(own, own);
    return own;
  };
}

type Shared = Omit<Act, 'id' | 'event' | 'party' | 'day' | 'minutes' | 'amount'>;

function readShared(text: string, intern: Interning): Shared {
  const [partyKind, sector, form, mode, pay, kind, phase, strategies, initiator, askedBy, ...others] = text
    .split('|')
    .map(intern);
  const [withWorker, evidence, project, area, enteredBy, daysLate] = others;
  return {
    ...({ partyKind, sector, form, mode, pay, kind, phase, initiator, askedBy, project, area, enteredBy } as Shared),
    strategies: strategies ? (strategies.split(' ') as Strategy[]) : [],
    withWorker: withWorker === 'true',
    evidence: Number(evidence),
    daysLate: Number(daysLate),
  };
}

/** Each different text is read once. */
function sharedIn(texts: readonly string[], intern: Interning): Map<string, Shared> {
  return new Map([...new Set(texts)].map((text) => [text, readShared(text, intern)]));
}

/** Written out field by field: objects made by spreading are several times as slow to read. */
function readGifts(row: Gifts, intern: Interning): Act[] {
  const list = (column: Column) => row[column].split(',');
  const [ids, events, parties, days] = [list('ids'), list('events'), list('parties'), list('days')];
  const [minutes, amounts, texts] = [list('minutes'), list('amounts'), list('shared')];
  const shared = sharedIn(texts, intern);
  return ids.map((id, i): Act => {
    const own = shared.get(texts[i] as string) as Shared;
    return {
      id,
      event: intern(events[i] as string),
      day: intern(days[i] as string),
      party: intern(parties[i] as string),
      minutes: Number(minutes[i]),
      amount: Number(amounts[i]),
      partyKind: own.partyKind,
      sector: own.sector,
      form: own.form,
      mode: own.mode,
      pay: own.pay,
      kind: own.kind,
      phase: own.phase,
      strategies: own.strategies,
      initiator: own.initiator,
      askedBy: own.askedBy,
      withWorker: own.withWorker,
      evidence: own.evidence,
      project: own.project,
      area: own.area,
      enteredBy: own.enteredBy,
      daysLate: own.daysLate,
    };
  });
}

const AGGREGATES = Object.entries(COLUMNS)
  .map(([name, column]) => `string_agg((${column})::text, ',') as ${name}`)
  .join(', ');

/**
 * The acts of some spans of days, each list where its span stands, in the order of the days; the gifts of an act stand
 * together. A span comes as one row, a column a list: read gift by gift it would take several times as long.
 */
export async function loadSpans(
  transaction: Transaction,
  { county, spans, intern }: { county: number; spans: readonly Span[]; intern: Interning },
): Promise<Act[][]> {
  if (spans.length === 0) return [];
  const rows = await transaction.send<Gifts>({
    name: 'lenses.spans',
    text: `select w.nth::int, x.* from unnest($2::uuid[], $3::date[], $4::date[]) with ordinality as w (station, first, last, nth),
      lateral (select ${AGGREGATES} from (select * from heli.given_fact f where f.county_id = $1 and f.station_id = w.station
            and f.day >= w.first and f.day <= w.last order by f.day, f.event_id) f having count(*) > 0) x`,
    values: [county, spans.map(({ station }) => station), spans.map(({ from }) => from), spans.map(({ to }) => to)],
  });
  const acts: Act[][] = spans.map(() => []);
  for (const row of rows) acts[row.nth - 1] = readGifts(row, intern);
  return acts;
}

/** How often the facts of each whole month up to a day's were changed; `readable`: the wall lets the asker read all of them. */
export async function loadChanges(
  transaction: Transaction,
  { county, stations, to }: Pick<Within, 'county' | 'stations' | 'to'>,
): Promise<{ readable: boolean; changes: MonthChanges[] }> {
  const [rows, [may]] = await Promise.all([
    transaction.send<MonthChanges>({
      name: 'lenses.changes',
      text: `select d.station_id as station, date_trunc('month', d.day)::date as month, sum(d.changes)::int as changes,
          string_agg(d.day || ':' || d.changes, ',') as days
        from heli.fact_day d where d.county_id = $1 and d.station_id = any ($2::uuid[]) and d.day < date_trunc('month', $3::date) + interval '1 month'
        group by 1, 2 order by 1, 2`,
      values: [county, stations, to],
    }),
    transaction.send<{ readable: boolean }>({
      name: 'lenses.readable',
      text: `select $1::uuid[] <@ heli.asking_stations('reads') as readable`,
      values: [stations],
    }),
  ]);
  return { readable: may?.readable ?? false, changes: rows };
}

/** Which file stands for a merged one. */
export async function findStandingFiles(
  transaction: Transaction,
  { county, stations }: Pick<Within, 'county' | 'stations'>,
): Promise<Map<string, string>> {
  const rows = await transaction.send<{ id: string; standing: string }>({
    name: 'lenses.standing',
    text: `select p.id, p.merged_into as standing from heli.person p
      where p.county_id = $1 and p.station_id = any ($2::uuid[]) and p.merged_into is not null order by p.id`,
    values: [county, stations],
  });
  return new Map(rows.map((row) => [row.id, row.standing]));
}

/** Of some files, those under which a resident gave something before the days of a window. */
export async function findEarlier(
  transaction: Transaction,
  { county, stations, from, project, village }: Within,
  files: readonly string[],
): Promise<string[]> {
  if (files.length === 0) return [];
  const rows = await transaction.send<{ ids: string[] | null }>({
    name: 'lenses.earlier',
    text: `select array_agg(i.id) as ids from unnest($4::uuid[]) as i (id) where exists (select from heli.given_fact f
        where f.county_id = $1 and f.station_id = any ($2::uuid[]) and f.party_id = i.id and f.day < $3
          and f.sector = 'resident' and f.project_id = coalesce($5, f.project_id) and f.area = coalesce($6, f.area))`,
    values: [county, stations, from, files, project, village],
  });
  return rows[0]?.ids ?? [];
}

export interface NamedRow {
  id: string;
  name: string;
}

/** Names of people, as far as a picture needs them. */
export function listPeopleNames(
  transaction: Transaction,
  { county, stations }: Pick<Within, 'county' | 'stations'>,
  ids: readonly string[],
): Promise<NamedRow[]> {
  return transaction.send<NamedRow>({
    name: 'lenses.names',
    text: `select p.id, p.name from heli.person p
      where p.county_id = $1 and p.station_id = any ($2::uuid[]) and p.id = any ($3::uuid[])`,
    values: [county, stations, ids],
  });
}
