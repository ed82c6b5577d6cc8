import type { Transaction } from '../platform/database/flight.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { type Asking, query } from '../platform/pipeline/query.ts';
import { VERSION } from '../platform/version.ts';
import { ReportFile } from '../reports/month/schema.ts';
import { writeWorkbook } from '../reports/xlsx/write-workbook.ts';
import { lensSheets, MOST_ROWS } from './export/lens-workbook.ts';
import { methodNote } from './export/say.ts';
import { registry } from './registry.ts';
import { loadNames } from './rows-store.ts';
import { GetLensFile, type Lens } from './schema.ts';
import { resolveScope } from './scope.ts';
import { factsOf, showLens } from './show.ts';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Asked = ReturnType<typeof GetLensFile.parse>;

/** The acts of the window with names, for who may open them. */
async function rowsOf(transaction: Transaction, input: Asked, asking: Asking) {
  const resolved = await resolveScope(transaction, input, asking);
  if (!resolved.open) return null;
  const facts = await factsOf(transaction, { input, resolved, measures: registry.of(input.lens) }, asking);
  const acts = [...facts.acts].sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day > b.day ? -1 : 1));
  const listed = acts.slice(0, MOST_ROWS);
  const names = await loadNames(
    transaction,
    { county: asking.county, stations: resolved.stations },
    { events: [...new Set(listed.map((act) => act.event))], parties: [...new Set(listed.map((act) => act.party))] },
  );
  return { acts, names };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

async function fileOf(transaction: Transaction, { as, ...asked }: Asked, asking: Asking) {
  const { group, versions, ...rest } = asked;
  const lens: Lens = await showLens(transaction, asked, asking);
  const note = { program: VERSION, query: `lenses.show ${JSON.stringify({ ...rest, group, versions })}` };
  const name = `${lens.scope.name}${lens.title.zh.replace(/[？?，]/g, '')}${lens.scope.from}至${lens.scope.to}`;
  if (as === 'word') {
    const { lensWord } = await import('./export/lens-word.ts'); // what writes Word is large: not at each start
    return { name: `${name}.docx`, type: WORD, content: base64(await lensWord(lens, note)) };
  }
  if (as === 'json') {
    const text = JSON.stringify({ lens, method: methodNote(lens, note), program: VERSION }, null, 1);
    return { name: `${name}.json`, type: 'application/json', content: base64(Buffer.from(text)) };
  }
  const rows = await rowsOf(transaction, { ...asked, as }, asking);
  return {
    name: `${name}.xlsx`,
    type: EXCEL,
    content: base64(await writeWorkbook(lensSheets(lens, { rows, ...note }))),
  };
}

/** A lens as a Word file with its charts, a workbook with its rows, or JSON; each with how it was counted. */
export const getLensFile = query({
  name: 'lenses.file',
  permit: atStation('station.see'),
  summary: 'A lens as a Word file, an Excel workbook or JSON, with the note of how it was counted',
  path: '/lenses/file',
  input: GetLensFile,
  output: ReportFile,
  read: (transaction, input, asking) => fileOf(transaction, input, asking),
});
