import { HeliError } from '../../platform/errors.ts';
import { atStation } from '../../platform/pipeline/procedure.ts';
import { query } from '../../platform/pipeline/query.ts';
import { EXCEL, stretchOf } from '../month/files.ts';
import { sheetOf } from '../month/ledgers.ts';
import { ReportFile } from '../month/schema.ts';
import { writeWorkbook } from '../xlsx/write-workbook.ts';
import { tableOf } from './cells.ts';
import { EXAMPLE } from './example.ts';
import { GetExport, ListProfiles, Profiles } from './schema.ts';
import { findProfile, listProfiles } from './store.ts';

const READS = { permit: atStation('records.read') } as const;

/** A station's tables of outside platforms, and an example. */
export const listProfilesQuery = query({
  ...READS,
  name: 'reports.profiles',
  summary: 'A station’s tables of outside platforms, and a made-up example',
  path: '/reports/profiles',
  input: ListProfiles,
  output: Profiles,
  read: async (transaction, { station }, { county }) => ({
    items: await listProfiles(transaction, { county, station }),
    example: EXAMPLE,
  }),
});

/** Some months' rows in the table of an outside platform. */
export const getExport = query({
  ...READS,
  name: 'reports.export',
  summary: 'Some months’ rows as the table of an outside platform (Excel)',
  path: '/reports/export',
  input: GetExport,
  output: ReportFile,
  read: async (transaction, { station, profile, from, to }, { county }) => {
    const at = stretchOf({ county, station }, { from, to });
    const found = await findProfile(transaction, { county, station }, profile);
    if (!found) throw new HeliError('not-found', 'not-found');
    const { list, read } = tableOf(found.layout);
    const sheet = { ...sheetOf(list, read as never)({ transaction, at }, ''), title: null };
    const name = `${found.name} ${from === to ? from : `${from}至${to}`}.xlsx`;
    return { name, type: EXCEL, content: Buffer.from(await writeWorkbook([sheet])).toString('base64') };
  },
});
