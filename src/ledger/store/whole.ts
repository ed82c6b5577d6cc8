import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import type { EventWhole } from '../event-schema.ts';
import type { GivenLine } from '../schema.ts';
import { eventLine, type EventRow, LINE_COLUMNS, LINE_FROM } from './lists.ts';

type Parts = Pick<
  EventWhole,
  | 'area'
  | 'channel'
  | 'strategies'
  | 'confirmed'
  | 'project'
  | 'gathering'
  | 'list'
  | 'given'
  | 'expenses'
  | 'next'
  | 'attachments'
> &
  Pick<EventWhole, 'helper' | 'initiator' | 'convenor'>;

interface WholeRow extends EventRow, Parts {
  asked_by: EventWhole['askedBy'];
  asked_by_name: string;
  worker_present: boolean;
  entered_by: string;
  worker_ids: string[] | null;
  superseded_by: string | null;
}

const SAME = (alias: string) => `${alias}.county_id = e.county_id and ${alias}.station_id = e.station_id`;

const GIVEN = `coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'partyKind', c.party_kind, 'party', c.party_id,
    'name', coalesce(cp.name, cr.name, ''), 'sector', c.sector, 'form', c.form, 'minutes', c.minutes, 'amount', c.amount,
    'quantity', c.quantity, 'unit', c.unit, 'mode', c.mode, 'pay', c.pay, 'byPresence', c.by_presence, 'confirmed', coalesce(c.confirmed_by::text, '') <> '') order by c.id)
  from heli.contribution c
  left join heli.person cp on ${SAME('cp')} and cp.id = c.party_id and c.party_kind = 'person'
  left join heli.partner cr on ${SAME('cr')} and cr.id = c.party_id and c.party_kind in ('organisation', 'group')
  where ${SAME('c')} and c.event_id = e.id and c.party_kind <> 'account'), '[]') as given`;

const LIST = `coalesce((select jsonb_agg(jsonb_build_object('person', t.person_id, 'name', tp.name, 'present', t.present, 'role', t.role)
    order by tp.pinyin, tp.id)
  from heli.attendance t join heli.person tp on ${SAME('tp')} and tp.id = t.person_id
  where ${SAME('t')} and t.event_id = e.id), '[]') as list`;

const EXPENSES = `coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'amount', s.amount, 'budgetLine', s.budget_line,
    'what', s.what) order by s.id) from heli.expense s where ${SAME('s')} and s.event_id = e.id), '[]') as expenses`;

const ATTACHMENTS = `coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'name', m.name, 'type', m.type,
    'bytes', m.bytes, 'removed', coalesce(m.removed_by::text, '') <> '') order by m.added_at, m.id)
  from heli.attachment m where ${SAME('m')} and m.event_id = e.id), '[]') as attachments`;

const NEXT = `(select jsonb_build_object('on', n.due_on, 'what', n.what, 'doneAt', n.done_at)
  from heli.next_step n where ${SAME('n')} and n.event_id = e.id) as next`;

const NAMED = `(select jsonb_build_object('id', j.id, 'name', j.name) from heli.project j where ${SAME('j')} and j.id = e.project_id) as project,
  (select jsonb_build_object('id', g.id, 'name', g.name) from heli.gathering g where ${SAME('g')} and g.id = e.subject_id
    and e.subject_kind = 'gathering') as gathering`;

/** One event with everything that hangs on it; also one that no longer stands. */
export async function findEvent(transaction: Transaction, at: At, id: string): Promise<EventWhole | undefined> {
  const rows = await transaction.send<WholeRow>({
    name: 'ledger.event',
    text: `select ${LINE_COLUMNS}, e.area, e.channel, e.strategies, e.confirmed, e.asked_by, e.asked_by_name, e.helper, e.initiator,
        e.convenor, e.worker_present, e.entered_by, e.superseded_by,
        (select array_agg(w.party_id) from heli.contribution w where ${SAME('w')} and w.event_id = e.id and w.party_kind = 'account') as worker_ids,
        ${NAMED}, ${LIST}, ${GIVEN}, ${EXPENSES}, ${NEXT}, ${ATTACHMENTS}
      ${LINE_FROM} where e.county_id = $1 and e.station_id = $2 and e.id = $3`,
    values: [at.county, at.station, id],
  });
  return rows[0] && eventWhole(rows[0]);
}

function eventWhole(row: WholeRow): EventWhole {
  return {
    ...eventLine(row),
    area: row.area,
    channel: row.channel,
    strategies: row.strategies,
    confirmed: row.confirmed,
    project: row.project,
    gathering: row.gathering,
    askedBy: row.asked_by,
    askedByName: row.asked_by_name,
    helper: row.helper,
    initiator: row.initiator,
    convenor: row.convenor,
    workerPresent: row.worker_present,
    enteredBy: row.entered_by,
    workerIds: row.worker_ids ?? [],
    list: row.list,
    given: row.given as GivenLine[],
    expenses: row.expenses,
    next: row.next,
    attachments: row.attachments,
    standing: row.superseded_by === null,
    supersededBy: row.superseded_by,
  };
}

export interface HistoryRow extends EventRow {
  corrected_at: Date;
  corrected_by: string | null;
  why: string;
  new_event_id: string | null;
}

/** Every earlier form of an event, the latest first. */
export function listHistory(transaction: Transaction, at: At, id: string): Promise<HistoryRow[]> {
  return transaction.send<HistoryRow>({
    name: 'ledger.history',
    text: `with recursive chain as (
        select k.event_id, k.new_event_id, k.why, k.corrected_by, k.corrected_at from heli.correction k
          where k.county_id = $1 and k.station_id = $2 and (k.new_event_id = $3 or (k.event_id = $3 and k.new_event_id is null))
        union all
        select k.event_id, k.new_event_id, k.why, k.corrected_by, k.corrected_at from chain
          join heli.correction k on k.county_id = $1 and k.station_id = $2 and k.new_event_id = chain.event_id)
      select ${LINE_COLUMNS}, chain.why, chain.corrected_at, chain.new_event_id,
        (select a.name from heli.account a where a.id = chain.corrected_by) as corrected_by
      from chain join (select e.* from heli.event e where e.county_id = $1 and e.station_id = $2) e on e.id = chain.event_id
      left join heli.visit v on v.county_id = $1 and v.station_id = $2 and v.event_id = e.id
      left join heli.person p on p.county_id = $1 and p.station_id = $2 and p.id = e.subject_id and e.subject_kind = 'person'
      order by chain.corrected_at desc, e.id`,
    values: [at.county, at.station, id],
  });
}

export interface MonthRow {
  kind: EventWhole['kind'];
  field: string;
  phase: string;
  outside: boolean;
  events: number;
  proven: number;
  minutes: number;
  household_times: number;
  person_times: number;
  spent: string;
}

const SUMS = `kind, field, phase, outside, sum(events)::int as events, sum(proven)::int as proven, sum(minutes)::int as minutes,
  sum(household_times)::int as household_times, sum(person_times)::int as person_times, sum(spent) as spent
  from heli.month_sum`;

/** A station's month, by kind, field and phase: from the kept sums, whatever the number of events. */
export function listMonth(transaction: Transaction, at: At, month: string): Promise<MonthRow[]> {
  return transaction.send<MonthRow>({
    name: 'ledger.month',
    text: `select ${SUMS} where county_id = $1 and station_id = $2 and month = $3
      group by kind, field, phase, outside order by kind, field, phase, outside`,
    values: [at.county, at.station, `${month}-01`],
  });
}

/** The month of a county: the sums of the stations the asker sees there. */
export function listCountyMonth(transaction: Transaction, county: number, month: string): Promise<MonthRow[]> {
  return transaction.send<MonthRow>({
    name: 'ledger.month.county',
    text: `select ${SUMS} where county_id = $1 and month = $2
      group by kind, field, phase, outside order by kind, field, phase, outside`,
    values: [county, `${month}-01`],
  });
}
