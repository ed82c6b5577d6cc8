import type { Seal } from '../../platform/seal.ts';
import type { BatchRow, StagedRow } from './batch-store.ts';
import type { Cell } from './book.ts';
import { countsRows } from './choices.ts';
import type { Role } from './roles.ts';
import { maskedCell } from './masked-cell.ts';
import { cellReader } from './records.ts';
import type { ImportLine, ImportRow, Tally } from './schema.ts';
import { openCells } from './sealing.ts';
import type { CandidateRow, ShownRow } from './show-store.ts';
import { plain } from './text.ts';

const NOTHING: Tally = { placed: 0, flagged: 0, held: 0, known: 0, skipped: 0, written: 0 };

/** A batch as the list of imports shows it. */
export function batchLine(row: BatchRow, tally: Tally | undefined): ImportLine {
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    rows: row.rows,
    tally: tally ?? NOTHING,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    committedAt: row.committed_at?.toISOString() ?? null,
  };
}

const MOST_TEXT = 120;
/** A roster's row is shown whole, as far as it is no novel: not all of it goes into the books. */
const MOST_WORDS = 500;

/** Reasons to have a look at a cell: the row shows what is written there. */
const TELLS: Partial<Record<Role, readonly string[]>> = {
  age: ['age-unread', 'birth-future', 'birth-against-id', 'already-known'],
  birth: ['birth-unread', 'birth-future', 'birth-against-id', 'already-known'],
  sex: ['sex-unread', 'already-known'],
  address: ['cut-short', 'already-known'],
  villageGroup: ['cut-short'],
  nextOn: ['next-unread'],
};
const isTold = (role: Role, reasons: readonly string[]) => reasons.some((reason) => TELLS[role]?.includes(reason));

/** What a row says besides name, village and day, in its own words; ID numbers are not among them. */
function wordsOf(row: StagedRow, cells: Cell[], columns: BatchRow['plans'][number]['columns']): string {
  const shown = ['note', 'minutes', 'needs', 'workers', 'groups', 'activity', 'remark'];
  const words = columns.flatMap(({ header, role }, at) => {
    const cell = plain(cells[at]);
    // A bare 2 says nothing without its header.
    if (cell !== '' && (role === 'level' || isTold(role, row.reasons))) return [`${plain(header)} ${cell}`];
    return shown.includes(role) ? [cell] : [];
  });
  const text = row.subject === 'person' ? words : words.filter(Boolean);
  return text
    .filter(Boolean)
    .join('，')
    .slice(0, row.subject === 'person' ? MOST_WORDS : MOST_TEXT);
}

/** Cells of columns that no role was given, with their headers: they are kept, and here they can be read. */
function unusedOf(cells: Cell[], columns: BatchRow['plans'][number]['columns']): string {
  const words = columns.flatMap(({ header, role }, at) => {
    const cell = plain(cells[at]);
    return role === 'unused' && cell !== '' && !countsRows(header)
      ? [`${plain(header)} ${maskedCell(cell, role)}`.trim()]
      : [];
  });
  return words.join('，').slice(0, MOST_WORDS);
}

interface Showing {
  batch: BatchRow;
  seal: Seal;
  people: ReadonlyMap<string, CandidateRow>;
  age: (bornOn: string | null) => number | null;
}

function candidateOf({ id, name, sex, born_on, village, village_group, phone }: CandidateRow, age: Showing['age']) {
  const tail = phone.replace(/\D/g, '').slice(-4);
  return { id, name, sex, age: age(born_on), village, villageGroup: village_group, phoneTail: tail };
}

/** A row as the review shows it. */
export function shownRow(row: ShownRow, { batch, seal, people, age }: Showing): ImportRow {
  const plan = batch.plans[row.plan];
  const cells = openCells(seal, { batch: batch.id, position: row.position }, row.cells);
  const find = plan ? cellReader(plan) : () => null;
  const session = plan?.sessions[row.column ?? -1];
  return {
    position: row.position,
    sheet: plan?.sheet ?? '',
    row: row.row + 1,
    state: row.state,
    reasons: row.reasons,
    subject: row.subject,
    name: row.name || plain(find({ cells }, 'name')),
    village: row.village,
    day: row.day ?? session?.day ?? plain(find({ cells }, 'date')),
    text: session?.name ?? wordsOf(row, cells, plan?.columns ?? []),
    unused: plan?.kind === 'sign-in-columns' ? '' : unusedOf(cells, plan?.columns ?? []),
    written: row.written,
    candidates: row.candidates.flatMap((id) => {
      const person = people.get(id);
      return person ? [candidateOf(person, age)] : [];
    }),
    alike: row.alike ?? [],
  };
}
