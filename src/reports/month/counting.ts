import { IN_OCCASIONS, IN_SESSIONS } from './rules.ts';
import type { RowCount } from './schema.ts';

/** An act written down more than so many days afterwards is doubtful. */
export const LATE_DAYS = 7;

const SAME = (alias: string) =>
  `${alias}.county_id = e.county_id and ${alias}.station_id = e.station_id and ${alias}.event_id = e.id`;
const DAY = (instant: string) => `(${instant} at time zone 'Asia/Shanghai')::date`;

/** When the act was written down first: putting a slip right later does not make it late. */
const FIRST_ENTERED = `case when e.supersedes is null then e.entered_at else (with recursive earlier as (
    select x.entered_at, x.supersedes from heli.event x
      where x.county_id = e.county_id and x.station_id = e.station_id and x.id = e.supersedes
    union all
    select x.entered_at, x.supersedes from earlier join heli.event x
      on x.county_id = e.county_id and x.station_id = e.station_id and x.id = earlier.supersedes)
  select min(earlier.entered_at) from earlier) end`;

export const DAYS_LATE = `(${DAY(FIRST_ENTERED)} - ${DAY('e.started_at')})`;

/** How many people an act reached: the same rule as heli.count_events. */
export const PERSON_TIMES = `(case when e.kind = 'visit' then (v.met <> 'nobody')::int when e.kind = 'contact' then 1
  else e.unnamed + (select count(*) from heli.attendance t where ${SAME('t')} and t.present) end)::int`;

export const WORKED = `coalesce((select sum(c.minutes) from heli.contribution c where ${SAME('c')}
  and c.party_kind = 'account'), 0)::int`;

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

/** Work to which people come together: somebody must have been there. */
const GATHERED = "e.kind in ('group-session', 'activity', 'meeting', 'work-day')";

const among = (kinds: readonly string[]) => `e.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})`;

/** Which acts stand behind a number; `e` is the event, `v` its visit, the line of the budget is asked for in SPENT. */
export const STANDS_BEHIND: Record<RowCount, string> = {
  events: 'true',
  'person-times': `${PERSON_TIMES} > 0`,
  'household-times': "e.kind = 'visit' and v.met <> 'nobody'",
  unmet: "e.kind = 'visit' and v.met = 'nobody'",
  sessions: among(IN_SESSIONS),
  occasions: among(IN_OCCASIONS),
  worked: `${WORKED} > 0`,
  proven: 'e.evidence >= 2',
  outside: "coalesce(e.asked_by, '') <> ''",
  spent: `${SPENT('$8')} > 0`,
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
};
