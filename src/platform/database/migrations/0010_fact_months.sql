-- Which month's facts have changed, and how often: whoever keeps what was counted from a month knows by it whether that
-- still stands. Runs as heli_owner in one transaction.

create table heli.fact_month (
  county_id int not null,
  station_id uuid not null,
  month date not null,
  changes int not null,
  primary key (county_id, station_id, month)
);
comment on table heli.fact_month is 'How often the facts of a month were changed; a month without a row never was. Written with the facts, in the same transaction.';

-- The facts are written as before; their months are marked with them.
alter function heli.keep_facts(int, uuid, uuid[], int) rename to write_facts;
comment on function heli.write_facts is 'Adds the facts of acts (sign 1) or takes them away (sign -1), without marking their months.';
create function heli.keep_facts(county int, station uuid, ids uuid[], sign int) returns void
language plpgsql set search_path = heli, pg_temp as $$
begin
  perform write_facts(county, station, ids, sign);
  insert into fact_month as m (county_id, station_id, month, changes)
    select county, station, date_trunc('month', e.started_at at time zone 'Asia/Shanghai')::date, 1 from event e
      where e.county_id = county and e.station_id = station and e.id = any (ids) group by 3 order by 3
    on conflict (county_id, station_id, month) do update set changes = m.changes + 1;
end $$;
comment on function heli.keep_facts is 'Adds the facts of acts (sign 1) or takes them away (sign -1), and marks their months as changed.';

select heli.allow('heli.fact_month', 'select', 'county_id = {county} and station_id = any ({reads})');
select heli.distribute('heli.fact_month');
grant select on heli.fact_month to heli_app;
revoke all on function heli.keep_facts, heli.write_facts from public;
