import type { Transaction } from '../platform/database/flight.ts';
import type { Days, Within } from './acts-store.ts';
import type { Place, ProjectFact, Served, SheetFact, ShockFact } from './facts.ts';

const EVERYONE = 'everyone';

const placed = ({ county, stations }: Within) => [county, stations];

/** One search by key for each id: two lists at once look, to an older PostgreSQL, like a table to be read whole. */
const EACH_OF = (ids: string) => `unnest(${ids}::uuid[]) as i (id), lateral`;

/** The few files that were merged into others: everybody's file is not looked up to find them. */
const MERGED = `g as materialized (select p.id, p.merged_into from heli.person p
        where p.county_id = $1 and p.station_id = any ($2::uuid[]) and p.merged_into is not null)`;

interface ServedColumns {
  people: string | null;
  villages: string;
  times: string;
  minutes: string;
  of_group: string;
}

/** Everybody who was reached in the months from..to, each once, over merged files; of a village where one is asked for. */
export async function loadServed(transaction: Transaction, within: Within, group: string): Promise<Served[]> {
  const [row] = await transaction.send<ServedColumns>({
    name: 'lenses.served',
    // Months are added up before anybody's file is looked at: one look a person, not one a month.
    text: `with m as materialized (select m.station_id, m.person_id, sum(m.times) as times, sum(m.minutes) as minutes
        from heli.month_served m where m.county_id = $1 and m.station_id = any ($2::uuid[]) and m.month >= $3 and m.month <= $4
          and m.times > 0 group by m.station_id, m.person_id),
      ${MERGED},
      o as materialized (select m.station_id, coalesce(g.merged_into, m.person_id) as id, sum(m.times) as times, sum(m.minutes) as minutes
        from m left join g on g.id = m.person_id group by 1, 2)
      select string_agg(x.id::text, ',') as people, string_agg(x.village, ',') as villages,
        string_agg(x.times::text, ',') as times, string_agg(x.minutes::text, ',') as minutes,
        string_agg(x.of_group::text, ',') as of_group
      from (select s.id, coalesce(s.village, '') as village, o.times, o.minutes,
          $5 = '${EVERYONE}' or exists (select from heli.person_group g where g.county_id = $1 and g.station_id = s.station_id
            and g.person_id = s.id and g.code = $5 and coalesce(g.ends_on, 'infinity') >= $3) as of_group
        from o join heli.person s on s.county_id = $1 and s.station_id = o.station_id and s.id = o.id) x`,
    values: [...placed(within), within.from, within.to, group],
  });
  if (!row?.people) return [];
  const split = (text: string) => text.split(',');
  const [villages, times, minutes, ofGroup] = [row.villages, row.times, row.minutes, row.of_group].map(split);
  const all = split(row.people).map((person, i) => ({
    person,
    village: villages?.[i] ?? '',
    times: Number(times?.[i]),
    minutes: Number(minutes?.[i]),
    ofGroup: ofGroup?.[i] === 'true',
  }));
  return within.village === null ? all : all.filter(({ village }) => village === within.village);
}

/**
 * How many of a group were reached in the months of each of some windows, each person once, over merged files; of a village
 * where one is asked for.
 */
export async function countReached(
  transaction: Transaction,
  within: Within,
  { windows, group }: { windows: readonly Days[]; group: string },
): Promise<number[]> {
  const rows = await transaction.send<{ people: number }>({
    name: 'lenses.reached',
    text: `with w as (select * from unnest($3::date[], $4::date[]) with ordinality as w (first, last, nth)),
      m as materialized (select w.nth, m.station_id, m.person_id from w join heli.month_served m
        on m.county_id = $1 and m.station_id = any ($2::uuid[]) and m.month >= w.first and m.month <= w.last and m.times > 0
        group by 1, 2, 3),
      ${MERGED},
      o as materialized (select distinct m.nth, m.station_id, coalesce(g.merged_into, m.person_id) as id
        from m left join g on g.id = m.person_id)
      select count(o.id)::int as people from w left join o on o.nth = w.nth
        and ($6::text is null or exists (select from heli.person p where p.county_id = $1 and p.station_id = o.station_id
          and p.id = o.id and p.village = $6))
        and ($5 = '${EVERYONE}' or exists (select from heli.person_group g where g.county_id = $1
          and g.station_id = o.station_id and g.person_id = o.id and g.code = $5 and coalesce(g.ends_on, 'infinity') >= w.first))
      group by w.nth order by w.nth`,
    values: [...placed(within), windows.map(({ from }) => from), windows.map(({ to }) => to), group, within.village],
  });
  return rows.map(({ people }) => people);
}

/** The group that most villages have a number for by a day; everyone only when no other. */
export async function findGroup(transaction: Transaction, within: Within, areas: readonly string[]): Promise<string> {
  const rows = await transaction.send<{ group_code: string }>({
    name: 'lenses.group',
    text: `select n.group_code from heli.population n
      where n.county_id = $1 and n.area = any ($2::text[]) and n.as_of <= $3
      group by n.group_code order by n.group_code = '${EVERYONE}', count(distinct n.area) desc, n.group_code limit 1`,
    values: [within.county, areas, within.to],
  });
  return rows[0]?.group_code ?? EVERYONE;
}

/** The villages of a scope by name. */
export function listVillagesOf(transaction: Transaction, within: Within): Promise<{ area: string; name: string }[]> {
  return transaction.send<{ area: string; name: string }>({
    name: 'lenses.villages',
    text: `select distinct a.code as area, a.name from heli.station s
      join heli.area a on (a.parent = s.area or (s.level = 'point' and a.code = s.area)) and a.level = 5
      where s.county_id = $1 and s.id = any ($2::uuid[]) and a.code = coalesce($3, a.code) order by a.code`,
    values: [...placed(within), within.village],
  });
}

/** The latest number of a group in each village by a day. */
export async function loadPlaces(
  transaction: Transaction,
  within: Within,
  { villages, group }: { villages: readonly { area: string; name: string }[]; group: string },
): Promise<Place[]> {
  const rows = await transaction.send<{ area: string; count: number }>({
    name: 'lenses.numbers',
    text: `select distinct on (n.area) n.area, n.count from heli.population n
      where n.county_id = $1 and n.area = any ($2::text[]) and n.group_code = $3 and n.as_of <= $4
      order by n.area, n.as_of desc`,
    values: [within.county, villages.map(({ area }) => area), group, within.to],
  });
  const numbers = new Map(rows.map((row) => [row.area, row.count]));
  return villages.map(({ area, name }) => ({ area, name, eligible: numbers.get(area) ?? null }));
}

/** Shocks that struck within the days, the latest first; at most five. */
export function listShocksIn(transaction: Transaction, within: Within): Promise<ShockFact[]> {
  return transaction.send<ShockFact>({
    name: 'lenses.shocks',
    text: `select s.id, s.kind, s.name, s.from_on as "from", s.to_on as "to" from heli.shock s
      where s.county_id = $1 and s.station_id = any ($2::uuid[]) and s.from_on >= $3 and s.from_on <= $4
      order by s.from_on desc, s.id limit 5`,
    values: [...placed(within), within.from, within.to],
  });
}

export function listSheetsIn(transaction: Transaction, within: Within): Promise<SheetFact[]> {
  return transaction.send<SheetFact>({
    name: 'lenses.sheets',
    text: `select c.event_id as event, c.day, c.on_paper as "onPaper", c.on_list as "onList", c.on_both as "onBoth"
      from heli.sheet_count c where c.county_id = $1 and c.station_id = any ($2::uuid[]) and c.day >= $3 and c.day <= $4
      order by c.day, c.event_id limit 1000`,
    values: [...placed(within), within.from, within.to],
  });
}

interface ProjectRow {
  id: string;
  name: string;
  kind: string;
  state: string;
  area: string | null;
  works: { households?: number; excludable?: boolean };
}

/** What is told of some projects. */
export async function loadProjects(
  transaction: Transaction,
  within: Within,
  ids: readonly string[],
): Promise<Map<string, ProjectFact>> {
  const rows = await transaction.send<ProjectRow>({
    name: 'lenses.projects',
    text: `select j.* from ${EACH_OF('$3')} (select j.id, j.name, j.kind, j.state, j.area, j.works from heli.project j
      where j.county_id = $1 and j.station_id = any ($2::uuid[]) and j.id = i.id limit 1) j`,
    values: [...placed(within), ids],
  });
  return new Map(
    rows.map(({ area, works, ...row }) => [
      row.id,
      { ...row, area: area ?? '', households: works.households ?? null, excludable: works.excludable ?? null },
    ]),
  );
}

/** Names of organisations and groups. */
export async function loadPartners(
  transaction: Transaction,
  within: Within,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await transaction.send<{ id: string; name: string }>({
    name: 'lenses.partners',
    text: `select r.* from ${EACH_OF('$3')} (select r.id, r.name from heli.partner r
      where r.county_id = $1 and r.station_id = any ($2::uuid[]) and r.id = i.id limit 1) r`,
    values: [...placed(within), ids],
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}
