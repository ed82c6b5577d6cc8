import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { proposeLayout } from '../../src/reports/import/layout.ts';
import { cutBook } from '../../src/reports/import/plan.ts';
import { readWorkbook } from '../../src/reports/import/read-workbook.ts';
import { bigLedger } from './big-ledger.ts';
import { type BenchClient, openBenchClient } from './client.ts';
import type { Seat } from './host.ts';

type Say = (what: string, figure: string) => void;
const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

async function call(client: BenchClient, name: string, input: object): Promise<{ done?: boolean }> {
  const from = performance.now();
  const answer = await client.post(`/rpc/reports/${name}`, JSON.stringify({ json: input }), randomUUID());
  if (answer.status !== 200) throw new Error(`${name} ${answer.status}: ${answer.text}`);
  if (process.env.T) process.stderr.write(`${name} ${Math.round(performance.now() - from)}\n`);
  return JSON.parse(answer.text).json;
}

/** One file as the page takes it in: read, handed in, looked at, written in steps, undone. */
async function importOne(
  open: () => BenchClient,
  station: string,
  { say, what, bytes }: { say: Say; what: string; bytes: Uint8Array },
) {
  const from = performance.now();
  const book = await readWorkbook(bytes);
  const { plans, records } = cutBook(book, book.sheets.map(proposeLayout), 'x.xlsx');
  const of = { station, id: randomUUID() };
  const read = seconds(from);
  // Only now: while a big file is read, an idle connection would be closed.
  const client = open();
  await call(client, 'openImport', { ...of, fileName: 'x.xlsx', plans, rows: records.length });
  for (let at = 0; at < records.length; at += 1000) {
    const rows = records.slice(at, at + 1000).map((record, index) => ({ position: at + index, ...record }));
    await call(client, 'stageImport', { ...of, rows });
  }
  const handed = seconds(from);
  await call(client, 'judgeImport', of);
  const judged = seconds(from);
  let steps = 1;
  while (!(await call(client, 'commitImport', of)).done) steps += 1;
  say(`import of ${what}, ${records.length.toLocaleString('en')} rows`, seconds(from));
  say('  read · handed in · looked at · written in', `${read} · ${handed} · ${judged} · ${steps} steps`);
  const undo = performance.now();
  await call(client, 'undoImport', of);
  say('  undone in', seconds(undo));
  client.close();
}

/** The sample ledger (≤ 5 s) and one of 50,000 rows (≤ 60 s, with progress). */
export async function imports(address: string, seat: Seat, say: Say): Promise<void> {
  const open = () => openBenchClient(address, seat.cookie);
  const sample = readFileSync('tests/import/data/station-ledger-1.xlsx');
  await importOne(open, seat.station, { say, what: 'the sample ledger', bytes: sample });
  await importOne(open, seat.station, { say, what: 'a made-up ledger', bytes: await bigLedger(50_000) });
}
