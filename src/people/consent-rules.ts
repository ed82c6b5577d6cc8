import { dayInChina } from '../platform/clock.ts';
import type { FieldError } from '../platform/errors.ts';
import type { Consent, ConsentFields } from './consent-schema.ts';
import { ageOn } from './rules.ts';

/** Under this age the guardian consents (Civil Code, Personal Information Protection Law art. 31: under 14). */
export const OWN_CONSENT_AGE = 14;

/** What is wrong with a consent about somebody born on a day (null: not known). */
export function consentFaults(consent: ConsentFields, bornOn: string | null, now: Date): FieldError[] {
  const faults: FieldError[] = [];
  const today = dayInChina(now);
  const age = ageOn(bornOn, consent.givenOn);
  if (age !== undefined && age < OWN_CONSENT_AGE && consent.givenBy === 'self')
    faults.push({ path: ['givenBy'], message: 'consent-guardian' });
  if (consent.givenBy === 'guardian' && consent.giver === '')
    faults.push({ path: ['giver'], message: 'consent-giver' });
  if (consent.givenOn > today) faults.push({ path: ['givenOn'], message: 'consent-in-future' });
  if (consent.untilOn && consent.untilOn < consent.givenOn)
    faults.push({ path: ['untilOn'], message: 'ends-before-start' });
  return faults;
}

export type ConsentState = 'agreed' | 'refused' | 'withdrawn' | 'over' | 'not-asked';

/** The last word on a purpose: the latest given; of one day, the one entered last. `consents` stand in that order. */
export function lastConsent(consents: readonly Consent[], purpose: Consent['purpose']): Consent | undefined {
  return consents.filter((one) => one.purpose === purpose).at(-1);
}

/** How a purpose stands on a day. Not asked is not no, and is not yes either. */
export function consentState(consents: readonly Consent[], purpose: Consent['purpose'], day: string): ConsentState {
  const last = lastConsent(consents, purpose);
  if (!last || last.givenOn > day) return 'not-asked';
  if (!last.agreed) return 'refused';
  if (last.withdrawnOn && last.withdrawnOn <= day) return 'withdrawn';
  return last.untilOn && last.untilOn < day ? 'over' : 'agreed';
}
