-- The ground floor: who may ask (accounts, grants), where (areas, stations), the journal and the kept answers.
-- Runs as heli_owner in one transaction. Roles and extensions are made before, by a superuser (roles.sql).

comment on schema heli is 'Everything Heli records. heli_owner owns it and never serves; heli_app serves and owns nothing.';

-- ── Spreading by county: each of these returns at once on a plain PostgreSQL ─────────────────────────────
create function heli.distribute(t regclass) returns void language plpgsql as $$
begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  if exists (select from pg_dist_partition where logicalrelid = t and partmethod = 'h') then return; end if;
  if t = 'heli.county'::regclass
    then perform create_distributed_table(t, 'county_id', colocate_with => 'none');
    else perform create_distributed_table(t, 'county_id', colocate_with => 'heli.county'); end if;
end $$;

create function heli.replicate(t regclass) returns void language plpgsql as $$
begin
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  if exists (select from pg_dist_partition where logicalrelid = t and partmethod = 'n' and repmodel = 't') then return; end if;
  perform create_reference_table(t);
end $$;

-- ── Who is asking: settings of one transaction, set by heli.become and read by policies ──────────────────
create function heli.asking_account() returns uuid language sql stable as $$
  select nullif(current_setting('heli.account', true), '')::uuid $$;
create function heli.asking_county() returns int language sql stable as $$
  select nullif(current_setting('heli.county', true), '')::int $$;
create function heli.asking_stations(which text) returns uuid[] language sql stable as $$
  select coalesce(nullif(current_setting('heli.' || which, true), '')::uuid[], '{}') $$;

-- Policies compare columns with what heli.become set. On a plain server the setting is read once per statement
-- (a sub-select becomes one InitPlan); Citus refuses sub-selects in policies, so there it is read in place.
create function heli.policy_text(condition text) returns text language plpgsql as $$
declare
  spread boolean := exists (select from pg_extension where extname = 'citus');
  which text;
begin
  foreach which in array array['reads', 'writes', 'sees', 'manages', 'hosts'] loop
    condition := replace(condition, '{' || which || '}', case when spread
      then format('coalesce(nullif(current_setting(''heli.%s'', true), '''')::uuid[], ''{}'')', which)
      else format('(select heli.asking_stations(%L))::uuid[]', which) end);
  end loop;
  condition := replace(condition, '{county}', case when spread
    then 'nullif(current_setting(''heli.county'', true), '''')::int' else '(select heli.asking_county())' end);
  return replace(condition, '{account}', case when spread
    then 'nullif(current_setting(''heli.account'', true), '''')::uuid' else '(select heli.asking_account())' end);
end $$;

create function heli.allow(t regclass, action text, condition text) returns void language plpgsql as $$
declare rule text := heli.policy_text(condition);
begin
  execute format('alter table %s enable row level security', t);
  execute format('create policy %I on %s for %s to heli_app %s', 'may_' || action, t, action, case action
    when 'insert' then format('with check (%s)', rule)
    when 'update' then format('using (%s) with check (%s)', rule, rule)
    else format('using (%s)', rule) end);
end $$;
comment on function heli.allow is 'Row security for one table and one action (select, insert, update, delete), in the form this server takes.';

-- ── Reference tables: the same everywhere ───────────────────────────────────────────────────────────────
create table heli.setting (
  name text primary key,
  value jsonb not null
);
comment on table heli.setting is 'Facts of this installation: its id, whether it is a demonstration. No secrets.';

create table heli.area (
  code text collate "C" primary key check (code ~ '^[0-9]{12}$'),
  level smallint not null check (level between 1 and 5),
  name text not null,
  parent text collate "C",
  valid_from date,
  valid_to date
);
create index area_parent on heli.area (parent, code);
comment on table heli.area is '12-digit statistical codes, province (1) to village (5). Villages are loaded for a province when a station there needs them.';

create table heli.area_change (
  old_code text collate "C" not null,
  new_code text collate "C" not null,
  changed_on date not null,
  note text not null default '',
  primary key (old_code, new_code, changed_on)
);
comment on table heli.area_change is 'Codes that were merged, split or renamed, so that old records keep their place.';

create table heli.organisation (
  id uuid primary key,
  name text not null,
  kind text not null
);
comment on table heli.organisation is 'Organisations that operate stations, purchase, give or assess.';

create table heli.station (
  id uuid primary key,
  county_id int not null,
  area text collate "C" not null references heli.area (code),
  slug text not null unique,
  name text not null,
  level text not null check (level in ('centre', 'station', 'point')),
  parent_id uuid,
  operator_id uuid references heli.organisation (id),
  phone text not null default '',
  address text not null default '',
  opened_on date not null,
  demo boolean not null default false,
  version int not null default 1
);
create index station_county on heli.station (county_id, area);
create index station_operator on heli.station (operator_id);
comment on table heli.station is 'County centres, town stations and village points. slug is the resident page''s address /c/<slug>.';

create table heli.account (
  id uuid primary key,
  county_id int not null,
  kind text not null check (kind in ('staff', 'resident', 'system')),
  name text not null,
  username text unique,
  phone text unique,
  closed_at timestamptz,
  created_at timestamptz not null default now()
);
create index account_county on heli.account (county_id, id);
comment on table heli.account is 'Who can sign in. The password lives in schema auth under the same id.';

create table heli.role_capability (
  role text not null,
  capability text not null,
  primary key (role, capability)
);
comment on table heli.role_capability is 'What each role may do within its scope; equal to src/platform/permission.ts (a test compares).';

create table heli.access_grant (
  id uuid primary key,
  account_id uuid not null references heli.account (id),
  role text not null,
  county_id int not null,
  station_id uuid references heli.station (id),
  organisation_id uuid references heli.organisation (id),
  area_from text collate "C",
  area_to text collate "C",
  host boolean not null default false,
  starts_at timestamptz not null default now(),
  ends_at timestamptz,
  granted_by uuid not null,
  revoked_at timestamptz,
  check (num_nonnulls(station_id, organisation_id, area_from) + host::int = 1),
  check ((area_from is null) = (area_to is null)),
  check (host = (role in ('keeper', 'system')))
);
create index access_grant_account on heli.access_grant (account_id);
create index access_grant_station on heli.access_grant (station_id);
create index access_grant_beyond on heli.access_grant (county_id) where station_id is null;
comment on table heli.access_grant is 'A role within a scope: one station, the stations of an organisation, an area (code range), or the whole host.';

create table heli.invitation (
  id uuid primary key,
  token_digest bytea not null unique,
  county_id int not null,
  station_id uuid references heli.station (id),
  role text not null,
  organisation_id uuid references heli.organisation (id),
  area_from text collate "C",
  area_to text collate "C",
  name text not null,
  invited_by uuid not null references heli.account (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_by uuid references heli.account (id),
  used_at timestamptz,
  withdrawn_at timestamptz
);
create index invitation_station on heli.invitation (station_id, created_at);
comment on table heli.invitation is 'A role waiting for a person who opens its link or QR code. Only a digest of the token is kept.';

create table heli.sign_in_guard (
  login text primary key,
  failures int not null,
  last_failure_at timestamptz not null,
  locked_until timestamptz
);
comment on table heli.sign_in_guard is 'Wrong passwords per login name, known or not; ten lock it for fifteen minutes.';

-- ── County tables ───────────────────────────────────────────────────────────────────────────────────────
create table heli.county (
  county_id int primary key,
  opened_at timestamptz not null default now()
);
comment on table heli.county is 'The anchor that everything of one county is stored beside.';

create table heli.population (
  county_id int not null references heli.county (county_id),
  area text collate "C" not null references heli.area (code),
  group_code text not null,
  as_of date not null,
  count int not null check (count >= 0),
  source text not null,
  entered_by uuid not null,
  entered_at timestamptz not null default now(),
  version int not null default 1,
  primary key (county_id, area, group_code, as_of)
);
comment on table heli.population is 'How many people of a group live in an area, from which source, at which date: the denominators.';

create table heli.access_log (
  county_id int not null,
  id uuid not null,
  at timestamptz not null default now(),
  account_id uuid,
  what text not null,
  outcome text not null,
  address text not null default '',
  device text not null default '',
  primary key (county_id, id)
);
create index access_log_account on heli.access_log (county_id, account_id, at desc, id desc);
comment on table heli.access_log is 'Sign-ins, refusals and sign-outs. Login names of unknown accounts are not kept.';

create table heli.reading_log (
  county_id int not null,
  id uuid not null,
  at timestamptz not null default now(),
  account_id uuid not null,
  station_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  reason text not null default '',
  primary key (county_id, id)
);
create index reading_log_subject on heli.reading_log (county_id, subject_id, at desc);
comment on table heli.reading_log is 'Who opened which confidential record, and why. Appended only.';

create table heli.break_glass (
  county_id int not null,
  id uuid not null,
  account_id uuid not null,
  station_id uuid not null,
  case_id uuid not null,
  reason text not null check (length(reason) >= 10),
  opened_at timestamptz not null default now(),
  closes_at timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review text not null default '',
  primary key (county_id, id),
  check (closes_at <= opened_at + interval '24 hours'),
  check (reviewed_by <> account_id)
);
create index break_glass_case on heli.break_glass (county_id, case_id, closes_at);
comment on table heli.break_glass is 'Urgent reading of a case by someone outside its team: a written reason, at most 24 hours, reviewed by another person.';

-- ── The journal: one hash chain per station ─────────────────────────────────────────────────────────────
create table heli.journal (
  county_id int not null,
  station_id uuid not null,
  seq bigint not null,
  account_id uuid not null,
  made_at timestamptz not null,
  received_at timestamptz not null,
  command text not null,
  version int not null,
  subject_kind text not null,
  subject_id uuid not null,
  fields text[] not null,
  digest bytea not null,
  previous bytea not null,
  hash bytea not null,
  primary key (county_id, station_id, seq)
);
comment on table heli.journal is 'Every command that changed anything: who, when made and received, on what, which fields, a keyed digest of its input, chained.';

create table heli.journal_key (
  county_id int not null,
  station_id uuid not null,
  seq bigint not null,
  subject_id uuid not null,
  key bytea not null,
  primary key (county_id, station_id, seq)
);
create index journal_key_subject on heli.journal_key (county_id, subject_id);
comment on table heli.journal_key is 'The key of one line''s digest. Erased with the record: the chain stays whole and small inputs cannot be guessed.';

create table heli.journal_head (
  county_id int not null,
  station_id uuid not null,
  seq bigint not null default 0,
  hash bytea not null default '\x',
  clock_at timestamptz not null default '-infinity',
  primary key (county_id, station_id)
);
comment on table heli.journal_head is 'The last line of each station''s chain; its short code is printed and published.';

create table heli.answer (
  county_id int not null,
  key uuid not null,
  account_id uuid not null,
  station_id uuid not null,
  subject_id uuid not null,
  body_digest bytea not null,
  answer jsonb not null,
  expires_at timestamptz not null,
  primary key (county_id, key)
);
create index answer_expiry on heli.answer (county_id, expires_at);
create index answer_subject on heli.answer (county_id, subject_id);
comment on table heli.answer is 'The first answer to each Idempotency-Key, given again for the same body until it expires.';

-- ── heli.become: who is asking, for one transaction ─────────────────────────────────────────────────────
-- A view and not a function of two rows: on Citus a row of a reference table has another type on each node.
create view heli.reach as
  select g.id as grant_id, s.id as station_id, s.county_id
  from heli.access_grant g join heli.station s on g.host
    or s.id = g.station_id or (s.level = 'point' and s.parent_id = g.station_id)
    or s.operator_id = g.organisation_id
    or (s.area >= g.area_from and s.area <= g.area_to) or s.area = left(g.area_from, 9) || '000';
comment on view heli.reach is 'The stations a grant covers: one and its village points, an organisation''s, those in an area; for a village, also its town''s station; or all.';

create function heli.scope(asker uuid, county int)
returns table (reads uuid[], writes uuid[], sees uuid[], manages uuid[], hosts uuid[])
language sql stable security definer set search_path = heli, pg_temp as $$
  select
    coalesce(array_agg(distinct r.station_id) filter (where r.station_id is not null and c.capability = 'records.read'), '{}'),
    coalesce(array_agg(distinct r.station_id) filter (where r.station_id is not null and c.capability = 'records.write'), '{}'),
    coalesce(array_agg(distinct r.station_id) filter (where r.station_id is not null and c.capability = 'station.see'), '{}'),
    coalesce(array_agg(distinct r.station_id) filter (where r.station_id is not null and c.capability = 'station.manage'), '{}'),
    coalesce(array_agg(distinct g.account_id) filter (where g.host and c.capability = 'host.keep'), '{}')
  from access_grant g
  join role_capability c on c.role = g.role
  left join reach r on r.grant_id = g.id and r.county_id = county
  where g.account_id = asker and g.revoked_at is null
    and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())
$$;
comment on function heli.scope is 'The stations of one county where an account may read, write, see and manage; hosts is non-empty for a keeper of the host.';

-- plain set_config is not forwarded to Citus workers, and SET LOCAL takes no parameters: hence one EXECUTE.
create function heli.become(asker uuid, county int, session_token text) returns void
language plpgsql security definer set search_path = heli, pg_temp as $$
declare may record;
begin
  if session_token is null then
    perform from account where id = asker and kind = 'system' and closed_at is null;
  else
    perform from auth.session x join account a on a.id = asker and a.closed_at is null
     where x.token = session_token and x."userId" = asker::text and x."expiresAt" > now();
  end if;
  if not found then
    raise exception 'no such session' using errcode = 'HE401';
  end if;
  select * into may from scope(asker, county);
  execute format(
    'set local heli.account = %L; set local heli.county = %L; set local heli.reads = %L; set local heli.writes = %L;'
    ' set local heli.sees = %L; set local heli.manages = %L; set local heli.hosts = %L',
    asker::text, county::text, may.reads::text, may.writes::text, may.sees::text, may.manages::text, may.hosts::text);
end $$;
comment on function heli.become is 'Says who asks, for this transaction only. A null session is for system accounts. SQLSTATE HE401: no live session.';

create function heli.asker(session text)
returns table (id uuid, county_id int, name text, kind text, roles jsonb)
language sql stable security definer set search_path = heli, pg_temp as $$
  select a.id, a.county_id, a.name, a.kind,
    coalesce(jsonb_agg(distinct jsonb_build_object('role', g.role, 'county', g.county_id, 'station', r.station_id,
      'scope', case when g.host then 'host' when g.station_id is not null then 'station'
                    when g.organisation_id is not null then 'organisation' else 'area' end,
      'areaFrom', g.area_from, 'areaTo', g.area_to))
      filter (where g.id is not null), '[]')
  from auth.session x
  join account a on a.id = x."userId"::uuid and a.closed_at is null
  left join access_grant g on g.account_id = a.id and g.revoked_at is null
    and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())
  left join reach r on r.grant_id = g.id and r.county_id = g.county_id and not g.host
  where x.token = session and x."expiresAt" > now()
  group by a.id
$$;
comment on function heli.asker is 'The account behind a session with its roles per station, for the rules in TypeScript; the policies are the wall behind them.';

-- ── heli.settle: the journal line and the kept answer, in the transaction of the command ────────────────
create function heli.settle(line jsonb, fields text[], digest bytea, line_key bytea, body_digest bytea, answer jsonb)
returns table (seq bigint, hash bytea)
language plpgsql security definer set search_path = heli, pg_temp as $$
declare
  county int := asking_county();
  station uuid := (line->>'station')::uuid;
  asker uuid := asking_account();
  head journal_head;
  received timestamptz := date_trunc('milliseconds', clock_timestamp());
  made timestamptz := (line->>'madeAt')::timestamptz;
  next_hash bytea;
begin
  if asker is null or (station = any (asking_stations('sees')) or cardinality(asking_stations('hosts')) > 0) is not true then
    raise exception 'not this station''s journal' using errcode = '42501';
  end if;
  select * into head from journal_head h where h.county_id = county and h.station_id = station for update;
  if not found then
    insert into journal_head (county_id, station_id) values (county, station) returning * into head;
  end if;
  if received < head.clock_at - interval '5 minutes' then
    raise exception 'the clock was set back' using errcode = 'HE422';
  end if;
  received := greatest(received, head.clock_at);
  next_hash := sha256(head.hash || convert_to(concat_ws(E'\n', county, station, head.seq + 1, asker,
    to_char(made at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    to_char(received at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    line->>'command', line->>'version', line->>'subjectKind', (line->>'subject')::uuid,
    array_to_string(fields, ','), encode(digest, 'hex')), 'UTF8'));
  insert into journal values (county, station, head.seq + 1, asker, made, received, line->>'command',
    (line->>'version')::int, line->>'subjectKind', (line->>'subject')::uuid, fields, digest, head.hash, next_hash);
  insert into journal_key values (county, station, head.seq + 1, (line->>'subject')::uuid, line_key);
  delete from answer a where a.county_id = county and a.key = (line->>'key')::uuid and a.expires_at <= now();
  insert into answer values (county, (line->>'key')::uuid, asker, station, (line->>'subject')::uuid,
    body_digest, settle.answer, received + make_interval(days => (line->>'keepDays')::int)) on conflict do nothing;
  if not found then
    raise exception 'the key is used' using errcode = 'HE409';
  end if;
  update journal_head h set seq = head.seq + 1, hash = next_hash, clock_at = received
    where h.county_id = county and h.station_id = station;
  return query select head.seq + 1, next_hash;
end $$;
comment on function heli.settle is 'Appends one journal line and keeps the answer. The only way the application can touch the chain. HE422: clock set back. HE409: the key has a kept answer already.';

create function heli.accept_clock(station uuid) returns void
language plpgsql security definer set search_path = heli, pg_temp as $$
begin
  if cardinality(asking_stations('hosts')) = 0 then
    raise exception 'only the keeper of the host' using errcode = '42501';
  end if;
  update journal_head h set clock_at = now() where h.county_id = asking_county() and h.station_id = station;
end $$;
comment on function heli.accept_clock is 'After a clock that ran ahead was put right: lets the chain go on from now.';

-- ── Row security ───────────────────────────────────────────────────────────────────────────────────────
select heli.allow('heli.population', 'select', 'county_id = {county} and cardinality({sees}) > 0');
select heli.allow('heli.population', 'insert', 'county_id = {county} and cardinality({manages}) > 0');
select heli.allow('heli.population', 'update', 'county_id = {county} and cardinality({manages}) > 0');
select heli.allow('heli.access_log', 'select', 'county_id = {county} and (account_id = {account} or cardinality({hosts}) > 0)');
select heli.allow('heli.access_log', 'insert', 'county_id = {county}');
select heli.allow('heli.reading_log', 'select', 'county_id = {county} and (account_id = {account} or station_id = any ({manages}))');
select heli.allow('heli.reading_log', 'insert', 'county_id = {county} and account_id = {account}');
select heli.allow('heli.break_glass', 'select', 'county_id = {county} and (account_id = {account} or station_id = any ({manages}))');
select heli.allow('heli.break_glass', 'insert', 'county_id = {county} and account_id = {account} and station_id = any ({sees})');
select heli.allow('heli.journal', 'select', 'county_id = {county} and station_id = any ({sees})');
select heli.allow('heli.journal_head', 'select', 'county_id = {county} and station_id = any ({sees})');
select heli.allow('heli.answer', 'select',
  'county_id = {county} and account_id = {account} and (station_id = any ({sees}) or cardinality({hosts}) > 0)');
alter table heli.journal_key enable row level security;
select heli.allow('heli.county', 'select', 'county_id = {county}');
select heli.allow('heli.county', 'insert', 'county_id = {county} and cardinality({hosts}) > 0');

select heli.allow('heli.account', 'select',
  'id = {account} or (kind = ''staff'' and county_id = {county} and cardinality({sees}) > 0)');
select heli.allow('heli.account', 'insert', 'county_id = {county} and kind <> ''system'' and (cardinality({manages}) > 0 or cardinality({hosts}) > 0)');
select heli.allow('heli.account', 'update', 'id = {account}');
select heli.allow('heli.access_grant', 'select',
  'account_id = {account} or station_id = any ({manages}) or (county_id = {county} and cardinality({hosts}) > 0)');
select heli.allow('heli.access_grant', 'insert',
  'county_id = {county} and granted_by = {account} and role <> ''system'' and (station_id = any ({manages}) or cardinality({hosts}) > 0)');
select heli.allow('heli.access_grant', 'update',
  'county_id = {county} and (station_id = any ({manages}) or cardinality({hosts}) > 0)');
select heli.allow('heli.invitation', 'select', 'station_id = any ({manages}) or (county_id = {county} and cardinality({hosts}) > 0)');
-- A head invites to the station and to areas of its county; what reaches further is the keeper's to give.
select heli.allow('heli.invitation', 'insert',
  'county_id = {county} and invited_by = {account} and (cardinality({hosts}) > 0 or (station_id = any ({manages})
    and role = any (array[''worker'', ''head'', ''supervisor'', ''evaluator'', ''cadre'', ''resident''])
    and coalesce(organisation_id::text, '''') = ''''
    and left(coalesce(area_from, {county}::text), 6) = {county}::text and left(coalesce(area_to, {county}::text), 6) = {county}::text))');
select heli.allow('heli.invitation', 'update', 'station_id = any ({manages}) or (county_id = {county} and cardinality({hosts}) > 0)');
select heli.allow('heli.station', 'select', 'id = any ({sees}) or (county_id = {county} and cardinality({hosts}) > 0)');
select heli.allow('heli.station', 'insert',
  'county_id = {county} and (cardinality({hosts}) > 0 or (level = ''point'' and parent_id = any ({manages})))');
select heli.allow('heli.station', 'update', 'county_id = {county} and (id = any ({manages}) or cardinality({hosts}) > 0)');

-- ── Spread, then grant ─────────────────────────────────────────────────────────────────────────────────
select heli.replicate(t) from unnest(array['heli.setting', 'heli.area', 'heli.area_change', 'heli.organisation',
  'heli.station', 'heli.account', 'heli.role_capability', 'heli.access_grant', 'heli.invitation',
  'heli.sign_in_guard']::regclass[]) as t;
select heli.distribute(t) from unnest(array['heli.county', 'heli.population', 'heli.access_log', 'heli.reading_log',
  'heli.break_glass', 'heli.journal', 'heli.journal_key', 'heli.journal_head', 'heli.answer']::regclass[]) as t;

grant usage on schema heli to heli_app;
grant select on heli.setting, heli.area, heli.area_change, heli.organisation, heli.station, heli.account,
  heli.role_capability, heli.access_grant, heli.invitation, heli.county, heli.population, heli.access_log,
  heli.reading_log, heli.break_glass, heli.journal, heli.journal_head, heli.answer to heli_app;
grant insert on heli.area, heli.area_change, heli.organisation, heli.station, heli.account, heli.access_grant,
  heli.invitation, heli.county, heli.population, heli.access_log, heli.reading_log, heli.break_glass to heli_app;
grant update on heli.station, heli.population to heli_app;
grant update (name, phone) on heli.account to heli_app;
grant update (revoked_at, ends_at) on heli.access_grant to heli_app;
grant update (used_by, used_at, withdrawn_at) on heli.invitation to heli_app;
grant select, insert, update, delete on heli.sign_in_guard to heli_app;
revoke all on function heli.scope, heli.distribute, heli.replicate, heli.allow, heli.policy_text from public;

insert into heli.role_capability (role, capability) values
  ('worker', 'records.read'), ('worker', 'records.write'), ('worker', 'station.see'),
  ('head', 'records.read'), ('head', 'records.write'), ('head', 'station.see'), ('head', 'station.manage'),
  ('supervisor', 'records.read'), ('supervisor', 'station.see'),
  ('manager', 'station.see'), ('officer', 'station.see'), ('evaluator', 'station.see'), ('cadre', 'station.see'),
  ('keeper', 'host.keep'),
  ('system', 'records.read'), ('system', 'records.write'), ('system', 'station.see'), ('system', 'station.manage'),
  ('system', 'host.keep');

-- System accounts: background work and the steps before anyone has an account.
insert into heli.account (id, county_id, kind, name) values
  ('00000000-0000-7000-8000-000000000001', 0, 'system', 'system:door'),
  ('00000000-0000-7000-8000-000000000002', 0, 'system', 'system:keeper');
insert into heli.access_grant (id, account_id, role, county_id, host, granted_by) values
  ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000001', 'system', 0, true, '00000000-0000-7000-8000-000000000001'),
  ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000002', 'system', 0, true, '00000000-0000-7000-8000-000000000001');
