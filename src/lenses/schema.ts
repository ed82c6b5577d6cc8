import { z } from 'zod';
import { Sector } from '../ledger/terms.ts';
import { AreaCode, Cursor, Day, Id, page } from '../platform/fields.ts';
import { LENSES, PATTERNS, SCOPES, SHOCK_KINDS, STAGES, UNITS } from './codes.ts';

export const LensName = z.enum(LENSES);
export type LensName = z.infer<typeof LensName>;
export const ShockKind = z.enum(SHOCK_KINDS);

/** Words in both languages; the reader's page picks one. */
export const Both = z.object({ zh: z.string(), en: z.string() });
export type Both = z.infer<typeof Both>;

/**
 * Over what and between which days (both counted in). `station` is where the asker stands: with scope town or county it
 * says whose town or county. A project is of that station, a village of its town.
 */
export const Scope = z.strictObject({
  station: Id,
  scope: z.enum(SCOPES).default('station'),
  project: Id.optional(),
  village: AreaCode.optional(),
  from: Day,
  to: Day,
});
export type Scope = z.infer<typeof Scope>;
/** The group of people whose numbers are the denominator of coverage; left out: the one most villages have a number for. */
const Counting = {
  group: z.string().max(40).optional(),
  /** Older versions of measures, to recompute what was said then: A4@1,B2@1. */
  versions: z
    .string()
    .regex(/^[A-Z][0-9]+@[0-9]+(,[A-Z][0-9]+@[0-9]+)*$/)
    .optional(),
};
export const ShowLens = Scope.extend({ lens: LensName, ...Counting });

/** How a figure is defined; equal for everybody, generated into docs/measures. */
export const Definition = z.object({
  id: z.string(),
  version: z.int(),
  lens: z.enum([...LENSES, 'all']),
  /** Which part of the study's chain it feeds. */
  part: z.string(),
  name: Both,
  /** In plain words, as a worker would ask it. */
  question: Both,
  formula: Both,
  inputs: Both,
  unit: z.enum(UNITS),
  minimum: Both,
  threats: Both,
  sources: z.array(z.string()),
});
export type Definition = z.infer<typeof Definition>;

const Limits = z.object({ lower: z.number(), upper: z.number() });

/** A figure as it may be shown to this reader (analysis/uncertainty/present.ts); null where it may not or cannot. */
export const Figure = z.object({
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  interval: Limits.nullable(),
  n: z.int().nullable(),
  status: z.enum(['shown', 'counts-only', 'suppressed', 'not-yet-measurable']),
  /** Keys in kebab-case, the most important first. */
  reasons: z.array(z.string()),
});
export type Figure = z.infer<typeof Figure>;

export const Value = Figure.extend({
  /** Unique within the reading; what `lenses.rows` opens. */
  key: z.string(),
  label: Both,
  unit: z.enum(UNITS),
  /** Values of one table share a group (a project, a village, a kind of strategy); its name as recorded. */
  group: z.object({ key: z.string(), label: Both }).nullable(),
  /** The same over what is written down on the day or better (≥ E1), leaving out what was only heard of. */
  evidenced: Figure.nullable(),
  /** A community share with the committee counted in: the figure itself is the strict end, this the broad one. */
  broad: Figure.nullable(),
  /** Whether `lenses.rows` gives this reader the rows behind it. */
  opens: z.boolean(),
});
export type Value = z.infer<typeof Value>;

const Quarter = Figure.extend({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/) });
export const Trend = z.object({
  quarters: z.array(Quarter),
  /** Theil–Sen slope a quarter and Kendall's p, from eight quarters on; else null. */
  slope: z.number().nullable(),
  p: z.number().nullable(),
});

/** Parties that did something together. */
export const NetworkDrawing = z.object({
  kind: z.literal('network'),
  nodes: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      sector: Sector,
      station: z.boolean(),
      /** Holds together with the largest rest when the station and its occasions are taken away. */
      remains: z.boolean(),
    }),
  ),
  /** Indexes into nodes. `without`: they met where the station was not. */
  ties: z.array(z.object({ from: z.int(), to: z.int(), strength: z.number(), times: z.int(), without: z.boolean() })),
});
/** Steps of a survival curve: from each time on, this share has not left. Cut where fewer than 5 are still watched. */
export const SurvivalDrawing = z.object({
  kind: z.literal('survival'),
  curves: z.array(
    z.object({
      key: z.string(),
      label: Both,
      steps: z.array(
        z.object({ time: z.number(), share: z.number(), lower: z.number().nullable(), upper: z.number().nullable() }),
      ),
      /** Times at which somebody was last seen and had not left. */
      censored: z.array(z.number()),
      /** How many are still watched at some times. */
      atRisk: z.array(z.object({ time: z.number(), n: z.int() })),
      median: z.number().nullable(),
      medianInterval: z.object({ lower: z.number().nullable(), upper: z.number().nullable() }).nullable(),
    }),
  ),
});
/** Hours in each 14 days around something that happened. */
export const ShockDrawing = z.object({
  kind: z.literal('shock'),
  shocks: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      shock: ShockKind,
      from: Day,
      baseline: z.number().nullable(),
      windows: z.array(z.object({ from: Day, hours: z.number(), before: z.boolean(), settled: z.boolean() })),
    }),
  ),
});
/** Bars that stand for the values by their keys: a funnel, strategies, phases, sources of money. */
export const BarsDrawing = z.object({
  kind: z.literal('bars'),
  bars: z.array(
    z.object({
      key: z.string(),
      did: z.number(),
      all: z.number().nullable(),
      /** Not watched long enough: hatched, outside the denominator. */
      open: z.number(),
      broad: z.number().nullable(),
    }),
  ),
});
/** One line a village. */
export const PlacesDrawing = z.object({
  kind: z.literal('places'),
  group: z.string(),
  places: z.array(
    z.object({
      area: AreaCode,
      name: z.string(),
      served: z.int().nullable(),
      served3: z.int().nullable(),
      eligible: z.int().nullable(),
      hours: z.number().nullable(),
    }),
  ),
});
/** Three stages with their rules. The stage stands when `now` and `before` are the same. */
export const StagesDrawing = z.object({
  kind: z.literal('stages'),
  now: z.enum(STAGES),
  before: z.enum(STAGES),
  columns: z.array(
    z.object({
      stage: z.enum(STAGES),
      label: Both,
      rules: z.array(
        z.object({ key: z.string(), found: z.enum(['holds', 'fails', 'no-data']), words: Both, asked: Both }),
      ),
    }),
  ),
});
export const Drawing = z.discriminatedUnion('kind', [
  NetworkDrawing,
  SurvivalDrawing,
  ShockDrawing,
  BarsDrawing,
  PlacesDrawing,
  StagesDrawing,
]);
export type Drawing = z.infer<typeof Drawing>;

/** What to record so that a figure comes to be: a sentence, how much there is and how much is needed (null: any). */
export const Hint = z.object({ key: z.string(), words: Both, have: z.int(), need: z.int().nullable() });
export type Hint = z.infer<typeof Hint>;

export const Reading = z.object({
  definition: Definition,
  /** Wider than asked where a figure is kept by whole months. */
  window: z.object({ from: Day, to: Day }),
  values: z.array(Value),
  /** The value that stands for the reading in one line; null when none can. */
  headline: z.string().nullable(),
  trend: Trend.nullable(),
  drawing: Drawing.nullable(),
  pattern: z.object({ found: z.enum(PATTERNS), words: Both }).nullable(),
  /** Empty when there is enough. */
  record: z.array(Hint),
});
export type Reading = z.infer<typeof Reading>;

/** A part of the study's chain. */
export const Part = z.object({
  key: z.string(),
  /** Parts of one row stand side by side: factors, strategies, stages, communities, closing … */
  row: z.string(),
  /** The plain question or name, then the study's own word. */
  words: Both,
  term: Both,
  /** full: measured; half: recorded, not yet enough; none: nothing feeds it yet. */
  state: z.enum(['full', 'half', 'none']),
  /** Ids of the readings that feed it. */
  measures: z.array(z.string()),
  record: z.array(Hint),
});
export type Part = z.infer<typeof Part>;

/** What must be looked at before the figures are believed. */
export const Quality = z.object({
  flags: z.array(
    z.object({
      flag: z.enum(['whole-hours', 'late', 'one-enterer']),
      share: z.number().nullable(),
      numerator: z.int().nullable(),
      denominator: z.int().nullable(),
      limit: z.number(),
      raised: z.boolean(),
    }),
  ),
  /** Acts by how sure they are; null where they may not be told. */
  evidence: z.object({ full: z.int(), half: z.int(), hollow: z.int() }).nullable(),
  completeness: Reading,
});
export type Quality = z.infer<typeof Quality>;

export const Lens = z.object({
  lens: LensName,
  title: Both,
  study: z.object({ id: z.string(), name: Both, claim: Both }),
  scope: z.object({ ...Scope.shape, name: z.string() }),
  /** Whether this reader gets counts of 1 to 4, rows and drawings; who does not sees whole years only. */
  open: z.boolean(),
  asOf: z.string(),
  parts: z.array(Part),
  readings: z.array(Reading),
  quality: Quality,
});
export type Lens = z.infer<typeof Lens>;

export const ListMeasures = z.strictObject({});
export const Measures = z.object({
  lenses: z.array(z.object({ lens: LensName, title: Both })),
  items: z.array(Definition),
});

export const ListLensRows = Scope.extend({
  ...Counting,
  measure: z.string().max(40),
  /** Key of the value. */
  value: z.string().max(100),
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(200).default(50),
});
/** What one party gave at one act, or one person with the days that count. */
export const LensRow = z.object({
  key: z.string(),
  event: Id.nullable(),
  person: Id.nullable(),
  day: Day,
  what: z.string(),
  who: z.string(),
  sector: Sector.nullable(),
  minutes: z.int().nullable(),
  amount: z.number().nullable(),
  evidence: z.int().min(0).max(3).nullable(),
  /** For a person: how many days, and until when. */
  times: z.int().nullable(),
  last: Day.nullable(),
});
export type LensRow = z.infer<typeof LensRow>;
export const LensRows = page(LensRow);

export const LENS_FILES = ['word', 'excel', 'json'] as const;
export const GetLensFile = ShowLens.extend({ as: z.enum(LENS_FILES) });
