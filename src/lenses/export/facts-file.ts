import { z } from 'zod';
import { EVENT_KINDS, FORMS, PARTY_KINDS, PHASES, SECTORS, STRATEGIES } from '../../ledger/codes.ts';
import { HeliError } from '../../platform/errors.ts';
import { Day } from '../../platform/fields.ts';
import type { Facts } from '../facts.ts';

const Key = z.string().max(40);
const Sector = z.enum(SECTORS);

const FileAct = z.strictObject({
  event: Key,
  day: Day,
  partyKind: z.enum(PARTY_KINDS),
  party: Key,
  sector: Sector,
  form: z.enum(FORMS),
  mode: z.enum(['individual', 'group']),
  pay: z.enum(['unpaid', 'credited', 'paid']),
  minutes: z.int().min(0),
  amount: z.number().min(0),
  kind: z.enum(EVENT_KINDS),
  phase: z.enum(PHASES),
  strategies: z.array(z.enum(STRATEGIES)),
  initiator: z.union([Sector, z.literal('')]),
  askedBy: z.union([Sector, z.literal('')]),
  withWorker: z.boolean(),
  evidence: z.int().min(0).max(3),
  project: Key,
  area: Key,
  enteredBy: Key,
  daysLate: z.int(),
});

/** The facts of a scope and a window with nobody in them by name: what a lens is counted from on another machine. */
export const FactsFile = z.strictObject({
  format: z.literal('heli-lens-facts'),
  version: z.literal(1),
  program: z.string(),
  made: z.string(),
  /** Every day was moved by the same unknown number of weeks. */
  shifted: z.boolean(),
  /** Villages of fewer than five people, whose place is left out. */
  villagesLeftOut: z.int(),
  from: Day,
  to: Day,
  until: Day,
  months: z.strictObject({ from: Day, to: Day }),
  group: z.string(),
  acts: z.array(FileAct),
  around: z.array(FileAct),
  earlier: z.array(Key),
  served: z.array(
    z.strictObject({ person: Key, village: Key, times: z.int(), minutes: z.int(), ofGroup: z.boolean() }),
  ),
  places: z.array(z.strictObject({ area: Key, name: z.string(), eligible: z.int().nullable() })),
  shocks: z.array(z.strictObject({ id: Key, kind: z.string(), name: z.string(), from: Day, to: Day })),
  projects: z.array(
    z.strictObject({
      id: Key,
      name: z.string(),
      kind: z.string(),
      state: z.string(),
      households: z.int().nullable(),
      excludable: z.boolean().nullable(),
      area: Key,
    }),
  ),
  sheets: z.array(z.strictObject({ event: Key, day: Day, onPaper: z.int(), onList: z.int(), onBoth: z.int() })),
  reach: z.array(z.strictObject({ from: Day, people: z.int().min(0) })).default([]),
});
export type FactsFile = z.infer<typeof FactsFile>;

/** Facts from a file's text. @throws HeliError not-facts, with the first place that is wrong */
export function readFactsFile(text: string, file: string): Facts {
  const refuse = (where: string) => new HeliError('invalid', 'not-facts', { params: { file, where } });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refuse('JSON');
  }
  const read = FactsFile.safeParse(json);
  if (!read.success) throw refuse(read.error.issues[0]?.path.join('.') || 'format');
  const { acts, around, earlier, projects, ...rest } = read.data;
  const named = (list: typeof acts) => list.map((act) => ({ ...act, id: '' }));
  return {
    ...rest,
    acts: named(acts),
    around: named(around),
    earlier: new Set(earlier),
    projects: new Map(projects.map((project) => [project.id, project])),
    partners: new Map(),
    people: new Map(),
  };
}
