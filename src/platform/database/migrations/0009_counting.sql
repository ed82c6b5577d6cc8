-- Counting costs less: what an act counts for is worked out under the owner's rights behind one check, and the latest
-- visit of a person is found at the top of its index. Runs as heli_owner in one transaction.

-- Row security of ten tables was looked up anew in each of the steps, and took longer than counting. Here who asks is
-- compared once; the owner's own logins (a restore, a repair) count without asking.
create function heli.require_counting(county int, station uuid) returns void
language plpgsql set search_path = heli, pg_temp as $$
begin
  if pg_has_role(coalesce(nullif(current_setting('role'), 'none'), session_user), 'heli_owner', 'member') then return; end if;
  if (county = asking_county() and station = any (asking_stations('writes'))) is not true then
    raise exception 'not a station of the asker' using errcode = '42501';
  end if;
end $$;
comment on function heli.require_counting is 'Refuses (42501) who may not write the records of a station, for functions that run with the owner''s rights.';

create or replace function heli.count_events(county int, station uuid, ids uuid[], sign int) returns void
language plpgsql security definer set search_path = heli, pg_temp as $$
begin
  perform require_counting(county, station);
  perform count_sums(county, station, ids, sign);
  perform count_given(county, station, ids, sign);
  perform keep_facts(county, station, ids, sign);
  if sign < 0 then perform drop_empty_sums(county, station); end if;
end $$;

-- Who gave what in a month is told by heli.given_fact, day by day: the coarser table is gone.
create or replace function heli.count_given(county int, station uuid, ids uuid[], sign int) returns void
language plpgsql set search_path = heli, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  insert into month_given_sum as m (county_id, station_id, month, sector, form, phase, mode, pay, with_worker, unit,
      acts, minutes, amount, quantity)
    select county, station, date_trunc('month', e.started_at at time zone 'Asia/Shanghai')::date, c.sector, c.form, e.phase,
      c.mode, c.pay, e.worker_present, coalesce(c.unit, ''), sign * count(*), sign * sum(coalesce(c.minutes, 0)),
      sign * sum(coalesce(c.amount, 0)), sign * sum(coalesce(c.quantity, 0))
    from contribution c join event e on e.county_id = county and e.station_id = station and e.id = c.event_id
    where c.county_id = county and c.station_id = station and c.event_id = any (ids)
    group by 3, 4, 5, 6, 7, 8, 9, 10 order by 3, 4, 5, 6, 7, 8, 9, 10
    on conflict (county_id, station_id, month, sector, form, phase, mode, pay, with_worker, unit) do update set
      acts = m.acts + excluded.acts, minutes = m.minutes + excluded.minutes, amount = m.amount + excluded.amount,
      quantity = m.quantity + excluded.quantity;
end $$;
create or replace function heli.drop_empty_sums(county int, station uuid) returns void
language plpgsql set search_path = heli, pg_temp as $$
begin
  delete from month_sum m where m.county_id = county and m.station_id = station and m.events = 0;
  delete from month_served m where m.county_id = county and m.station_id = station and m.times = 0;
  delete from month_given_sum m where m.county_id = county and m.station_id = station and m.acts = 0;
end $$;
drop table heli.month_given;

-- As before; but a person's latest visit is the first row of the index on whom an act is about, however many there are.
-- Scans are off: a plan made while the tables were small would read the whole station for each person.
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
  insert into follow_up (county_id, station_id, person_id, due_on, reason, event_id)
    select county, station, x.person_id, x.due_on, x.reason, x.event_id
    from (select p.id as person_id, l.id as event_id, coalesce(l.note, '') as reason, coalesce(v.next_on,
          (coalesce(l.started_at, p.created_at) at time zone 'Asia/Shanghai')::date + days[p.follow_up_level]) as due_on
      from person p
      left join lateral (
        select e.id, e.note, e.started_at
        from (select p.id as file union all select q.id from person q
            where q.county_id = county and q.station_id = station and q.merged_into = p.id) f
        cross join lateral (select e.id, e.note, e.started_at from event e
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

-- What is worked out is written by these functions alone: the program may read it.
do $$
declare t text;
begin
  foreach t in array array['month_sum', 'month_given_sum', 'month_served', 'given_fact', 'follow_up'] loop
    execute format('drop policy if exists may_insert on heli.%I', t);
    execute format('drop policy if exists may_update on heli.%I', t);
    execute format('drop policy if exists may_delete on heli.%I', t);
    execute format('revoke insert, update, delete on heli.%I from heli_app', t);
  end loop;
end $$;
revoke all on function heli.count_events, heli.count_sums, heli.count_given, heli.keep_facts, heli.drop_empty_sums,
  heli.settle_follow_ups, heli.require_counting from public;
grant execute on function heli.count_events, heli.settle_follow_ups to heli_app;
