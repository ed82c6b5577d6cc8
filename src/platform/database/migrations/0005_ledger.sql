-- The ledger whole: every kind of work, who was there, what was spent and promised, corrections, attachments, projects,
-- partners, and the month's sums. Runs as heli_owner in one transaction.

create table heli.project (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('service', 'micro-work', 'programme')),
  name text not null check (length(name) between 1 and 60),
  purpose text not null default '' check (length(purpose) <= 500),
  area text collate "C" references heli.area (code),
  place text not null default '',
  partners text not null default '',
  state text not null default 'planned',
  works jsonb not null default '{}',
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (county_id, station_id, id)
);
create index project_by_time on heli.project (county_id, station_id, created_at desc, id desc);
comment on table heli.project is 'What events and contributions work towards: a service, a micro-work, a programme. works: the attributes of a micro-work, as entered.';

create table heli.partner (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('organisation', 'group')),
  sector text not null,
  contact text not null default '',
  created_by uuid not null,
  version int not null default 1,
  primary key (county_id, station_id, id)
);
create unique index partner_by_name on heli.partner (county_id, station_id, name);
comment on table heli.partner is 'Organisations and resident groups a station works with: committees, enterprises, charities, schools, groups.';

create table heli.gathering (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null check (length(name) between 1 and 60),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (county_id, station_id, id)
);
create index gathering_by_time on heli.gathering (county_id, station_id, created_at desc, id desc);
comment on table heli.gathering is 'People who come together more than once: a group, a deliberation council, a series of activities. Its events carry it as their subject.';

alter table heli.event
  add column title text not null default '' check (length(title) <= 60),
  add column field text not null default 'social-affairs',
  add column strategies text[] not null default '{}',
  add column confirmed text[] not null default '{}',
  add column project_id uuid,
  add column asked_by text,
  add column asked_by_name text not null default '' check (length(asked_by_name) <= 60),
  add column helper text not null default '' check (length(helper) <= 60),
  add column unnamed int not null default 0 check (unnamed between 0 and 100000);
create index event_by_kind on heli.event (county_id, station_id, kind, started_at desc, id desc);
create index event_by_project on heli.event (county_id, station_id, project_id, started_at desc, id desc);
comment on column heli.event.confirmed is 'Which of the inferred facts (phase, field, strategies) the worker said herself.';
comment on column heli.event.asked_by is 'Sector that asked for this from outside the contract; null: part of the station''s own work.';
comment on column heli.event.unnamed is 'People who were there and whose names nobody wrote down.';

alter table heli.contribution add column by_presence boolean not null default false;
comment on column heli.contribution.by_presence is 'Inferred from being on the list, not typed: worked out anew when the list is put right.';

create table heli.attendance (
  county_id int not null,
  station_id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  present boolean not null,
  role text not null default 'participant' check (role in ('participant', 'volunteer', 'lead')),
  primary key (county_id, station_id, event_id, person_id),
  foreign key (county_id, station_id, event_id) references heli.event (county_id, station_id, id),
  foreign key (county_id, station_id, person_id) references heli.person (county_id, station_id, id)
);
create index attendance_person on heli.attendance (county_id, station_id, person_id, event_id);
comment on table heli.attendance is 'The sign-in list of an event: who was there, and who of the list was not.';

create table heli.expense (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  amount numeric(14, 2) not null check (amount > 0),
  budget_line text not null default '',
  what text not null default '',
  primary key (county_id, station_id, id),
  foreign key (county_id, station_id, event_id) references heli.event (county_id, station_id, id)
);
create index expense_event on heli.expense (county_id, station_id, event_id);
comment on table heli.expense is 'Money spent at an event, in yuan, by line of the budget.';

create table heli.next_step (
  county_id int not null,
  station_id uuid not null,
  event_id uuid not null,
  what text not null check (length(what) between 1 and 200),
  due_on date not null,
  done_at timestamptz,
  done_by uuid,
  primary key (county_id, station_id, event_id),
  foreign key (county_id, station_id, event_id) references heli.event (county_id, station_id, id)
);
create index next_step_due on heli.next_step (county_id, station_id, due_on, event_id);
comment on table heli.next_step is 'What an event leaves to be done, and by when.';

create table heli.correction (
  county_id int not null,
  station_id uuid not null,
  event_id uuid not null,
  new_event_id uuid,
  why text not null default '' check (length(why) <= 200),
  corrected_by uuid not null,
  corrected_at timestamptz not null default now(),
  primary key (county_id, station_id, event_id),
  foreign key (county_id, station_id, event_id) references heli.event (county_id, station_id, id),
  foreign key (county_id, station_id, new_event_id) references heli.event (county_id, station_id, id)
);
create index correction_new on heli.correction (county_id, station_id, new_event_id);
comment on table heli.correction is 'Counter-entries: which event no longer stands, and which one stands in its place (none: taken back).';

create table heli.attachment (
  county_id int not null,
  station_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in ('sign-in-sheet', 'photo', 'voucher')),
  name text not null check (length(name) between 1 and 120),
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes int not null check (bytes between 1 and 10485760),
  digest bytea not null,
  content bytea,
  consent boolean not null default false,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by uuid,
  primary key (county_id, station_id, id),
  foreign key (county_id, station_id, event_id) references heli.event (county_id, station_id, id),
  check ((content is null) = (removed_at is not null)),
  check (kind <> 'photo' or consent)
);
alter table heli.attachment alter column content set storage external; -- photos do not shrink twice
create index attachment_event on heli.attachment (county_id, station_id, event_id);
comment on table heli.attachment is 'Sign-in sheets, photos (only with consent) and vouchers of an event. In the database, so that one backup and one row security cover them.';

-- ── The month's sums: units that may be added ───────────────────────────────────────────────────────────
create table heli.month_sum (
  county_id int not null,
  station_id uuid not null,
  month date not null,
  kind text not null,
  field text not null,
  phase text not null,
  outside boolean not null,
  area text collate "C" not null,
  events int not null default 0,
  proven int not null default 0,
  minutes int not null default 0,
  household_times int not null default 0,
  person_times int not null default 0,
  spent numeric(14, 2) not null default 0,
  primary key (county_id, station_id, month, kind, field, phase, outside, area)
);
create index month_sum_by_month on heli.month_sum (county_id, month);
comment on table heli.month_sum is 'What a station did in a month: acts, proven acts, paid minutes, household visits, attendances, yuan. Only what may be added; nobody is in it by name.';

create table heli.month_given_sum (
  county_id int not null,
  station_id uuid not null,
  month date not null,
  sector text not null,
  form text not null,
  phase text not null,
  mode text not null,
  pay text not null,
  with_worker boolean not null,
  unit text not null,
  acts int not null default 0,
  minutes int not null default 0,
  amount numeric(16, 2) not null default 0,
  quantity numeric(16, 3) not null default 0,
  primary key (county_id, station_id, month, sector, form, phase, mode, pay, with_worker, unit)
);
comment on table heli.month_given_sum is 'What was given in a month, by whose sector, in what form and phase: minutes, yuan, or a quantity in its unit, each apart.';

-- ── The month's facts, by person: the station's own, for counting people once ───────────────────────────
create table heli.month_served (
  county_id int not null,
  station_id uuid not null,
  month date not null,
  person_id uuid not null,
  kind text not null,
  field text not null,
  area text collate "C" not null,
  times int not null default 0,
  minutes int not null default 0,
  primary key (county_id, station_id, month, person_id, kind, field, area)
);
comment on table heli.month_served is 'Whom the station reached in a month, and how often.';

create table heli.month_given (
  county_id int not null,
  station_id uuid not null,
  month date not null,
  party_kind text not null,
  party_id uuid not null,
  sector text not null,
  form text not null,
  mode text not null,
  phase text not null,
  with_worker boolean not null,
  project_id uuid not null,
  acts int not null default 0,
  minutes int not null default 0,
  amount numeric(16, 2) not null default 0,
  primary key (county_id, station_id, month, party_kind, party_id, sector, form, mode, phase, with_worker, project_id)
);
comment on table heli.month_given is 'Who gave what in a month, by form, mode, phase and project (zeros: none).';

-- ── One definition of what an event counts for; adding and taking away use the same ─────────────────────
-- Planned once a connection: an array of ids always looks cheaper planned anew, and planning took longer than counting.
create function heli.count_sums(county int, station uuid, ids uuid[], sign int) returns void
language plpgsql set search_path = heli, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  insert into month_sum as m (county_id, station_id, month, kind, field, phase, outside, area,
      events, proven, minutes, household_times, person_times, spent)
    select county, station, x.month, x.kind, x.field, x.phase, x.outside, x.area, sign * count(*), sign * sum(x.proven),
      sign * sum(x.worked), sign * sum(x.household), sign * sum(x.persons), sign * sum(x.spent)
    from (select date_trunc('month', e.started_at at time zone 'Asia/Shanghai')::date as month, e.kind, e.field, e.phase,
        coalesce(e.asked_by, '') <> '' as outside, coalesce(e.area, '') as area, (e.evidence >= 2)::int as proven,
        coalesce((select sum(c.minutes) from contribution c where c.county_id = county and c.station_id = station
          and c.event_id = e.id and c.party_kind = 'account'), 0) as worked,
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

create function heli.count_events(county int, station uuid, ids uuid[], sign int) returns void
language plpgsql set search_path = heli, pg_temp as $$
begin
  perform count_sums(county, station, ids, sign);
  perform count_given(county, station, ids, sign);
  if sign < 0 then perform drop_empty_sums(county, station); end if;
end $$;
comment on function heli.count_events is 'Adds events to the month''s sums and facts (sign 1) or takes them away (sign -1).';

create function heli.count_given(county int, station uuid, ids uuid[], sign int) returns void
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
  insert into month_given as m (county_id, station_id, month, party_kind, party_id, sector, form, mode, phase, with_worker,
      project_id, acts, minutes, amount)
    select county, station, date_trunc('month', e.started_at at time zone 'Asia/Shanghai')::date, c.party_kind, c.party_id,
      c.sector, c.form, c.mode, e.phase, e.worker_present, coalesce(e.project_id, '00000000-0000-0000-0000-000000000000'),
      sign * count(*), sign * sum(coalesce(c.minutes, 0)), sign * sum(coalesce(c.amount, 0))
    from contribution c join event e on e.county_id = county and e.station_id = station and e.id = c.event_id
    where c.county_id = county and c.station_id = station and c.event_id = any (ids)
    group by 3, 4, 5, 6, 7, 8, 9, 10, 11 order by 3, 4, 5, 6, 7, 8, 9, 10, 11
    on conflict (county_id, station_id, month, party_kind, party_id, sector, form, mode, phase, with_worker, project_id)
      do update set acts = m.acts + excluded.acts, minutes = m.minutes + excluded.minutes, amount = m.amount + excluded.amount;
end $$;

-- A sum of nothing is no row: undone work leaves the tables as they were. The indexes hold empty sums only.
create index month_sum_empty on heli.month_sum (county_id, station_id) where events = 0;
create index month_served_empty on heli.month_served (county_id, station_id) where times = 0;
create index month_given_sum_empty on heli.month_given_sum (county_id, station_id) where acts = 0;
create index month_given_empty on heli.month_given (county_id, station_id) where acts = 0;
create function heli.drop_empty_sums(county int, station uuid) returns void
language plpgsql set search_path = heli, pg_temp as $$
begin
  delete from month_sum m where m.county_id = county and m.station_id = station and m.events = 0;
  delete from month_served m where m.county_id = county and m.station_id = station and m.times = 0;
  delete from month_given_sum m where m.county_id = county and m.station_id = station and m.acts = 0;
  delete from month_given m where m.county_id = county and m.station_id = station and m.acts = 0;
end $$;

-- When the next visit is owed: what the latest standing visit said, else by the follow-up level (days for levels 1 to 6).
-- A merged file owes nothing of its own; its visits count for the file that stands. Nobody visits who moved or died.
create function heli.settle_follow_ups(county int, station uuid, persons uuid[], days int[]) returns void
language plpgsql set search_path = heli, pg_temp as $$
declare
  standing uuid[] := array(select distinct coalesce(p.merged_into, p.id) from person p
    where p.county_id = county and p.station_id = station and p.id = any (persons));
  files uuid[] := standing || array(select q.id from person q
    where q.county_id = county and q.station_id = station and q.merged_into = any (standing));
begin
  -- One after another for one person: the later of two visits saved at once must see the earlier.
  perform 1 from person p where p.county_id = county and p.station_id = station and p.id = any (standing)
    order by p.id for no key update;
  delete from follow_up f where f.county_id = county and f.station_id = station and f.person_id = any (persons || standing);
  -- The latest visits are found for all at once: one by one, each search might read the whole station where a plan was
  -- made while the table was small.
  insert into follow_up (county_id, station_id, person_id, due_on, reason, event_id)
    select county, station, x.person_id, x.due_on, x.reason, x.event_id
    from (select p.id as person_id, e.id as event_id, coalesce(e.note, '') as reason, coalesce(e.next_on,
          (coalesce(e.started_at, p.created_at) at time zone 'Asia/Shanghai')::date + days[p.follow_up_level]) as due_on
      from person p
      left join (select distinct on (coalesce(q.merged_into, q.id)) coalesce(q.merged_into, q.id) as stands,
          l.id, l.note, l.started_at, v.next_on
        from event l join person q on q.county_id = county and q.station_id = station and q.id = l.subject_id
        left join visit v on v.county_id = county and v.station_id = station and v.event_id = l.id
        where l.county_id = county and l.station_id = station and l.subject_id = any (files) and l.kind = 'visit'
          and l.superseded_by is null
        order by 1, l.started_at desc, l.id desc) e on e.stands = p.id
      where p.county_id = county and p.station_id = station and p.id = any (standing)
        and p.life = 'registered' and coalesce(p.merged_into::text, '') = '') x
    where x.due_on is not null
    on conflict (county_id, station_id, person_id) do nothing;
end $$;
comment on function heli.settle_follow_ups is 'Works out anew when some people''s next visit is owed. A visit entered late changes nothing that a later one said.';

select heli.allow(t, 'select', 'county_id = {county} and station_id = any ({reads})'),
       heli.allow(t, 'insert', 'county_id = {county} and station_id = any ({writes})')
  from unnest(array['heli.partner', 'heli.gathering', 'heli.attendance', 'heli.expense', 'heli.next_step',
    'heli.correction', 'heli.attachment', 'heli.month_served', 'heli.month_given']::regclass[]) as t;
-- A project and a month's sums name no person: who sees the station sees them.
select heli.allow(t, 'select', 'county_id = {county} and station_id = any ({sees})'),
       heli.allow(t, 'insert', 'county_id = {county} and station_id = any ({writes})')
  from unnest(array['heli.project', 'heli.month_sum', 'heli.month_given_sum']::regclass[]) as t;
select heli.allow(t, 'update', 'county_id = {county} and station_id = any ({writes})')
  from unnest(array['heli.project', 'heli.partner', 'heli.next_step', 'heli.attachment',
    'heli.month_sum', 'heli.month_given_sum', 'heli.month_served', 'heli.month_given']::regclass[]) as t;
select heli.allow(t, 'delete', 'county_id = {county} and station_id = any ({writes})')
  from unnest(array['heli.next_step', 'heli.month_sum', 'heli.month_given_sum', 'heli.month_served', 'heli.month_given']::regclass[]) as t;

select heli.distribute(t) from unnest(array['heli.project', 'heli.partner', 'heli.gathering', 'heli.attendance',
  'heli.expense', 'heli.next_step', 'heli.correction', 'heli.attachment', 'heli.month_sum', 'heli.month_given_sum',
  'heli.month_served', 'heli.month_given']::regclass[]) as t;

grant select, insert on heli.project, heli.partner, heli.gathering, heli.attendance, heli.expense, heli.next_step,
  heli.correction, heli.attachment, heli.month_sum, heli.month_given_sum, heli.month_served, heli.month_given to heli_app;
grant update on heli.project, heli.partner, heli.month_sum, heli.month_given_sum, heli.month_served, heli.month_given to heli_app;
grant update (done_at, done_by) on heli.next_step to heli_app;
grant update (event_id, content, removed_at, removed_by) on heli.attachment to heli_app;
grant update (confirmed_by) on heli.contribution to heli_app;
grant update (evidence) on heli.event to heli_app;
grant delete on heli.next_step, heli.month_sum, heli.month_given_sum, heli.month_served, heli.month_given to heli_app;
