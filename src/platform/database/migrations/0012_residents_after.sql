-- What follows what residents say: names that are forgotten, what is struck out, what stays open until it has an end, and
-- what is called off stays on the page until its time is past. Runs as heli_owner in one transaction.

alter table heli.notice_coming
  add column version int not null default 1,
  drop constraint notice_coming_name_check,
  add constraint notice_coming_name_check check (length(name) <= 20);
create index notice_coming_named on heli.notice_coming (county_id, station_id, notice_id) where name <> '';
comment on column heli.notice_coming.name is 'Empty once it is forgotten: how many came to say so stays.';
grant update (version) on heli.notice_coming to heli_app;

grant update (owed_on) on heli.proposal to heli_app;
alter table heli.proposal
  drop column hide_name,
  add column struck_by uuid,
  add column struck_at timestamptz,
  drop constraint proposal_what_check,
  add constraint proposal_what_check check (length(what) <= 500 and (what = '') = (struck_at is not null)),
  add check ((struck_by is null) = (struck_at is null));
comment on column heli.proposal.owed_on is 'The day by which an answer is owed; of what is being done or was passed on, the day of the next one.';
comment on column heli.proposal.struck_at is 'Struck out by a worker: its words, name, phone and answer are gone; its number still says so.';

-- Open until it is done or cannot be: what is owed first comes first.
drop index heli.proposal_open;
create index proposal_open on heli.proposal (county_id, station_id, owed_on, id)
  where outcome not in ('done', 'declined') and struck_at is null;

-- What residents wrote is nobody's to rewrite (heli_app may not), only to strike out whole.
create function heli.strike_proposal(station uuid, proposal_id uuid) returns void
language plpgsql security definer set search_path = heli, pg_temp as $$
begin
  update proposal p set what = '', place = '', name = '', phone = '', outcome = '', answer = '', answered_by = null,
      answered_at = null, struck_by = asking_account(), struck_at = now(), version = p.version + 1
   where p.county_id = asking_county() and p.station_id = station and p.station_id = any (asking_stations('writes'))
     and p.id = proposal_id and p.struck_at is null;
  if not found then
    raise exception 'not to be struck out' using errcode = '42501';
  end if;
  delete from journal_key k where k.county_id = asking_county() and k.station_id = station and k.subject_id = proposal_id;
end $$;
comment on function heli.strike_proposal is 'Empties a proposal for whoever writes at its station, and erases the keys of its lines in the journal.';

create function heli.forget_names(before timestamptz) returns int
language plpgsql security definer set search_path = heli, pg_temp as $$
declare
  in_county int;
  gone uuid[];
  total int := 0;
begin
  if asking_account() is distinct from '00000000-0000-7000-8000-000000000002'::uuid then
    raise exception 'only the program itself' using errcode = '42501';
  end if;
  for in_county in select c.county_id from county c order by 1 loop
    with said as (
      update notice_coming c set name = '', phone = '' from notice n
       where c.county_id = in_county and c.name <> '' and n.county_id = in_county and n.station_id = c.station_id
         and n.id = c.notice_id and n.starts_at < before returning c.id),
    proposed as (
      update proposal p set name = '', phone = ''
       where p.county_id = in_county and p.outcome in ('done', 'declined') and p.answered_at < before
         and (p.name <> '' or p.phone <> '') returning p.id)
    select array_agg(id) into gone from (select id from said union all select id from proposed) both_kinds;
    delete from journal_key k where k.county_id = in_county and k.subject_id = any (gone);
    total := total + coalesce(cardinality(gone), 0);
  end loop;
  return total;
end $$;
comment on function heli.forget_names is 'Empties names and phones of who said they come to what began, and of whose proposal came to its end, before an instant, with the keys of their lines in the journal; how many come, and what was proposed, stay. Only the system account that does background work; answers how many were forgotten.';

drop function heli.public_proposal;
create function heli.public_proposal(page text, number text)
returns table (what text, place text, said_at timestamptz, owed_on date, read boolean, outcome text, answer text, answered_at timestamptz, struck boolean)
language sql stable security definer set search_path = heli, pg_temp as $$
  select p.what, p.place, p.said_at, p.owed_on, p.read_at is not null, p.outcome, p.answer, p.answered_at, p.struck_at is not null
    from station s join proposal p on p.county_id = s.county_id and p.station_id = s.id and p.code = number
   where s.slug = page $$;
comment on function heli.public_proposal is 'What became of a proposal, for whoever has its number; says neither name nor phone.';

create or replace function heli.public_station(page text)
returns table (name text, phone text, place text, demo boolean, head_seq bigint, head_hash bytea, notices jsonb, done jsonb, works jsonb)
language sql stable security definer set search_path = heli, pg_temp as $$
  select s.name, s.phone, s.address, s.demo, h.seq, h.hash,
    coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'startsAt', n.starts_at,
        'place', n.place, 'note', n.note, 'cancelled', n.cancelled_at is not null,
        'coming', (select case when sum(c.people) >= 5 then sum(c.people) end from notice_coming c
          where c.county_id = s.county_id and c.station_id = s.id and c.notice_id = n.id)) order by n.starts_at)
      from (select * from notice n where n.county_id = s.county_id and n.station_id = s.id and not n.done
        and n.starts_at > now() - interval '12 hours' and (n.cancelled_at is null or n.starts_at > now())
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
comment on function heli.public_station is 'What anyone may read of a station: what is on, how many said they come (from five upward), what is called off until its time is past, what was told of what was done, works with their money; names nobody.';

revoke all on function heli.strike_proposal, heli.forget_names, heli.public_proposal from public;
grant execute on function heli.strike_proposal, heli.forget_names, heli.public_proposal to heli_app;
