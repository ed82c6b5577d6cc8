import { z } from 'zod';
import { Cursor, Id, page } from '../platform/fields.ts';
import { MaskedId, PersonLine } from './schema.ts';
import { ALIKE } from './terms.ts';

/** One side of a pair: what tells whether it is the same person. */
const AlikePerson = PersonLine.extend({
  phone: z.string(),
  livingAddress: z.string(),
  idNumber: MaskedId.nullable(),
  createdAt: z.string(),
  /** How much stands in it: records that are about this file. */
  events: z.int(),
});
export type AlikePerson = z.infer<typeof AlikePerson>;

export const DuplicatePair = z.object({
  one: AlikePerson,
  other: AlikePerson,
  reasons: z.array(z.enum(ALIKE)),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

export const ListDuplicates = z.strictObject({
  station: Id,
  /** Only the pairs of one person. */
  person: Id.optional(),
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(50).default(20),
});
export const DuplicatePage = page(DuplicatePair);

/** Says that two files are one person: `merged` stands behind `survivor` from now on. */
export const MergePeople = z.strictObject({
  station: Id,
  id: Id,
  survivor: Id,
  merged: Id,
  reason: z.string().trim().max(200).default(''),
});
export type MergePeople = z.infer<typeof MergePeople>;

export const UndoMerge = z.strictObject({ station: Id, id: Id });
export const KeepApart = z.strictObject({ station: Id, one: Id, other: Id });

export const Merge = z.object({
  id: Id,
  survivor: z.object({ id: Id, name: z.string() }),
  merged: z.object({ id: Id, name: z.string() }),
  reason: z.string(),
  mergedBy: z.string(),
  mergedAt: z.string(),
  undoneBy: z.string().nullable(),
  undoneAt: z.string().nullable(),
});
export type Merge = z.infer<typeof Merge>;
export const ListMerges = z.strictObject({
  station: Id,
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(50).default(20),
});
export const MergePage = page(Merge);
