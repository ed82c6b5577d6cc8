import { OWN_CONSENT_AGE } from '../../src/people/consent-rules.ts';
import type { ConsentFields } from '../../src/people/consent-schema.ts';
import { ageOn } from '../../src/people/rules.ts';

export interface ConsentWrong {
  field: 'consent-who' | 'consent-giver' | 'consent-on' | 'consent-until';
  word: 'consent.under-14' | 'consent.wrong-giver' | 'consent.wrong-future' | 'consent.wrong-until';
}

/** What keeps a consent from being saved; the program says the same once more. */
export function consentWrongs(consent: ConsentFields, about: { bornOn: string | null; day: string }): ConsentWrong[] {
  const wrongs: ConsentWrong[] = [];
  const age = ageOn(about.bornOn, consent.givenOn);
  if (consent.givenBy === 'self' && age !== undefined && age < OWN_CONSENT_AGE)
    wrongs.push({ field: 'consent-who', word: 'consent.under-14' });
  if (consent.givenBy === 'guardian' && consent.giver.trim() === '')
    wrongs.push({ field: 'consent-giver', word: 'consent.wrong-giver' });
  if (consent.givenOn > about.day) wrongs.push({ field: 'consent-on', word: 'consent.wrong-future' });
  if (consent.untilOn && consent.untilOn < consent.givenOn)
    wrongs.push({ field: 'consent-until', word: 'consent.wrong-until' });
  return wrongs;
}
