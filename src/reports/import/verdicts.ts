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
  /** The row is of an event that this batch makes. */
  made_event: boolean;
}

export interface VerdictContext {
  positions: readonly number[];
  answers: ReadonlyMap<number, Choice>;
  markRow: (words: string) => string;
  newId: NewId;
}

const MOST_CANDIDATES = 20;

/** Ids for everyone of the file: a row's own, or that of the person the station knows. */
function personIds({ people }: Judged, newId: NewId): { ofRow: Map<number, string>; of: (one: Someone) => string } {
  const ofRow = new Map<number, string>();
  for (const position of people.ofRow.keys()) ofRow.set(position, newId());
  const of = (one: Someone) => one.known ?? ofRow.get(one.rows[0] ?? -1) ?? '';
  return { ofRow, of };
}

/** What a row says, for finding the same row again: all its words, and of a sign-in sheet also the event. */
function wordsOf({ record, subject }: Outcome): string {
  if (subject.kind === 'attendance')
    return `attendance\n${subject.event.key}\n${subject.who.key}\n${subject.who.village}`;
  return `${subject.kind}\n${record.cells
    .map(plain)
    .join('\u001f')
    .replace(/\u001f+$/, '')}`;
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

/** Applies what a person said of a row. */
function answered(verdict: Verdict, choice: Choice | undefined): Verdict {
  if (!choice || choice.kind === 'day' || choice.kind === 'twice') return verdict;
  if (choice.kind === 'leave-out') return { ...verdict, state: 'skipped', reasons: ['left-out'], person_id: null };
  return { ...verdict, state: 'placed', reasons: [], person_id: choice.person, candidates: [] };
}

/** Turns what was judged into what is kept: each row with its state, its reasons, and the ids of what it will become. */
export function verdictsOf(judged: Judged, context: VerdictContext): Verdict[] {
  const ids = personIds(judged, context.newId);
  const events = new Map<string, string>();
  const eventId = (key: string) => {
    const known = events.get(key) ?? context.newId();
    events.set(key, known);
    return known;
  };
  return judged.outcomes.map((outcome, at): Verdict => {
    const { subject, someone } = outcome;
    const own = subject.kind === 'person' && someone && !someone.known ? ids.ofRow.get(at) : undefined;
    const event =
      subject.kind === 'attendance' ? eventId(subject.event.key) : subject.kind === 'visit' ? context.newId() : null;
    const position = context.positions[at] ?? at;
    const verdict: Verdict = {
      position,
      state: outcome.state,
      reasons: outcome.reasons,
      subject: subject.kind,
      name: whoOf(outcome).name.slice(0, 60),
      village: whoOf(outcome).village,
      day: dayOf(outcome),
      digest: outcome.state === 'skipped' && subject.kind === 'none' ? '' : context.markRow(wordsOf(outcome)),
      person_id: own ?? (someone ? ids.of(someone) : null),
      event_id: event,
      candidates: outcome.candidates.slice(0, MOST_CANDIDATES).map(ids.of),
      made_person: own !== undefined,
      made_event: event !== null,
    };
    return answered(verdict, context.answers.get(position));
  });
}

/** One letter a row, in file order: what the grains of the page show. */
export function grainOf(state: string, reasons: readonly string[]): string {
  if (state === 'skipped') return reasons.some((reason) => KNOWN_ALREADY.includes(reason)) ? 'k' : 's';
  return state[0] ?? 's';
}

export const KNOWN_ALREADY = ['already-imported', 'already-recorded'];
