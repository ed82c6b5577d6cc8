import { LAST_ID } from '../platform/ids.ts';
import type { At } from '../people/store.ts';
import type { Transaction } from '../platform/database/flight.ts';
import type { Project, ProjectFields } from './schema.ts';

export interface ProjectRow extends Omit<Project, 'areaName'> {
  area_name: string | null;
  created_key: string;
}

const COLUMNS = `j.id, j.kind, j.name, j.purpose, j.area, a.name as area_name, j.place, j.partners, j.state, j.works, j.version,
  j.created_at::text as created_key from heli.project j left join heli.area a on a.code = j.area`;

/** A project as it is shown. */
export function projectLine({ area_name, created_key: _, ...project }: ProjectRow): Project {
  return { ...project, areaName: area_name ?? '' };
}

export interface StoredProject extends ProjectFields {
  id: string;
}

const columnsOf = (project: StoredProject) => [
  project.kind,
  project.name,
  project.purpose,
  project.area,
  project.place,
  project.partners,
  project.state,
  JSON.stringify(project.works),
];

export function insertProject(
  transaction: Transaction,
  at: At & { by: string; now: Date },
  project: StoredProject,
): void {
  transaction.post({
    name: 'projects.insert',
    text: `insert into heli.project (county_id, station_id, id, created_by, created_at, updated_at, kind, name, purpose, area, place,
        partners, state, works)
      values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [at.county, at.station, project.id, at.by, at.now, ...columnsOf(project)],
  });
}

export function updateProject(transaction: Transaction, at: At & { now: Date }, project: StoredProject): void {
  transaction.post({
    name: 'projects.update',
    text: `update heli.project set updated_at = $4, kind = $5, name = $6, purpose = $7, area = $8, place = $9, partners = $10,
        state = $11, works = $12, version = version + 1
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [at.county, at.station, project.id, at.now, ...columnsOf(project)],
  });
}

/** A project; locked when it is about to change. */
export async function findProject(
  transaction: Transaction,
  at: At & { lock?: boolean },
  id: string,
): Promise<ProjectRow | undefined> {
  const rows = await transaction.send<ProjectRow>({
    name: at.lock ? 'projects.lock' : 'projects.find',
    text: `select ${COLUMNS} where j.county_id = $1 and j.station_id = $2 and j.id = $3${at.lock ? ' for update of j' : ''}`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

/** Projects, the latest begun first. */
export function listProjects(
  transaction: Transaction,
  at: At & { before: { createdAt: string; id: string } | null; limit: number },
): Promise<ProjectRow[]> {
  return transaction.send<ProjectRow>({
    name: 'projects.list',
    text: `select ${COLUMNS} where j.county_id = $1 and j.station_id = $2 and (j.created_at, j.id) < ($3, $4)
      order by j.created_at desc, j.id desc limit $5`,
    values: [at.county, at.station, at.before?.createdAt ?? 'infinity', at.before?.id ?? LAST_ID, at.limit],
  });
}
