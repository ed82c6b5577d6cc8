-- Accounts seen through functions: each checks who asks, and answers only what that asker may know.

create function heli.installation() returns jsonb
language sql stable security definer set search_path = heli, pg_temp as $$
  select coalesce((select value from setting where name = 'set-up'), '{"state": "fresh", "demo": false}') $$;
comment on function heli.installation is 'Whether anything is set up here yet, and whether it is a demonstration.';

create function heli.mark_set_up(demo boolean) returns void
language plpgsql security definer set search_path = heli, pg_temp as $$
begin
  if cardinality(asking_stations('hosts')) = 0 then
    raise exception 'only at set-up' using errcode = '42501';
  end if;
  insert into setting values ('set-up', jsonb_build_object('state', 'ready', 'demo', demo));
end $$;
comment on function heli.mark_set_up is 'Says once that the installation is set up; a second time is refused (23505).';

create function heli.make_login(account uuid, login text, shown text, password_hash text) returns void
language plpgsql security definer set search_path = heli, pg_temp as $$
begin
  if cardinality(asking_stations('hosts')) = 0 then
    raise exception 'only at set-up or from an invitation' using errcode = '42501';
  end if;
  insert into auth."user" (id, name, email, "emailVerified", username, "displayUsername")
    values (account::text, shown, account || '@heli.invalid', false, login, shown);
  insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
    values (gen_random_uuid()::text, account::text, 'credential', account::text, password_hash, now());
end $$;
comment on function heli.make_login is 'The password of a new account, in the transaction that makes the account.';

create function heli.login_name(typed text) returns table (id uuid, username text, county_id int)
language sql stable security definer set search_path = heli, pg_temp as $$
  select a.id, a.username, a.county_id from account a
   where (a.username = lower(typed) or a.phone = typed) and a.closed_at is null and a.kind <> 'system' limit 1 $$;
comment on function heli.login_name is 'The account behind a username or mobile phone, for sign-in only.';

create function heli.me() returns jsonb
language sql stable security definer set search_path = heli, pg_temp as $$
  select jsonb_build_object(
    'id', a.id, 'name', a.name, 'username', a.username,
    'twoFactor', coalesce((select u."twoFactorEnabled" from auth."user" u where u.id = a.id::text), false),
    'stations', coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'slug', s.slug, 'county', s.county_id,
          'countyName', coalesce(c.name, ''), 'demo', s.demo, 'roles', s.roles) order by s.area, s.name)
      from (select s.*, jsonb_agg(distinct g.role) as roles
              from access_grant g join reach r on r.grant_id = g.id and r.county_id = g.county_id and not g.host
                join station s on s.id = r.station_id
             where g.account_id = a.id and g.revoked_at is null and g.starts_at <= now()
               and (g.ends_at is null or g.ends_at > now())
             group by s.id) s
      left join area c on c.code = s.county_id || '000000'), '[]'),
    'roles', coalesce((select jsonb_agg(distinct g.role) from access_grant g
      where g.account_id = a.id and g.revoked_at is null and g.station_id is null and g.starts_at <= now()
        and (g.ends_at is null or g.ends_at > now())), '[]'))
  from account a where a.id = asking_account() $$;

create function heli.colleagues(at_station uuid)
returns table (grant_id uuid, account_id uuid, name text, role text, since timestamptz, place text)
language plpgsql stable security definer set search_path = heli, pg_temp as $$
declare
  head boolean := coalesce(at_station = any (asking_stations('manages')), false);
  keeper boolean := head and cardinality(asking_stations('hosts')) > 0;
begin
  if (at_station = any (asking_stations('sees'))) is not true then
    raise exception 'not a station of the asker' using errcode = '42501';
  end if;
  return query
    with here as (
      select s.county_id, s.area as first, rpad(left(s.area, (array[2, 4, 6, 9, 12])[w.level]), 12, '9') as last
      from station s join area w on w.code = s.area where s.id = at_station),
    found as (
      select g.id, g.account_id, g.role, g.starts_at, g.ends_at, g.area_from, g.organisation_id
        from access_grant g where g.station_id = at_station and g.revoked_at is null
      union all
      select g.id, g.account_id, g.role, g.starts_at, g.ends_at, g.area_from, g.organisation_id
        from here join access_grant g on g.county_id = here.county_id and g.station_id is null and not g.host
          and g.revoked_at is null
       where keeper or (head and g.role = 'cadre' and g.area_from >= here.first and g.area_to <= here.last))
    select f.id, a.id, a.name, f.role, f.starts_at, coalesce(o.name, w.name, '')
      from found f join account a on a.id = f.account_id and a.closed_at is null
        left join organisation o on o.id = f.organisation_id left join area w on w.code = f.area_from
     where f.starts_at <= now() and (f.ends_at is null or f.ends_at > now())
     order by f.starts_at, f.id limit 500;
end $$;
comment on function heli.colleagues is 'Who works at a station now, for those who may see it; its head also sees the cadres of its town, and a head who keeps the host everyone whose role covers an area or an organisation of the county.';

create function heli.withdraw_grant(at_station uuid, which uuid) returns void
language plpgsql security definer set search_path = heli, pg_temp as $$
declare target uuid;
begin
  if (at_station = any (asking_stations('manages'))) is not true then
    raise exception 'only a station head' using errcode = '42501';
  end if;
  select c.account_id into target from colleagues(at_station) c where c.grant_id = which;
  if not found then
    raise exception 'not a colleague' using errcode = '42501';
  end if;
  update access_grant g set revoked_at = now() where g.id = which and g.revoked_at is null;
  delete from auth.session x where x."userId" = target::text;
end $$;
comment on function heli.withdraw_grant is 'Takes a role back that the head of this station may see among the colleagues, and signs the account out everywhere.';

create function heli.read_invitation(digest bytea)
returns table (id uuid, county_id int, station_id uuid, role text, organisation_id uuid, area_from text, area_to text, name text,
  station_name text, invited_by text, open boolean)
language sql stable security definer set search_path = heli, pg_temp as $$
  select i.id, i.county_id, i.station_id, i.role, i.organisation_id, i.area_from, i.area_to, i.name, coalesce(s.name, ''), a.name,
    i.used_at is null and i.withdrawn_at is null and i.expires_at > now()
  from invitation i join account a on a.id = i.invited_by left join station s on s.id = i.station_id
  where i.token_digest = digest $$;
comment on function heli.read_invitation is 'What an invitation says to whoever holds its token.';

create function heli.use_invitation(which uuid, by_account uuid) returns void
language plpgsql security definer set search_path = heli, pg_temp as $$
begin
  if cardinality(asking_stations('hosts')) = 0 then
    raise exception 'only from an invitation' using errcode = '42501';
  end if;
  update invitation set used_at = now(), used_by = by_account
   where id = which and used_at is null and withdrawn_at is null and expires_at > now();
  if not found then
    raise exception 'the invitation is gone' using errcode = 'HE410';
  end if;
end $$;
comment on function heli.use_invitation is 'Uses an invitation once; HE410 when someone else just did.';

create function heli.my_sessions() returns table (id text, at timestamptz, device text, address text, token text)
language sql stable security definer set search_path = heli, pg_temp as $$
  select x.id, x."createdAt", coalesce(x."userAgent", ''), coalesce(x."ipAddress", ''), x.token from auth.session x
   where x."userId" = asking_account()::text and x."expiresAt" > now() order by x."createdAt" desc limit 100 $$;

create function heli.end_session(which text) returns int
language sql security definer set search_path = heli, pg_temp as $$
  with ended as (delete from auth.session x where x.id = which and x."userId" = asking_account()::text returning 1)
  select count(*)::int from ended $$;

create function heli.sweep() returns int
language plpgsql security definer set search_path = heli, pg_temp as $$
declare
  place int;
  gone int;
  total int := 0;
begin
  if asking_account() is distinct from '00000000-0000-7000-8000-000000000002'::uuid then
    raise exception 'only the program itself' using errcode = '42501';
  end if;
  for place in select c.county_id from county c order by 1 loop
    delete from answer a where a.county_id = place and a.expires_at <= now();
    get diagnostics gone = row_count;
    total := total + gone;
  end loop;
  delete from sign_in_guard g where g.last_failure_at < now() - interval '1 day';
  delete from auth.session x where x."expiresAt" <= now();
  delete from auth.verification v where v."expiresAt" <= now();
  return total;
end $$;
comment on function heli.sweep is 'Deletes what has run out: kept answers, counted failures, sessions, codes half asked for. Only the system account that does background work; answers how many kept answers went.';

create function heli.demo_accounts() returns table (id uuid, name text, username text, role text, station text)
language sql stable security definer set search_path = heli, pg_temp as $$
  select a.id, a.name, a.username, g.role, coalesce(s.name, '') from account a
    join access_grant g on g.account_id = a.id and g.role <> 'keeper' left join station s on s.id = g.station_id
   where (installation()->>'demo')::boolean and a.kind <> 'system' order by s.area, a.created_at, a.id $$;
comment on function heli.demo_accounts is 'The made-up people of a demonstration, to choose who to be; empty anywhere else.';

revoke all on function heli.use_invitation, heli.make_login, heli.mark_set_up, heli.login_name, heli.read_invitation, heli.withdraw_grant, heli.sweep,
  heli.become, heli.asker, heli.settle, heli.accept_clock, heli.search_people, heli.public_station, heli.colleagues,
  heli.me, heli.my_sessions, heli.end_session, heli.demo_accounts, heli.installation from public;
grant execute on function heli.use_invitation, heli.make_login, heli.mark_set_up, heli.login_name, heli.read_invitation, heli.withdraw_grant, heli.sweep,
  heli.become, heli.asker, heli.settle, heli.accept_clock, heli.search_people, heli.public_station, heli.colleagues,
  heli.me, heli.my_sessions, heli.end_session, heli.demo_accounts, heli.installation to heli_app;
