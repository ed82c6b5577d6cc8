import { z } from 'zod';
import { Day, Id, Version } from '../platform/fields.ts';
import { HOUSEHOLD_RELATIONS } from './terms.ts';

export const HouseholdRelation = z.enum(HOUSEHOLD_RELATIONS);

/** People who keep house together. One of them is the head. */
export const SaveHousehold = z.strictObject({
  station: Id,
  id: Id,
  /** The version this replaces; without it, a new household. */
  version: Version.optional(),
  note: z.string().trim().max(200),
  members: z
    .array(z.strictObject({ person: Id, relation: HouseholdRelation }))
    .min(1)
    .max(20),
});
export type SaveHousehold = z.infer<typeof SaveHousehold>;

/** A household as its members' files show it. */
export const HouseholdCard = z.object({
  id: Id,
  version: Version,
  note: z.string(),
  members: z.array(
    z.object({
      id: Id,
      name: z.string(),
      sex: z.enum(['female', 'male', 'unknown']),
      bornOn: Day.nullable(),
      bornPrecision: z.enum(['day', 'month', 'year']).nullable(),
      relation: HouseholdRelation,
    }),
  ),
});
export type HouseholdCard = z.infer<typeof HouseholdCard>;
