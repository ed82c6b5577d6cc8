-- The whole file of a person and a household: ID number (sealed), addresses, what they live with, consents, and people
-- who stand in the files twice. Runs as heli_owner in one transaction.

create table heli.household (
  county_id int not null,
  id uuid not null,
  station_id uuid not null,
  note text not null default '' check (length(note) <= 200),
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid, -- null: nobody since created_by
  primary key (county_id, id, station_id)
);
comment on table heli.household is 'People who keep house together. Who belongs to it, and who is its head, stands with each person.';

-- Columns first, then each rule by itself: Citus takes no constraint together with another change.
alter table heli.person
  add column id_sealed bytea,
  add column id_index bytea,
  add column id_doubt text,
  add column marks text[] not null default '{}',
  add column registered_area text collate "C",
  add column registered_address text not null default '',
  add column living_address text not null default '',
  add column separation text,
  add column marital text,
  add column education text,
  add column work text not null default '',
  add column housing text,
  add column health text not null default '',
  add column disability_type text,
  add column disability_level smallint,
  add column disability_certificate boolean,
  add column self_care text,
  add column follow_up_level smallint,
  add column not_alone boolean not null default false,
  add column not_alone_why text not null default '',
  add column life text not null default 'registered',
  add column life_on date,
  add column household_id uuid,
  add column household_relation text,
  add column merged_into uuid,
  add column field_versions jsonb not null default '{}';
alter table heli.person add constraint person_registered_area foreign key (registered_area) references heli.area (code);
alter table heli.person add constraint person_household foreign key (county_id, station_id, household_id)
  references heli.household (county_id, station_id, id);
alter table heli.person add constraint person_codes check (id_doubt in ('shape', 'birth', 'check-digit', 'against')
  and separation in ('same', 'registered-only', 'living-only') and disability_level between 1 and 4
  and self_care in ('full', 'half', 'none') and follow_up_level between 1 and 6 and life in ('registered', 'moved', 'died'));
alter table heli.person add constraint person_id check ((id_sealed is null) = (id_index is null));
alter table heli.person add constraint person_in_household check ((household_id is null) = (household_relation is null));
alter table heli.person add constraint person_merged_into check (merged_into <> id);
comment on column heli.person.id_sealed is 'The ID number, AES-256-GCM; its key stands in secrets.json beside the database, and in no backup.';
comment on column heli.person.id_index is 'A keyed digest of the ID number: equal numbers are found by it, and nothing else can be.';
comment on column heli.person.grams is 'Every 1–2 character piece of the name, pieces of its pinyin (p…) and initials (i…), and the village (v…), for search.';
comment on column heli.person.marks is 'Ends of telephone numbers (#2207 to the last eight digits) and a keyed digest of the ID number''s last four signs (=…), for search.';
comment on column heli.person.merged_into is 'The file that stands for this one too. Never one that is merged itself; nothing else of this row is changed by it.';
comment on column heli.person.field_versions is 'The version that last changed each field: an edit is late only where somebody changed the same field.';
create index person_by_id on heli.person (county_id, station_id, id_index) where id_index is not null;
create index person_by_birth on heli.person (county_id, station_id, born_on, village, id);
create index person_by_household on heli.person (county_id, station_id, household_id) where household_id is not null;
create index person_by_survivor on heli.person (county_id, station_id, merged_into) where merged_into is not null;
-- Sorted at once: a thousand new people are looked up one by one, and each would read what is not sorted yet.
create index person_by_marks on heli.person using gin (station_id, marks) with (fastupdate = off);

-- What was changed before nobody noted by field: all of it counts as changed then.
update heli.person set field_versions = jsonb_build_object('*', version) where version > 1;

-- Those who stand there already are found by their village and by the ends of their telephone numbers, too.
update heli.person set grams = grams || ('v' || village) where village is not null;
update heli.person p set marks = (
  select coalesce(array_agg(distinct '#' || right(r.digits, n)), '{}')
    from regexp_matches(regexp_replace(p.phone, '(?<=\d)[ -](?=\d)', '', 'g'), '\d{7,}', 'g') m,
      lateral (select m[1] as digits) r, generate_series(4, 8) n where length(r.digits) >= n)
  where p.phone <> '';

-- Somebody may leave a group and come into it again: each stretch of time is a row.
alter table heli.person_group add column nth smallint not null default 1;
alter table heli.person_group drop constraint person_group_pkey;
alter table heli.person_group add primary key (county_id, station_id, person_id, code, nth);

create table heli.person_contact (
  county_id int not null,
  station_id uuid not null,
  person_id uuid not null,
  nth smallint not null,
  kind text not null check (kind in ('guardian', 'carer', 'relative', 'neighbour', 'other')),
  linked_id uuid,
  name text not null default '',
  relation text not null default '',
  phone text not null default '',
  primary key (county_id, station_id, person_id, nth),
  foreign key (county_id, station_id, person_id) references heli.person (county_id, station_id, id),
  foreign key (county_id, station_id, linked_id) references heli.person (county_id, station_id, id),
  check (linked_id is not null or name <> '')
);
create index person_contact_linked on heli.person_contact (county_id, station_id, linked_id) where linked_id is not null;
comment on table heli.person_contact is 'Who stands by a person: guardian, main carer, family, neighbour; by name, or as a person of the station.';

create table heli.consent (
  county_id int not null,
  id uuid not null,
  station_id uuid not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('service', 'recording', 'photo', 'referral', 'research', 'public-name')),
  agreed boolean not null,
  given_by text not null check (given_by in ('self', 'guardian')),
  giver text not null default '',
  how text not null check (how in ('paper', 'spoken', 'message')),
  given_on date not null,
  until_on date,
  withdrawn_on date,
  withdrawn_by uuid,
  note text not null default '' check (length(note) <= 200),
  entered_by uuid not null,
  entered_at timestamptz not null default now(),
  version int not null default 1,
  primary key (county_id, id, station_id),
  foreign key (county_id, station_id, person_id) references heli.person (county_id, station_id, id),
  check (given_by = 'self' or giver <> ''),
  check ((withdrawn_on is null) = (withdrawn_by is null))
);
create index consent_person on heli.consent (county_id, station_id, person_id, purpose, given_on);
comment on table heli.consent is 'What a person or their guardian agreed to or not, per purpose; withdrawn by a date, never deleted.';

create table heli.duplicate_pair (
  county_id int not null,
  station_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  rank smallint not null,
  reasons text[] not null,
  found_at timestamptz not null default now(),
  apart_by uuid,
  apart_at timestamptz,
  primary key (county_id, station_id, one_id, other_id),
  foreign key (county_id, station_id, one_id) references heli.person (county_id, station_id, id),
  foreign key (county_id, station_id, other_id) references heli.person (county_id, station_id, id),
  check (one_id < other_id)
);
create index duplicate_pair_open on heli.duplicate_pair (county_id, station_id, rank, one_id, other_id) where apart_at is null;
create index duplicate_pair_other on heli.duplicate_pair (county_id, station_id, other_id);
comment on table heli.duplicate_pair is 'Two files that may be one person, and why; apart_at: somebody said that they are two.';

create table heli.person_merge (
  county_id int not null,
  id uuid not null,
  station_id uuid not null,
  survivor_id uuid not null,
  merged_id uuid not null,
  moved uuid[] not null default '{}',
  reason text not null default '' check (length(reason) <= 200),
  merged_by uuid not null,
  merged_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  primary key (county_id, id, station_id),
  foreign key (county_id, station_id, survivor_id) references heli.person (county_id, station_id, id),
  foreign key (county_id, station_id, merged_id) references heli.person (county_id, station_id, id)
);
create index person_merge_survivor on heli.person_merge (county_id, station_id, survivor_id);
create index person_merge_merged on heli.person_merge (county_id, station_id, merged_id);
create index person_merge_by_time on heli.person_merge (county_id, station_id, merged_at desc, id desc);
comment on table heli.person_merge is 'Who said that two files are one person, when and why, and who took it back. moved: files that had been merged into the merged one.';

select heli.allow(t, 'select', 'county_id = {county} and station_id = any ({reads})'),
       heli.allow(t, 'insert', 'county_id = {county} and station_id = any ({writes})'),
       heli.allow(t, 'update', 'county_id = {county} and station_id = any ({writes})')
  from unnest(array['heli.household', 'heli.person_contact', 'heli.consent', 'heli.duplicate_pair',
    'heli.person_merge']::regclass[]) as t;
select heli.allow('heli.person_contact', 'delete', 'county_id = {county} and station_id = any ({writes})');
select heli.allow('heli.duplicate_pair', 'delete', 'county_id = {county} and station_id = any ({writes})');

select heli.distribute(t) from unnest(array['heli.household', 'heli.person_contact', 'heli.consent',
  'heli.duplicate_pair', 'heli.person_merge']::regclass[]) as t;

grant select, insert, update on heli.household, heli.person_contact, heli.consent, heli.duplicate_pair,
  heli.person_merge to heli_app;
grant delete on heli.person_contact, heli.duplicate_pair to heli_app;

-- Search by a part of the name (pieces, pattern, initial) or by the end of a number (ends, whole), in some villages or
-- in all. @> and && are not leakproof, so under row security they would read every row: this function checks the station
-- itself, once, and then may use the indexes. A file that was merged is found by its own keys and answered as the one
-- that stands for it. For a frequent name the planner would rather read the table from its beginning: it is not given
-- the choice.
drop function heli.search_people(uuid, text[], text, text[], int);
create function heli.search_people(station uuid, pieces text[], pattern text, initial text[], ends text[], whole bytea,
  villages text[], most int)
returns table (id uuid) language plpgsql stable rows 20 security definer
set search_path = heli, pg_temp set enable_seqscan = off as $$
begin
  if (station = any (asking_stations('reads'))) is not true then
    raise exception 'not a station of the asker' using errcode = '42501';
  end if;
  return query execute
    'select s.id from (select distinct coalesce(p.merged_into, p.id) as id from (select * from person p
        where p.county_id = $1 and p.station_id = $2 and ' || case
          when whole is not null then '(p.id_index = $7 or p.marks && $6)'
          when ends is not null then 'p.marks && $6'
          else '((p.grams @> $3 and (p.name like $4 or p.pinyin like $4)) or p.grams @> $5)' end
        || case when villages is not null then ' and p.grams && $8' else '' end || ' limit 400) p) hit
      join person s on s.county_id = $1 and s.station_id = $2 and s.id = hit.id
      order by s.pinyin, s.id limit $9'
    using asking_county(), station, pieces, pattern, initial, ends, whole, villages, most;
end $$;
comment on function heli.search_people is 'Ids of a station''s people by name or by the end of a number, by pinyin; for those who may read its records.';

-- Files that share something with somebody: the sound of the name (with birth, or with village where birth is not against
-- it), the ID number, a telephone number, or birth and village. Whether they may be one person is for the rule in TypeScript to say.
create function heli.alike_people(station uuid, pinyins text[], id_indexes bytea[], phones text[], births date[], villages text[])
returns table (nth int, id uuid, own_id uuid, name text, pinyin text, sex text, born_on date, born_precision text, village text,
  marks text[], id_index bytea, id_doubt text)
language plpgsql stable security definer set search_path = heli, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare county int := asking_county();
begin
  if (station = any (asking_stations('reads'))) is not true then
    raise exception 'not a station of the asker' using errcode = '42501';
  end if;
  return query
    with w as (select u.*, u.ordinality::int as n from unnest(pinyins, id_indexes, phones, births, villages) with ordinality
        as u (pinyin, id_index, phones, born_on, village, ordinality)),
    hit as (
      select w.n, h.id from w, lateral (select p.id from person p where p.county_id = county and p.station_id = station
        and p.pinyin = w.pinyin and (p.born_on = w.born_on or (p.village = w.village
          and coalesce(date_trunc('year', p.born_on) = date_trunc('year', w.born_on), true))) limit 40) h
      union
      select w.n, h.id from w, lateral (select p.id from person p where p.county_id = county and p.station_id = station
        and p.id_index = w.id_index limit 10) h
      union
      select w.n, h.id from w, lateral (select p.id from person p where p.county_id = county and p.station_id = station
        and p.marks && string_to_array(w.phones, ' ') limit 20) h where w.phones <> ''
      union
      select w.n, h.id from w, lateral (select p.id from person p where p.county_id = county and p.station_id = station
        and p.born_on = w.born_on and p.village = w.village limit 40) h)
    select hit.n, coalesce(p.merged_into, p.id), p.id, p.name, p.pinyin, p.sex, p.born_on, p.born_precision, p.village, p.marks,
      p.id_index, p.id_doubt
    from hit join person p on p.county_id = county and p.station_id = station and p.id = hit.id;
end $$;
comment on function heli.alike_people is 'For each of some people, the files of a station that share something with them; for those who may read its records.';

revoke all on function heli.search_people, heli.alike_people from public;
grant execute on function heli.search_people, heli.alike_people to heli_app;
