import { settleFollowUps } from '../../people/follow-ups.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { insertRows } from '../../platform/database/insert-rows.ts';
import { infer } from '../inference.ts';
import type { VisitFields } from '../schema.ts';
import { confirmedOf } from '../rules.ts';
import {
  countEvents,
  insertContributions,
  insertEvents,
  type NewEvent,
  RECORDED,
  type TakenIn,
  workContribution,
} from './events.ts';
import type { RecordedBy } from './recorded-by.ts';

/** What is known of the visited person: where she lives, the groups she belongs to. */
export interface Visited {
  id: string;
  village: string | null;
  groups: readonly string[];
}

export interface NewVisit extends Omit<VisitFields, 'minutes'> {
  id: string;
  person: Visited;
  /** Null where an old ledger does not tell: nobody's minutes are counted then. */
  minutes: number | null;
  /** False when the one who records did not go along (an import). */
  withMe?: boolean;
  projectState?: string | undefined;
  /** From a file, or what was put right of such a visit. */
  taken?: TakenIn;
  /** The visit whose place it takes, when it is a correction. */
  supersedes?: string;
}

const VISIT = {
  event_id: 'uuid',
  person_id: 'uuid',
  met: 'text',
  needs: 'text[]',
  next_on: 'date',
};

/** Writes visits: the events, what was found, who gave how many minutes, the month's sums, when the next one is due. */
export function insertVisits(transaction: Transaction, by: RecordedBy, visits: NewVisit[]): void {
  if (visits.length === 0) return;
  insertEvents(transaction, by, visits.map(visitEvent));
  insertRows(transaction, by, {
    table: 'visit',
    columns: VISIT,
    rows: visits.map((visit) => ({
      event_id: visit.id,
      person_id: visit.person.id,
      met: visit.met,
      needs: visit.needs,
      next_on: visit.nextOn,
    })),
  });
  const work = visits.flatMap(({ id, minutes, workers, withMe = true }) => {
    if (minutes === null) return [];
    const there = new Set([...(withMe ? [by.by] : []), ...workers]);
    return [...there].map((worker) => workContribution(by, { event: id, worker, minutes }));
  });
  insertContributions(transaction, by, work);
  countEvents(transaction, by, { ids: visits.map((visit) => visit.id), sign: 1 });
  settleFollowUps(
    transaction,
    by,
    visits.map((visit) => visit.person.id),
  );
}

function visitEvent(visit: NewVisit): NewEvent {
  const inferred = infer({ kind: 'visit', groups: visit.person.groups, projectState: visit.projectState });
  return {
    id: visit.id,
    kind: 'visit',
    title: '',
    started_at: visit.startedAt,
    minutes: visit.minutes,
    area: visit.person.village,
    place: '',
    channel: visit.channel,
    phase: visit.phase ?? inferred.phase,
    field: visit.field ?? inferred.field,
    strategies: visit.strategies ?? inferred.strategies,
    confirmed: confirmedOf(visit),
    project_id: visit.project,
    asked_by: visit.askedBy,
    asked_by_name: visit.askedByName,
    helper: visit.helper,
    subject_kind: 'person',
    subject_id: visit.person.id,
    initiator: 'social-work',
    convenor: 'social-work',
    worker_present: true,
    unnamed: 0,
    note: visit.note,
    evidence: 1,
    supersedes: visit.supersedes ?? null,
    taken: visit.taken ?? RECORDED,
  };
}
