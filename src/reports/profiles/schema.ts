import { z } from 'zod';
import { Id, Version } from '../../platform/fields.ts';
import { LEDGERS, MonthName } from '../month/schema.ts';
import { DATE_FORMATS } from './codes.ts';

const Column = z.strictObject({
  header: z.string().trim().min(1).max(40),
  /** What is written: a field of the list, or `fixed` words. */
  field: z.string().max(30),
  fixed: z.string().max(100).optional(),
  date: z.enum(DATE_FORMATS).optional(),
  /** The table's code of every choice; without: our own word. */
  codes: z
    .array(z.strictObject({ of: z.string().max(40), code: z.string().trim().max(40) }))
    .max(60)
    .optional(),
});
export type Column = z.infer<typeof Column>;

export const Layout = z.strictObject({
  list: z.enum(LEDGERS),
  sheet: z
    .string()
    .trim()
    .min(1)
    .max(31)
    .regex(/^[^[\]:*?/\\]*$/),
  /** Between several choices in one cell. */
  between: z.string().min(1).max(3),
  columns: z.array(Column).min(1).max(60),
});
export type Layout = z.infer<typeof Layout>;

const ProfileFields = { name: z.string().trim().min(1).max(60), layout: Layout };
export const SaveProfile = z.strictObject({
  station: Id,
  id: Id,
  /** The version that was changed; 0: a new one. */
  version: z.int().min(0),
  ...ProfileFields,
});
export const DropProfile = z.strictObject({ station: Id, id: Id, version: Version });
export const Profile = z.object({ id: Id, version: Version, ...ProfileFields });
export type Profile = z.infer<typeof Profile>;
export const ListProfiles = z.strictObject({ station: Id });
/** The station's own, by name, and an example to begin with. */
export const Profiles = z.object({ items: z.array(Profile), example: z.object(ProfileFields) });
export const GetExport = z.strictObject({ station: Id, profile: Id, from: MonthName, to: MonthName });
