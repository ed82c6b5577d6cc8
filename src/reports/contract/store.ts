import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { CHINA_DAY, DOOR, MET_AT_HOME } from '../month/counting.ts';
import { IN_OCCASIONS, IN_SESSIONS } from '../month/rules.ts';
import type { Indicator, IndicatorDone, SaveIndicator } from './schema.ts';

/** More than any contract names. */
export const MOST_INDICATORS = 40;

interface IndicatorRow extends Omit<Indicator, 'from' | 'to'> {
  from_month: string;
  to_month: string;
}

const COLUMNS = 'i.id, i.version, i.name, i.unit, i.target, i.from_month, i.to_month, i.kind, i.field';

const indicator = ({ from_month: from, to_month: to, ...row }: IndicatorRow): Indicator => ({
  ...row,
  from: from.slice(0, 7),
  to: to.slice(0, 7),
});

/** A station's indicators, as they were entered; locked when one is about to change. */
export async function listIndicators(transaction: Transaction, at: At & { lock?: boolean }): Promise<Indicator[]> {
  const rows = await transaction.send<IndicatorRow>({
    name: at.lock ? 'reports.indicators.lock' : 'reports.indicators',
    text: `select ${COLUMNS} from heli.contract_indicator i where i.county_id = $1 and i.station_id = $2
      order by i.from_month, i.id ${at.lock ? 'for update' : ''}`,
    values: [at.county, at.station],
  });
  return rows.map(indicator);
}

const of = (alias: string) => `${alias}.county_id = $1 and ${alias}.station_id = $2`;
const NARROWED = (alias: string) =>
  `(i.kind = '' or ${alias}.kind = i.kind) and (i.field = '' or ${alias}.field = i.field)`;
const list = (kinds: readonly string[]) => `(${kinds.map((kind) => `'${kind}'`).join(', ')})`;

/** What may be added, from the kept sums. */
const SUMS = `(select coalesce(sum(case i.unit when 'person-time' then m.person_times when 'hour' then m.minutes
    when 'session' then case when m.kind in ${list(IN_SESSIONS)} then m.events else 0 end
    when 'occasion' then case when m.kind in ${list(IN_OCCASIONS)} then m.events else 0 end end), 0)
  from heli.month_sum m where ${of('m')} and m.month between span.first and span.last and ${NARROWED('m')})`;

/** Everybody once in the whole time, over merged files. */
const PEOPLE = `(select count(distinct coalesce(p.merged_into, p.id)) from heli.month_served m
    join heli.person p on ${of('p')} and p.id = m.person_id
  where ${of('m')} and m.month between span.first and span.last and m.times > 0 and ${NARROWED('m')})`;

/** Households met at home: each once in the whole time, or once a day. */
const HOUSEHOLDS = `(select case i.unit when 'household' then count(distinct ${DOOR('s')})
    else count(distinct (${DOOR('s')}, ${CHINA_DAY})) end
  from heli.event e join heli.visit v on ${of('v')} and v.event_id = e.id
    join heli.person p on ${of('p')} and p.id = e.subject_id
    join heli.person s on ${of('s')} and s.id = coalesce(p.merged_into, p.id)
  where ${of('e')} and e.started_at >= span.first::timestamp at time zone 'Asia/Shanghai'
    and e.started_at < (span.last + interval '1 month') at time zone 'Asia/Shanghai'
    and e.superseded_by is null and ${MET_AT_HOME} and (i.field = '' or e.field = i.field))`;

const DONE = `case when i.unit = 'person' then ${PEOPLE} when i.unit in ('household', 'household-time') then ${HOUSEHOLDS}
  else ${SUMS} end`;

/** The indicators whose time a month lies in: done in the month, and from the contract's first month to its end. Hours to a tenth. */
export async function listDone(transaction: Transaction, at: At & { first: string }): Promise<IndicatorDone[]> {
  const rows = await transaction.send<IndicatorRow & { in_month: string; done: string }>({
    name: 'reports.indicators.done',
    text: `select ${COLUMNS},
        (select ${DONE} from (select $3::date as first, $3::date as last) span) as in_month,
        (select ${DONE} from (select i.from_month as first, $3::date as last) span) as done
      from heli.contract_indicator i where i.county_id = $1 and i.station_id = $2 and $3::date between i.from_month and i.to_month
      order by i.from_month, i.id`,
    values: [at.county, at.station, at.first],
  });
  return rows.map(({ in_month, done, ...row }) => {
    const { id: _, version: __, ...fields } = indicator(row);
    const told = (value: string) => (row.unit === 'hour' ? Math.round(Number(value) / 6) / 10 : Number(value));
    return { ...fields, inMonth: told(in_month), done: told(done) };
  });
}

/** Writes a new one, or the next version of one that is there. */
export function saveIndicator(
  transaction: Transaction,
  at: At & { by: string; now: Date },
  { id, name, unit, target, from, to, kind, field, version }: Omit<SaveIndicator, 'station'>,
): void {
  transaction.post({
    name: 'reports.indicator.save',
    text: `insert into heli.contract_indicator as i (county_id, station_id, id, name, unit, target, from_month, to_month, kind, field,
        updated_by, updated_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
      on conflict (county_id, station_id, id) do update set name = excluded.name, unit = excluded.unit, target = excluded.target,
        from_month = excluded.from_month, to_month = excluded.to_month, kind = excluded.kind, field = excluded.field,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at, version = excluded.version`,
    values: [
      ...[at.county, at.station, id, name, unit, target, `${from}-01`, `${to}-01`, kind, field],
      ...[at.by, at.now, version + 1],
    ],
  });
}

export function deleteIndicator(transaction: Transaction, at: At, id: string): void {
  transaction.post({
    name: 'reports.indicator.delete',
    text: 'delete from heli.contract_indicator where county_id = $1 and station_id = $2 and id = $3',
    values: [at.county, at.station, id],
  });
}
