import { z } from 'zod';

/** Building blocks of every schema: one spelling of ids, days and times. */
export const Id = z.uuid();
export const AreaCode = z.string().regex(/^[0-9]{12}$/);
/** A calendar day, YYYY-MM-DD. */
export const Day = z.iso.date();
/** An instant, ISO 8601 with offset. */
export const Instant = z.iso.datetime({ offset: true });
/** The place of the next page: opaque to the asker. */
export const Cursor = z.string().max(400);
export const Version = z.int().min(1);

/** Every command's answer names what it made or changed and the version that now stands. */
export const Saved = z.object({ id: Id, version: Version });
export type Saved = z.infer<typeof Saved>;

/** A page of a list, and the cursor of the next page when there is one. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: Cursor.optional(), total: z.int().optional() });
}
