import { randomUUID } from 'node:crypto';
import type { Book } from '../../src/reports/import/book.ts';
import { proposeLayout } from '../../src/reports/import/layout.ts';
import { cutBook } from '../../src/reports/import/plan.ts';
import { readWorkbook } from '../../src/reports/import/read-workbook.ts';
import { setUpStation } from '../support/cast.ts';
import type { Answer, TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { type MadeSheet, workbook } from './ledgers.ts';

/** Somebody at a station who takes ledgers in, as the page does. */
export interface Keeper {
  client: TestClient;
  station: string;
}

/** Asks something of the keeper's station. */
export type Ask = (name: string, input?: object) => Promise<Answer>;

/** A new station, with its program, and its head who takes ledgers in. */
export async function openKeeper(): Promise<{ program: TestProgram; keeper: Keeper; ask: Ask }> {
  const program = await startProgram();
  const { zhou: client, station } = await setUpStation(program.address);
  const ask: Ask = (name, input = {}) => client.call(name, { station, ...input });
  return { program, keeper: { client, station }, ask };
}

const STAGED = 1000;

function good<T>(answer: Answer<T>): T {
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Hands in a workbook: how it is read, then its rows; answers the import's id and tally. */
export async function handIn({ client, station }: Keeper, book: Book, fileName = '台账.xlsx') {
  const { plans, records } = cutBook(book, book.sheets.map(proposeLayout), fileName);
  const id = randomUUID();
  good(await client.call('reports/openImport', { station, id, fileName, plans, rows: records.length }));
  for (let from = 0; from < records.length; from += STAGED) {
    const rows = records.slice(from, from + STAGED).map((record, index) => ({ position: from + index, ...record }));
    good(await client.call('reports/stageImport', { station, id, rows }));
  }
  const judged = good(await client.call('reports/judgeImport', { station, id }));
  return { id, tally: judged.tally };
}

/** Takes it into the books, chunk by chunk; answers how far each call came. */
export async function takeIn({ client, station }: Keeper, id: string): Promise<number[]> {
  const written: number[] = [];
  for (;;) {
    const progress = good(await client.call('reports/commitImport', { station, id }));
    written.push(progress.written);
    if (progress.done) return written;
  }
}

export async function bookOf(sheets: MadeSheet[]): Promise<Book> {
  return readWorkbook(await workbook(sheets));
}

export async function rowsIn({ client, station }: Keeper, id: string, state: string) {
  return good(await client.call('reports/importRows', { station, id, state, limit: 200 })).items;
}
