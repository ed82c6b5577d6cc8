import type { NewId } from '../../platform/ids.ts';
import type { Judged, Outcome, Reason, State } from './judge.ts';
import type { Someone } from './people.ts';
import type { Who } from './readings.ts';
import type { Choice } from './schema.ts';
import { plain } from './text.ts';

/** Where a row of a batch ends, as it is kept. */
export interface Verdict {
  position: number;
  state: State;
  reasons: (Reason | 'left-out' | 'same-day')[];
  subject: 'person' | 'visit' | 'attendance' | 'none';
  name: string;
  /** The village as the row names it. */
  village: string;
  day: string | null;
  digest: string;
  person_id: string | null;
  event_id: string | null;
  candidates: string[];
  /** The row makes the person; another row of theirs, or the station, would make none. */
  made_person: boolean;
}

/** A row as it was kept before: what it was to become keeps its id, and so do words said about it. */
export interface KeptRow {
  position: number;
  answer: Choice | null;
  person_id: string | null;
  event_id: string | null;
  made_person: boolean;
}

export interface VerdictContext {
  /** The rows in the order of the outcomes. */
  rows: readonly KeptRow[];
  markRow: (words: string) => string;
  newId: NewId;
}

const MOST_CANDIDATES = 20;

interface Ids {
  ofRow: Map<number, string>;
  of: (one: Someone) => string;
  event: (at: number, key: string) => string;
}

/** Ids for everyone and every event of the file: those of last time, that of a person the station knows, or new ones. */
function idsFor({ people }: Judged, { rows, newId }: VerdictContext): Ids {
  const ofRow = new Map<number, string>();
  for (const at of people.ofRow.keys()) {
    const kept = rows[at]?.made_person ? rows[at]?.person_id : undefined;
    ofRow.set(at, kept ?? newId());
  }
  const events = new Map<string, string>();
  return {
    ofRow,
    of: (one) => one.known ?? ofRow.get(one.rows[0] ?? -1) ?? '',
    event: (at, key) => {
      const id = events.get(key) ?? rows[at]?.event_id ?? newId();
      events.set(key, id);
      return id;
    },
  };
}

/** What a row says, for finding the same row again: all its words, and of a sign-in sheet also the event. */
function wordsOf({ record, subject }: Outcome): string {
  if (subject.kind === 'attendance')
    return `attendance\n${subject.event.key}\n${subject.who.key}\n${subject.who.village}`;
  const cells = record.cells.map(plain);
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  return `${subject.kind}\n${cells.slice(0, filled).join('\u001f')}`;
}

function whoOf({ subject }: Outcome): Pick<Who, 'name' | 'village'> {
  if (subject.kind === 'person') return subject.person;
  if (subject.kind === 'visit') return subject.visit.who;
  return subject.kind === 'attendance' ? subject.who : { name: '', village: '' };
}

function dayOf({ subject }: Outcome): string | null {
  const day = subject.kind === 'visit' ? subject.visit.day : subject.kind === 'attendance' ? subject.event.day : null;
  return day && 'day' in day ? day.day : null;
}

/** Applies what a person said of a row; the first row of a new person makes them. */
function answered(verdict: Verdict, choice: Choice | null | undefined, made: Set<string>): Verdict {
  if (!choice || choice.kind === 'day' || choice.kind === 'twice') return verdict;
  if (choice.kind === 'leave-out') return { ...verdict, state: 'skipped', reasons: ['left-out'], person_id: null };
  const makes = choice.kind === 'new-person' && !made.has(choice.person);
  if (makes) made.add(choice.person);
  return { ...verdict, state: 'placed', reasons: [], person_id: choice.person, candidates: [], made_person: makes };
}

function verdictOf(outcome: Outcome, at: number, { ids, context }: { ids: Ids; context: VerdictContext }): Verdict {
  const { subject, someone } = outcome;
  const own = subject.kind === 'person' && someone && !someone.known ? ids.ofRow.get(at) : undefined;
  const key = subject.kind === 'attendance' ? subject.event.key : subject.kind === 'visit' ? `visit ${at}` : null;
  return {
    position: context.rows[at]?.position ?? at,
    state: outcome.state,
    reasons: outcome.reasons,
    subject: subject.kind,
    name: whoOf(outcome).name.slice(0, 60),
    village: whoOf(outcome).village,
    day: dayOf(outcome),
    digest: outcome.state === 'skipped' && subject.kind === 'none' ? '' : context.markRow(wordsOf(outcome)),
    person_id: own ?? (someone ? ids.of(someone) : null),
    event_id: key === null ? null : ids.event(at, key),
    candidates: outcome.candidates.slice(0, MOST_CANDIDATES).map(ids.of),
    made_person: own !== undefined,
  };
}

/** Turns what was judged into what is kept: each row with its state, its reasons, and the ids of what it will become. */
export function verdictsOf(judged: Judged, context: VerdictContext): Verdict[] {
  const ids = idsFor(judged, context);
  const made = new Set<string>();
  return judged.outcomes.map((outcome, at) =>
    answered(verdictOf(outcome, at, { ids, context }), context.rows[at]?.answer, made),
  );
}

/** One letter a row, in file order: what the grains of the page show. */
export function grainOf(state: string, reasons: readonly string[]): string {
  if (state === 'skipped') return reasons.some((reason) => KNOWN_ALREADY.includes(reason)) ? 'k' : 's';
  return state[0] ?? 's';
}

export const KNOWN_ALREADY = ['already-imported', 'already-recorded'];
