import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { HeliError } from '../../platform/errors.ts';
import type { Sector } from '../terms.ts';
import type { Visited } from './visits.ts';

/** Whom and what a record names: each must be known to the station. */
export interface Names {
  people: string[];
  project: string | null;
  workers: string[];
  partners: string[];
}

/** What the station knows of those named. */
export interface Known {
  people: Map<string, Visited>;
  projectState: string | undefined;
  partners: Map<string, { sector: Sector }>;
}

interface KnownRow {
  people: Visited[] | null;
  project: { state: string } | null;
  workers: string[] | null;
  partners: { id: string; sector: Sector }[] | null;
}

/** Loads everything a record names in one statement. */
export async function findKnown(transaction: Transaction, at: At, names: Names): Promise<KnownRow> {
  const [row] = await transaction.send<KnownRow>({
    name: 'ledger.known',
    text: `select
      (select jsonb_agg(jsonb_build_object('id', p.id, 'village', p.village, 'groups', coalesce((select jsonb_agg(g.code)
          from heli.person_group g where g.county_id = $1 and g.station_id = $2 and g.person_id = p.id
            and coalesce(g.ends_on, current_date) >= current_date), '[]')))
        from heli.person p where p.county_id = $1 and p.station_id = $2 and p.id = any ($3)) as people,
      (select jsonb_build_object('state', j.state) from heli.project j
        where j.county_id = $1 and j.station_id = $2 and j.id = $4) as project,
      (select array_agg(a.id::text) from heli.account a where a.id = any ($5)) as workers,
      (select jsonb_agg(jsonb_build_object('id', r.id, 'sector', r.sector)) from heli.partner r
        where r.county_id = $1 and r.station_id = $2 and r.id = any ($6)) as partners`,
    values: [at.county, at.station, names.people, names.project, names.workers, names.partners],
  });
  return row ?? { people: null, project: null, workers: null, partners: null };
}

function missing(named: string[], found: { has: (id: string) => boolean }): boolean {
  return named.some((id) => !found.has(id));
}

/** Refuses a record that names somebody or something the station does not know. */
export function requireKnown(row: KnownRow, names: Names): Known {
  const people = new Map((row.people ?? []).map((person) => [person.id, person]));
  const partners = new Map((row.partners ?? []).map((partner) => [partner.id, partner]));
  if (missing(names.people, people)) throw new HeliError('not-found', 'unknown-person');
  if (names.project && !row.project) throw new HeliError('not-found', 'unknown-project');
  if (missing(names.workers, new Set(row.workers ?? []))) throw new HeliError('not-found', 'unknown-worker');
  if (missing(names.partners, partners)) throw new HeliError('not-found', 'unknown-partner');
  return { people, projectState: row.project?.state, partners };
}
