-- People, the ledger and what is on: the thin slice. Runs as heli_owner in one transaction.
-- county_id and station_id carry no foreign key here: row security admits only stations that heli.become found in
-- heli.station, and the check cost a third of a bulk load. Parts of a record name its station in their key, so that
-- nothing can be hung onto another station's person or event.

create table heli.person (
  county_id int not null,
  id uuid not null,
  station_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  pinyin text not null,
  initials text not null,
  grams text[] not null,
  sex text not null check (sex in ('female', 'male', 'unknown')),
  born_on date,
  born_precision text check (born_precision in ('day', 'month', 'year')),
  village text collate "C" references heli.area (code),
  village_group text not null default '',
  phone text not null default '',
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid, -- null: nobody since created_by
  check ((born_on is null) = (born_precision is null))
);
create index person_by_pinyin on heli.person (county_id, station_id, pinyin, id);
create index person_by_village on heli.person (county_id, station_id, village, pinyin, id);
-- A short pending list: new people are written in batches, yet a search never has much unsorted to read.
create index person_by_grams on heli.person using gin (station_id, grams) with (gin_pending_list_limit = 256);
-- The key is made after the other indexes: a foreign key's check is planned once a connection, perhaps while the table
-- is still empty and every index looks equal; the newest then wins, and any other would read a whole station.
alter table heli.person add primary key (county_id, id, station_id);
comment on table heli.person is 'A person known to a station. grams holds every 1–2 character piece of the name and every pinyin and initials prefix piece, for search.';

create table heli.person_group (
  county_id int not null,
  person_id uuid not null,
  station_id uuid not null,
  code text not null,
  starts_on date,
  ends_on date,
  source text not null default '',
  primary key (county_id, station_id, person_id, code),
  foreign key (county_id, station_id, person_id) references heli.person (county_id, station_id, id)
);
create index person_group_code on heli.person_group (county_id, station_id, code);
comment on table heli.person_group is 'Target groups a person belongs to, from when, by which source.';

create table heli.event (
  county_id int not null,
  id uuid not null,
  station_id uuid not null,
  kind text not null,
  started_at timestamptz not null,
  minutes int check (minutes between 1 and 1440),
  area text collate "C",
  place text not null default '',
  channel text not null,
  phase text not null,
  subject_kind text not null,
  subject_id uuid,
  initiator text,
  convenor text,
  worker_present boolean not null default true,
  note text not null default '' check (length(note) <= 2000),
  evidence smallint not null default 1 check (evidence between 0 and 3),
  inference_version int not null,
  entered_by uuid not null,
  entered_at timestamptz not null default now(),
  supersedes uuid,
  superseded_by uuid,
  version int not null default 1
);
create index event_by_time on heli.event (county_id, station_id, started_at desc, id desc);
create index event_by_subject on heli.event (county_id, station_id, subject_id, started_at desc, id desc);
create index event_by_entry on heli.event (county_id, station_id, entered_at desc, id);
alter table heli.event add primary key (county_id, id, station_id);
comment on table heli.event is 'One act, recorded once. What is special to a kind of work is in that topic''s own table.';

create table heli.contribution (
  county_id int not null,
  id uuid not null,
  station_id uuid not null,
  event_id uuid not null,
  party_kind text not null check (party_kind in ('account', 'person', 'organisation', 'group')),
  party_id uuid not null,
  sector text not null,
  form text not null,
  minutes int check (minutes > 0),
  amount numeric(14, 2) check (amount > 0),
  quantity numeric(14, 3) check (quantity > 0),
  unit text,
  mode text not null default 'individual' check (mode in ('individual', 'group')),
  pay text not null default 'paid' check (pay in ('unpaid', 'credited', 'paid')),
  confirmed_by uuid,
  primary key (county_id, station_id, id),
  foreign key (county_id, station_id, event_id) references heli.event (county_id, station_id, id),
  check (num_nonnulls(minutes, amount, quantity) = 1)
);
create index contribution_event on heli.contribution (county_id, station_id, event_id);
create index contribution_party on heli.contribution (county_id, station_id, party_id);
comment on table heli.contribution is 'Who gave what at an event: minutes, money or a quantity, never converted into one another.';

create table heli.visit (
  county_id int not null,
  event_id uuid not null,
  station_id uuid not null,
  person_id uuid not null,
  met text not null check (met in ('self', 'family', 'other', 'nobody')),
  needs text[] not null,
  next_on date,
  primary key (county_id, station_id, event_id),
  foreign key (county_id, station_id, event_id) references heli.event (county_id, station_id, id),
  foreign key (county_id, station_id, person_id) references heli.person (county_id, station_id, id)
);
create index visit_person on heli.visit (county_id, station_id, person_id, event_id);
comment on table heli.visit is 'What a home visit found and when the next one is due.';

create table heli.follow_up (
  county_id int not null,
  station_id uuid not null,
  person_id uuid not null,
  due_on date not null,
  reason text not null default '',
  event_id uuid,
  primary key (county_id, station_id, person_id),
  foreign key (county_id, station_id, person_id) references heli.person (county_id, station_id, id)
);
create index follow_up_due on heli.follow_up (county_id, station_id, due_on, person_id);
comment on table heli.follow_up is 'The next visit owed to a person; replaced by each visit.';

create table heli.notice (
  county_id int not null,
  id uuid not null,
  station_id uuid not null,
  title text not null check (length(title) between 1 and 60),
  starts_at timestamptz not null,
  place text not null default '',
  note text not null default '' check (length(note) <= 500),
  cancelled_at timestamptz,
  entered_by uuid not null,
  version int not null default 1,
  primary key (county_id, station_id, id)
);
create index notice_by_time on heli.notice (county_id, station_id, starts_at, id);
comment on table heli.notice is 'What is on, told to residents. Public: names no person.';

create table heli.person_count (
  county_id int not null,
  station_id uuid not null,
  village text collate "C" not null,
  people int not null,
  primary key (county_id, station_id, village)
);
comment on table heli.person_count is 'How many people a station knows, by village (000000000000: not said): kept in the same transaction, so that a total costs nothing.';

select heli.allow(t, 'select', 'county_id = {county} and station_id = any ({reads})'),
       heli.allow(t, 'insert', 'county_id = {county} and station_id = any ({writes})'),
       heli.allow(t, 'update', 'county_id = {county} and station_id = any ({writes})')
  from unnest(array['heli.person', 'heli.person_group', 'heli.event', 'heli.contribution', 'heli.visit',
    'heli.follow_up', 'heli.person_count']::regclass[]) as t;
select heli.allow('heli.person_group', 'delete', 'county_id = {county} and station_id = any ({writes})');
select heli.allow('heli.follow_up', 'delete', 'county_id = {county} and station_id = any ({writes})');
select heli.allow('heli.notice', 'select', 'county_id = {county} and station_id = any ({sees})');
select heli.allow('heli.notice', 'insert', 'county_id = {county} and station_id = any ({writes})');
select heli.allow('heli.notice', 'update', 'county_id = {county} and station_id = any ({writes})');

select heli.distribute(t) from unnest(array['heli.person', 'heli.person_group', 'heli.event', 'heli.contribution',
  'heli.visit', 'heli.follow_up', 'heli.notice', 'heli.person_count']::regclass[]) as t;

grant select, insert on heli.person, heli.person_group, heli.event, heli.contribution, heli.visit, heli.follow_up,
  heli.notice, heli.person_count to heli_app;
grant update on heli.person, heli.follow_up, heli.notice, heli.person_count to heli_app;
grant update (superseded_by, version) on heli.event to heli_app;
grant delete on heli.person_group, heli.follow_up to heli_app;

-- Search by grams: @> is not leakproof, so under row security it would read every row. This function checks the
-- station itself, once, and then may use the index. pieces narrows through the index, pattern makes it exact. For a
-- frequent name the planner would rather read the table from its beginning until it has enough; where the name's people
-- stand at its end, that is the whole table, and so it is not given the choice.
create function heli.search_people(station uuid, pieces text[], pattern text, initial text[], most int)
returns table (id uuid) language plpgsql stable rows 20 security definer
set search_path = heli, pg_temp set enable_seqscan = off as $$
begin
  if (station = any (asking_stations('reads'))) is not true then
    raise exception 'not a station of the asker' using errcode = '42501';
  end if;
  return query execute
    'select hit.id from (select p.id, p.pinyin from person p where p.county_id = $1 and p.station_id = $2
        and ((p.grams @> $3 and (p.name like $4 or p.pinyin like $4)) or p.grams @> $5) limit 400) hit
      order by hit.pinyin, hit.id limit $6' using asking_county(), station, pieces, pattern, initial, most;
end $$;

-- Residents read what is on without an account: only public columns of one station.
create function heli.public_station(page text)
returns table (name text, phone text, place text, demo boolean, head_seq bigint, head_hash bytea, notices jsonb)
language sql stable security definer set search_path = heli, pg_temp as $$
  select s.name, s.phone, s.address, s.demo, h.seq, h.hash,
    coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'startsAt', n.starts_at,
        'place', n.place, 'note', n.note) order by n.starts_at)
      from (select * from notice n where n.county_id = s.county_id and n.station_id = s.id
        and n.starts_at > now() - interval '12 hours' and n.cancelled_at is null
        order by n.starts_at limit 20) n), '[]')
  from station s left join journal_head h on h.county_id = s.county_id and h.station_id = s.id
  where s.slug = page
$$;
