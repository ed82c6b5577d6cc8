import { dayInChina } from '../platform/clock.ts';
import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { requireVersion } from '../platform/stale.ts';
import { consentFaults } from './consent-rules.ts';
import { ConsentFields, RecordConsent, WithdrawConsent } from './consent-schema.ts';
import { insertConsent, lockConsent, withdrawConsent } from './consent-store.ts';
import { listByIds } from './store.ts';

/** Records what a person, or their guardian, agreed to or said no to. */
export const recordConsent = command({
  name: 'people.recordConsent',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Record what a person agreed to, or said no to',
  path: '/people/record-consent',
  input: RecordConsent,
  output: Saved,
  load: async (transaction, { station, person }, { county }) =>
    (await listByIds(transaction, { county, station }, [person]))[0],
  decide: (row, { station, ...consent }, { county, asker, now }) => {
    if (!row) throw new HeliError('not-found', 'unknown-person');
    const fields = consentFaults(consent, row.born_on, now);
    if (fields.length > 0) throw new HeliError('invalid', 'invalid', { fields });
    return {
      station,
      subject: { kind: 'person', id: consent.person },
      fields: Object.keys(ConsentFields.shape),
      answer: { id: consent.id, version: 1 },
      save: (transaction) => insertConsent(transaction, { county, station, by: asker.id, now }, consent),
    };
  },
});

/** Notes that somebody takes back what they agreed to; the record of it stays. */
export const withdrawConsentCommand = command({
  name: 'people.withdrawConsent',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Note that a consent was taken back',
  path: '/people/withdraw-consent',
  input: WithdrawConsent,
  output: Saved,
  load: (transaction, { station, id }, { county }) => lockConsent(transaction, { county, station }, id),
  decide: (before, input, { county, asker, now }) => {
    const { station, id, version, withdrawnOn } = input;
    if (!before) throw new HeliError('not-found', 'not-found');
    requireVersion(before, input);
    if (!before.agreed) throw new HeliError('not-allowed-now', 'consent-none');
    if (withdrawnOn > dayInChina(now) || withdrawnOn < before.given_on) {
      throw new HeliError('invalid', 'invalid', {
        fields: [{ path: ['withdrawnOn'], message: 'consent-withdrawn-when' }],
      });
    }
    return {
      station,
      subject: { kind: 'person', id: before.person_id },
      fields: ['withdrawnOn'],
      answer: { id, version: version + 1 },
      save: (transaction) => withdrawConsent(transaction, { county, station, by: asker.id }, { id, withdrawnOn }),
    };
  },
});
