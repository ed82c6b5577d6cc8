import { insertPeople, findPersonVersion } from '../people/store.ts';
import { refuseFaults } from '../people/rules.ts';
import { requireAreas } from '../places/store.ts';
import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { visitFaults } from './rules.ts';
import { RecordIntake, RecordVisit, VisitFields } from './schema.ts';
import { insertVisits } from './store.ts';

/** Records a home visit 走访: one event, the workers' minutes, what was found, and when the next is due. */
export const recordVisit = command({
  name: 'ledger.recordVisit',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Record a home visit',
  path: '/ledger/record-visit',
  input: RecordVisit,
  output: Saved,
  load: (transaction, input, { county }) =>
    findPersonVersion(transaction, { county, station: input.station }, input.person),
  decide: (person, { station, ...visit }, { county, asker, newId, now }) => {
    if (!person) throw new HeliError('not-found', 'unknown-person');
    const fields = visitFaults(visit, now);
    if (fields.length > 0) throw new HeliError('invalid', 'invalid', { fields });
    return {
      station,
      subject: { kind: 'person', id: visit.person },
      fields: Object.keys(VisitFields.shape),
      answer: { id: visit.id, version: 1 },
      save: (transaction) => insertVisits(transaction, { county, station, by: asker.id, newId, now }, [visit]),
    };
  },
});

/** A person and the first visits as one command: an intake form, or one row of an import. */
export const recordIntake = command({
  name: 'ledger.recordIntake',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Add a person together with visits',
  path: '/ledger/record-intake',
  input: RecordIntake,
  output: Saved,
  load: (transaction, input) => requireAreas(transaction, [input.person.village]),
  decide: (_, { station, person, visits }, { county, asker, newId, now }) => {
    refuseFaults([person], now, () => ['person']);
    const fields = visits.flatMap((visit, index) =>
      visitFaults(visit, now).map((fault) => ({ ...fault, path: ['visits', index, ...fault.path] })),
    );
    if (fields.length > 0) throw new HeliError('invalid', 'invalid', { fields });
    const by = { county, station, by: asker.id, newId, now };
    return {
      station,
      subject: { kind: 'person', id: person.id },
      fields: ['person', 'visits'],
      rows: 1 + visits.length,
      answer: { id: person.id, version: 1 },
      save: (transaction) => {
        insertPeople(transaction, by, [person]);
        insertVisits(
          transaction,
          by,
          visits.map((visit) => ({ ...visit, person: person.id })),
        );
      },
    };
  },
});
