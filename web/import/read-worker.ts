import { HeliError } from '../../src/platform/errors.ts';
import type { Book, Cell } from '../../src/reports/import/book.ts';
import { type Layout, layoutAt, proposeLayout, signatureOf } from '../../src/reports/import/layout.ts';
import { type CutBook, cutBook } from '../../src/reports/import/plan.ts';
import { readWorkbook } from '../../src/reports/import/read-workbook.ts';

/** A sheet as the page shows it for choosing columns. */
export interface SheetShown {
  name: string;
  layout: Layout;
  signature: string;
  /** The first rows below the header. */
  samples: Cell[][];
}

export type Asked =
  | { ask: 'read'; name: string; bytes: ArrayBuffer }
  | { ask: 'header'; sheet: number; row: number }
  | { ask: 'cut'; layouts: Layout[] }
  | { ask: 'rows'; from: number; to: number };

export type Told =
  | { sheets: SheetShown[] }
  | { sheet: SheetShown }
  | { plans: CutBook['plans']; rows: number }
  | { rows: CutBook['records'] }
  | { refused: string; params: Record<string, string | number> };

// Big files are read here, so that the page never stands still.
let book: Book | undefined;
let fileName = '';
let cut: CutBook | undefined;

function shown(index: number, layout: Layout): SheetShown {
  const sheet = book?.sheets[index];
  const from = layout.headerRow + 1;
  return {
    name: sheet?.name ?? '',
    layout,
    signature: signatureOf(layout),
    samples: sheet?.rows.slice(from, from + 2) ?? [],
  };
}

async function answer(asked: Asked): Promise<Told> {
  if (asked.ask === 'read') {
    fileName = asked.name;
    book = await readWorkbook(new Uint8Array(asked.bytes));
    return { sheets: book.sheets.map((sheet, index) => shown(index, proposeLayout(sheet))) };
  }
  if (asked.ask === 'header') {
    const sheet = book?.sheets[asked.sheet] ?? { name: '', rows: [] };
    return { sheet: shown(asked.sheet, layoutAt(sheet, asked.row)) };
  }
  if (asked.ask === 'cut') {
    cut = cutBook(book ?? { sheets: [], since1904: false }, asked.layouts, fileName);
    return { plans: cut.plans, rows: cut.records.length };
  }
  return { rows: cut?.records.slice(asked.from, asked.to) ?? [] };
}

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  try {
    self.postMessage(await answer(data));
  } catch (error) {
    const known = error instanceof HeliError;
    const reason = known ? error.reason : 'import-broken';
    self.postMessage({ refused: reason, params: known ? (error.detail.params ?? {}) : {} } satisfies Told);
  }
};
