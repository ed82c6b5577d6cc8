import type { RecordedBy } from '../../ledger/store/recorded-by.ts';
import { countEvents, insertEvents } from '../../ledger/store/events.ts';
import { type NewVisit, insertVisits } from '../../ledger/store/visits.ts';
import type { Visited } from '../../ledger/store/visits.ts';
import { infer } from '../../ledger/inference.ts';
import { insertPairs } from '../../people/duplicate-store.ts';
import type { Pair } from '../../people/duplicates.ts';
import { insertPeople, type NewPerson } from '../../people/store.ts';
import { dayInChina } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { HeliError } from '../../platform/errors.ts';
import { insertRows } from '../../platform/database/insert-rows.ts';
import type { Seal } from '../../platform/seal.ts';
import { type BatchRow, markWritten, type StagedRow } from './batch-store.ts';
import { bornOf } from './ages.ts';
import { readAttendance, visitContext } from './judge-rows.ts';
import { kindOfActivity, needsOf } from './needs.ts';
import { type Cells, type PersonReading, readPerson, readVisit, type VisitReading, type Who } from './readings.ts';
import { cellReader } from './records.ts';
import { openCells } from './sealing.ts';
import { sameVillage } from './villages.ts';

/** What writing rows needs to know of the station. */
export interface Place {
  villages: readonly { code: string; name: string }[];
  /** Colleagues by name. */
  workers: ReadonlyMap<string, string>;
  /** People the rows are of, who are in the books already. */
  people: ReadonlyMap<string, Visited>;
  /** Events of the rows that are in the books already. */
  events: ReadonlySet<string>;
}

export interface Writing extends RecordedBy {
  seal: Seal;
  place: Place;
  batch: BatchRow;
  /** People that the rows make, and whom of the station they may double. */
  people: readonly NewPerson[];
  pairs: readonly Pair[];
}

function readerOf(writing: Making, row: StagedRow): Cells {
  const plan = writing.batch.plans[row.plan];
  if (!plan) return () => null;
  const cells = openCells(writing.seal, { batch: writing.batch.id, position: row.position }, row.cells);
  const find = cellReader(plan);
  return (role) => find({ ...row, cells }, role);
}

/** The village of the town that a row names; null when none bears that name. */
export function villageCode(place: Pick<Place, 'villages'>, village: string): string | null {
  const found = place.villages.filter(({ name }) => sameVillage(name, village));
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}

const knownSex = (sex: Who['sex']): NewPerson['sex'] => sex ?? 'unknown';

/** A person's file from what a row says. Words that no village of the town bears stay, before the group. */
function newPerson(making: Making, id: string, who: Who & Partial<PersonReading>): NewPerson {
  const village = villageCode(making.place, who.village);
  const group = village ? who.villageGroup : `${who.village} ${who.villageGroup}`.trim();
  return {
    id,
    name: who.name.slice(0, 60),
    sex: knownSex(who.sex),
    ...bornOf(who, dayInChina(making.now)),
    village,
    villageGroup: group.slice(0, 40),
    phone: (who.phone ?? who.phones.join('/')).slice(0, 30),
    groups: who.groups ?? [],
    followUpLevel: who.level ?? null,
    livingAddress: who.address ?? '',
    health: who.remark ?? '',
    ...(who.id ? { idNumber: who.id.number.slice(0, 30), idNumberAsWritten: true } : {}),
    ...(who.movedAway ? { life: 'moved' as const } : {}),
  };
}

/** What making people needs. */
export type Making = Pick<Writing, 'seal' | 'place' | 'batch' | 'now'>;

/** The people that these rows make. */
export function peopleToMake(making: Making, rows: readonly StagedRow[]): NewPerson[] {
  return rows
    .filter((row) => row.made_person && row.person_id)
    .map((row) => {
      const plan = making.batch.plans[row.plan];
      const who = row.subject === 'person' ? readPerson(readerOf(making, row), plan) : whoOf(making, row);
      return newPerson(making, row.person_id ?? '', who);
    });
}

function whoOf(writing: Making, row: StagedRow): Who {
  const plan = writing.batch.plans[row.plan];
  const cells = openCells(writing.seal, { batch: writing.batch.id, position: row.position }, row.cells);
  if (row.subject === 'attendance' && plan) return readAttendance({ ...row, cells }, plan).who;
  const hints = plan ? visitContext(plan) : { years: [], unit: undefined };
  return readVisit(readerOf(writing, row), { ...hints, near: row.day ?? undefined }).who;
}

const NOON = '12:00';

/** The moment of a day; noon where the ledger tells no time, and never later than now. */
function momentOf(day: string, time: string | undefined, now: Date): string {
  const at = new Date(`${day}T${time ?? NOON}:00+08:00`);
  return (at > now ? now : at).toISOString();
}

function noteOf(visit: VisitReading): string {
  const parts = [visit.note, visit.needs === '' ? '' : `需求：${visit.needs}`];
  return parts.filter(Boolean).join(' ').slice(0, 2000);
}

function newVisit(writing: Writing, row: StagedRow, made: ReadonlyMap<string, Visited>): NewVisit {
  const plan = writing.batch.plans[row.plan];
  const person = made.get(row.person_id ?? '') ?? writing.place.people.get(row.person_id ?? '');
  if (!plan || !row.day || !row.event_id || !person) throw new HeliError('not-found', 'unknown-person');
  const visit = readVisit(readerOf(writing, row), { ...visitContext(plan), near: row.day });
  const time = 'day' in visit.day ? visit.day.time : undefined;
  const known = visit.workers.flatMap((name) => writing.place.workers.get(name) ?? []);
  const unknown = visit.workers.filter((name) => !writing.place.workers.has(name));
  return {
    id: row.event_id,
    person,
    startedAt: momentOf(row.day, time, writing.now),
    minutes: visit.minutes,
    met: 'self',
    channel: visit.channel,
    needs: needsOf(visit.needs),
    note: noteOf(visit),
    nextOn: visit.nextOn,
    workers: known,
    withMe: false,
    taken: { imported: true, workerNames: [...new Set(unknown)] },
    project: null,
    askedBy: null,
    askedByName: '',
    helper: '',
  };
}

function writeVisits(transaction: Transaction, writing: Writing, rows: readonly StagedRow[]): void {
  const known = new Map(writing.people.map((person) => [person.id, person]));
  insertVisits(
    transaction,
    writing,
    rows.map((row) => newVisit(writing, row, known)),
  );
}

const ATTENDANCE = { event_id: 'uuid', person_id: 'uuid', present: 'boolean', role: 'text' };

function attendanceEvent(writing: Writing, row: StagedRow, title: string) {
  const kind = kindOfActivity(title);
  const inferred = infer({ kind });
  return {
    id: row.event_id ?? '',
    kind,
    title: title.slice(0, 60),
    started_at: momentOf(row.day ?? '', undefined, writing.now),
    minutes: null,
    area: null,
    place: '',
    channel: 'in-person',
    phase: inferred.phase,
    field: inferred.field,
    strategies: inferred.strategies,
    confirmed: [],
    project_id: null,
    asked_by: null,
    asked_by_name: '',
    helper: '',
    subject_kind: 'none',
    subject_id: null,
    initiator: 'social-work',
    convenor: 'social-work',
    worker_present: true,
    unnamed: 0,
    note: '',
    evidence: 1,
    supersedes: null,
    taken: { imported: true, workerNames: [] },
  };
}

/** Writes sign-in names: the events that are not there yet, and who was at them; their sums are counted anew. */
function writeAttendance(transaction: Transaction, writing: Writing, rows: readonly StagedRow[]): void {
  const readings = rows.flatMap((row) => {
    const plan = writing.batch.plans[row.plan];
    const cells = openCells(writing.seal, { batch: writing.batch.id, position: row.position }, row.cells);
    return plan && row.event_id && row.day ? [{ row, reading: readAttendance({ ...row, cells }, plan) }] : [];
  });
  const events = new Map(readings.map(({ row, reading }) => [row.event_id ?? '', { row, title: reading.event.name }]));
  const there = [...events.keys()].filter((id) => writing.place.events.has(id));
  if (there.length > 0) countEvents(transaction, writing, { ids: there, sign: -1 });
  const fresh = [...events].filter(([id]) => !writing.place.events.has(id));
  insertEvents(
    transaction,
    writing,
    fresh.map(([, { row, title }]) => attendanceEvent(writing, row, title)),
  );
  insertRows(transaction, writing, {
    table: 'attendance',
    columns: ATTENDANCE,
    rows: readings.map(({ row, reading }) => ({
      event_id: row.event_id,
      person_id: row.person_id,
      present: true,
      role: reading.volunteer ? 'volunteer' : 'participant',
    })),
    onConflict: 'on conflict (county_id, station_id, event_id, person_id) do nothing',
  });
  countEvents(transaction, writing, { ids: [...events.keys()], sign: 1 });
}

/** Writes rows into the books: the people they make, then visits or sign-ins; and marks them as written. */
export function writeRows(transaction: Transaction, writing: Writing, rows: readonly StagedRow[]): void {
  insertPeople(transaction, writing, writing.people);
  insertPairs(transaction, writing, writing.pairs);
  writeVisits(
    transaction,
    writing,
    rows.filter((row) => row.subject === 'visit'),
  );
  const attended = rows.filter((row) => row.subject === 'attendance');
  if (attended.length > 0) writeAttendance(transaction, writing, attended);
  markWritten(
    transaction,
    { ...writing, batch: writing.batch.id },
    rows.map((row) => row.position),
  );
}
