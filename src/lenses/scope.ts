import { dayNumber } from '../analysis/days.ts';
import { findProject } from '../projects/store.ts';
import { findArea } from '../places/store.ts';
import type { Transaction } from '../platform/database/flight.ts';
import { HeliError } from '../platform/errors.ts';
import { type Asker, findCountyFor } from '../platform/pipeline/asker.ts';
import type { Scope } from './schema.ts';
import { listStationsIn, type StationRow } from './scope-store.ts';

const MOST_DAYS = 3660;

/** What is counted over, and whether this reader may open its records. */
export interface Resolved {
  open: boolean;
  stations: string[];
  name: string;
  /** Code of the station's town. */
  town: string;
  project: string | null;
  village: string | null;
}

const invalid = (path: string, message: 'days-turned' | 'project-or-village') =>
  new HeliError('invalid', 'invalid', { fields: [{ path: [path], message }] });

/** Refuses days that are turned round, and a project or a village that does not go with the scope. */
export function refuseScopeFaults({ scope, from, to, project, village }: Scope): void {
  if (to < from || dayNumber(to) - dayNumber(from) > MOST_DAYS) throw invalid('to', 'days-turned');
  if ((scope === 'project') !== (project !== undefined)) throw invalid('project', 'project-or-village');
  if ((scope === 'village') !== (village !== undefined)) throw invalid('village', 'project-or-village');
}

interface Naming {
  transaction: Transaction;
  county: number;
  here: StationRow;
}

async function nameOf(
  { transaction, county, here }: Naming,
  { scope, station, project, village }: Scope,
): Promise<string> {
  if (scope === 'project') {
    const found = await findProject(transaction, { county, station }, project as string);
    if (!found) throw new HeliError('not-found', 'unknown-project');
    return found.name;
  }
  if (scope === 'village') {
    const found = village?.startsWith(here.area.slice(0, 9)) ? await findArea(transaction, village) : undefined;
    if (!found) throw new HeliError('invalid', 'unknown-area', { params: { code: village ?? '' } });
    return found.name;
  }
  if (scope === 'station') return here.name;
  const code = scope === 'town' ? `${here.area.slice(0, 9)}000` : `${county}000000`;
  return (await findArea(transaction, code))?.name ?? here.name;
}

/** Which stations a scope covers for this asker, its name, and whether the asker may open the records. */
export async function resolveScope(
  transaction: Transaction,
  input: Scope,
  { asker, county }: { asker: Asker; county: number },
): Promise<Resolved> {
  refuseScopeFaults(input);
  const all = await listStationsIn(transaction, county, input.station);
  const here = all.find(({ id }) => id === input.station);
  if (!here) throw new HeliError('not-found', 'not-found');
  const near = input.scope === 'town' ? all.filter(({ area }) => area.startsWith(here.area.slice(0, 9))) : [here];
  const reads = (id: string) => findCountyFor(asker, 'records.read', id) !== undefined;
  const open = input.scope !== 'county' && near.every(({ id }) => reads(id));
  if (!open && (input.scope === 'project' || input.scope === 'village')) {
    throw new HeliError('forbidden', 'whole-station-only');
  }
  return {
    open,
    stations: near.map(({ id }) => id),
    town: `${here.area.slice(0, 9)}000`,
    name: await nameOf({ transaction, county, here }, input),
    project: input.project ?? null,
    village: input.village ?? null,
  };
}
