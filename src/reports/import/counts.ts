import type { Judged, Outcome, State } from './judge.ts';

/** What the dry run prints: rows, people and person-times, each kept apart. */
export interface ImportCounts {
  people: { rows: number; people: number; duplicateRowsProposed: number; failedIdCheck: number };
  visits: {
    rows: number;
    /** Flagged rows included. */
    placed: number;
    held: { impossibleDate: number; unknownPerson: number; ambiguousPerson: number };
    flaggedMovedAway: number;
    /** Totals, repeated headers and words below the table; empty rows are not counted. */
    skipped: number;
  };
  attendance: {
    /** Person-times by activity, those held included. */
    events: Record<string, number>;
    personTimes: number;
    heldNamesakes: number;
  };
}

const count = <T>(list: readonly T[], wanted: (one: T) => boolean) => list.filter(wanted).length;
const is = (state: State) => (outcome: Outcome) => outcome.state === state;

function countPeople({ outcomes }: Judged): ImportCounts['people'] {
  const rows = outcomes.filter(({ subject }) => subject.kind === 'person');
  const everyone = new Set(rows.flatMap(({ someone }) => (someone ? [someone.number] : [])));
  const failed = rows.filter(({ reasons }) => reasons.includes('failed-id'));
  return {
    rows: rows.length,
    people: everyone.size,
    duplicateRowsProposed: count(rows, ({ reasons }) => reasons.includes('duplicate-person')),
    failedIdCheck: new Set(failed.map(({ someone, record }) => someone?.number ?? `row ${record.row}`)).size,
  };
}

const DATES = ['impossible-date', 'unreadable-date', 'no-date', 'no-year', 'future-date'];

function countVisits({ outcomes }: Judged, plansOfVisits: ReadonlySet<number>): ImportCounts['visits'] {
  const all = outcomes.filter(({ record }) => plansOfVisits.has(record.plan));
  const rows = all.filter(({ subject }) => subject.kind === 'visit');
  const reasons = rows.filter(is('held')).map((outcome) => outcome.reasons[0] ?? '');
  const impossibleDate = count(reasons, (reason) => DATES.includes(reason));
  const ambiguousPerson = count(reasons, (reason) => reason === 'ambiguous-person');
  return {
    rows: rows.length,
    placed: count(rows, ({ state }) => state === 'placed' || state === 'flagged'),
    held: { impossibleDate, unknownPerson: reasons.length - impossibleDate - ambiguousPerson, ambiguousPerson },
    flaggedMovedAway: count(rows, ({ state, reasons: why }) => state === 'flagged' && why.includes('moved-away')),
    skipped: count(all, ({ state, reasons: why }) => state === 'skipped' && why[0] !== 'blank'),
  };
}

function countAttendance({ outcomes }: Judged): ImportCounts['attendance'] {
  const there = outcomes.filter(({ subject, state }) => subject.kind === 'attendance' && state !== 'skipped');
  const events: Record<string, number> = {};
  for (const { subject } of there) {
    if (subject.kind === 'attendance') events[subject.event.name] = (events[subject.event.name] ?? 0) + 1;
  }
  const heldNamesakes = count(there, ({ state, reasons }) => state === 'held' && reasons.includes('ambiguous-person'));
  return { events, personTimes: there.length, heldNamesakes };
}

/** Counts what became of a workbook's records, as if proposed duplicates were merged and its people taken in. */
export function countOutcomes(judged: Judged, plans: readonly { kind: string }[]): ImportCounts {
  const ofVisits = new Set(plans.flatMap((plan, index) => (plan.kind === 'visits' ? [index] : [])));
  return {
    people: countPeople(judged),
    visits: countVisits(judged, ofVisits),
    attendance: countAttendance(judged),
  };
}
