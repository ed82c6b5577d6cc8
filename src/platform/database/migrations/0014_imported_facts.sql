-- The lenses, too: what came from a file is no late entry, and a worker who is known by name alone was there. Runs as
-- heli_owner in one transaction.

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

-- What was taken in before, with its months marked as changed.
with put_right as (
  update heli.given_fact f set days_late = 0, with_worker = f.with_worker or cardinality(e.worker_names) > 0
    from heli.event e where e.county_id = f.county_id and e.station_id = f.station_id and e.id = f.event_id and e.imported
    returning f.county_id, f.station_id, date_trunc('month', f.day)::date as month)
update heli.fact_month m set changes = m.changes + 1
  from (select distinct county_id, station_id, month from put_right) x
  where (m.county_id, m.station_id, m.month) = (x.county_id, x.station_id, x.month);
