import { LINE_COLUMNS, LINE_FROM } from '../../ledger/store/lists.ts';
import type { EventKind } from '../../ledger/terms.ts';
import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { DAYS_LATE, PERSON_TIMES, SPENT, WORKED } from './counting.ts';
import { type Row, reportRow } from './rows-store.ts';
import type { Change } from './schema.ts';
import type { AtMonth } from './store.ts';

const MOST = 200;

interface ChangeRow {
  change: Change['change'];
  kind: EventKind;
  started_at: Date;
  was: string | null;
  now: string | null;
}

const ATTACHED = `(select count(*)::int from heli.attachment m where m.county_id = $1 and m.station_id = $2 and m.event_id = e.id
  and coalesce(m.removed_by::text, '') = '')`;

/** The act of the closed month whose place another one took, however many slips lie between. */
const ORIGIN = `(with recursive earlier as (
    select n.supersedes as id where n.supersedes is not null
    union all
    select x.supersedes from earlier join heli.event x on x.county_id = $1 and x.station_id = $2 and x.id = earlier.id
      where x.supersedes is not null)
  select t.event_id from earlier join kept t on t.event_id = earlier.id limit 1)`;

/** What differs between the acts of a closed month and those that stand in it now. */
function findChanges(transaction: Transaction, at: AtMonth, closing: string): Promise<ChangeRow[]> {
  return transaction.send<ChangeRow>({
    name: 'reports.changes',
    text: `with kept as materialized (select k.event_id, k.kind, k.started_at, k.evidence, k.attached from heli.month_closed_event k
        where k.county_id = $1 and k.station_id = $2 and k.closing_id = $3),
      standing as materialized (select e.id, e.kind, e.started_at, e.evidence, e.supersedes, ${ATTACHED} as attached from heli.event e
        where e.county_id = $1 and e.station_id = $2 and e.started_at >= $4 and e.started_at < $5 and e.superseded_by is null),
      fresh as materialized (select n.*, ${ORIGIN} as origin from standing n left join kept k on k.event_id = n.id where k.event_id is null)
      select case when f.origin is null then 'added' else 'corrected' end as change, f.kind, f.started_at, f.origin as was, f.id as now from fresh f
      union all
      select 'left', k.kind, k.started_at, k.event_id, null from kept k left join standing n on n.id = k.event_id
        left join fresh f on f.origin = k.event_id where n.id is null and f.id is null
      union all
      select 'proof', k.kind, k.started_at, k.event_id, n.id from kept k join standing n on n.id = k.event_id
        where (n.evidence, n.attached) <> (k.evidence, k.attached)
      order by 3 desc, 5, 4 limit ${MOST + 1}`,
    values: [at.county, at.station, closing, at.from, at.to],
  });
}

function findRows(transaction: Transaction, at: At, ids: string[]): Promise<Row[]> {
  return transaction.send<Row>({
    name: 'reports.changes.rows',
    text: `select ${LINE_COLUMNS}, ${PERSON_TIMES} as person_times, ${WORKED} as worked, ${SPENT('null::text')} as spent,
        ${DAYS_LATE} as days_late
      ${LINE_FROM} where e.county_id = $1 and e.station_id = $2 and e.id = any ($3)`,
    values: [at.county, at.station, ids],
  });
}

/** What has changed in a month since it was closed, the latest acts first. */
export async function listChanges(
  transaction: Transaction,
  at: AtMonth,
  closing: string,
): Promise<{ items: Change[]; more: boolean }> {
  const found = await findChanges(transaction, at, closing);
  const shown = found.slice(0, MOST);
  const ids = [...new Set(shown.flatMap(({ was, now }) => [was, now]).filter((id) => id !== null))];
  const rows = new Map((await findRows(transaction, at, ids)).map((row) => [row.id, reportRow(row)]));
  const rowOf = (id: string | null) => (id ? (rows.get(id) ?? null) : null);
  return {
    items: shown.map(({ change, kind, started_at, was, now }) => ({
      change,
      kind,
      startedAt: started_at.toISOString(),
      was: rowOf(was),
      now: rowOf(now),
    })),
    more: found.length > MOST,
  };
}
