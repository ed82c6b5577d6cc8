import type { Transaction } from '../../platform/database/flight.ts';
import { insertRows } from '../../platform/database/insert-rows.ts';
import type { EventFields, Given } from '../event-schema.ts';
import { formOfPresence, infer } from '../inference.ts';
import { confirmedOf } from '../rules.ts';
import type { Sector } from '../terms.ts';
import {
  countEvents,
  insertContributions,
  insertEvents,
  type NewContribution,
  type NewEvent,
  RECORDED,
  type TakenIn,
  workContribution,
} from './events.ts';
import { ensureGathering } from './gatherings.ts';
import type { Known } from './known.ts';
import type { RecordedBy } from './recorded-by.ts';

export interface NewGathered extends EventFields {
  id: string;
  supersedes?: string;
  taken?: TakenIn;
}

/** Writes an event that is no visit, with its list, what was given and spent, what is left to do, and the month's sums. */
export function insertGathered(
  transaction: Transaction,
  by: RecordedBy,
  { event, known }: { event: NewGathered; known: Known },
): void {
  if (event.gathering) ensureGathering(transaction, by, { ...event.gathering, kind: event.kind });
  insertEvents(transaction, by, [gatheredEvent(event, known)]);
  insertList(transaction, by, event);
  const workers = event.workerPresent ? [...(event.withMe ? [by.by] : []), ...event.workers] : [];
  insertContributions(transaction, by, [
    ...[...new Set(workers)].map((worker) => workContribution(by, { event: event.id, worker, minutes: event.minutes })),
    ...event.given.map((given) => givenRow(by, { event: event.id, given, known })),
    ...givenByPresence(event).map((given) => ({
      ...givenRow(by, { event: event.id, given, known }),
      by_presence: true,
    })),
  ]);
  insertSpending(transaction, by, event);
  countEvents(transaction, by, { ids: [event.id], sign: 1 });
}

function subjectOf({ person, gathering }: EventFields): { kind: string; id: string | null } {
  if (person) return { kind: 'person', id: person };
  return gathering ? { kind: 'gathering', id: gathering.id } : { kind: 'none', id: null };
}

function gatheredEvent(event: NewGathered, known: Known): NewEvent {
  const about = event.person ? known.people.get(event.person) : undefined;
  const inferred = infer({ kind: event.kind, groups: about?.groups, projectState: known.projectState });
  const subject = subjectOf(event);
  return {
    id: event.id,
    kind: event.kind,
    title: event.title || (event.gathering?.name ?? ''),
    started_at: event.startedAt,
    minutes: event.minutes,
    area: event.area ?? about?.village ?? null,
    place: event.place,
    channel: event.channel,
    phase: event.phase ?? inferred.phase,
    field: event.field ?? inferred.field,
    strategies: event.strategies ?? inferred.strategies,
    confirmed: confirmedOf(event),
    project_id: event.project,
    asked_by: event.askedBy,
    asked_by_name: event.askedByName,
    helper: event.helper,
    subject_kind: subject.kind,
    subject_id: subject.id,
    initiator: event.initiator,
    convenor: event.convenor,
    worker_present: event.workerPresent,
    unnamed: event.unnamed,
    note: event.note,
    evidence: event.evidence,
    supersedes: event.supersedes ?? null,
    taken: event.taken ?? RECORDED,
  };
}

/** Who was there and is not said to have given anything else gave the time of it, at a meeting or on a work day. */
function givenByPresence({ kind, present, given, minutes }: NewGathered): Given[] {
  const said = new Set(given.map((one) => one.party));
  const mode = present.length > 1 ? 'group' : 'individual';
  return present.flatMap(({ person, role }): Given[] => {
    const form = said.has(person) ? undefined : formOfPresence(kind, role);
    return form ? [{ partyKind: 'person', party: person, form, minutes, mode, pay: 'unpaid' }] : [];
  });
}

const SECTOR_OF_KIND: Record<Given['partyKind'], Sector> = {
  account: 'social-work',
  person: 'resident',
  organisation: 'school-other',
  group: 'resident-group',
};

function givenRow(
  by: RecordedBy,
  { event, given, known }: { event: string; given: Given; known: Known },
): NewContribution {
  return {
    id: by.newId(),
    event_id: event,
    party_kind: given.partyKind,
    party_id: given.party,
    sector: given.sector ?? known.partners.get(given.party)?.sector ?? SECTOR_OF_KIND[given.partyKind],
    form: given.form,
    minutes: given.minutes ?? null,
    amount: given.amount ?? null,
    quantity: given.quantity ?? null,
    unit: given.unit ?? null,
    mode: given.mode,
    pay: given.pay,
    by_presence: false,
  };
}

const ATTENDANCE = { event_id: 'uuid', person_id: 'uuid', present: 'boolean', role: 'text' };

function insertList(transaction: Transaction, by: RecordedBy, event: NewGathered): void {
  const rows = [
    ...event.present.map((one) => ({ event_id: event.id, person_id: one.person, present: true, role: one.role })),
    ...event.absent.map((person) => ({ event_id: event.id, person_id: person, present: false, role: 'participant' })),
  ];
  insertRows(transaction, by, { table: 'attendance', columns: ATTENDANCE, rows });
}

const EXPENSE = { id: 'uuid', event_id: 'uuid', amount: 'numeric', budget_line: 'text', what: 'text' };
const STEP = { event_id: 'uuid', what: 'text', due_on: 'date' };

function insertSpending(transaction: Transaction, by: RecordedBy, event: NewGathered): void {
  insertRows(transaction, by, {
    table: 'expense',
    columns: EXPENSE,
    rows: event.expenses.map((one) => ({
      id: by.newId(),
      event_id: event.id,
      amount: one.amount,
      budget_line: one.budgetLine,
      what: one.what,
    })),
  });
  const steps = event.next ? [{ event_id: event.id, what: event.next.what, due_on: event.next.on }] : [];
  insertRows(transaction, by, { table: 'next_step', columns: STEP, rows: steps });
}
