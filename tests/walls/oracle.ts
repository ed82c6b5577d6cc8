// The rules of who sees what, written from the rules in words and from nothing in the program:
//
// A role is granted for a station, for the stations an organisation runs, for an area, or for the whole host; only
// a keeper and the program itself are granted the host, and they are granted nothing else. A grant counts from its
// beginning to its end, unless it was taken back. A grant for a station also counts at that station's village
// points. A grant for an area counts at the stations that stand in it; for a village, also at its town's station.
//
// Workers, heads and supervisors read the records of people and work. Workers and heads write them. All staff see
// that a station is there, what is on, its projects, the sums of its months, and its journal; residents and researchers do not. Heads manage: they invite,
// withdraw, open village points, enter populations, close months, keep the forms and tables that go out, and read who
// looked at what. A keeper looks after accounts,
// stations and sign-ins of the host, and reads no records.
// Everyone reads their own sign-ins, grants and readings, and nobody else's without one of the above; the answers kept
// for them only while they still belong to the station they were given at.
// Nothing of another county is seen, whoever asks. Who has no live session, or a closed account, is nobody.
import { STATIONS, type Row, type StationSeed } from './world.ts';

export type Role =
  | 'worker'
  | 'head'
  | 'supervisor'
  | 'manager'
  | 'officer'
  | 'evaluator'
  | 'resident'
  | 'cadre'
  | 'researcher'
  | 'keeper'
  | 'system';

export type Scope =
  | { kind: 'station'; station: string }
  | { kind: 'organisation'; organisation: string }
  | { kind: 'area'; from: string; to: string }
  | { kind: 'host' };

export interface Grant {
  id: string;
  role: Role;
  county: number;
  scope: Scope;
  state: 'live' | 'revoked' | 'expired' | 'future';
}

export interface Asker {
  id: string;
  county: number;
  kind: 'staff' | 'resident' | 'system';
  closed: boolean;
  session: 'live' | 'expired' | 'missing' | 'of another' | 'none';
  grants: Grant[];
}

/** What one asker may do in one county. */
export interface View {
  asker: string;
  county: number;
  reads: Set<string>;
  writes: Set<string>;
  sees: Set<string>;
  manages: Set<string>;
  keepsHost: boolean;
}

const READERS: Role[] = ['worker', 'head', 'supervisor', 'system'];
const WRITERS: Role[] = ['worker', 'head', 'system'];
const STAFF: Role[] = ['worker', 'head', 'supervisor', 'manager', 'officer', 'evaluator', 'cadre', 'system'];
const MANAGERS: Role[] = ['head', 'system'];
const KEEPERS: Role[] = ['keeper', 'system'];

function isVillage(code: string): boolean {
  return !code.endsWith('000');
}

function covers(scope: Scope, station: StationSeed): boolean {
  switch (scope.kind) {
    case 'host':
      return true;
    case 'station':
      return station.id === scope.station || (station.level === 'point' && station.parent === scope.station);
    case 'organisation':
      return station.operator === scope.organisation;
    case 'area':
      if (station.area >= scope.from && station.area <= scope.to) return true;
      return isVillage(scope.from) && station.area === `${scope.from.slice(0, 9)}000`;
  }
}

/** Whether the wall lets this account in at all. */
export function isSomebody(asker: Asker): boolean {
  if (asker.closed) return false;
  return asker.kind === 'system' ? asker.session === 'none' : asker.session === 'live';
}

/** What the rules let an asker do in a county. */
export function viewOf(asker: Asker, county: number): View {
  const live = asker.grants.filter((grant) => grant.state === 'live');
  const where = (roles: Role[]) => {
    const mine = live.filter((grant) => roles.includes(grant.role));
    const stations = STATIONS.filter((one) => one.county === county && mine.some(({ scope }) => covers(scope, one)));
    return new Set(stations.map((station) => station.id));
  };
  return {
    asker: asker.id,
    county,
    reads: where(READERS),
    writes: where(WRITERS),
    sees: where(STAFF),
    manages: where(MANAGERS),
    keepsHost: live.some((grant) => KEEPERS.includes(grant.role)),
  };
}

type Rule = (row: Row, view: View) => boolean;

const at = (stations: Set<string>, row: Row) => stations.has(row.station ?? '');
const mine: Rule = (row, view) => row.account === view.asker;
const readers: Rule = (row, view) => at(view.reads, row);
const staff: Rule = (row, view) => at(view.sees, row);
const mineOrHeads: Rule = (row, view) => mine(row, view) || at(view.manages, row);
const headsOrKeeper: Rule = (row, view) => at(view.manages, row) || view.keepsHost;

/** For each table: who may see a row that lies in the county asked for. */
const RULES: Record<string, Rule> = {
  person: readers,
  person_group: readers,
  person_contact: readers,
  household: readers,
  consent: readers,
  duplicate_pair: readers,
  person_merge: readers,
  event: readers,
  contribution: readers,
  visit: readers,
  follow_up: readers,
  person_count: readers,
  project: staff,
  partner: readers,
  gathering: readers,
  attendance: readers,
  expense: readers,
  next_step: readers,
  correction: readers,
  attachment: readers,
  month_sum: staff,
  month_given_sum: staff,
  month_served: readers,
  given_fact: readers,
  fact_day: readers,
  shock: staff,
  sheet_count: readers,
  lens_snapshot: staff,
  import_batch: readers,
  import_row: readers,
  import_mapping: readers,
  month_closing: readers,
  month_closed_event: readers,
  report_template: readers,
  export_profile: readers,
  contract_indicator: readers,
  notice: staff,
  notice_coming: readers,
  proposal: readers,
  journal: staff,
  journal_head: staff,
  station: (row, view) => staff(row, view) || view.keepsHost,
  population: (_, view) => view.sees.size > 0,
  county: () => true,
  answer: (row, view) => mine(row, view) && (staff(row, view) || view.keepsHost),
  access_log: (row, view) => mine(row, view) || view.keepsHost,
  reading_log: mineOrHeads,
  break_glass: mineOrHeads,
  invitation: headsOrKeeper,
  access_grant: (row, view) => mine(row, view) || headsOrKeeper(row, view),
  account: (row, view) => mine(row, view) || (row.kind === 'staff' && view.sees.size > 0),
};

/** One's own account and grants are one's own in every county. */
const MINE_ANYWHERE = ['account', 'access_grant'];

export const TABLES = Object.keys(RULES);

/** Whether the rules let a row be seen. */
export function maySee(row: Row, view: View): boolean {
  if (row.county !== view.county) return MINE_ANYWHERE.includes(row.table) && mine(row, view);
  return RULES[row.table]?.(row, view) ?? false;
}
