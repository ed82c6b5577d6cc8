import { HeliError } from '../../platform/errors.ts';
import { Saved } from '../../platform/fields.ts';
import { command } from '../../platform/pipeline/command.ts';
import { atStation } from '../../platform/pipeline/procedure.ts';
import { DropTemplate, KeepTemplate } from './schema.ts';
import { deleteTemplate, findTemplate, insertTemplate } from './store.ts';

/** Keeps the county's own Word form of the monthly report; refused where it asks for what is not known. */
export const keepTemplate = command({
  name: 'reports.keepTemplate',
  version: 1,
  permit: atStation('station.manage'),
  summary: 'Keep the county’s own Word form of the monthly report',
  path: '/reports/keep-template',
  input: KeepTemplate,
  output: Saved,
  load: async (_, { content }) => {
    const bytes = Buffer.from(content, 'base64');
    const { checkTemplate } = await import('./check-template.ts'); // what reads Word is large: not at each start
    await checkTemplate(bytes);
    return bytes;
  },
  decide: (content, { station, id, name }, { county, asker, now }) => ({
    station,
    subject: { kind: 'template', id },
    fields: ['name', 'content'],
    answer: { id, version: 1 },
    save: (transaction) => insertTemplate(transaction, { county, station, by: asker.id, now }, { id, name, content }),
  }),
});

/** Takes a Word form out; reports that were made with it are files already. */
export const dropTemplate = command({
  name: 'reports.dropTemplate',
  version: 1,
  permit: atStation('station.manage'),
  summary: 'Take a Word form out',
  path: '/reports/drop-template',
  input: DropTemplate,
  output: Saved,
  load: (transaction, { station, id }, { county }) => findTemplate(transaction, { county, station }, id),
  decide: (found, { station, id }, { county }) => {
    if (!found) throw new HeliError('not-found', 'not-found');
    return {
      station,
      subject: { kind: 'template', id },
      fields: ['dropped'],
      answer: { id, version: 2 },
      save: (transaction) => deleteTemplate(transaction, { county, station }, id),
    };
  },
});
