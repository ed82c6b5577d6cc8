-- Taking in a station's own Excel ledger: the batch, each source row as it came and what became of it, and how columns
-- were read last time. Runs as heli_owner in one transaction.

create table heli.import_batch (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  file_name text not null check (length(file_name) between 1 and 200),
  state text not null default 'staging' check (state in ('staging', 'judged', 'committing', 'committed', 'dropped', 'undone')),
  plans jsonb not null,
  rows int not null check (rows between 1 and 200000),
  counts jsonb not null default '{}',
  judged_at timestamptz,
  new_villages text[] not null default '{}',
  created_by uuid not null,
  created_at timestamptz not null,
  committed_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  version int not null default 1,
  primary key (county_id, station_id, id)
);
create index import_batch_by_time on heli.import_batch (county_id, station_id, created_at desc, id desc);
comment on table heli.import_batch is 'One Excel file taken in. plans: how each sheet was read, with its rows down to the header. new_villages: villages whose kept count began with this batch.';

create table heli.import_row (
  county_id int not null,
  station_id uuid not null,
  batch_id uuid not null,
  position int not null,
  plan smallint not null,
  source_row int not null,
  source_column int,
  cells jsonb not null,
  skip text,
  state text not null default 'staged' check (state in ('staged', 'placed', 'flagged', 'held', 'skipped')),
  reasons text[] not null default '{}',
  subject text not null default 'none' check (subject in ('person', 'visit', 'attendance', 'none')),
  name text not null default '',
  village text not null default '',
  day date,
  digest bytea,
  person_id uuid,
  event_id uuid,
  candidates uuid[] not null default '{}',
  answer jsonb,
  made_person boolean not null default false,
  written boolean not null default false,
  foreign key (county_id, station_id, batch_id) references heli.import_batch (county_id, station_id, id)
);
create index import_row_by_state on heli.import_row (county_id, station_id, batch_id, state, position);
create index import_row_to_write on heli.import_row (county_id, station_id, batch_id, subject, position) where not written;
create index import_row_same on heli.import_row (county_id, station_id, digest) where written;
-- The key is made last: a plan made while the table is empty takes the newest of indexes that look equal.
alter table heli.import_row add primary key (county_id, station_id, batch_id, position);
comment on table heli.import_row is 'Each record of a file as it came (ID numbers sealed), where it ended, why, and what it became. Rows stay whatever becomes of them.';
comment on column heli.import_row.digest is 'A keyed digest of what the row says: the same row again is found by it.';

create table heli.import_mapping (
  county_id int not null,
  station_id uuid not null,
  signature text not null check (length(signature) between 1 and 2000),
  kind text not null,
  roles text[] not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  primary key (county_id, station_id, signature)
);
comment on table heli.import_mapping is 'How a station read the columns under a header last time.';

select heli.allow(t, 'select', 'county_id = {county} and station_id = any ({reads})'),
       heli.allow(t, 'insert', 'county_id = {county} and station_id = any ({writes})'),
       heli.allow(t, 'update', 'county_id = {county} and station_id = any ({writes})')
  from unnest(array['heli.import_batch', 'heli.import_row', 'heli.import_mapping']::regclass[]) as t;

select heli.distribute(t) from unnest(array['heli.import_batch', 'heli.import_row', 'heli.import_mapping']::regclass[]) as t;

grant select, insert, update on heli.import_batch, heli.import_row, heli.import_mapping to heli_app;

-- What stands on a batch since: whoever undoes it would tear it away. Each line names a kind, a word and how many.
create function heli.import_built_on(county int, station uuid, batch uuid)
returns table (what text, name text, how_many int) language plpgsql stable
set search_path = heli, pg_temp as $$
#variable_conflict use_column
declare
  persons uuid[] := array(select r.person_id from import_row r where r.county_id = county and r.station_id = station
    and r.batch_id = batch and r.written and r.made_person);
  events uuid[] := array(select distinct r.event_id from import_row r where r.county_id = county and r.station_id = station
    and r.batch_id = batch and r.written and r.event_id is not null);
begin
  return query
    select 'event', min(p.name), count(distinct x.event_id)::int
      from (select e.id as event_id, e.subject_id as person_id from event e
          where e.county_id = county and e.station_id = station and e.subject_id = any (persons) and not e.id = any (events)
        union all select a.event_id, a.person_id from attendance a
          where a.county_id = county and a.station_id = station and a.person_id = any (persons) and not a.event_id = any (events)
        union all select c.event_id, c.party_id from contribution c
          where c.county_id = county and c.station_id = station and c.party_id = any (persons) and not c.event_id = any (events)) x
      join person p on p.county_id = county and p.station_id = station and p.id = x.person_id
      having count(*) > 0;
  return query
    select 'person', min(p.name), count(*)::int from person p
      where p.county_id = county and p.station_id = station and p.id = any (persons)
        and (p.version > 1 or p.merged_into is not null
          or exists (select from person_contact l where l.county_id = county and l.station_id = station
            and l.linked_id = p.id and not l.person_id = any (persons))
          or exists (select from person_merge m where m.county_id = county and m.station_id = station
            and (m.survivor_id = p.id or m.merged_id = p.id))
          or exists (select from consent c where c.county_id = county and c.station_id = station and c.person_id = p.id)
          or exists (select from person o where o.county_id = county and o.station_id = station and o.merged_into = p.id))
      having count(*) > 0;
  return query
    select 'correction', coalesce(min(nullif(e.title, '')), min(p.name), ''), count(*)::int
      from event e left join person p on p.county_id = county and p.station_id = station and p.id = e.subject_id
      where e.county_id = county and e.station_id = station and e.id = any (events)
        and (e.version > 1 or e.superseded_by is not null
          or exists (select from contribution t where t.county_id = county and t.station_id = station and t.event_id = e.id
            and t.confirmed_by is not null)
          or exists (select from attachment t where t.county_id = county and t.station_id = station and t.event_id = e.id)
          or exists (select from expense t where t.county_id = county and t.station_id = station and t.event_id = e.id)
          or exists (select from next_step t where t.county_id = county and t.station_id = station and t.event_id = e.id)
          or exists (select from correction t where t.county_id = county and t.station_id = station
            and (t.event_id = e.id or t.new_event_id = e.id)))
      having count(*) > 0;
end $$;
comment on function heli.import_built_on is 'What was recorded on top of a batch since it was taken in: it must be undone first.';

-- Takes a whole batch back: the only way people and events leave the books, and only those the batch itself made.
create function heli.undo_import(station uuid, batch uuid, follow_up_days int[]) returns void
language plpgsql security definer set search_path = heli, pg_temp as $$
declare
  county int := asking_county();
  persons uuid[];
  events uuid[];
  others uuid[];
  villages text[];
begin
  if (station = any (asking_stations('writes'))) is not true then
    raise exception 'not a station of the asker' using errcode = '42501';
  end if;
  select b.new_villages into villages from import_batch b where b.county_id = county and b.station_id = station
    and b.id = batch and b.state in ('committing', 'committed') for update;
  if not found then raise exception 'nothing to undo' using errcode = '42501'; end if;
  if exists (select from import_built_on(county, station, batch)) then
    raise exception 'built upon' using errcode = '23503';
  end if;
  persons := array(select r.person_id from import_row r where r.county_id = county and r.station_id = station
    and r.batch_id = batch and r.written and r.made_person);
  events := array(select distinct r.event_id from import_row r where r.county_id = county and r.station_id = station
    and r.batch_id = batch and r.written and r.event_id is not null);
  others := array(select distinct e.subject_id from event e where e.county_id = county and e.station_id = station
    and e.id = any (events) and e.subject_kind = 'person' and not e.subject_id = any (persons));
  perform count_events(county, station, events, -1);
  delete from follow_up f where f.county_id = county and f.station_id = station and f.person_id = any (persons);
  delete from attendance a where a.county_id = county and a.station_id = station and a.event_id = any (events);
  delete from contribution c where c.county_id = county and c.station_id = station and c.event_id = any (events);
  delete from visit v where v.county_id = county and v.station_id = station and v.event_id = any (events);
  delete from event e where e.county_id = county and e.station_id = station and e.id = any (events);
  update person_count n set people = n.people - x.people
    from (select coalesce(p.village, '000000000000') as village, count(*)::int as people from person p
      where p.county_id = county and p.station_id = station and p.id = any (persons) group by 1) x
    where n.county_id = county and n.station_id = station and n.village = x.village;
  delete from person_count n where n.county_id = county and n.station_id = station and n.people = 0
    and n.village = any (villages);
  delete from duplicate_pair d where d.county_id = county and d.station_id = station
    and (d.one_id = any (persons) or d.other_id = any (persons));
  delete from person_contact c where c.county_id = county and c.station_id = station and c.person_id = any (persons);
  delete from person_group g where g.county_id = county and g.station_id = station and g.person_id = any (persons);
  delete from person p where p.county_id = county and p.station_id = station and p.id = any (persons);
  perform settle_follow_ups(county, station, others, follow_up_days);
  update import_row r set written = false where r.county_id = county and r.station_id = station and r.batch_id = batch;
end $$;
comment on function heli.undo_import is 'Undoes a batch whole, for those who write the station''s records; refuses (23503) where something was recorded on top of it.';

revoke all on function heli.undo_import, heli.import_built_on from public;
grant execute on function heli.undo_import, heli.import_built_on to heli_app;
