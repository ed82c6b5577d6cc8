import { HeliError } from '../../platform/errors.ts';
import { countOutcomes, type ImportCounts } from './counts.ts';
import { judgeBook, type Judged } from './judge.ts';
import { proposeLayout } from './layout.ts';
import { namesOf } from './judge-rows.ts';
import type { KnownPerson } from './people.ts';
import { type CutBook, cutBook } from './plan.ts';
import { readWorkbook } from './read-workbook.ts';

export interface DryRun {
  cut: CutBook;
  judged: Judged;
  counts: ImportCounts;
}

/** Refuses a workbook of which no sheet can be read, naming its sheets. */
export function refuseHeaderless({ plans }: CutBook): void {
  if (plans.some((plan) => plan.kind !== 'other')) return;
  const sheets = plans.map((plan) => plan.sheet).join('、');
  throw new HeliError('invalid', 'import-no-header', { params: { sheets } });
}

export interface DryRunContext {
  /** Finds the people of a station who bear one of the file's names. */
  findKnown: (names: string[]) => Promise<KnownPerson[]>;
  /** The day in China. */
  today: string;
}

/**
 * Reads an Excel ledger as an import would, and changes nothing.
 * @throws HeliError those of readWorkbook, import-no-header
 */
export async function dryRun(file: { name: string; bytes: Uint8Array }, context: DryRunContext): Promise<DryRun> {
  const book = await readWorkbook(file.bytes);
  const cut = cutBook(book, book.sheets.map(proposeLayout), file.name);
  refuseHeaderless(cut);
  const judged = judgeBook(cut, { known: await context.findKnown(namesOf(cut)), today: context.today });
  return { cut, judged, counts: countOutcomes(judged, cut.plans) };
}
