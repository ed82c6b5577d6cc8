-- What residents say without an account: that they come, and what they ask for; and what a station's contract asks of it.
-- Runs as heli_owner in one transaction.

create table heli.notice_coming (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  name text not null check (length(name) between 1 and 20),
  people smallint not null check (people between 1 and 20),
  phone text not null default '' check (length(phone) <= 20),
  said_at timestamptz not null,
  primary key (county_id, station_id, id),
  foreign key (county_id, station_id, notice_id) references heli.notice (county_id, station_id, id)
);
create index notice_coming_by_notice on heli.notice_coming (county_id, station_id, notice_id, said_at, id);
comment on table heli.notice_coming is 'Who said on the public page that they come, and how many. id is known to their phone only, and takes it back: the row is then gone.';

create table heli.proposal (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  code text collate "C" not null check (code ~ '^[0-9]{10}$'),
  what text not null check (length(what) between 1 and 500),
  place text not null default '' check (length(place) <= 60),
  name text not null default '' check (length(name) <= 20),
  phone text not null default '' check (length(phone) <= 20),
  hide_name boolean not null default true,
  said_at timestamptz not null,
  owed_on date not null,
  read_by uuid,
  read_at timestamptz,
  outcome text not null default '' check (outcome in ('', 'done', 'doing', 'passed-on', 'declined')),
  answer text not null default '' check (length(answer) <= 500),
  answered_by uuid,
  answered_at timestamptz,
  version int not null default 1,
  primary key (county_id, station_id, id),
  check ((read_by is null) = (read_at is null)),
  check ((answered_by is null) = (answered_at is null) and (answered_at is null) = (outcome = '') and (outcome = '') = (answer = ''))
);
create unique index proposal_code on heli.proposal (county_id, station_id, code);
create index proposal_open on heli.proposal (county_id, station_id, said_at, id) where answered_at is null;
create index proposal_by_time on heli.proposal (county_id, station_id, said_at, id);
comment on table heli.proposal is 'A need or proposal of a resident. An answer with its reason is owed by owed_on. code: the number by which the proposer reads the answer.';

select heli.allow(t, 'select', 'county_id = {county} and station_id = any ({reads})'),
       heli.allow(t, 'insert', 'county_id = {county} and station_id = any ({writes})')
  from unnest(array['heli.notice_coming', 'heli.proposal']::regclass[]) as t;
select heli.allow('heli.notice_coming', 'delete', 'county_id = {county} and station_id = any ({writes})');
select heli.allow(t, 'update', 'county_id = {county} and station_id = any ({writes})')
  from unnest(array['heli.notice_coming', 'heli.proposal']::regclass[]) as t;

select heli.distribute(t) from unnest(array['heli.notice_coming', 'heli.proposal']::regclass[]) as t;

grant select, insert on heli.notice_coming, heli.proposal to heli_app;
grant update (name, people, phone), delete on heli.notice_coming to heli_app;
grant update (read_by, read_at, outcome, answer, answered_by, answered_at, version) on heli.proposal to heli_app;

create or replace function heli.public_station(page text)
returns table (name text, phone text, place text, demo boolean, head_seq bigint, head_hash bytea, notices jsonb, done jsonb, works jsonb)
language sql stable security definer set search_path = heli, pg_temp as $$
  select s.name, s.phone, s.address, s.demo, h.seq, h.hash,
    coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'startsAt', n.starts_at,
        'place', n.place, 'note', n.note, 'coming', (select case when sum(c.people) >= 5 then sum(c.people) end
          from notice_coming c where c.county_id = s.county_id and c.station_id = s.id and c.notice_id = n.id)) order by n.starts_at)
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
comment on function heli.public_station is 'What anyone may read of a station: what is on, how many said they come (from five upward), what was told of what was done, works with their money; names nobody.';

create function heli.public_proposal(page text, number text)
returns table (what text, place text, said_at timestamptz, owed_on date, read boolean, outcome text, answer text, answered_at timestamptz)
language sql stable security definer set search_path = heli, pg_temp as $$
  select p.what, p.place, p.said_at, p.owed_on, p.read_at is not null, p.outcome, p.answer, p.answered_at
    from station s join proposal p on p.county_id = s.county_id and p.station_id = s.id and p.code = number
   where s.slug = page $$;
comment on function heli.public_proposal is 'What became of a proposal, for whoever has its number; says neither name nor phone.';
revoke all on function heli.public_proposal from public;
grant execute on function heli.public_proposal to heli_app;

-- ── A closed month is handed in to the county, which may return it ──────────────────────────────────────
alter table heli.month_closing
  add column reported_by uuid,
  add column reported_at timestamptz,
  add column returned boolean not null default false,
  add check ((reported_by is null) = (reported_at is null)),
  add check (not returned or (reported_at is not null and reopened_at is not null));
grant update (reported_by, reported_at) on heli.month_closing to heli_app;
comment on column heli.month_closing.returned is 'The county opened it again, for the reason in reopened_why.';

-- The county reads that a month was handed in, and not its figures.
create function heli.month_reports(of_month date)
returns table (station_id uuid, closing_id uuid, reported_at timestamptz, reported_by text, reopened_at timestamptz, reopened_by text,
  reopened_why text, returned boolean)
language sql stable security definer set search_path = heli, pg_temp as $$
  select s.id, c.id, c.reported_at, case when t.told then coalesce(a.name, '') else '' end, c.reopened_at,
      case when t.told then coalesce(b.name, '') else '' end, case when t.told then c.reopened_why else '' end, c.returned
    from unnest(asking_stations('sees')) as s(id)
    -- Reasons and names are for the station's own readers and for officers; others see only how it stands.
    cross join lateral (select s.id = any (asking_stations('reads')) or exists (select from access_grant g
      join reach r on r.grant_id = g.id and r.station_id = s.id and r.county_id = asking_county()
      where g.account_id = asking_account() and g.role = 'officer' and g.revoked_at is null
        and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())) as told) t
    join lateral (select * from month_closing m where m.county_id = asking_county() and m.station_id = s.id and m.month = of_month
      and m.reported_at is not null order by m.reported_at desc limit 1) c on true
    left join account a on a.id = c.reported_by left join account b on b.id = c.reopened_by $$;
comment on function heli.month_reports is 'Which stations of those the asker sees have handed a month in, the last time each, and whether it was opened again since.';

create function heli.return_month(station uuid, closing uuid, why text) returns void
language plpgsql security definer set search_path = heli, pg_temp as $$
begin
  perform from access_grant g join reach r on r.grant_id = g.id and r.station_id = station and r.county_id = asking_county()
    where g.account_id = asking_account() and g.role = 'officer' and g.revoked_at is null
      and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now());
  if not found then
    raise exception 'only a county officer' using errcode = '42501';
  end if;
  update month_closing c set returned = true, reopened_why = why, reopened_by = asking_account(), reopened_at = now()
   where c.county_id = asking_county() and c.station_id = station and c.id = closing and c.reported_at is not null
     and c.reopened_at is null;
  if not found then
    raise exception 'not handed in' using errcode = '42501';
  end if;
end $$;
comment on function heli.return_month is 'Opens a month again that was handed in, for an officer whose area covers the station.';
revoke all on function heli.month_reports, heli.return_month from public;
grant execute on function heli.month_reports, heli.return_month to heli_app;

-- ── What a contract asks of a station ───────────────────────────────────────────────────────────────────
create table heli.contract_indicator (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  unit text not null check (unit in ('person', 'person-time', 'household', 'household-time', 'occasion', 'session', 'hour')),
  target int not null check (target between 1 and 1000000),
  from_month date not null,
  to_month date not null,
  kind text not null default '',
  field text not null default '',
  updated_by uuid not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (county_id, station_id, id),
  check (from_month <= to_month)
);
comment on table heli.contract_indicator is 'An indicator of a station''s contract: how many, in which unit, from which month to which; kind and field say which acts count (empty: all).';

select heli.allow('heli.contract_indicator', 'select', 'county_id = {county} and station_id = any ({reads})'),
       heli.allow('heli.contract_indicator', 'insert', 'county_id = {county} and station_id = any ({manages})'),
       heli.allow('heli.contract_indicator', 'update', 'county_id = {county} and station_id = any ({manages})'),
       heli.allow('heli.contract_indicator', 'delete', 'county_id = {county} and station_id = any ({manages})');
select heli.distribute('heli.contract_indicator');
grant select, insert, update, delete on heli.contract_indicator to heli_app;
