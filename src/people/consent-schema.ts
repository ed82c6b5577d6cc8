import { z } from 'zod';
import { Day, Id, Version } from '../platform/fields.ts';
import { CONSENT_WAYS, GIVERS, PURPOSES } from './terms.ts';

/** What somebody agreed to, or said no to. */
export const ConsentFields = z.strictObject({
  purpose: z.enum(PURPOSES),
  agreed: z.boolean(),
  givenBy: z.enum(GIVERS),
  /** Who said it, when it was the guardian. */
  giver: z.string().trim().max(60),
  how: z.enum(CONSENT_WAYS),
  givenOn: Day,
  untilOn: Day.nullable(),
  note: z.string().trim().max(200),
});
export type ConsentFields = z.infer<typeof ConsentFields>;

export const RecordConsent = ConsentFields.extend({ station: Id, id: Id, person: Id });
export type RecordConsent = z.infer<typeof RecordConsent>;

export const WithdrawConsent = z.strictObject({ station: Id, id: Id, version: Version, withdrawnOn: Day });
export type WithdrawConsent = z.infer<typeof WithdrawConsent>;

export const Consent = z.object({
  ...ConsentFields.shape,
  id: Id,
  withdrawnOn: Day.nullable(),
  enteredBy: z.string(),
  version: Version,
});
export type Consent = z.infer<typeof Consent>;
