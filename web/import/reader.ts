import type { Layout } from '../../src/reports/import/layout.ts';
import type { CutBook } from '../../src/reports/import/plan.ts';
import type { Asked, SheetShown, Told } from './read-worker.ts';

/** A file that cannot be read: the reason, a word of the dictionary, and what it is filled with. */
export class Refused extends Error {
  readonly reason: string;
  readonly params: Record<string, string | number>;

  constructor(reason: string, params: Record<string, string | number>) {
    super(reason);
    this.reason = reason;
    this.params = params;
  }
}

/** The reader of one file, at work beside the page. */
export interface Reader {
  read: (file: File) => Promise<SheetShown[]>;
  headerAt: (sheet: number, row: number) => Promise<SheetShown>;
  cut: (layouts: Layout[]) => Promise<{ plans: CutBook['plans']; rows: number }>;
  rows: (from: number, to: number) => Promise<CutBook['records']>;
  close: () => void;
}

/** Starts a reader. One question at a time. */
export function openReader(): Reader {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  const ask = <T>(asked: Asked, transfer: Transferable[] = []) =>
    new Promise<T>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Told>) =>
        'refused' in data ? reject(new Refused(data.refused, data.params)) : resolve(data as T);
      worker.onerror = () => reject(new Refused('import-broken', {}));
      worker.postMessage(asked, transfer);
    });
  return {
    read: async (file) => {
      const bytes = await file.arrayBuffer();
      return (await ask<{ sheets: SheetShown[] }>({ ask: 'read', name: file.name, bytes }, [bytes])).sheets;
    },
    headerAt: async (sheet, row) => (await ask<{ sheet: SheetShown }>({ ask: 'header', sheet, row })).sheet,
    cut: (layouts) => ask({ ask: 'cut', layouts }),
    rows: async (from, to) => (await ask<{ rows: CutBook['records'] }>({ ask: 'rows', from, to })).rows,
    close: () => worker.terminate(),
  };
}
