import { LAST_ID } from '../../platform/ids.ts';
import { type At, sameFiles } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import type { EventLine } from '../schema.ts';

export interface EventRow {
  id: string;
  version: number;
  kind: EventLine['kind'];
  title: string;
  place: string;
  started_at: Date;
  /** The instant in full, for the cursor: a Date has no microseconds. */
  started_key: string;
  minutes: number | null;
  note: string;
  phase: EventLine['phase'];
  field: EventLine['field'];
  evidence: number;
  entered_at: Date;
  imported: boolean;
  workers: string[] | null;
  needs: EventLine['needs'] | null;
  met: EventLine['met'];
  person_id: string | null;
  person_name: string | null;
  present: number;
  unnamed: number;
  next_on: string | null;
  corrected: number;
}

/** How often what stands now took the place of a slip: the links of the chain behind it. */
const CORRECTED = `(with recursive earlier as (
    select e.supersedes as id where e.supersedes is not null
    union all
    select s.supersedes from earlier join heli.event s on s.county_id = e.county_id and s.station_id = e.station_id
      and s.id = earlier.id where s.supersedes is not null)
  select count(*)::int from earlier)`;

/** The columns of a line; `e` is the event. */
export const LINE_COLUMNS = `e.id, e.version, e.kind, e.title, e.place, e.started_at, e.started_at::text as started_key, e.minutes,
  e.note, e.phase, e.field, e.evidence, e.entered_at, e.imported, e.unnamed, v.needs, v.met, p.id as person_id, p.name as person_name,
  coalesce(v.next_on, (select n.due_on from heli.next_step n where n.county_id = e.county_id and n.station_id = e.station_id
    and n.event_id = e.id and n.done_at is null)) as next_on,
  (select count(*)::int from heli.attendance t where t.county_id = e.county_id and t.station_id = e.station_id
    and t.event_id = e.id and t.present) as present,
  case when e.supersedes is null then 0 else ${CORRECTED} end as corrected,
  (select array_agg(a.name order by c.id) from heli.contribution c join heli.account a on a.id = c.party_id
    where c.county_id = e.county_id and c.station_id = e.station_id and c.event_id = e.id and c.party_kind = 'account')
    || e.worker_names as workers`;

/** When an act was written down first: putting a slip right later does not make it a new one. */
export const FIRST_ENTERED = `case when e.supersedes is null then e.entered_at else (with recursive earlier as (
    select x.entered_at, x.supersedes from heli.event x
      where x.county_id = e.county_id and x.station_id = e.station_id and x.id = e.supersedes
    union all
    select x.entered_at, x.supersedes from earlier join heli.event x
      on x.county_id = e.county_id and x.station_id = e.station_id and x.id = earlier.supersedes)
  select min(earlier.entered_at) from earlier) end`;

export const LINE_FROM = `from heli.event e
  left join heli.visit v on v.county_id = e.county_id and v.station_id = e.station_id and v.event_id = e.id
  left join heli.person p on p.county_id = e.county_id and p.station_id = e.station_id and p.id = e.subject_id
    and e.subject_kind = 'person'`;

export function eventLine(row: EventRow): EventLine {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    title: row.title,
    place: row.place,
    startedAt: row.started_at.toISOString(),
    minutes: row.minutes,
    note: row.note,
    phase: row.phase,
    field: row.field,
    evidence: row.evidence,
    enteredAt: row.entered_at.toISOString(),
    imported: row.imported,
    workers: row.workers ?? [],
    needs: row.needs ?? [],
    met: row.met,
    person: row.person_id && row.person_name ? { id: row.person_id, name: row.person_name } : null,
    present: row.present,
    unnamed: row.unnamed,
    nextOn: row.next_on,
    corrected: row.corrected,
  };
}

/** What narrows a list of events: at most one of these. */
export interface Narrowed {
  person?: string | undefined;
  kind?: string | undefined;
  project?: string | undefined;
  gathering?: string | undefined;
}

export interface EventFilter extends At, Narrowed {
  before: { startedAt: string; id: string } | null;
  limit: number;
}

/** A person's events, with those of the files merged into hers: about her, where she was, to which she gave something. */
const FILES = sameFiles('$1', '$2', '$6');
// As an array, so that the rows are found by their key and not by reading a station's events.
const OF_PERSON = `e.id = any (array(
  select x.id from heli.event x where x.county_id = $1 and x.station_id = $2 and x.subject_id = any (${FILES})
  union select t.event_id from heli.attendance t where t.county_id = $1 and t.station_id = $2 and t.person_id = any (${FILES}) and t.present
  union select c.event_id from heli.contribution c where c.county_id = $1 and c.station_id = $2 and c.party_id = any (${FILES})))`;

const NARROWINGS = [
  ['person', OF_PERSON],
  ['gathering', 'e.subject_id = $6'],
  ['project', 'e.project_id = $6'],
  ['kind', 'e.kind = $6'],
] as const;

/** Events that stand, the latest first. */
export function listEvents(transaction: Transaction, filter: EventFilter): Promise<EventRow[]> {
  const { county, station, before, limit } = filter;
  const [name, condition] = NARROWINGS.find(([key]) => filter[key] !== undefined) ?? ['all', 'true'];
  return transaction.send<EventRow>({
    name: `ledger.events.${name}`,
    text: `select ${LINE_COLUMNS} ${LINE_FROM}
      where e.county_id = $1 and e.station_id = $2 and e.superseded_by is null and (e.started_at, e.id) < ($3, $4) and ${condition}
      order by e.started_at desc, e.id desc limit $5`,
    values: [
      ...[county, station, before?.startedAt ?? 'infinity', before?.id ?? LAST_ID, limit],
      ...(name === 'all' ? [] : [filter[name]]),
    ],
  });
}

const ENTERED = `e.county_id = $1 and e.station_id = $2 and e.entered_at >= $3 and e.superseded_by is null`;
/** Recorded here since then: neither taken in from a file, nor written down earlier and put right since. */
const RECORDED = `not e.imported and ${FIRST_ENTERED} >= $3`;

/** What was recorded since an instant, the latest first, at most 200; what was taken in from a file is left out. */
export function listRecorded(transaction: Transaction, at: At & { since: Date }): Promise<EventRow[]> {
  return transaction.send<EventRow>({
    name: 'ledger.recorded',
    text: `select ${LINE_COLUMNS} ${LINE_FROM} where ${ENTERED} and ${RECORDED} order by e.entered_at desc, e.id limit 200`,
    values: [at.county, at.station, at.since],
  });
}

export interface EnteredCount {
  /** Visits recorded. */
  visits: number;
  /** Everything else recorded. */
  others: number;
  /** Taken in from files. */
  imported: number;
}

/** How much was entered since an instant. */
export async function countEntered(transaction: Transaction, at: At & { since: Date }): Promise<EnteredCount> {
  const [row] = await transaction.send<EnteredCount>({
    name: 'ledger.entered.count',
    text: `select (count(*) filter (where e.kind = 'visit' and ${RECORDED}))::int as visits,
        (count(*) filter (where e.kind <> 'visit' and ${RECORDED}))::int as others,
        (count(*) filter (where e.imported))::int as imported
      from heli.event e where ${ENTERED}`,
    values: [at.county, at.station, at.since],
  });
  return row ?? { visits: 0, others: 0, imported: 0 };
}
