import type { Today } from '../../src/activities/schema.ts';
import type { EventLine } from '../../src/ledger/schema.ts';
import type { OutboxItem } from '../offline/database.ts';
import { standingVisits, type VisitItem, visitLine } from '../ledger/stored-line.ts';
import { dayOf } from '../ui/dates.ts';

/** One thing recorded today: known to the program, or still on this device (`item`). */
export interface Recorded {
  id: string;
  kind: EventLine['kind'];
  title: string;
  startedAt: string;
  minutes: number | null;
  note: string;
  person: { id: string; name: string } | null;
  item: OutboxItem | null;
}

export interface TodayView {
  due: Today['due'];
  dueCount: number;
  /** Households visited today: each once. */
  visited: number;
  /** Not visited since a file was taken in. */
  sinceImport: Today['sinceImport'];
  sinceImportCount: number;
  recorded: Recorded[];
  /** How much was recorded today, what is only here too; how much came from files. */
  entered: Today['entered'];
}

/** Today as it will be once everything stored here has arrived, so that nobody sets out for the same door twice. */
export function mergeToday(today: Today, items: readonly OutboxItem[], station: string): TodayView {
  const known = new Set(today.recorded.map((event) => event.id));
  const visits = standingVisits(items).filter(
    (item) => item.station === station && item.state !== 'held' && !known.has(item.input.id),
  );
  const seenToday = new Set(
    today.recorded.filter((event) => happened(event, today.day)).map((event) => event.person?.id),
  );
  const settled = new Set(visits.map((item) => item.input.person));
  const due = today.due.filter((one) => !settled.has(one.person.id));
  const sinceImport = today.sinceImport.filter((one) => !settled.has(one.person.id));
  const here = visits.filter((item) => dayOf(item.madeAt) === today.day);
  const newlySeen = visits.filter(
    (item) => dayOf(item.input.startedAt) === today.day && !seenToday.has(item.input.person),
  );
  return {
    due,
    dueCount: today.dueCount - (today.due.length - due.length),
    visited: today.visitedToday + new Set(newlySeen.map((item) => item.input.person)).size,
    sinceImport,
    sinceImportCount: today.sinceImportCount - (today.sinceImport.length - sinceImport.length),
    recorded: [...here.map(recordedHere), ...today.recorded.map(recordedThere)],
    entered: { ...today.entered, visits: today.entered.visits + here.length },
  };
}

function happened(event: EventLine, day: string): boolean {
  return event.kind === 'visit' && dayOf(event.startedAt) === day;
}

function recordedHere(item: VisitItem): Recorded {
  return { ...recordedThere(visitLine(item, [])), item: item.state === 'sent' ? null : item };
}

function recordedThere(event: EventLine): Recorded {
  const { id, kind, title, startedAt, minutes, note, person } = event;
  return { id, kind, title, startedAt, minutes, note, person, item: null };
}
