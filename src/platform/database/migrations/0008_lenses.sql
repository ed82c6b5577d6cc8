-- What the lenses read: who gave what at which act, with what the act was, one row a gift, by the day in China. Kept in
-- the transaction that records, corrects or takes back the act. Runs as heli_owner in one transaction.

create table heli.given_fact (
  county_id int not null,
  station_id uuid not null,
  day date not null,
  contribution_id uuid not null,
  event_id uuid not null,
  party_kind text not null,
  party_id uuid not null,
  sector text not null,
  form text not null,
  mode text not null,
  pay text not null,
  minutes int not null,
  amount numeric(14, 2) not null,
  kind text not null,
  phase text not null,
  strategies text not null,
  initiator text not null,
  asked_by text not null,
  with_worker boolean not null,
  evidence smallint not null,
  project_id uuid not null,
  area text collate "C" not null,
  entered_by uuid not null,
  days_late int not null,
  primary key (county_id, station_id, day, contribution_id)
);
create index given_fact_event on heli.given_fact (county_id, station_id, event_id);
create index given_fact_party on heli.given_fact (county_id, station_id, party_id, day);
comment on table heli.given_fact is 'Gifts of standing acts with what the act was: the lenses count from nothing else. Zeros and empty words where there is none. with_worker: somebody of the station was there or gave time.';

create table heli.shock (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null check (length(name) between 1 and 60),
  from_on date not null,
  to_on date not null,
  area text collate "C" references heli.area (code),
  note text not null default '' check (length(note) <= 500),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (county_id, station_id, id),
  check (from_on <= to_on)
);
create index shock_by_day on heli.shock (county_id, station_id, from_on desc, id);
comment on table heli.shock is 'Floods, fires, epidemics and the like: what a place had to come through.';

create table heli.sheet_count (
  county_id int not null,
  station_id uuid not null,
  event_id uuid not null,
  day date not null,
  on_paper int not null check (on_paper >= 0),
  on_list int not null check (on_list >= 0),
  on_both int not null check (on_both between 0 and least(on_paper, on_list)),
  counted_by uuid not null,
  counted_at timestamptz not null default now(),
  version int not null default 1,
  primary key (county_id, station_id, event_id),
  foreign key (county_id, station_id, event_id) references heli.event (county_id, station_id, id)
);
create index sheet_count_by_day on heli.sheet_count (county_id, station_id, day);
comment on table heli.sheet_count is 'The signed paper of an event counted against the list in the program: how complete the records are.';

create table heli.lens_snapshot (
  county_id int not null,
  scope text not null check (scope in ('station', 'town', 'county')),
  subject text not null,
  year int not null,
  stations uuid[] not null check (cardinality(stations) > 0),
  taken_at timestamptz not null,
  program text not null,
  lenses jsonb not null,
  primary key (county_id, scope, subject, year)
);
comment on table heli.lens_snapshot is 'A calendar year of the lenses for those who may not open records: small cells are gone, and with them what would give them back. Seen by who sees every station it covers.';

-- One definition of the facts of an act, called where the month's sums are kept.
create function heli.keep_facts(county int, station uuid, ids uuid[], sign int) returns void
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
      e.worker_present or exists (select from contribution w where w.county_id = county and w.station_id = station
        and w.event_id = e.id and w.sector = 'social-work' and w.minutes > 0),
      e.evidence, coalesce(e.project_id, '00000000-0000-0000-0000-000000000000'), coalesce(e.area, ''), e.entered_by,
      -- When the act was written down first: putting a slip right later does not make it late.
      (least(e.entered_at, (with recursive earlier as (
          select x.entered_at, x.supersedes from event x
            where x.county_id = county and x.station_id = station and x.id = e.supersedes
          union all
          select x.entered_at, x.supersedes from earlier join event x
            on x.county_id = county and x.station_id = station and x.id = earlier.supersedes)
        select min(earlier.entered_at) from earlier)) at time zone 'Asia/Shanghai')::date
        - (e.started_at at time zone 'Asia/Shanghai')::date
    from event e join contribution c on c.county_id = county and c.station_id = station and c.event_id = e.id
    where e.county_id = county and e.station_id = station and e.id = any (ids);
end $$;
comment on function heli.keep_facts is 'Adds the facts of acts (sign 1) or takes them away (sign -1).';

-- As before, and the facts with it.
create or replace function heli.count_events(county int, station uuid, ids uuid[], sign int) returns void
language plpgsql set search_path = heli, pg_temp as $$
begin
  perform count_sums(county, station, ids, sign);
  perform count_given(county, station, ids, sign);
  perform keep_facts(county, station, ids, sign);
  if sign < 0 then perform drop_empty_sums(county, station); end if;
end $$;

-- What stands already is counted in.
select heli.keep_facts(e.county_id, e.station_id, array_agg(e.id), 1) from heli.event e
  where e.superseded_by is null group by e.county_id, e.station_id;

select heli.allow(t, 'select', 'county_id = {county} and station_id = any ({reads})'),
       heli.allow(t, 'insert', 'county_id = {county} and station_id = any ({writes})')
  from unnest(array['heli.given_fact', 'heli.sheet_count']::regclass[]) as t;
select heli.allow('heli.given_fact', 'delete', 'county_id = {county} and station_id = any ({writes})');
select heli.allow('heli.sheet_count', 'update', 'county_id = {county} and station_id = any ({writes})');
-- That a flood came names nobody.
select heli.allow('heli.shock', 'select', 'county_id = {county} and station_id = any ({sees})'),
       heli.allow('heli.shock', 'insert', 'county_id = {county} and station_id = any ({writes})');
-- Written by the account of background work alone, which reads every station of the county.
select heli.allow('heli.lens_snapshot', 'select', 'county_id = {county} and stations <@ {sees}');
select heli.allow('heli.lens_snapshot', a, 'county_id = {county} and cardinality({hosts}) > 0 and stations <@ {reads}')
  from unnest(array['insert', 'update']) as a;

select heli.distribute(t) from unnest(array['heli.given_fact', 'heli.shock', 'heli.sheet_count', 'heli.lens_snapshot']::regclass[]) as t;

grant select, insert on heli.given_fact, heli.shock, heli.sheet_count, heli.lens_snapshot to heli_app;
grant delete on heli.given_fact to heli_app;
grant update on heli.sheet_count, heli.lens_snapshot to heli_app;
