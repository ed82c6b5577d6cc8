import { requireAreas } from '../places/store.ts';
import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { requireVersion } from '../platform/stale.ts';
import { refuseProjectFaults } from './rules.ts';
import { AddProject, ChangeProject, ProjectFields } from './schema.ts';
import { findProject, insertProject, projectLine, updateProject } from './store.ts';

/** Begins a project that events and contributions can point to. */
export const addProject = command({
  name: 'projects.add',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Begin a project or a micro-work',
  path: '/projects/add',
  input: AddProject,
  output: Saved,
  load: (transaction, input) => requireAreas(transaction, [input.area]),
  decide: (_, { station, ...project }, { county, asker, now }) => {
    refuseProjectFaults(project);
    return {
      station,
      subject: { kind: 'project', id: project.id },
      fields: Object.keys(ProjectFields.shape),
      answer: { id: project.id, version: 1 },
      save: (transaction) => insertProject(transaction, { county, station, by: asker.id, now }, project),
    };
  },
});

/** Changes a project; refused with both values when it changed meanwhile. */
export const changeProject = command({
  name: 'projects.change',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Change a project',
  path: '/projects/change',
  input: ChangeProject,
  output: Saved,
  load: async (transaction, input, { county }) => {
    const found = findProject(transaction, { county, station: input.station, lock: true }, input.id);
    await requireAreas(transaction, [input.area]);
    return found;
  },
  decide: (found, { station, version, ...project }, { county, now }) => {
    requireVersion(found, { ...project, version }, projectLine);
    refuseProjectFaults(project);
    return {
      station,
      subject: { kind: 'project', id: project.id },
      fields: Object.keys(ProjectFields.shape),
      answer: { id: project.id, version: version + 1 },
      save: (transaction) => updateProject(transaction, { county, station, now }, project),
    };
  },
});
