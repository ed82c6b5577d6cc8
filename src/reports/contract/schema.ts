import { z } from 'zod';
import { EventKind, ServiceField } from '../../ledger/terms.ts';
import { Id, Version } from '../../platform/fields.ts';
import { UNITS } from './codes.ts';

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** One indicator of a contract; kind and field say which acts count, '' that all do. */
export const IndicatorFields = z.strictObject({
  name: z.string().trim().min(1).max(40),
  unit: z.enum(UNITS),
  target: z.int().min(1).max(1_000_000),
  from: Month,
  to: Month,
  kind: z.union([EventKind, z.literal('')]),
  field: z.union([ServiceField, z.literal('')]),
});
export const Indicator = z.object({ id: Id, version: Version, ...IndicatorFields.shape });
export type Indicator = z.infer<typeof Indicator>;

/** version 0 makes a new one. */
export const SaveIndicator = IndicatorFields.extend({ station: Id, id: Id, version: z.int().min(0) });
export type SaveIndicator = z.infer<typeof SaveIndicator>;
export const DropIndicator = z.strictObject({ station: Id, id: Id, version: Version });
export const ListIndicators = z.strictObject({ station: Id });
export const Indicators = z.object({ items: z.array(Indicator) });

/** An indicator as a month's report shows it: done in the month, and from the contract's first month to its end. */
export const IndicatorDone = IndicatorFields.extend({ inMonth: z.number(), done: z.number() });
export type IndicatorDone = z.infer<typeof IndicatorDone>;
