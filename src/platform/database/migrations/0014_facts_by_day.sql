-- The lenses, too: what came from a file is no late entry, and a worker who is known by name alone was there; and changes of
-- facts are marked by days. Runs as heli_owner in one transaction.

create or replace function heli.write_facts(county int, station uuid, ids uuid[], sign int) returns void
language plpgsql set search_path = heli, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  if sign < 0 then
    delete from given_fact f where f.county_id = county and f.station_id = station and f.event_id = any (ids);
    return;
  end if;
  insert into given_fact
    select county, station, (e.started_at at time zone 'Asia/Shanghai')::date, c.id, e.id, c.party_kind, c.party_id, c.sector,
      c.form, c.mode, c.pay, coalesce(c.minutes, 0), coalesce(c.amount, 0), e.kind, e.phase, array_to_string(e.strategies, ','),
      coalesce(e.initiator, ''), coalesce(e.asked_by, ''),
      e.worker_present or cardinality(e.worker_names) > 0 or exists (select from contribution w where w.county_id = county
        and w.station_id = station and w.event_id = e.id and w.sector = 'social-work' and w.minutes > 0),
      e.evidence, coalesce(e.project_id, '00000000-0000-0000-0000-000000000000'), coalesce(e.area, ''), e.entered_by,
      -- When the act was written down first: putting a slip right later does not make it late.
      case when e.imported then 0 else
        (least(e.entered_at, (with recursive earlier as (
            select x.entered_at, x.supersedes from event x
              where x.county_id = county and x.station_id = station and x.id = e.supersedes
            union all
            select x.entered_at, x.supersedes from earlier join event x
              on x.county_id = county and x.station_id = station and x.id = earlier.supersedes)
          select min(earlier.entered_at) from earlier)) at time zone 'Asia/Shanghai')::date
          - (e.started_at at time zone 'Asia/Shanghai')::date end
    from event e join contribution c on c.county_id = county and c.station_id = station and c.event_id = e.id
    where e.county_id = county and e.station_id = station and e.id = any (ids);
end $$;

update heli.given_fact f set days_late = 0, with_worker = f.with_worker or cardinality(e.worker_names) > 0
  from heli.event e where e.county_id = f.county_id and e.station_id = f.station_id and e.id = f.event_id and e.imported;

-- ── Changes by days ─────────────────────────────────────────────────────────────────────────────────────
-- Of a month that changed only its changed days are read again.
create table heli.fact_day (
  county_id int not null,
  station_id uuid not null,
  day date not null,
  changes int not null,
  primary key (county_id, station_id, day)
);
comment on table heli.fact_day is 'How often the facts of a day were changed; a day without a row never had any. Written with the facts, in the same transaction.';
insert into heli.fact_day (county_id, station_id, day, changes)
  select distinct f.county_id, f.station_id, f.day, 1 from heli.given_fact f;
drop table heli.fact_month;

create or replace function heli.keep_facts(county int, station uuid, ids uuid[], sign int) returns void
language plpgsql set search_path = heli, pg_temp as $$
begin
  perform write_facts(county, station, ids, sign);
  insert into fact_day as d (county_id, station_id, day, changes)
    select county, station, (e.started_at at time zone 'Asia/Shanghai')::date, 1 from event e
      where e.county_id = county and e.station_id = station and e.id = any (ids) group by 3 order by 3
    on conflict (county_id, station_id, day) do update set changes = d.changes + 1;
end $$;
comment on function heli.keep_facts is 'Adds the facts of acts (sign 1) or takes them away (sign -1), and marks their days as changed.';

select heli.allow('heli.fact_day', 'select', 'county_id = {county} and station_id = any ({reads})');
select heli.distribute('heli.fact_day');
grant select on heli.fact_day to heli_app;
