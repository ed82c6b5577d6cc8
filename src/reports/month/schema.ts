import { z } from 'zod';
import { ATTACHMENT_KINDS } from '../../ledger/codes.ts';
import { EventKind, ServiceField } from '../../ledger/terms.ts';
import { EventLine } from '../../ledger/schema.ts';
import { IndicatorDone } from '../contract/schema.ts';
import { Cursor, Day, Id, page } from '../../platform/fields.ts';

/** A month, YYYY-MM, in China. */
export const MonthName = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What is doubtful about an act and should be looked at before the report goes out, the weightiest first. */
export const DOUBTS = ['late', 'heard', 'no-voucher', 'no-names', 'no-minutes', 'no-worker'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What can be counted act by act. */
export const ROW_COUNTS = [
  'events',
  'person-times',
  'household-times',
  'unmet',
  'again',
  'by-phone',
  'sessions',
  'occasions',
  'worked',
  'proven',
  'outside',
  'spent',
  'resident-hours',
  'resident-money',
  'committee-hours',
  'committee-money',
  ...ATTACHMENT_KINDS,
  ...DOUBTS,
] as const;
export const RowCount = z.enum(ROW_COUNTS);
export type RowCount = z.infer<typeof RowCount>;
/** What is counted person by person: everybody once, every household once. */
export const PeopleCount = z.enum(['people', 'households']);
export type PeopleCount = z.infer<typeof PeopleCount>;

const Narrowed = { kind: EventKind.optional(), field: ServiceField.optional() };
/** Which number of the month is opened: what was counted, of which work, in which service field, on which budget line. */
export const Opened = z.strictObject({
  count: z.enum([...ROW_COUNTS, ...PeopleCount.options]),
  ...Narrowed,
  budgetLine: z.string().max(40).optional(),
});
export type Opened = z.infer<typeof Opened>;

/** A month; with `closing`, as it stood when it was closed that time. */
export const GetReport = z.strictObject({ station: Id, month: MonthName, closing: Id.optional() });

/** Units that are never mixed: each is a number of its own. */
const Figures = z.object({
  /** Acts 笔. */
  events: z.int(),
  /** 人: everybody once, over merged files. */
  people: z.int(),
  /** 人次. */
  personTimes: z.int(),
  /** 户 that were met at home, each once. */
  households: z.int(),
  /** 户次: a household met at home on a day counts once, however often one went that day. */
  householdTimes: z.int(),
  /** 节 of groups. */
  sessions: z.int(),
  /** 场: activities, meetings, work days, trainings. */
  occasions: z.int(),
  /** Minutes that workers gave. */
  worked: z.int(),
  /** Acts signed, photographed or confirmed. */
  proven: z.int(),
  /** Acts that were asked for from outside the contract. */
  outside: z.int(),
  /** Yuan. */
  spent: z.number(),
});
export type Figures = z.infer<typeof Figures>;

/** A piece of the paper: words, or a number that opens its rows. */
export const Piece = z.object({ text: z.string(), opens: Opened.optional() });
export type Piece = z.infer<typeof Piece>;
const Cell = z.array(Piece);

/** The report as it is printed, in the asker's language: the screen and the Word file show the same. */
export const Paper = z.object({
  title: z.string(),
  context: z.string(),
  sections: z.array(
    z.object({
      heading: z.string(),
      paragraphs: z.array(Cell),
      table: z.object({ head: z.array(z.string()), rows: z.array(z.array(Cell)) }).nullable(),
    }),
  ),
  attached: z.array(Cell),
  signatures: z.array(z.string()),
  seal: z.string(),
  /** The journal's last line when this was counted. */
  code: z.string(),
});
export type Paper = z.infer<typeof Paper>;

const Reopened = z.object({ at: z.string(), by: z.string(), why: z.string(), returned: z.boolean() });

/** A month closed by a station head; reopened, it stays what was handed in. */
export const Closing = z.object({
  id: Id,
  closedAt: z.string(),
  closedBy: z.string(),
  note: z.string(),
  code: z.string(),
  /** Handed in to the county. */
  reported: z.object({ at: z.string(), by: z.string() }).nullable(),
  /** Opened again; returned: by the county. */
  reopened: Reopened.nullable(),
});
export type Closing = z.infer<typeof Closing>;

export const Report = z.object({
  month: MonthName,
  /** When it was counted. */
  asOf: z.string(),
  total: Figures,
  fields: z.array(Figures.extend({ field: ServiceField })),
  kinds: z.array(Figures.extend({ kind: EventKind })),
  spending: z.array(z.object({ budgetLine: z.string(), amount: z.number() })),
  /** What residents with their groups, and the committees, gave unpaid; minutes and yuan apart. */
  given: z.object({
    residents: z.object({ minutes: z.int(), amount: z.number() }),
    committee: z.object({ minutes: z.int(), amount: z.number() }),
  }),
  /** What is not in the household visits: nobody was met, the household was met already that day, or it was a call. */
  unmet: z.int(),
  again: z.int(),
  byPhone: z.int(),
  doubts: z.array(z.object({ doubt: z.enum(DOUBTS), count: z.int() })),
  attachments: z.array(z.object({ kind: z.enum(ATTACHMENT_KINDS), count: z.int() })),
  /** What the contract asks for, against what was done; months closed before there were any have none. */
  contract: z.array(IndicatorDone).default([]),
  plan: z.object({
    steps: z.array(z.object({ event: Id, dueOn: Day, what: z.string(), person: z.string() })),
    notices: z.array(z.object({ startsAt: z.string(), title: z.string(), place: z.string() })),
    /** Households whose next visit falls due; months closed before this was told have none. */
    visits: z.int().default(0),
  }),
  head: z.object({ lines: z.int(), code: z.string() }).nullable(),
  paper: Paper,
  /** How often the month was closed, the latest first. */
  closings: z.array(Closing),
  /** Whether anybody of the county reads on this host what is handed in. */
  county: z.boolean(),
});
export type Report = z.infer<typeof Report>;
export type Counted = Omit<Report, 'paper' | 'closings' | 'county'>;

/** Closes a month: what is handed in is kept. */
export const CloseMonth = z.strictObject({
  station: Id,
  month: MonthName,
  id: Id,
  note: z.string().trim().max(200).default(''),
});
/** Opens a closed month again, and says why. */
export const ReopenMonth = z.strictObject({ station: Id, id: Id, why: z.string().trim().min(2).max(200) });

/** Hands a closed month in; `asClosed`: as it was closed, although its figures have changed since. */
export const ReportMonth = z.strictObject({ station: Id, id: Id, asClosed: z.boolean().default(false) });

/** Which stations have handed a month in, each the last time. */
export const ListMonthReports = z.strictObject({ month: MonthName });
export const MonthReports = z.object({
  items: z.array(z.object({ station: Id, closing: Id, at: z.string(), by: z.string(), reopened: Reopened.nullable() })),
});
export type MonthReports = z.infer<typeof MonthReports>;
/** Months that the county has returned and that nobody has closed again, the latest first. */
export const ListReturnedMonths = z.strictObject({ station: Id });
export const ReturnedMonths = z.object({
  items: z.array(z.object({ month: MonthName, by: z.string(), why: z.string() })),
});
export const ReturnMonth = z.strictObject({
  station: Id,
  month: MonthName,
  closing: Id,
  why: z.string().trim().min(2).max(200),
});

export const ListRows = z.strictObject({
  ...GetReport.shape,
  ...Opened.shape,
  count: RowCount,
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(200).default(50),
});
/** An act with what it adds to each number. */
export const ReportRow = EventLine.extend({
  personTimes: z.int(),
  worked: z.int(),
  spent: z.number(),
  /** Days between the act and its being written down first; 0 for what came from a file. */
  daysLate: z.int(),
});
export type ReportRow = z.infer<typeof ReportRow>;

export const CHANGES = ['added', 'corrected', 'left', 'proof'] as const;
/**
 * What became of an act after its month was closed: it came later, was put right, left the month (taken back, put into
 * another month, its import undone), or is proven otherwise. An act that is gone altogether has neither row.
 */
export const Change = z.object({
  change: z.enum(CHANGES),
  kind: EventKind,
  startedAt: z.string(),
  was: ReportRow.nullable(),
  now: ReportRow.nullable(),
});
export type Change = z.infer<typeof Change>;
export const ListChanges = z.strictObject({ station: Id, closing: Id });
/** The latest acts first, at most 200; `more` when there are others. */
export const Changes = z.object({ items: z.array(Change), more: z.boolean() });

export const ReportRows = page(ReportRow).extend({
  total: z.int(),
  /** How sure the rows are: signed or photographed, written down, only heard of. */
  evidence: z.object({ full: z.int(), half: z.int(), hollow: z.int() }),
});
export type ReportRows = z.infer<typeof ReportRows>;

export const ListReached = z.strictObject({
  ...GetReport.shape,
  ...Narrowed,
  count: PeopleCount,
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(200).default(50),
});
/** Somebody who was reached, or a household by one of its people, and how often. */
export const Reached = z.object({ id: Id, name: z.string(), times: z.int() });
export const ReachedPage = page(Reached);

export const FILE_KINDS = ['word', 'excel'] as const;
export const GetReportFile = GetReport.extend({ as: z.enum(FILE_KINDS) });
export const LEDGERS = ['people', 'visits', 'activities', 'volunteers', 'resources'] as const;
/** Some months' lists; one of them, or all. */
export const GetLedgers = z.strictObject({
  station: Id,
  from: MonthName,
  to: MonthName,
  list: z.enum(LEDGERS).optional(),
});
/** A file, base64. */
export const ReportFile = z.object({ name: z.string(), type: z.string(), content: z.string() });
