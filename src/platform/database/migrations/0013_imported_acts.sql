-- What came from a file is known as such: it is no late entry, its workers without accounts count, and visits that were
-- owed before it came are told apart. A month is handed in where there is a county. Runs as heli_owner in one transaction.

alter table heli.event
  add column imported boolean not null default false,
  add column worker_names text[] not null default '{}';
comment on column heli.event.imported is 'Taken in from a file, or what was put right of such an act: the day it was entered says nothing about late entry.';
comment on column heli.event.worker_names is 'Workers of the station whom a file names and who have no account: each gave the minutes of the act.';

alter table heli.follow_up add column since_import boolean not null default false;
comment on column heli.follow_up.since_import is 'The day was over already when the last visit was taken in from a file: nobody has been there since.';
drop index heli.follow_up_due;
create index follow_up_due on heli.follow_up (county_id, station_id, since_import, due_on, person_id);

-- As before, and the minutes of workers who are known by name alone.
create or replace function heli.count_sums(county int, station uuid, ids uuid[], sign int) returns void
language plpgsql set search_path = heli, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  insert into month_sum as m (county_id, station_id, month, kind, field, phase, outside, area,
      events, proven, minutes, household_times, person_times, spent)
    select county, station, x.month, x.kind, x.field, x.phase, x.outside, x.area, sign * count(*), sign * sum(x.proven),
      sign * sum(x.worked), sign * sum(x.household), sign * sum(x.persons), sign * sum(x.spent)
    from (select date_trunc('month', e.started_at at time zone 'Asia/Shanghai')::date as month, e.kind, e.field, e.phase,
        coalesce(e.asked_by, '') <> '' as outside, coalesce(e.area, '') as area, (e.evidence >= 2)::int as proven,
        coalesce((select sum(c.minutes) from contribution c where c.county_id = county and c.station_id = station
          and c.event_id = e.id and c.party_kind = 'account'), 0) + coalesce(e.minutes, 0) * cardinality(e.worker_names) as worked,
        (coalesce(v.met, 'nobody') <> 'nobody')::int as household,
        case when e.kind = 'visit' then (v.met <> 'nobody')::int when e.kind = 'contact' then 1
          else e.unnamed + (select count(*) from attendance a where a.county_id = county and a.station_id = station
            and a.event_id = e.id and a.present) end as persons,
        coalesce((select sum(s.amount) from expense s where s.county_id = county and s.station_id = station
          and s.event_id = e.id), 0) as spent
      from event e left join visit v on v.county_id = county and v.station_id = station and v.event_id = e.id
      where e.county_id = county and e.station_id = station and e.id = any (ids)) x
    group by x.month, x.kind, x.field, x.phase, x.outside, x.area
    order by x.month, x.kind, x.field, x.phase, x.outside, x.area
    on conflict (county_id, station_id, month, kind, field, phase, outside, area) do update set
      events = m.events + excluded.events, proven = m.proven + excluded.proven, minutes = m.minutes + excluded.minutes,
      household_times = m.household_times + excluded.household_times,
      person_times = m.person_times + excluded.person_times, spent = m.spent + excluded.spent;
  insert into month_served as m (county_id, station_id, month, person_id, kind, field, area, times, minutes)
    select county, station, x.month, x.person_id, x.kind, x.field, x.area, sign * count(*), sign * sum(x.minutes)
    from (select date_trunc('month', e.started_at at time zone 'Asia/Shanghai')::date as month, e.subject_id as person_id,
        e.kind, e.field, coalesce(e.area, '') as area, coalesce(e.minutes, 0) as minutes
      from event e left join visit v on v.county_id = county and v.station_id = station and v.event_id = e.id
      where e.county_id = county and e.station_id = station and e.id = any (ids) and e.subject_kind = 'person'
        and coalesce(v.met, '') <> 'nobody'
      union all
      select date_trunc('month', e.started_at at time zone 'Asia/Shanghai')::date, a.person_id, e.kind, e.field,
        coalesce(e.area, ''), coalesce(e.minutes, 0)
      from event e join attendance a on a.county_id = county and a.station_id = station and a.event_id = e.id and a.present
      where e.county_id = county and e.station_id = station and e.id = any (ids)) x
    group by x.month, x.person_id, x.kind, x.field, x.area
    order by x.month, x.person_id, x.kind, x.field, x.area
    on conflict (county_id, station_id, month, person_id, kind, field, area) do update set
      times = m.times + excluded.times, minutes = m.minutes + excluded.minutes;
end $$;

-- As before, and whether the day was over when the visit was taken in.
create or replace function heli.settle_follow_ups(county int, station uuid, persons uuid[], days int[]) returns void
language plpgsql security definer set search_path = heli, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  standing uuid[];
begin
  perform require_counting(county, station);
  standing := array(select distinct coalesce(p.merged_into, p.id) from person p
    where p.county_id = county and p.station_id = station and p.id = any (persons));
  -- One after another for one person: the later of two visits saved at once must see the earlier.
  perform 1 from person p where p.county_id = county and p.station_id = station and p.id = any (standing)
    order by p.id for no key update;
  delete from follow_up f where f.county_id = county and f.station_id = station and f.person_id = any (persons || standing);
  insert into follow_up (county_id, station_id, person_id, due_on, reason, event_id, since_import)
    select county, station, x.person_id, x.due_on, x.reason, x.event_id, coalesce(x.due_on < x.taken_in_on, false)
    from (select p.id as person_id, l.id as event_id, coalesce(l.note, '') as reason, case when l.imported
            then (l.entered_at at time zone 'Asia/Shanghai')::date end as taken_in_on, coalesce(v.next_on,
          (coalesce(l.started_at, p.created_at) at time zone 'Asia/Shanghai')::date + days[p.follow_up_level]) as due_on
      from person p
      left join lateral (
        select e.id, e.note, e.started_at, e.imported, e.entered_at
        from (select p.id as file union all select q.id from person q
            where q.county_id = county and q.station_id = station and q.merged_into = p.id) f
        cross join lateral (select e.id, e.note, e.started_at, e.imported, e.entered_at from event e
          where e.county_id = county and e.station_id = station and e.subject_id = f.file and e.kind = 'visit'
            and e.superseded_by is null
          order by e.started_at desc, e.id desc limit 1) e
        order by e.started_at desc, e.id desc limit 1) l on true
      left join visit v on v.county_id = county and v.station_id = station and v.event_id = l.id
      where p.county_id = county and p.station_id = station and p.id = any (standing)
        and p.life = 'registered' and coalesce(p.merged_into::text, '') = '') x
    where x.due_on is not null
    on conflict (county_id, station_id, person_id) do nothing;
end $$;

-- ── What was taken in before ────────────────────────────────────────────────────────────────────────────
update heli.event e set imported = true,
    worker_names = coalesce(string_to_array(substring(e.note from '(?:^| )走访人：(.+)$'), '、'), '{}')
  from heli.import_row r where r.county_id = e.county_id and r.station_id = e.station_id and r.event_id = e.id and r.written;
do $$ begin
  loop -- what was put right, however often
    update heli.event e set imported = true, worker_names = x.worker_names from heli.event x
      where x.county_id = e.county_id and x.station_id = e.station_id and x.id = e.supersedes and x.imported and not e.imported;
    exit when not found;
  end loop;
end $$;
update heli.month_sum m set minutes = m.minutes + x.worked
  from (select e.county_id, e.station_id, date_trunc('month', e.started_at at time zone 'Asia/Shanghai')::date as month, e.kind,
      e.field, e.phase, coalesce(e.asked_by, '') <> '' as outside, coalesce(e.area, '') as area,
      sum(e.minutes * cardinality(e.worker_names)) as worked
    from heli.event e where e.superseded_by is null and e.minutes > 0 and cardinality(e.worker_names) > 0
    group by 1, 2, 3, 4, 5, 6, 7, 8) x
  where (m.county_id, m.station_id, m.month, m.kind, m.field, m.phase, m.outside, m.area)
    = (x.county_id, x.station_id, x.month, x.kind, x.field, x.phase, x.outside, x.area);
update heli.follow_up f set since_import = true from heli.event e
  where e.county_id = f.county_id and e.station_id = f.station_id and e.id = f.event_id and e.imported
    and f.due_on < (e.entered_at at time zone 'Asia/Shanghai')::date;

-- ── The county above a station ──────────────────────────────────────────────────────────────────────────
create function heli.has_county(station uuid) returns boolean
language plpgsql stable security definer set search_path = heli, pg_temp as $$
begin
  if (station = any (asking_stations('sees'))) is not true then
    raise exception 'not a station of the asker' using errcode = '42501';
  end if;
  return exists (select from access_grant g
    join reach r on r.grant_id = g.id and r.station_id = station and r.county_id = asking_county()
    join account a on a.id = g.account_id and a.closed_at is null
    where g.role = 'officer' and g.revoked_at is null and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now()));
end $$;
comment on function heli.has_county is 'Whether anybody of the county reads on this host what a station hands in.';

-- Two officers, or an officer and a head, who open the same month at once: the second one finds it open.
create function heli.hold_month(station uuid, closing uuid) returns void
language plpgsql security definer set search_path = heli, pg_temp as $$
begin
  if (station = any (asking_stations('sees'))) is not true then
    raise exception 'not a station of the asker' using errcode = '42501';
  end if;
  perform from month_closing c where c.county_id = asking_county() and c.station_id = station and c.id = closing for update;
end $$;
comment on function heli.hold_month is 'Holds a closed month until the end of the transaction, for whoever sees its station.';
revoke all on function heli.has_county, heli.hold_month from public;
grant execute on function heli.has_county, heli.hold_month to heli_app;
