import { HeliError } from '../platform/errors.ts';
import { pageOf, readCursor } from '../platform/pipeline/cursor.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import { GetProject, ListProjects, Project, ProjectPage } from './schema.ts';
import { findProject, listProjects, projectLine } from './store.ts';

/** A station's projects, the latest begun first. */
export const listProjectsQuery = query({
  name: 'projects.list',
  permit: atStation('station.see'),
  summary: 'A station’s projects, the latest begun first',
  path: '/projects/list',
  input: ListProjects,
  output: ProjectPage,
  read: async (transaction, { station, cursor, limit }, { county }) => {
    const [createdAt, id] = readCursor(cursor, 2);
    const before = createdAt !== undefined && id !== undefined ? { createdAt, id } : null;
    const rows = await listProjects(transaction, { county, station, before, limit: limit + 1 });
    return pageOf(rows, limit, { show: projectLine, keys: (row) => [row.created_key, row.id] });
  },
});

/** One project. */
export const getProject = query({
  name: 'projects.get',
  permit: atStation('station.see'),
  summary: 'A project',
  path: '/projects/get',
  input: GetProject,
  output: Project,
  read: async (transaction, { station, id }, { county }) => {
    const found = await findProject(transaction, { county, station }, id);
    if (!found) throw new HeliError('not-found', 'not-found');
    return projectLine(found);
  },
});
