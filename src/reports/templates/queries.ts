import { z } from 'zod';
import { HeliError } from '../../platform/errors.ts';
import { atStation, SIGNED_IN } from '../../platform/pipeline/procedure.ts';
import { query } from '../../platform/pipeline/query.ts';
import { WORD } from '../month/files.ts';
import { paperOf } from '../month/paper.ts';
import { readReport } from '../month/read-report.ts';
import { ReportFile } from '../month/schema.ts';
import { FillTemplate, ListTemplates, Templates } from './schema.ts';
import { findTemplate, listTemplates } from './store.ts';

const READS = { permit: atStation('records.read') } as const;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** A station's own Word forms. */
export const listTemplatesQuery = query({
  ...READS,
  name: 'reports.templates',
  summary: 'A station’s own Word forms of the monthly report',
  path: '/reports/templates',
  input: ListTemplates,
  output: Templates,
  read: async (transaction, { station }, { county }) => ({
    items: await listTemplates(transaction, { county, station }),
  }),
});

/** A month's report in the county's own Word form, in Chinese as it is handed in. */
export const getFilledTemplate = query({
  ...READS,
  name: 'reports.filledTemplate',
  summary: 'A month’s report in the county’s own Word form',
  path: '/reports/filled-template',
  input: FillTemplate,
  output: ReportFile,
  read: async (transaction, { station, template, ...asked }, { county, context }) => {
    const at = { county, station };
    const [found, { counted, place }] = await Promise.all([
      findTemplate(transaction, at, template),
      readReport(transaction, at, { ...asked, now: context.services.clock() }),
    ]);
    if (!found) throw new HeliError('not-found', 'not-found');
    const { fillTemplate } = await import('./fill-template.ts'); // what writes Word is large: not at each start
    const filled = await fillTemplate(found.content, { counted, place, paper: paperOf(counted, place, 'zh') });
    const name = `${place}${asked.month} ${found.name.replace(/\.docx$/i, '')}.docx`;
    return { name, type: WORD, content: base64(filled) };
  },
});

/** A made-up county's form, to begin one's own with. */
export const getExampleTemplate = query({
  permit: SIGNED_IN,
  name: 'reports.exampleTemplate',
  summary: 'A made-up county’s Word form, to begin one’s own with',
  path: '/reports/example-template',
  input: z.strictObject({}),
  output: ReportFile,
  read: async () => {
    const { exampleTemplate } = await import('./example-template.ts');
    return { name: '月报表样.docx', type: WORD, content: base64(await exampleTemplate()) };
  },
});
