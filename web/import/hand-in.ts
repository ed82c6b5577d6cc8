import type { Layout } from '../../src/reports/import/layout.ts';
import { newId } from '../../src/platform/ids.ts';
import { api, once } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import type { Reader } from './reader.ts';

/** Rows that travel at a time, and letters at most, so that one call stays well under what the door takes. */
const MOST_ROWS = 1000;
const MOST_LETTERS = 400_000;
const TRIES = 5;

/** How far something has come: done of all. */
export interface Step {
  done: number;
  all: number;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again with the same key while the program cannot be reached: what was done is not done twice. */
export async function persist<T>(work: (context: ReturnType<typeof once>) => Promise<T>): Promise<T> {
  const context = once({ patient: true });
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(context);
    } catch (error) {
      if (failureOf(error).code !== 'away' || attempt === TRIES) throw error;
      await wait(1000 * attempt);
    }
  }
}

/** The next rows of a file, as many as fit into one call. */
async function nextRows(reader: Reader, from: number) {
  const records = await reader.rows(from, from + MOST_ROWS);
  let letters = 0;
  const fit = records.findIndex((record) => {
    letters += JSON.stringify(record.cells).length;
    return letters > MOST_LETTERS;
  });
  const taken = records.slice(0, fit <= 0 ? Math.max(1, fit < 0 ? records.length : 1) : fit);
  return taken.map((record, index) => ({ position: from + index, ...record }));
}

/** Hands a file in: how it is read, its rows, and then a look at each; answers the import's id. */
export async function handIn(
  reader: Reader,
  of: { station: string; fileName: string; layouts: Layout[] },
  onStep: (step: Step) => void,
): Promise<string> {
  const { station, fileName, layouts } = of;
  const { plans, rows: all } = await reader.cut(layouts);
  const at = { station, id: newId() };
  await persist((context) => api.reports.openImport({ ...at, fileName, plans, rows: all }, context));
  for (let done = 0; done < all; ) {
    onStep({ done, all });
    const rows = await nextRows(reader, done);
    await persist((context) => api.reports.stageImport({ ...at, rows }, context));
    done += rows.length;
  }
  onStep({ done: all, all });
  await persist((context) => api.reports.judgeImport(at, context));
  return at.id;
}

/** Takes an import into the books, step by step, until nothing is left. */
export async function takeIn(at: { station: string; id: string }, onStep: (step: Step) => void): Promise<void> {
  for (;;) {
    const { written, toWrite, done } = await persist((context) => api.reports.commitImport(at, context));
    onStep({ done: written, all: toWrite });
    if (done) return;
  }
}
