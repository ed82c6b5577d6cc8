import { z } from 'zod';
import { AreaCode, Day, Id } from '../platform/fields.ts';
import { ShockKind } from './schema.ts';

export const LogShock = z.strictObject({
  station: Id,
  id: Id,
  kind: ShockKind,
  name: z.string().trim().min(1).max(60),
  from: Day,
  to: Day,
  area: AreaCode.nullable().default(null),
  note: z.string().trim().max(500).default(''),
});
export const ListShocks = z.strictObject({ station: Id });
export const Shock = LogShock.omit({ station: true });
export type Shock = z.infer<typeof Shock>;
export const Shocks = z.object({ items: z.array(Shock) });

/** A count of the signed paper against the list in the program, at one event. */
export const CountSheet = z.strictObject({
  station: Id,
  event: Id,
  /** Names on the paper, and how many of them are also on the program's list. */
  onPaper: z.int().min(0).max(10_000),
  onBoth: z.int().min(0).max(10_000),
});
