import type { IdNumber } from '../../people/id-number.ts';
import { readIdCell } from './id-number.ts';
import { readDay, type YearHints } from './days.ts';
import { type Unit, unitIn } from './minutes.ts';
import { namesSeveral, readName, withoutHousehold } from './names.ts';
import type { CutBook, PlacedRecord, SheetPlan } from './plan.ts';
import { readPresence } from './presence.ts';
import { type Cells, readVisit, readWho, rowDay, type VisitReading, type Who } from './readings.ts';
import { cellReader } from './records.ts';
import { kept, plain, tight } from './text.ts';

/** One activity on one day; the key tells two of one name apart. */
export interface Event {
  key: string;
  name: string;
  day: VisitReading['day'];
}

export interface VisitRecord {
  record: PlacedRecord;
  visit: VisitReading;
  /** The name cell lists several people. */
  several: boolean;
}

/** For each row the nearest day written in full, above first: it tells the year of days written without one. */
function nearDays(days: (string | undefined)[]): (string | undefined)[] {
  const near = [...days];
  for (let at = 1; at < near.length; at++) near[at] ??= near[at - 1];
  for (let at = near.length - 2; at >= 0; at--) near[at] ??= near[at + 1];
  return near;
}

/** How the visits of a sheet are read: years, calendar, and the unit that the header of the minutes names. */
export function visitContext(plan: SheetPlan): YearHints & { unit: Unit | undefined } {
  const unit = unitIn(plan.columns.find((column) => column.role === 'minutes')?.header ?? '');
  return { years: plan.years, since1904: plan.since1904, unit };
}

function readPlanVisits(plan: SheetPlan, records: { record: PlacedRecord; position: number }[]) {
  const context = visitContext(plan);
  const find = cellReader(plan);
  const cells = records.map(
    ({ record }): Cells =>
      (role) =>
        find(record, role),
  );
  const full = cells.map((reader) => {
    const day = rowDay(reader, { ...context, years: [] });
    return 'day' in day ? day.day : undefined;
  });
  const near = nearDays(full);
  return records.map(({ record, position }, index): [number, VisitRecord] => {
    const reader = cells[index] ?? (() => null);
    const read = readVisit(reader, { ...context, near: near[index] });
    const visit = record.saidDay ? { ...read, day: { day: record.saidDay } } : read;
    return [position, { record, visit, several: namesSeveral(visit.who.name) }];
  });
}

/** Reads the rows of all lists of visits, by their position in the file's records. */
export function readVisits({ plans, records }: CutBook): Map<number, VisitRecord> {
  const ofPlan = plans.map((): { record: PlacedRecord; position: number }[] => []);
  for (const [position, record] of records.entries()) {
    if (!record.skip && plans[record.plan]?.kind === 'visits') ofPlan[record.plan]?.push({ record, position });
  }
  return new Map(plans.flatMap((plan, index) => readPlanVisits(plan, ofPlan[index] ?? [])));
}

function eventOf(name: string, day: VisitReading['day']): Event {
  return { key: `${name} ${'day' in day ? day.day : ''}`, name, day };
}

export interface AttendanceReading {
  who: Who;
  event: Event;
  volunteer: boolean;
  /** Whether the mark of a grid could be read; names need none. */
  marked: boolean;
}

/** Reads one name of a sign-in sheet, one tick of a grid, or one row of a list. */
export function readAttendance(
  record: Pick<PlacedRecord, 'cells' | 'column' | 'saidDay'>,
  plan: SheetPlan,
): AttendanceReading {
  const list = plan.kind === 'sign-in-list';
  const inColumns = plan.kind === 'sign-in-columns';
  const find = cellReader(plan);
  const reader: Cells = (role) => find(record, role);
  const name = inColumns ? (record.cells[0] ?? null) : (reader('name') ?? reader('attendees'));
  const cells: Cells = (role) => (role === 'name' ? name : inColumns ? null : reader(role));
  const mark = plan.kind === 'sign-in-ticks' ? record.cells[record.column ?? 0] : '√';
  const session = plan.sessions[record.column ?? -1];
  const day = list && !record.saidDay ? rowDay(reader, plan) : sessionDay(record.saidDay ?? session?.day);
  const asOf = 'day' in day ? Number(day.day.slice(0, 4)) : undefined;
  const { who, volunteer } = readWho(cells, { since1904: plan.since1904, asOf });
  const event = eventOf(list ? kept(reader('activity')) || plan.occasion : (session?.name ?? plan.occasion), day);
  const helped = volunteer || /志愿者|义工/.test(tight(mark) + plain(cells('remark')));
  return { who, event, volunteer: helped, marked: readPresence(mark) === 'present' };
}

const sessionDay = (day: string | null | undefined): VisitReading['day'] =>
  day ? readDay(day, { years: [] }) : { fault: 'no-date' };

/** Every name the records speak of, as written and as compared: what to look for among known people. */
export function namesOf({ plans, records }: CutBook): string[] {
  const finders = plans.map(cellReader);
  const names = records.flatMap((record) => {
    const [plan, find] = [plans[record.plan], finders[record.plan]];
    if (record.skip || !plan || !find) return [];
    const cell =
      plan.kind === 'sign-in-columns' ? record.cells[0] : (find(record, 'name') ?? find(record, 'attendees'));
    const { name } = readName(cell);
    return [name, withoutHousehold(name)];
  });
  return [...new Set(names.filter(Boolean))];
}

/** Every ID number the records hold that can be read, each once. */
export function idsOf({ plans, records }: CutBook): IdNumber[] {
  const finders = plans.map(cellReader);
  const ids = records.flatMap((record) => {
    const plan = plans[record.plan];
    if (record.skip || !plan || plan.kind === 'sign-in-columns') return [];
    const id = readIdCell(finders[record.plan]?.(record, 'idNumber'));
    return id && id.doubt !== 'shape' ? [id] : [];
  });
  return [...new Map(ids.map((id) => [id.number, id])).values()];
}
