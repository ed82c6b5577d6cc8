import { FIRST_ENTERED } from '../../ledger/store/lists.ts';
import { IN_OCCASIONS, IN_SESSIONS } from './rules.ts';
import type { RowCount } from './schema.ts';

/** Which acts of a month are counted: those that stand now, or those that stood when it was closed. */
export type Standing = 'now' | 'closed';

/** Whether an act is counted; of a closed month `closing` names the parameter with the closing's id. */
export const STANDS: Record<Standing, (alias: string, closing: string) => string> = {
  now: (alias) => `${alias}.superseded_by is null`,
  closed: (
    alias,
    closing,
  ) => `exists (select from heli.month_closed_event k where k.county_id = $1 and k.station_id = $2
    and k.closing_id = ${closing} and k.event_id = ${alias}.id)`,
};

/** An act written down more than so many days afterwards is doubtful. */
export const LATE_DAYS = 7;

const SAME = (alias: string) =>
  `${alias}.county_id = e.county_id and ${alias}.station_id = e.station_id and ${alias}.event_id = e.id`;
const DAY = (instant: string) => `(${instant} at time zone 'Asia/Shanghai')::date`;

/** Days between an act and its being written down first; the day on which a file was taken in says nothing about it. */
export const DAYS_LATE = `(case when e.imported then 0 else ${DAY(FIRST_ENTERED)} - ${DAY('e.started_at')} end)`;

/** How many people an act reached: the same rule as heli.count_events. */
export const PERSON_TIMES = `(case when e.kind = 'visit' then (v.met <> 'nobody')::int when e.kind = 'contact' then 1
  else e.unnamed + (select count(*) from heli.attendance t where ${SAME('t')} and t.present) end)::int`;

/** Minutes that workers gave, those without an account too whom a file names: the same rule as heli.count_events. */
export const WORKED = `(coalesce((select sum(c.minutes) from heli.contribution c where ${SAME('c')}
  and c.party_kind = 'account'), 0) + coalesce(e.minutes, 0) * cardinality(e.worker_names))::int`;

/** Yuan of an act, on one budget line where one is asked for. */
export const SPENT = (line: string) =>
  `coalesce((select sum(s.amount) from heli.expense s where ${SAME('s')} and s.budget_line = coalesce(${line}, s.budget_line)), 0)`;

const GIVEN = (sectors: string, measure: string) =>
  `exists (select from heli.contribution c where ${SAME('c')} and c.party_kind <> 'account' and c.pay <> 'paid'
    and c.sector in (${sectors}) and c.${measure} > 0)`;
export const RESIDENTS = "'resident', 'resident-group'";
export const COMMITTEE = "'committee'";

const ATTACHED = (kind: string) =>
  `exists (select from heli.attachment m where ${SAME('m')} and m.kind = '${kind}' and coalesce(m.removed_by::text, '') = '')`;

/** 户次: somebody was met, at the door and not over the phone. `v` is the visit of the act `e`. */
export const MET_AT_HOME = "e.kind = 'visit' and v.met <> 'nobody' and e.channel not in ('phone', 'wechat')";
/** The household of a person's standing file; who keeps house with nobody is a household. */
export const DOOR = (alias: string) => `coalesce(${alias}.household_id, ${alias}.id)`;
export const CHINA_DAY = DAY('e.started_at');

/**
 * The visits that make the 户次: of each household and day the first at which somebody was met at home, in each service
 * field asked for. A list that is worked out once, whatever the number of visits.
 */
const FIRST_MET = ({ standing, closing, field }: RowsOf) => `(select f.id from (
    select distinct on (${DOOR('d')}, ${DAY('x.started_at')}) x.id
    from heli.event x
    join heli.visit w on w.county_id = $1 and w.station_id = $2 and w.event_id = x.id and w.met <> 'nobody'
    join heli.person q on q.county_id = $1 and q.station_id = $2 and q.id = x.subject_id
    join heli.person d on d.county_id = $1 and d.station_id = $2 and d.id = coalesce(q.merged_into, q.id)
    where x.county_id = $1 and x.station_id = $2 and x.started_at >= $3 and x.started_at < $4 and x.kind = 'visit'
      and x.channel not in ('phone', 'wechat') and ${STANDS[standing]('x', closing)} and x.field = coalesce(${field}, x.field)
    order by ${DOOR('d')}, ${DAY('x.started_at')}, x.started_at, x.id) f)`;

/** Work to which people come together: somebody must have been there. */
const GATHERED = "e.kind in ('group-session', 'activity', 'meeting', 'work-day')";

const among = (kinds: readonly string[]) => `e.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})`;

/** Which acts are asked for, and the parameters with the closing's id, the service field and the line of the budget. */
export interface RowsOf {
  standing: Standing;
  closing: string;
  field: string;
  line: string;
}

/** Which acts stand behind a number; `e` is the event, `v` its visit. */
export const standBehind = (of: RowsOf): Record<RowCount, string> => ({
  events: 'true',
  'person-times': `${PERSON_TIMES} > 0`,
  'household-times': `${MET_AT_HOME} and e.id in ${FIRST_MET(of)}`,
  again: `${MET_AT_HOME} and e.id not in ${FIRST_MET(of)}`,
  'by-phone': "e.kind = 'visit' and v.met <> 'nobody' and e.channel in ('phone', 'wechat')",
  unmet: "e.kind = 'visit' and v.met = 'nobody'",
  sessions: among(IN_SESSIONS),
  occasions: among(IN_OCCASIONS),
  worked: `${WORKED} > 0`,
  proven: 'e.evidence >= 2',
  outside: "coalesce(e.asked_by, '') <> ''",
  spent: `${SPENT(of.line)} > 0`,
  'resident-hours': GIVEN(RESIDENTS, 'minutes'),
  'resident-money': GIVEN(RESIDENTS, 'amount'),
  'committee-hours': GIVEN(COMMITTEE, 'minutes'),
  'committee-money': GIVEN(COMMITTEE, 'amount'),
  'sign-in-sheet': ATTACHED('sign-in-sheet'),
  photo: ATTACHED('photo'),
  voucher: ATTACHED('voucher'),
  late: `${DAYS_LATE} > ${LATE_DAYS}`,
  heard: 'e.evidence = 0',
  'no-voucher': `exists (select from heli.expense s where ${SAME('s')}) and not ${ATTACHED('voucher')}`,
  'no-names': `${GATHERED} and ${PERSON_TIMES} = 0`,
  'no-minutes': 'coalesce(e.minutes, 0) = 0',
  'no-worker': `e.worker_present and e.minutes > 0 and ${WORKED} = 0`,
});
