import type { Transaction } from '../platform/database/flight.ts';
import type { Strategy } from '../ledger/terms.ts';
import type { Act } from './facts.ts';

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

/** A month of a station: acts are read and kept by these. */
export interface StationMonth {
  station: string;
  /** Its first day. */
  month: string;
}

const ZERO = "'00000000-0000-0000-0000-000000000000'";

/** What many gifts have in common: they are read once for all of them. */
const SHARED = `f.party_kind, f.sector, f.form, f.mode, f.pay, f.kind, f.phase, f.strategies, f.initiator, f.asked_by, f.with_worker,
  f.evidence, f.project_id, f.area, f.entered_by, f.days_late`;

interface Gifts {
  nth: number;
  party_kind: Act['partyKind'];
  sector: Act['sector'];
  form: Act['form'];
  mode: Act['mode'];
  pay: Act['pay'];
  kind: Act['kind'];
  phase: Act['phase'];
  strategies: string;
  initiator: Act['initiator'];
  asked_by: Act['askedBy'];
  with_worker: boolean;
  evidence: number;
  project: string;
  area: string;
  entered_by: string;
  days_late: number;
  ids: string;
  events: string;
  parties: string;
  days: string;
  minutes: string;
  amounts: string;
}

/** Equal words become one word: sets and maps of them are then as fast as of numbers. */
function interning(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    known.set(text, text);
    return text;
  };
}

/** Written out field by field, so that all have one shape. */
function readGifts(row: Gifts, month: string, intern: (text: string) => string): Act[] {
  const [ids, events, parties] = [row.ids.split(','), row.events.split(','), row.parties.split(',')];
  const [days, minutes, amounts] = [row.days.split(','), row.minutes.split(','), row.amounts.split(',')];
  const strategies = (row.strategies ? row.strategies.split(',') : []) as Strategy[];
  const start = month.slice(0, 8);
  return parties.map(
    (party, i): Act => ({
      id: ids[i] as string,
      event: intern(events[i] as string),
      day: intern(start + days[i]),
      partyKind: row.party_kind,
      party: intern(party),
      sector: row.sector,
      form: row.form,
      mode: row.mode,
      pay: row.pay,
      minutes: Number(minutes[i]),
      amount: Number(amounts[i]),
      kind: row.kind,
      phase: row.phase,
      strategies,
      initiator: row.initiator,
      askedBy: row.asked_by,
      withWorker: row.with_worker,
      evidence: row.evidence,
      project: row.project,
      area: row.area,
      enteredBy: row.entered_by,
      daysLate: row.days_late,
    }),
  );
}

/**
 * The acts of some months, or of some days in them, each list where its month stands. Gifts that have much in common come as one row: read gift by
 * gift they would take several times as long.
 */
export async function loadMonths(
  transaction: Transaction,
  { county, months, days }: { county: number; months: readonly StationMonth[]; days: Days | undefined },
): Promise<Act[][]> {
  if (months.length === 0) return [];
  const rows = await transaction.send<Gifts>({
    name: 'lenses.months',
    text: `select w.nth::int, x.* from unnest($2::uuid[], $3::date[]) with ordinality as w (station, month, nth), lateral (
        select ${SHARED}, case when f.project_id = ${ZERO} then '' else f.project_id::text end as project,
          string_agg(f.contribution_id::text, ',') as ids, string_agg(f.event_id::text, ',') as events,
          string_agg(f.party_id::text, ',') as parties, string_agg(right(f.day::text, 2), ',') as days,
          string_agg(f.minutes::text, ',') as minutes,
          string_agg(case when f.amount = 0 then '0' else f.amount::text end, ',') as amounts
        from heli.given_fact f where f.county_id = $1 and f.station_id = w.station
          and f.day >= greatest(w.month, $4) and f.day <= least((w.month + interval '1 month')::date - 1, $5)
        group by ${SHARED}) x`,
    values: [county, months.map(({ station }) => station), months.map(({ month }) => month), days?.from, days?.to],
  });
  const acts: Act[][] = months.map(() => []);
  const intern = interning();
  for (const row of rows) {
    const { month } = months[row.nth - 1] as StationMonth;
    for (const act of readGifts(row, month, intern)) acts[row.nth - 1]?.push(act);
  }
  return acts;
}

/** How often the facts of each month up to a day were changed; `readable`: the wall lets the asker read all of them. */
export async function loadChanges(
  transaction: Transaction,
  { county, stations, to }: Pick<Within, 'county' | 'stations' | 'to'>,
): Promise<{ readable: boolean; changes: (StationMonth & { changes: number })[] }> {
  const [rows, [may]] = await Promise.all([
    transaction.send<StationMonth & { changes: number }>({
      name: 'lenses.changes',
      text: `select m.station_id as station, m.month, m.changes from heli.fact_month m
        where m.county_id = $1 and m.station_id = any ($2::uuid[]) and m.month <= $3 order by m.station_id, m.month`,
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
