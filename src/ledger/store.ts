import type { At } from '../people/store.ts';
import type { Transaction } from '../platform/database/flight.ts';
import type { NewId } from '../platform/ids.ts';
import { INFERENCE_VERSION } from './rules.ts';
import type { EventLine, VisitFields } from './schema.ts';

export interface NewVisit extends VisitFields {
  id: string;
  person: string;
}

export interface RecordedBy extends At {
  by: string;
  newId: NewId;
  /** When it is entered: late entry stays visible. */
  now: Date;
}

/** Writes visits: the events, what was found, who gave how many minutes, and when the next one is due. */
export function insertVisits(transaction: Transaction, by: RecordedBy, visits: NewVisit[]): void {
  if (visits.length === 0) return;
  insertEvents(transaction, by, visits);
  transaction.post({
    name: 'ledger.visits.insert',
    text: `insert into heli.visit (county_id, station_id, event_id, person_id, met, needs, next_on)
      select $1, $2, r.id, r.person, r.met, string_to_array(r.needs, ' '), r.next_on
      from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::date[]) as r (id, person, met, needs, next_on)`,
    values: [
      by.county,
      by.station,
      visits.map((visit) => visit.id),
      visits.map((visit) => visit.person),
      visits.map((visit) => visit.met),
      visits.map((visit) => visit.needs.join(' ')),
      visits.map((visit) => visit.nextOn),
    ],
  });
  insertWork(transaction, by, visits);
  for (const visit of lastVisits(visits)) followUp(transaction, by, visit);
}

function insertEvents(transaction: Transaction, by: RecordedBy, visits: NewVisit[]): void {
  transaction.post({
    name: 'ledger.events.insert',
    text: `insert into heli.event (county_id, station_id, entered_by, entered_at, inference_version, kind, phase, subject_kind,
        initiator, convenor, worker_present, id, subject_id, started_at, minutes, channel, note)
      select $1, $2, $3, $11, $4, 'visit', 'deliver', 'person', 'social-work', 'social-work', true, r.*
      from unnest($5::uuid[], $6::uuid[], $7::timestamptz[], $8::int[], $9::text[], $10::text[]) as r`,
    values: [
      by.county,
      by.station,
      by.by,
      INFERENCE_VERSION,
      visits.map((visit) => visit.id),
      visits.map((visit) => visit.person),
      visits.map((visit) => visit.startedAt),
      visits.map((visit) => visit.minutes),
      visits.map((visit) => visit.channel),
      visits.map((visit) => visit.note),
      by.now,
    ],
  });
}

/** Each worker's minutes are a contribution of the station's professional social work. */
function insertWork(transaction: Transaction, by: RecordedBy, visits: NewVisit[]): void {
  const work = visits.flatMap((visit) =>
    [...new Set([by.by, ...visit.workers])].map((worker) => ({ event: visit.id, worker, minutes: visit.minutes })),
  );
  transaction.post({
    name: 'ledger.contributions.insert',
    text: `insert into heli.contribution (county_id, station_id, party_kind, sector, form, pay, id, event_id, party_id, minutes)
      select $1, $2, 'account', 'social-work', 'labour', 'paid', r.*
      from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::int[]) as r`,
    values: [
      by.county,
      by.station,
      work.map(() => by.newId()),
      work.map((row) => row.event),
      work.map((row) => row.worker),
      work.map((row) => row.minutes),
    ],
  });
}

/** Of several visits to one person only the latest says when the next is due. */
function lastVisits(visits: NewVisit[]): NewVisit[] {
  const last = new Map<string, NewVisit>();
  for (const visit of visits) {
    const known = last.get(visit.person);
    if (!known || Date.parse(known.startedAt) < Date.parse(visit.startedAt)) last.set(visit.person, visit);
  }
  return [...last.values()];
}

/** A visit settles what was owed. One that is entered late (an older day than a later visit) changes nothing owed. */
function followUp(transaction: Transaction, at: At, visit: NewVisit): void {
  const latest = `not exists (select from heli.event e where e.county_id = $1 and e.station_id = $2 and e.subject_id = $3 and e.kind = 'visit'
    and e.superseded_by is null and e.started_at > $4)`;
  const values = [at.county, at.station, visit.person, visit.startedAt];
  if (visit.nextOn === null) {
    transaction.post({
      name: 'ledger.followUp.done',
      text: `delete from heli.follow_up where county_id = $1 and station_id = $2 and person_id = $3 and ${latest}`,
      values,
    });
    return;
  }
  transaction.post({
    name: 'ledger.followUp.next',
    text: `insert into heli.follow_up (county_id, station_id, person_id, due_on, reason, event_id)
      select $1, $2, $3, $5, $6, $7 where ${latest}
      on conflict (county_id, station_id, person_id) do update
        set due_on = excluded.due_on, reason = excluded.reason, event_id = excluded.event_id`,
    values: [...values, visit.nextOn, visit.note, visit.id],
  });
}

export interface EventRow {
  id: string;
  kind: EventLine['kind'];
  started_at: Date;
  /** The instant in full, for the cursor: a Date has no microseconds. */
  started_key: string;
  minutes: number | null;
  note: string;
  evidence: number;
  entered_at: Date;
  workers: string[] | null;
  needs: EventLine['needs'] | null;
  person_id: string | null;
  person_name: string | null;
  next_on: string | null;
}

const EVENT_COLUMNS = `e.id, e.kind, e.started_at, e.started_at::text as started_key, e.minutes, e.note, e.evidence, e.entered_at, v.needs, v.next_on,
  p.id as person_id, p.name as person_name,
  (select array_agg(a.name order by c.id) from heli.contribution c join heli.account a on a.id = c.party_id
    where c.county_id = e.county_id and c.station_id = e.station_id and c.event_id = e.id and c.party_kind = 'account') as workers
  from heli.event e
  left join heli.visit v on v.county_id = e.county_id and v.station_id = e.station_id and v.event_id = e.id
  left join heli.person p on p.county_id = e.county_id and p.station_id = e.station_id and p.id = e.subject_id and e.subject_kind = 'person'`;

export function eventLine(row: EventRow): EventLine {
  return {
    id: row.id,
    kind: row.kind,
    startedAt: row.started_at.toISOString(),
    minutes: row.minutes,
    note: row.note,
    evidence: row.evidence,
    enteredAt: row.entered_at.toISOString(),
    workers: row.workers ?? [],
    needs: row.needs ?? [],
    person: row.person_id && row.person_name ? { id: row.person_id, name: row.person_name } : null,
    nextOn: row.next_on,
  };
}

export interface EventFilter extends At {
  person: string | null;
  before: { startedAt: string; id: string } | null;
  limit: number;
}

/** Events, the latest first. */
export function listEvents(transaction: Transaction, filter: EventFilter): Promise<EventRow[]> {
  const { county, station, person, before, limit } = filter;
  return transaction.send<EventRow>({
    name: person ? 'ledger.events.person' : 'ledger.events',
    text: `select ${EVENT_COLUMNS}
      where e.county_id = $1 and e.station_id = $2 and e.superseded_by is null${person ? ' and e.subject_id = $6' : ''}
        and (e.started_at, e.id) < ($3, $4)
      order by e.started_at desc, e.id desc limit $5`,
    values: [
      county,
      station,
      before?.startedAt ?? 'infinity',
      before?.id ?? LAST_ID,
      limit,
      ...(person ? [person] : []),
    ],
  });
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Events entered since an instant, the latest first. */
export function listEntered(transaction: Transaction, at: At & { since: Date }): Promise<EventRow[]> {
  return transaction.send<EventRow>({
    name: 'ledger.entered',
    text: `select ${EVENT_COLUMNS} where e.county_id = $1 and e.station_id = $2 and e.entered_at >= $3
      and e.superseded_by is null order by e.entered_at desc, e.id limit 50`,
    values: [at.county, at.station, at.since],
  });
}

export interface DueRow {
  person_id: string;
  due_on: string;
  reason: string;
}

/** Visits owed up to a day, the longest overdue first, and how many there are in all. */
export async function listDue(
  transaction: Transaction,
  at: At & { day: string; limit: number },
): Promise<{ rows: DueRow[]; count: number }> {
  const rows = transaction.send<DueRow>({
    name: 'ledger.due',
    text: `select person_id, due_on, reason from heli.follow_up
      where county_id = $1 and station_id = $2 and due_on <= $3 order by due_on, person_id limit $4`,
    values: [at.county, at.station, at.day, at.limit],
  });
  const count = transaction.send<{ count: number }>({
    name: 'ledger.due.count',
    text: 'select count(*)::int as count from heli.follow_up where county_id = $1 and station_id = $2 and due_on <= $3',
    values: [at.county, at.station, at.day],
  });
  return { rows: await rows, count: (await count)[0]?.count ?? 0 };
}

/** How many households were visited on a day (people visited at home, each once). */
export async function countVisited(transaction: Transaction, at: At & { from: Date; to: Date }): Promise<number> {
  const rows = await transaction.send<{ count: number }>({
    name: 'ledger.visited',
    text: `select count(distinct subject_id)::int as count from heli.event
      where county_id = $1 and station_id = $2 and started_at >= $3 and started_at < $4 and kind = 'visit'
        and superseded_by is null`,
    values: [at.county, at.station, at.from, at.to],
  });
  return rows[0]?.count ?? 0;
}
