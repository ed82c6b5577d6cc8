import { z } from 'zod';
import { AreaCode, Cursor, Day, Id, page, Saved } from '../../platform/fields.ts';
import { MOST_ROWS } from './book.ts';
import { ROLES } from './roles.ts';
import { SHEET_KINDS } from './sheet-kinds.ts';

/** A cell of Excel holds 32,767 letters at most. */
export const CellValue = z.union([z.string().max(32_767), z.number(), z.null()]);
export const SKIPS = ['blank', 'total', 'header-again', 'footnote'] as const;
const Place = z.int().min(0).max(1_100_000);

/** How one sheet is read: what it is, what its columns hold, its sessions, and its rows down to the header. */
export const Plan = z.strictObject({
  sheet: z.string().max(100),
  kind: z.enum(SHEET_KINDS),
  headerRow: z.int().min(-1).max(1_100_000),
  sessionRows: z.array(Place).max(5),
  columns: z.array(z.strictObject({ header: z.string().max(32_767), role: z.enum(ROLES) })).max(400),
  sessions: z.array(z.strictObject({ name: z.string().max(32_767), day: Day.nullable() }).nullable()).max(400),
  occasion: z.string().max(32_767),
  years: z.array(z.int()).max(50),
  since1904: z.boolean(),
  grades: z.array(z.string().max(10)).max(10).optional(),
  top: z.array(z.array(CellValue).max(400)).max(60),
});

export const SourceRow = z.strictObject({
  position: Place,
  plan: z.int().min(0).max(200),
  row: Place,
  column: Place.nullable(),
  cells: z.array(CellValue).max(400),
  skip: z.enum(SKIPS).nullable(),
});
export type SourceRow = z.infer<typeof SourceRow>;

export const OpenImport = z.strictObject({
  station: Id,
  id: Id,
  fileName: z.string().trim().min(1).max(200),
  plans: z.array(Plan).min(1).max(100),
  /** How many records the file was cut into. */
  rows: z
    .int()
    .min(1)
    .max(2 * MOST_ROWS),
});
/** So many rows travel at a time. */
export const MOST_STAGED = 2000;
export const StageImport = z.strictObject({
  station: Id,
  id: Id,
  rows: z.array(SourceRow).min(1).max(MOST_STAGED),
});
export const OfImport = z.strictObject({ station: Id, id: Id });

/** What a person says of rows that are held: whom they mean, which day it was, that it is a second visit, or to leave them out. */
export const Choice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), person: Id }),
  z.strictObject({ kind: z.literal('new-person'), person: Id }),
  z.strictObject({ kind: z.literal('day'), day: Day }),
  z.strictObject({ kind: z.literal('twice') }),
  z.strictObject({ kind: z.literal('leave-out'), why: z.string().trim().min(1).max(100) }),
]);
export type Choice = z.infer<typeof Choice>;
export const ReviewImport = z.strictObject({
  station: Id,
  id: Id,
  positions: z.array(Place).min(1).max(MOST_STAGED),
  choice: Choice,
});

export const ImportCountsAnswer = z.object({
  people: z.object({
    rows: z.int(),
    people: z.int(),
    duplicateRowsProposed: z.int(),
    failedIdCheck: z.int(),
  }),
  visits: z.object({
    rows: z.int(),
    placed: z.int(),
    held: z.object({ impossibleDate: z.int(), unknownPerson: z.int(), ambiguousPerson: z.int() }),
    flaggedMovedAway: z.int(),
    skipped: z.int(),
  }),
  attendance: z.object({
    events: z.record(z.string(), z.int()),
    personTimes: z.int(),
    heldNamesakes: z.int(),
  }),
});

export const BATCH_STATES = ['staging', 'judged', 'committing', 'committed', 'dropped', 'undone'] as const;
/** How many rows ended in which state; `written` are in the books. */
export const Tally = z.object({
  placed: z.int(),
  flagged: z.int(),
  held: z.int(),
  /** Already in the books, by an earlier import or by hand. */
  known: z.int(),
  skipped: z.int(),
  written: z.int(),
});
export type Tally = z.infer<typeof Tally>;

export const ImportLine = z.object({
  id: Id,
  fileName: z.string(),
  state: z.enum(BATCH_STATES),
  rows: z.int(),
  tally: Tally,
  createdAt: z.string(),
  createdBy: z.string(),
  committedAt: z.string().nullable(),
});
export type ImportLine = z.infer<typeof ImportLine>;
export const ImportPage = page(ImportLine);
export const ListImports = z.strictObject({
  station: Id,
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(100).default(20),
});

export const ImportWhole = ImportLine.extend({
  plans: z.array(Plan.omit({ top: true })),
  counts: ImportCountsAnswer.nullable(),
  /** The states of all rows in file order, one letter each: p placed, f flagged, h held, k known already, s skipped. */
  grains: z.string(),
  /** Villages as written that no village of the town bears. */
  unknownVillages: z.array(z.string()),
});
export type ImportWhole = z.infer<typeof ImportWhole>;

/** Somebody a held row may mean: enough to tell namesakes apart. */
export const Candidate = z.object({
  id: Id,
  name: z.string(),
  age: z.int().nullable(),
  sex: z.enum(['female', 'male', 'unknown']),
  village: z.string(),
  villageGroup: z.string(),
  phoneTail: z.string(),
});
export type Candidate = z.infer<typeof Candidate>;

export const ImportRow = z.object({
  position: z.int(),
  sheet: z.string(),
  row: z.int(),
  state: z.enum(['staged', 'placed', 'flagged', 'held', 'skipped']),
  reasons: z.array(z.string()),
  subject: z.enum(['person', 'visit', 'attendance', 'none']),
  name: z.string(),
  village: z.string(),
  /** The day as read, or as written where it could not be. */
  day: z.string(),
  /** What else the row says, in its own words. */
  text: z.string(),
  /** Cells of columns that were not used, each with its header; ID numbers and phones with their middle hidden. */
  unused: z.string(),
  written: z.boolean(),
  candidates: z.array(Candidate),
  /** Other held rows that speak of the same name and village. */
  alike: z.array(z.int()),
});
export type ImportRow = z.infer<typeof ImportRow>;
export const ImportRowPage = page(ImportRow);
export const ListImportRows = z.strictObject({
  station: Id,
  id: Id,
  state: z.enum(['placed', 'flagged', 'held', 'skipped']),
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(200).default(50),
});

export const FindMappings = z.strictObject({ station: Id, signatures: z.array(z.string().max(2000)).max(100) });
export const Mappings = z.object({
  items: z.array(z.object({ signature: z.string(), kind: z.enum(SHEET_KINDS), roles: z.array(z.enum(ROLES)) })),
});

export const Judged = Saved.extend({ tally: Tally });
/** How far a batch has been written. */
export const Progress = Saved.extend({ written: z.int(), toWrite: z.int(), done: z.boolean() });

export const VillageName = z.object({ code: AreaCode, name: z.string() });
