import type { Transaction } from '../platform/database/flight.ts';
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

/** $1 county, $2 stations, $3 and $4 the days, $5 project, $6 village. */
const WITHIN = `f.county_id = $1 and f.station_id = any ($2::uuid[]) and f.day >= $3 and f.day <= $4
  and f.project_id = coalesce($5, f.project_id) and f.area = coalesce($6, f.area)`;

const valuesOf = ({ county, stations, from, to, project, village }: Within) => [
  county,
  stations,
  from,
  to,
  project,
  village,
];

const ZERO = "'00000000-0000-0000-0000-000000000000'";

/** Facts of one kind repeat: they are sent as one word and read once. */
const DIMENSIONS = `concat_ws('|', f.party_kind, f.sector, f.form, f.mode, f.pay, f.kind, f.phase, f.strategies, f.initiator,
  f.asked_by, f.with_worker, f.evidence)`;

const column = (expression: string, name: string) => `string_agg(${expression}, ',') as ${name}`;

interface Columns {
  ids: string | null;
  events: string | null;
  days: string;
  parties: string;
  dimensions: string;
  minutes: string;
  amounts: string;
  projects: string;
  areas: string;
  enterers: string;
  late: string;
}

type Dimensions = Pick<
  Act,
  | 'partyKind'
  | 'sector'
  | 'form'
  | 'mode'
  | 'pay'
  | 'kind'
  | 'phase'
  | 'strategies'
  | 'initiator'
  | 'askedBy'
  | 'withWorker'
  | 'evidence'
>;

function readDimensions(text: string): Dimensions {
  const [partyKind, sector, form, mode, pay, kind, phase, strategies, initiator, askedBy, withWorker, evidence] =
    text.split('|');
  return {
    partyKind,
    sector,
    form,
    mode,
    pay,
    kind,
    phase,
    strategies: strategies ? strategies.split(';') : [],
    initiator,
    askedBy,
    withWorker: withWorker === 't',
    evidence: Number(evidence),
  } as Dimensions;
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

const split = (text: string | null): string[] => text?.split(',') ?? [];

/**
 * Tens of thousands of acts come as a few long words: read row by row they would take three times as long. Written out
 * field by field, so that all have one shape.
 */
function readActs(columns: Columns, standing: ReadonlyMap<string, string>): Act[] {
  const known = new Map<string, Dimensions>();
  const intern = interning();
  const dimensionsOf = (text: string) => {
    const found = known.get(text);
    if (found) return found;
    const read = readDimensions(text);
    known.set(text, read);
    return read;
  };
  const [ids, events, parties] = [split(columns.ids), split(columns.events), split(columns.parties)];
  const [days, minutes, amounts] = [split(columns.days), split(columns.minutes), split(columns.amounts)];
  const [projects, areas] = [split(columns.projects), split(columns.areas)];
  const [enterers, late, dimensions] = [split(columns.enterers), split(columns.late), split(columns.dimensions)];
  return parties.map((written, i): Act => {
    const of = dimensionsOf(dimensions[i] as string);
    const party = intern(written);
    return {
      id: ids[i] ?? '',
      event: intern(events[i] as string),
      day: intern(days[i] as string),
      partyKind: of.partyKind,
      party: standing.get(party) ?? party,
      sector: of.sector,
      form: of.form,
      mode: of.mode,
      pay: of.pay,
      minutes: Number(minutes[i]),
      amount: Number(amounts[i]),
      kind: of.kind,
      phase: of.phase,
      strategies: of.strategies,
      initiator: of.initiator,
      askedBy: of.askedBy,
      withWorker: of.withWorker,
      evidence: of.evidence,
      project: intern(projects[i] as string),
      area: intern(areas[i] as string),
      enteredBy: intern(enterers[i] as string),
      daysLate: Number(late[i]),
    };
  });
}

/** Every act between two days, by the index of days; `standing` says which file stands for a merged one; `ids` of the gifts where rows are asked for. */
export async function loadActs(
  transaction: Transaction,
  within: Within,
  { standing, ids = false }: { standing: ReadonlyMap<string, string>; ids?: boolean },
): Promise<Act[]> {
  const [row] = await transaction.send<Columns>({
    name: ids ? 'lenses.acts.rows' : 'lenses.acts',
    text: `select ${[
      ids ? column('f.contribution_id::text', 'ids') : 'null as ids',
      column('f.event_id::text', 'events'),
      column('f.day::text', 'days'),
      column('f.party_id::text', 'parties'),
      column(`replace(${DIMENSIONS}, ',', ';')`, 'dimensions'),
      column('f.minutes::text', 'minutes'),
      column("case when f.amount = 0 then '0' else f.amount::text end", 'amounts'),
      column(`case when f.project_id = ${ZERO} then '' else f.project_id::text end`, 'projects'),
      column('f.area', 'areas'),
      column('f.entered_by::text', 'enterers'),
      column('f.days_late::text', 'late'),
    ].join(', ')} from heli.given_fact f where ${WITHIN}`,
    values: valuesOf(within),
  });
  return row?.parties ? readActs(row, standing) : [];
}

/** Which file stands for a merged one. */
export async function findStandingFiles(
  transaction: Transaction,
  { county, stations }: Pick<Within, 'county' | 'stations'>,
): Promise<Map<string, string>> {
  const rows = await transaction.send<{ id: string; standing: string }>({
    name: 'lenses.standing',
    text: `select p.id, p.merged_into as standing from heli.person p
      where p.county_id = $1 and p.station_id = any ($2::uuid[]) and p.merged_into is not null`,
    values: [county, stations],
  });
  return new Map(rows.map((row) => [row.id, row.standing]));
}

/** Of the people who gave something between the days, those who had before: under any of their files. */
export async function findEarlier(transaction: Transaction, within: Within): Promise<Set<string>> {
  const rows = await transaction.send<{ ids: string[] | null }>({
    name: 'lenses.earlier',
    text: `with here as (select distinct f.party_id as id from heli.given_fact f where ${WITHIN} and f.party_kind = 'person'),
      standing as (select distinct p.station_id, coalesce(p.merged_into, p.id) as id from here
        join heli.person p on p.county_id = $1 and p.station_id = any ($2::uuid[]) and p.id = here.id),
      file as (select s.station_id, s.id, s.id as own from standing s union all
        select s.station_id, s.id, q.id from standing s join heli.person q
          on q.county_id = $1 and q.station_id = s.station_id and q.merged_into = s.id)
      select array_agg(distinct file.id) as ids from file where exists (select from heli.given_fact f
        where f.county_id = $1 and f.station_id = file.station_id and f.party_id = file.own and f.day < $3
          and f.sector = 'resident' and f.project_id = coalesce($5, f.project_id) and f.area = coalesce($6, f.area))`,
    values: valuesOf(within),
  });
  return new Set(rows[0]?.ids ?? []);
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
