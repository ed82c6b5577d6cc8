import { settleFollowUps } from '../people/follow-ups.ts';
import { requireAreas } from '../places/store.ts';
import { HeliError } from '../platform/errors.ts';
import { Saved } from '../platform/fields.ts';
import { command, type Doing } from '../platform/pipeline/command.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import type { Transaction } from '../platform/database/flight.ts';
import { stale } from '../platform/stale.ts';
import { CorrectEvent, CorrectVisit, ConfirmEvent, EventFields, FinishStep, TakeBack } from './event-schema.ts';
import { namesOf, recorder } from './names.ts';
import { eventFaults, refuse, visitFaults } from './rules.ts';
import { VisitFields } from './schema.ts';
import {
  carryAttachments,
  confirmGiven,
  findStep,
  finishStep,
  lockEvent,
  noteCorrection,
  raiseEvidence,
  type Standing,
  supersede,
} from './store/corrections.ts';
import { insertGathered } from './store/gathered.ts';
import { findKnown, requireKnown } from './store/known.ts';
import { insertVisits, type NewVisit } from './store/visits.ts';
import { findEvent } from './store/whole.ts';
import type { EventWhole } from './event-schema.ts';

interface Found {
  standing: Standing | undefined;
  whole: EventWhole | undefined;
}

/** The event as it stands, locked; and as it is shown, should the edit come too late. */
async function loadEvent(
  transaction: Transaction,
  doing: Doing,
  { station, id }: { station: string; id: string },
): Promise<Found> {
  const at = { county: doing.county, station };
  const standing = lockEvent(transaction, at, id);
  const whole = findEvent(transaction, at, id);
  return { standing: await standing, whole: await whole };
}

/** Refuses an edit of what is not there, not of this kind, or no longer as it was read. */
function requireStanding({ standing, whole }: Found, mine: { version: number }): Standing {
  if (!standing) throw new HeliError('not-found', 'not-found');
  if (standing.superseded_by !== null || standing.version !== mine.version) {
    throw stale(mine, whole);
  }
  return standing;
}

/** What was put right came from where the slip came from. */
const takenIn = ({ imported, worker_names: workerNames }: Standing) => ({ imported, workerNames });

/** 改: another visit takes the place of the one that was wrong; both stay in the books. */
export const correctVisit = command({
  name: 'ledger.correctVisit',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Put a home visit right: the slip stays in the books',
  path: '/ledger/correct-visit',
  input: CorrectVisit,
  output: Saved,
  load: async (transaction, input, doing) => {
    const row = findKnown(transaction, { county: doing.county, station: input.station }, namesOf.visit(input));
    const found = await loadEvent(transaction, doing, { station: input.station, id: input.corrects });
    return { found, row: await row };
  },
  decide: ({ found, row }, input, doing) => {
    const { station, corrects, version, why, ...visit } = input;
    const standing = requireStanding(found, { version });
    if (standing.kind !== 'visit') throw new HeliError('not-allowed-now', 'other-kind');
    const known = requireKnown(row, namesOf.visit(visit));
    refuse(visitFaults({ ...visit, nextOn: null }, doing.now)); // a next visit that was promised may be over by now
    const person = known.people.get(visit.person);
    const written = {
      ...{ ...visit, person, projectState: known.projectState, supersedes: corrects, taken: takenIn(standing) },
      withMe: standing.with_enterer,
    } as NewVisit;
    const by = recorder(doing, station);
    const entry = { id: corrects, instead: visit.id, why };
    return {
      station,
      subject: { kind: 'person', id: visit.person },
      fields: Object.keys(VisitFields.shape),
      answer: { id: visit.id, version: 1 },
      save: (transaction) => {
        supersede(transaction, by, entry);
        insertVisits(transaction, { ...by, by: standing.entered_by }, [written]);
        if (standing.subject_id && standing.subject_id !== visit.person) {
          settleFollowUps(transaction, by, [standing.subject_id]);
        }
        replaced(transaction, by, { entry, evidence: standing.evidence });
      },
    };
  },
});

interface Replaced {
  entry: { id: string; instead: string; why: string };
  evidence: number;
}

/** What was proven stays proven: attachments and evidence go over to the event that stands. */
function replaced(transaction: Transaction, by: ReturnType<typeof recorder>, { entry, evidence }: Replaced): void {
  noteCorrection(transaction, by, entry);
  carryAttachments(transaction, by, { from: entry.id, to: entry.instead });
  // What somebody confirmed were other words: they can be confirmed anew.
  if (evidence > 1) raiseEvidence(transaction, by, { id: entry.instead, to: 2 });
}

/** 改: another record takes the place of the one that was wrong; both stay in the books. */
export const correctEvent = command({
  name: 'ledger.correct',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Put an activity, meeting or another act right: the slip stays in the books',
  path: '/ledger/correct',
  input: CorrectEvent,
  output: Saved,
  load: async (transaction, input, doing) => {
    const row = findKnown(transaction, { county: doing.county, station: input.station }, namesOf.event(input));
    const found = loadEvent(transaction, doing, { station: input.station, id: input.corrects });
    await requireAreas(transaction, [input.area]);
    return { found: await found, row: await row };
  },
  decide: ({ found, row }, input, doing) => {
    const { station, corrects, version, why, ...event } = input;
    const standing = requireStanding(found, { version });
    if (standing.kind === 'visit') throw new HeliError('not-allowed-now', 'other-kind');
    const known = requireKnown(row, namesOf.event(event));
    refuse(eventFaults(event, doing.now).filter((fault) => fault.message !== 'next-in-past'));
    const by = recorder(doing, station);
    const entry = { id: corrects, instead: event.id, why };
    return {
      station,
      subject: { kind: 'event', id: event.id },
      fields: Object.keys(EventFields.shape),
      answer: { id: event.id, version: 1 },
      save: (transaction) => {
        supersede(transaction, by, entry);
        const written = { event: { ...event, supersedes: corrects, taken: takenIn(standing) }, known };
        insertGathered(transaction, { ...by, by: standing.entered_by }, written);
        replaced(transaction, by, { entry, evidence: standing.evidence });
      },
    };
  },
});

/** Takes back what was recorded by mistake: it counts for nothing any more and stays in the books. */
export const takeBack = command({
  name: 'ledger.takeBack',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Take back what was recorded by mistake',
  path: '/ledger/take-back',
  input: TakeBack,
  output: Saved,
  load: loadStanding,
  decide: (found, { station, id, version, why }, doing) => {
    const standing = requireStanding(found, { version });
    const by = recorder(doing, station);
    const entry = { id, instead: null, why };
    return {
      station,
      subject: { kind: 'event', id },
      fields: ['taken-back'],
      answer: { id, version: version + 1 },
      save: (transaction) => {
        supersede(transaction, by, entry);
        noteCorrection(transaction, by, entry);
        if (standing.kind === 'visit' && standing.subject_id) settleFollowUps(transaction, by, [standing.subject_id]);
      },
    };
  },
});

function loadStanding(transaction: Transaction, input: { station: string; id: string }, doing: Doing): Promise<Found> {
  return loadEvent(transaction, doing, input);
}

/** A second person says that it was so: the highest evidence there is. */
export const confirmEvent = command({
  name: 'ledger.confirm',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Confirm what a colleague recorded',
  path: '/ledger/confirm',
  input: ConfirmEvent,
  output: Saved,
  load: loadStanding,
  decide: (found, { station, id, version }, doing) => {
    const standing = requireStanding(found, { version });
    if ([standing.entered_by, standing.corrected_by].includes(doing.asker.id))
      throw new HeliError('not-allowed-now', 'own-record');
    const by = recorder(doing, station);
    return {
      station,
      subject: { kind: 'event', id },
      fields: ['evidence'],
      answer: { id, version },
      save: (transaction) => {
        confirmGiven(transaction, by, id);
        raiseEvidence(transaction, by, { id, to: 3 });
      },
    };
  },
});

/** What an event left to be done is done. */
export const finishStepCommand = command({
  name: 'ledger.finishStep',
  version: 1,
  permit: atStation('records.write'),
  summary: 'Mark what an event left to be done as done',
  path: '/ledger/finish-step',
  input: FinishStep,
  output: Saved,
  load: (transaction, { station, id }, { county }) => findStep(transaction, { county, station }, id),
  decide: (step, { station, id }, doing) => {
    if (!step) throw new HeliError('not-found', 'not-found');
    return {
      station,
      subject: { kind: 'event', id },
      fields: ['done'],
      answer: { id, version: 1 },
      save: (transaction) => finishStep(transaction, recorder(doing, station), id),
    };
  },
});
