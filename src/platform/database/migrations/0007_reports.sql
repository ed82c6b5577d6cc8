-- What goes out: months that are closed with the report they were handed in with, the county's own Word templates, the
-- tables of outside platforms, and what residents are told of work that was done. Runs as heli_owner in one transaction.

create table heli.month_closing (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  month date not null,
  report jsonb not null,
  note text not null default '' check (length(note) <= 200),
  closed_by uuid not null,
  closed_at timestamptz not null,
  reopened_why text not null default '' check (length(reopened_why) <= 200),
  reopened_by uuid,
  reopened_at timestamptz,
  primary key (county_id, station_id, id),
  check ((reopened_by is null) = (reopened_at is null))
);
create unique index month_closing_open on heli.month_closing (county_id, station_id, month) where reopened_at is null;
create index month_closing_by_month on heli.month_closing (county_id, station_id, month, closed_at desc);
comment on table heli.month_closing is 'A month as it was handed in. report: its figures then, with the journal''s code; kept when the month is opened again.';

create table heli.month_closed_event (
  county_id int not null,
  station_id uuid not null,
  closing_id uuid not null,
  event_id uuid not null,
  kind text not null,
  started_at timestamptz not null,
  evidence smallint not null,
  attached int not null,
  primary key (county_id, station_id, closing_id, event_id),
  foreign key (county_id, station_id, closing_id) references heli.month_closing (county_id, station_id, id)
);
comment on table heli.month_closed_event is 'Which acts stood when a month was closed, and how they were proven: what has changed since is told by them. No key to the event: an import that is undone takes its events along.';

create table heli.report_template (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  bytes int not null check (bytes between 1 and 4194304),
  digest bytea not null,
  content bytea not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (county_id, station_id, id)
);
alter table heli.report_template alter column content set storage external; -- a .docx is packed already
comment on table heli.report_template is 'The county''s own Word form of the monthly report, with {placeholders}.';

create table heli.export_profile (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  layout jsonb not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (county_id, station_id, id)
);
comment on table heli.export_profile is 'An outside platform''s table: which list, its columns with their headers, codes and ways to write a date.';

select heli.allow(t, 'select', 'county_id = {county} and station_id = any ({reads})'),
       heli.allow(t, 'insert', 'county_id = {county} and station_id = any ({manages})')
  from unnest(array['heli.month_closing', 'heli.month_closed_event', 'heli.report_template', 'heli.export_profile']::regclass[]) as t;
select heli.allow(t, 'update', 'county_id = {county} and station_id = any ({manages})')
  from unnest(array['heli.month_closing', 'heli.export_profile']::regclass[]) as t;
select heli.allow(t, 'delete', 'county_id = {county} and station_id = any ({manages})')
  from unnest(array['heli.report_template', 'heli.export_profile']::regclass[]) as t;

select heli.distribute(t) from unnest(array['heli.month_closing', 'heli.month_closed_event', 'heli.report_template',
  'heli.export_profile']::regclass[]) as t;

grant select, insert on heli.month_closing, heli.month_closed_event, heli.report_template, heli.export_profile to heli_app;
grant update (reopened_why, reopened_by, reopened_at) on heli.month_closing to heli_app;
grant update on heli.export_profile to heli_app;
grant delete on heli.report_template, heli.export_profile to heli_app;

-- Every command ends at its station's journal head. Who holds it reads a month that nobody can change meanwhile.
create function heli.hold_journal(station uuid) returns void
language plpgsql security definer set search_path = heli, pg_temp as $$
begin
  if (station = any (asking_stations('manages'))) is not true then
    raise exception 'only a station head' using errcode = '42501';
  end if;
  perform 1 from journal_head h where h.county_id = asking_county() and h.station_id = station for update;
end $$;
comment on function heli.hold_journal is 'Holds a station''s journal until the end of the transaction, for its head: no other command of the station ends meanwhile.';
revoke all on function heli.hold_journal from public;
grant execute on function heli.hold_journal to heli_app;

-- ── What residents are told of what was done ────────────────────────────────────────────────────────────
alter table heli.notice
  add column done boolean not null default false,
  add column came int check (came between 0 and 100000),
  add column photos uuid[] not null default '{}' check (cardinality(photos) <= 6);
comment on column heli.notice.done is 'What was done, told afterwards; else what is on.';
comment on column heli.notice.photos is 'Pictures everybody in them agreed to show to all; one that is removed from the books is gone here too.';
create index project_works on heli.project (county_id, station_id, updated_at desc, id desc) where kind = 'micro-work';
create index notice_done on heli.notice (county_id, station_id, starts_at desc, id) where done;

-- Whoever signed in and does not agree to photos (any more): no picture of that act is shown to all.
create function heli.photo_refused(county int, station uuid, event uuid) returns boolean
language sql stable set search_path = heli, pg_temp as $$
  select exists (select from attendance t
    join person p on p.county_id = county and p.station_id = station and p.id = t.person_id
    join lateral (select c.agreed, c.withdrawn_on, c.until_on from consent c
      where c.county_id = county and c.station_id = station and c.purpose = 'photo' and c.person_id = any (array(
        select q.id from person q where q.county_id = county and q.station_id = station
          and (q.id = coalesce(p.merged_into, p.id) or q.merged_into = coalesce(p.merged_into, p.id))))
      order by c.given_on desc, c.entered_at desc, c.id desc limit 1) c on true
    where t.county_id = county and t.station_id = station and t.event_id = event and t.present
      and (not c.agreed or c.withdrawn_on <= current_date or c.until_on < current_date)) $$;
comment on function heli.photo_refused is 'Whether somebody who was there has refused photos, taken the consent back, or let it run out.';
revoke all on function heli.photo_refused from public;
grant execute on function heli.photo_refused to heli_app;

drop function heli.public_station(text);
create function heli.public_station(page text)
returns table (name text, phone text, place text, demo boolean, head_seq bigint, head_hash bytea, notices jsonb, done jsonb, works jsonb)
language sql stable security definer set search_path = heli, pg_temp as $$
  select s.name, s.phone, s.address, s.demo, h.seq, h.hash,
    coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'startsAt', n.starts_at,
        'place', n.place, 'note', n.note) order by n.starts_at)
      from (select * from notice n where n.county_id = s.county_id and n.station_id = s.id
        and n.starts_at > now() - interval '12 hours' and n.cancelled_at is null and not n.done
        order by n.starts_at limit 20) n), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'startsAt', n.starts_at,
        'place', n.place, 'note', n.note, 'came', n.came, 'photos', array(select m.id from attachment m
          where m.county_id = s.county_id and m.station_id = s.id and m.id = any (n.photos) and m.kind = 'photo' and m.consent
            and m.removed_at is null and not photo_refused(s.county_id, s.id, m.event_id) order by m.added_at, m.id)) order by n.starts_at desc)
      from (select * from notice n where n.county_id = s.county_id and n.station_id = s.id and n.done
        and n.cancelled_at is null order by n.starts_at desc limit 6) n), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', j.id, 'name', j.name, 'place', j.place, 'state', j.state,
        'spent', coalesce(w.spent, 0), 'vouchers', coalesce(w.vouchers, 0), 'given', coalesce(w.given, 0)) order by j.updated_at desc)
      from (select * from project j where j.county_id = s.county_id and j.station_id = s.id and j.kind = 'micro-work'
        and j.state <> all (array['rejected', 'parked', 'cancelled'])
        and j.updated_at > now() - interval '1 year' order by j.updated_at desc limit 6) j
      left join lateral (select
          sum((select sum(x.amount) from expense x where x.county_id = s.county_id and x.station_id = s.id and x.event_id = e.id)) as spent,
          sum((select count(*) from attachment m where m.county_id = s.county_id and m.station_id = s.id and m.event_id = e.id
            and m.kind = 'voucher' and m.removed_at is null)) as vouchers,
          sum((select sum(c.amount) from contribution c where c.county_id = s.county_id and c.station_id = s.id and c.event_id = e.id
            and c.sector in ('resident', 'resident-group'))) as given
        from event e where e.county_id = s.county_id and e.station_id = s.id and e.project_id = j.id and e.superseded_by is null) w on true), '[]')
  from station s left join journal_head h on h.county_id = s.county_id and h.station_id = s.id
  where s.slug = page
$$;
comment on function heli.public_station is 'What anyone may read of a station: what is on, what was told of what was done, works with their money; names nobody.';

create function heli.public_photo(page text, photo uuid) returns table (type text, content bytea)
language sql stable security definer set search_path = heli, pg_temp as $$
  select m.type, m.content from station s join attachment m on m.county_id = s.county_id and m.station_id = s.id
    and m.id = photo and m.kind = 'photo' and m.consent and m.removed_at is null
      and not photo_refused(s.county_id, s.id, m.event_id)
  where s.slug = page and exists (select from notice n where n.county_id = s.county_id and n.station_id = s.id and n.done
    and n.cancelled_at is null and photo = any (n.photos)) $$;
comment on function heli.public_photo is 'A picture that is shown to all on a station''s public page, and only such.';

revoke all on function heli.public_station, heli.public_photo from public;
grant execute on function heli.public_station, heli.public_photo to heli_app;
