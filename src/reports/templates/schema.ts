import { z } from 'zod';
import { Id } from '../../platform/fields.ts';
import { GetReport } from '../month/schema.ts';

/** A Word form (.docx) as it arrives, base64. */
export const KeepTemplate = z.strictObject({
  station: Id,
  id: Id,
  name: z.string().trim().min(1).max(120),
  content: z.base64().max(6 * 1024 * 1024),
});
export const DropTemplate = z.strictObject({ station: Id, id: Id });

export const Template = z.object({
  id: Id,
  name: z.string(),
  bytes: z.int(),
  addedBy: z.string(),
  addedAt: z.string(),
});
export type Template = z.infer<typeof Template>;
export const ListTemplates = z.strictObject({ station: Id });
export const Templates = z.object({ items: z.array(Template) });
export const FillTemplate = GetReport.extend({ template: Id });
