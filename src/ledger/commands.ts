import { insertPairs } from '../people/duplicate-store.ts';
import { loadForNew } from '../people/new-people.ts';
import { refuseFaults } from '../people/rules.ts';
import { insertPeople } from '../people/store.ts';
import { requireAreas } from '../places/store.ts';
import { Saved } from '../platform/fields.ts';
import { command } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { namesOf, recorder } from './names.ts';
import { EventFields, RecordEvent } from './event-schema.ts';
import { eventFaults, refuse, visitFaults } from './rules.ts';
import { RecordIntake, RecordVisit, VisitFields } from './schema.ts';
import { insertGathered } from './store/gathered.ts';
import { findKnown, requireKnown } from './store/known.ts';
import { insertVisits, type NewVisit } from './store/visits.ts';

/** Records a home visit 走访: one event, the workers' minutes, what was found, and when the next is due. */
export const recordVisit = command({
  name: 'ledger.recordVisit',
  version: 2,
  permit: atStation('records.write'),
  summary: 'Record a home visit',
  path: '/ledger/record-visit',
  input: RecordVisit,
  output: Saved,
  load: (transaction, input, { county }) =>
    findKnown(transaction, { county, station: input.station }, namesOf.visit(input)),
  decide: (row, { station, ...visit }, doing) => {
    const known = requireKnown(row, namesOf.visit(visit));
    refuse(visitFaults(visit, doing.now));
    const written = { ...visit, person: known.people.get(visit.person), projectState: known.projectState } as NewVisit;
    return {
      station,
      subject: { kind: 'person', id: visit.person },
      fields: Object.keys(VisitFields.shape),
      answer: { id: visit.id, version: 1 },
      save: (transaction) => insertVisits(transaction, recorder(doing, station), [written]),
    };
  },
});

/** A person and the first visits as one command: an intake form. */
export const recordIntake = command({
  name: 'ledger.recordIntake',
  version: 2,
  permit: atStation('records.write'),
  summary: 'Add a person together with visits',
  path: '/ledger/record-intake',
  input: RecordIntake,
  output: Saved,
  load: (transaction, { station, person }, { county, seal }) =>
    loadForNew(transaction, { county, station, seal }, [person]),
  decide: (pairs, { station, person, visits }, doing) => {
    refuseFaults([person], doing.now, () => ['person']);
    refuse(
      visits.flatMap((visit, index) =>
        visitFaults(visit, doing.now).map((fault) => ({ ...fault, path: ['visits', index, ...fault.path] })),
      ),
    );
    const by = recorder(doing, station);
    return {
      station,
      subject: { kind: 'person', id: person.id },
      fields: ['person', 'visits'],
      rows: 1 + visits.length,
      answer: { id: person.id, version: 1 },
      save: (transaction) => {
        insertPeople(transaction, { ...by, seal: doing.seal }, [person]);
        insertPairs(transaction, by, pairs);
        insertVisits(
          transaction,
          by,
          visits.map((visit) => ({ ...visit, person })),
        );
      },
    };
  },
});

/** Records any other act: a meeting, an activity, a group session, a work day, supervision, training, a resource link. */
export const recordEvent = command({
  name: 'ledger.record',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Record an activity, meeting, session, work day, supervision, training, resource link or another act',
  path: '/ledger/record',
  input: RecordEvent,
  output: Saved,
  load: async (transaction, input, { county }) => {
    const row = findKnown(transaction, { county, station: input.station }, namesOf.event(input));
    await requireAreas(transaction, [input.area]);
    return row;
  },
  decide: (row, { station, ...event }, doing) => {
    const known = requireKnown(row, namesOf.event(event));
    refuse(eventFaults(event, doing.now));
    return {
      station,
      subject: { kind: 'event', id: event.id },
      fields: Object.keys(EventFields.shape),
      rows: 1 + event.present.length + event.given.length,
      answer: { id: event.id, version: 1 },
      save: (transaction) => insertGathered(transaction, recorder(doing, station), { event, known }),
    };
  },
});
