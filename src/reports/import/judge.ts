import type { DayFault } from './days.ts';
import { type Event, readAttendance, readVisits, type VisitRecord } from './judge-rows.ts';
import { gatherPeople, type KnownPerson, type PeopleIndex, type Someone } from './people.ts';
import type { CutBook, PlacedRecord, SheetPlan } from './plan.ts';
import { type Flag, type PersonReading, readPerson, type VisitReading, type Who } from './readings.ts';
import { cellReader, type SkipReason } from './records.ts';
import { type PersonFault, resolvePerson } from './resolve.ts';

export type HeldReason = DayFault | PersonFault | 'future-date' | 'several-people' | 'mark-unread';
export type Skipped = SkipReason | 'listed-twice' | 'already-imported' | 'already-recorded';
export type Reason = HeldReason | Flag | Skipped;
export type State = 'placed' | 'flagged' | 'held' | 'skipped';

/** What a record is of. */
export type Subject =
  | { kind: 'person'; person: PersonReading }
  | { kind: 'visit'; visit: VisitReading }
  | { kind: 'attendance'; who: Who; event: Event; volunteer: boolean }
  | { kind: 'none' };

/** Where a record ended, and why; every record of a file ends somewhere. */
export interface Outcome {
  record: PlacedRecord;
  subject: Subject;
  state: State;
  reasons: Reason[];
  /** Whom it is of, when that is sure. */
  someone: Someone | null;
  /** Whom it may be of, when it is held for that. */
  candidates: Someone[];
}

export interface Judged {
  outcomes: Outcome[];
  people: PeopleIndex;
}

export interface JudgeContext {
  /** People of the station that the file may speak of. */
  known: readonly KnownPerson[];
  /** The day in China: what lies after it is not taken in. */
  today: string;
}

const NOBODY = { someone: null, candidates: [] };

function skipped(record: PlacedRecord): Outcome {
  return { record, subject: { kind: 'none' }, state: 'skipped', reasons: record.skip ? [record.skip] : [], ...NOBODY };
}

/** Reads the rows of all lists of people; their positions are those in the file's records. */
function readPeople({ plans, records }: CutBook): { position: number; person: PersonReading }[] {
  const readers = plans.map(cellReader);
  return records.flatMap((record, position) => {
    const [plan, reader] = [plans[record.plan], readers[record.plan]];
    if (plan?.kind !== 'people' || record.skip || !reader) return [];
    return [{ position, person: readPerson((role) => reader(record, role), plan) }];
  });
}

function judgePerson(
  record: PlacedRecord,
  person: PersonReading,
  at: { position: number; index: PeopleIndex; today: string },
): Outcome {
  const { position, index, today } = at;
  const someone = index.ofRow.get(position) ?? null;
  const subject: Subject = { kind: 'person', person };
  if (person.key === '' || !someone) {
    return { record, subject, state: 'held', reasons: ['no-name'], ...NOBODY };
  }
  const again = someone.rows[0] !== position;
  const reasons: Reason[] = [
    ...person.flags,
    ...(person.bornOn && person.bornOn > today ? (['birth-future'] as const) : []),
    ...(again ? (['duplicate-person'] as const) : []),
    ...(someone.known ? (['already-known'] as const) : []),
    ...(index.sameIdOtherName.has(position) ? (['same-id-other-name'] as const) : []),
  ];
  return { record, subject, state: reasons.length > 0 ? 'flagged' : 'placed', reasons, someone, candidates: [] };
}

type Context = JudgeContext & { index: PeopleIndex };

function held(outcome: Pick<Outcome, 'record' | 'subject'>, reason: HeldReason, candidates: Someone[] = []): Outcome {
  return { ...outcome, state: 'held', reasons: [reason], someone: null, candidates };
}

/** Whether a day can be taken in, and if not, why. */
function dayFault(day: VisitReading['day'], today: string): DayFault | 'future-date' | undefined {
  if ('fault' in day) return day.fault;
  return day.day > today ? 'future-date' : undefined;
}

function judgeVisit({ record, visit, several }: VisitRecord, context: Context): Outcome {
  const base = { record, subject: { kind: 'visit', visit } as const };
  const fault = dayFault(visit.day, context.today);
  if (fault) return held(base, fault);
  if (several) return held(base, 'several-people');
  const found = resolvePerson(visit.who, context.index, context.today);
  if ('fault' in found) return held(base, found.fault, found.candidates);
  const state = visit.flags.length > 0 ? 'flagged' : 'placed';
  return { ...base, state, reasons: visit.flags, someone: found.someone, candidates: [] };
}

/** Judges sign-in sheets; `seen` remembers who was at which event, so that nobody is counted twice. */
function judgeAttendance(record: PlacedRecord, plan: SheetPlan, context: Context & { seen: Set<string> }): Outcome {
  const { who, event, volunteer, marked } = readAttendance(record, plan);
  const base = { record, subject: { kind: 'attendance', who, event, volunteer } as const };
  if (!marked) return held(base, 'mark-unread');
  const fault = dayFault(event.day, context.today);
  const found = resolvePerson(who, context.index, context.today);
  if ('fault' in found) return held(base, found.fault, found.candidates);
  if (fault) return held(base, fault);
  const once = `${found.someone.number} ${event.key}`;
  if (context.seen.has(once)) return { ...base, state: 'skipped', reasons: ['listed-twice'], ...NOBODY };
  context.seen.add(once);
  return { ...base, state: 'placed', reasons: [], someone: found.someone, candidates: [] };
}

/** Judges every record of a workbook: placed, placed and flagged, held with its reason, or skipped saying why. */
export function judgeBook(cut: CutBook, given: JudgeContext): Judged {
  const people = readPeople(cut);
  const named = people.filter(({ person }) => person.key !== '');
  const index = gatherPeople(named, given.known, given.today);
  const context = { ...given, index, seen: new Set<string>() };
  const ofPerson = new Map(people.map((one) => [one.position, one.person]));
  const ofVisit = readVisits(cut);
  const outcomes = cut.records.map((record, position): Outcome => {
    const plan = cut.plans[record.plan];
    const [person, visit] = [ofPerson.get(position), ofVisit.get(position)];
    if (record.skip || !plan) return skipped(record);
    if (person) return judgePerson(record, person, { position, index, today: given.today });
    if (visit) return judgeVisit(visit, context);
    return judgeAttendance(record, plan, context);
  });
  return { outcomes, people: index };
}
