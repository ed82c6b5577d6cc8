// A hundred thousand of everything, over two stations, and the accounts and stations of a province around them.
import pg from 'pg';
import { nameKeys } from '../../src/people/search-text.ts';
import { FEMALE_NAMES, MALE_NAMES, SURNAMES } from '../../src/demo/made-up.ts';
import type { Address } from '../../src/platform/database/pool.ts';

export const MANY = 100_000;
const SOME = 3_000;

const GIVEN = [...FEMALE_NAMES, ...MALE_NAMES];
const NAMES = SURNAMES.flatMap((surname) => GIVEN.map((given) => `${surname}${given}`));

/** $1 county, $2 the two stations, $3 a worker, $4 the first station's town. g runs from 1 to MANY. */
const ROWS = `from generate_series(1, ${MANY}) g`;
/** Parts of a file that not everybody has. */
const ROWS_FEW = 'from generate_series(1, 20000) g';
const STATION = '($2::uuid[])[1 + g % 2]';
/** Ids as the program makes them, in the order of time; those of a kind stand together. */
const KINDS = [
  'account',
  'person',
  'event',
  'contribution',
  'notice',
  'answer',
  'log',
  'organisation',
  'station',
  'grant',
].concat([
  'reach',
  'invitation',
  'login',
  'session',
  'token',
  'verification',
  'factor',
  'consent',
  'household',
  'merge',
  'reading',
] as const);
const id = (kind: string, number = 'g') =>
  `('01900000-${KINDS.indexOf(kind).toString(16).padStart(4, '0')}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const PEOPLE = [
  `insert into heli.person (county_id, id, station_id, name, pinyin, initials, grams, sex, village, village_group, created_by, born_on,
       born_precision, phone, marks, id_sealed, id_index)
     select $1, ${id('person', 'g.g')}, ($2::uuid[])[1 + g.g % 2], n.name, n.pinyin, n.initials, string_to_array(n.grams, ' ') || ('v' || v.code), 'female', v.code,
       g.g % 9 || ' 组', $3, date '1930-01-01' + (g.g * 7) % 30000, 'day', 13800000000 + g.g,
       array(select '#' || right((13800000000 + g.g)::text, n) from generate_series(4, 8) n) || ('=' || left(md5(g.g::text), 16)),
       '\\x00', sha256(g.g::text::bytea)
     from (select g, 1 + g % (select count(*) from heli.area where parent = $4) as nth ${ROWS}) g
       join crowd_name n on n.i = (g.g / 2) % ${NAMES.length}
       join (select code, row_number() over (order by code) as nth from heli.area where parent = $4) v using (nth)`,
  `insert into heli.person_group (county_id, person_id, station_id, code)
     select $1, ${id('person')}, ${STATION}, 'elder-living-alone' ${ROWS}`,
  `insert into heli.follow_up (county_id, station_id, person_id, due_on, reason)
     select $1, ${STATION}, ${id('person')}, current_date - 3 + g % 400, '血压' ${ROWS}`,
  `insert into heli.person_contact (county_id, station_id, person_id, nth, kind, name)
     select $1, ${STATION}, ${id('person')}, 1, 'carer', '邻居' ${ROWS_FEW}`,
  `insert into heli.consent (county_id, id, station_id, person_id, purpose, agreed, given_by, how, given_on, entered_by)
     select $1, ${id('consent')}, ${STATION}, ${id('person')}, 'photo', true, 'self', 'paper', '2025-01-01', $3 ${ROWS_FEW}`,
  `insert into heli.household (county_id, id, station_id, created_by) select $1, ${id('household')}, ${STATION}, $3 ${ROWS_FEW}`,
  `update heli.person p set household_id = ${id('household')}, household_relation = 'head' ${ROWS_FEW}
     where p.county_id = $1 and p.station_id = ${STATION} and p.id = ${id('person')}`,
  `insert into heli.duplicate_pair (county_id, station_id, one_id, other_id, rank, reasons)
     select $1, ${STATION}, ${id('person')}, ${id('person', 'g + 2')}, g % 6, '{phone}' ${ROWS_FEW}`,
  `insert into heli.person_merge (county_id, id, station_id, survivor_id, merged_id, merged_by, merged_at)
     select $1, ${id('merge')}, ${STATION}, ${id('person')}, ${id('person', 'g + 4')}, $3, now() - g * interval '1 hour' ${ROWS_FEW}`,
  `insert into heli.reading_log (county_id, id, at, account_id, station_id, subject_kind, subject_id)
     select $1, ${id('reading')}, now(), $3, ${STATION}, 'id-number', ${id('person')} ${ROWS_FEW}`,
  `insert into heli.person_count (county_id, station_id, village, people)
     select county_id, station_id, village, count(*) from heli.person group by 1, 2, 3
     on conflict (county_id, station_id, village) do update set people = excluded.people`,
];

const WORK = [
  `insert into heli.event (county_id, id, station_id, kind, started_at, minutes, channel, phase, subject_kind, subject_id,
       inference_version, entered_by, entered_at)
     select $1, ${id('event')}, ${STATION}, 'visit', now() - g * interval '7 minutes', 30, 'in-person', 'deliver', 'person',
       ${id('person')}, 1, $3, now() - g * interval '7 minutes' ${ROWS}`,
  `insert into heli.visit (county_id, event_id, station_id, person_id, met, needs)
     select $1, ${id('event')}, ${STATION}, ${id('person')}, 'self', '{medical}' ${ROWS}`,
  `insert into heli.contribution (county_id, id, station_id, event_id, party_kind, party_id, sector, form, minutes)
     select $1, ${id('contribution')}, ${STATION}, ${id('event')}, 'account', $3, 'social-work', 'labour', 30 ${ROWS} where g % 10 > 0`,
  `insert into heli.contribution (county_id, id, station_id, event_id, party_kind, party_id, sector, form, minutes)
     select $1, ${id('contribution')}, ${STATION}, ${id('event')}, 'person', ${id('person')}, 'resident', 'labour', 30 ${ROWS} where g % 10 = 0`,
  `insert into heli.given_fact
     select $1, ${STATION}, ((now() - g * interval '7 minutes') at time zone 'Asia/Shanghai')::date, ${id('contribution')}, ${id('event')},
       case when g % 10 = 0 then 'person' else 'account' end, case when g % 10 = 0 then ${id('person')} else $3 end,
       case when g % 10 = 0 then 'resident' else 'social-work' end, 'labour', 'individual', 'unpaid', 30, 0, 'visit', 'deliver', '', '', '',
       true, 1, '00000000-0000-0000-0000-000000000000', '', $3, 0 ${ROWS}`,
  `insert into heli.attendance (county_id, station_id, event_id, person_id, present)
     select $1, ${STATION}, ${id('event')}, ${id('person')}, true ${ROWS}`,
  `insert into heli.expense (county_id, station_id, id, event_id, amount) select $1, ${STATION}, ${id('event')}, ${id('event')}, 5 ${ROWS}`,
  `insert into heli.next_step (county_id, station_id, event_id, what, due_on)
     select $1, ${STATION}, ${id('event')}, '问一下', current_date - 3 + g % 400 ${ROWS}`,
  `insert into heli.attachment (county_id, station_id, id, event_id, kind, name, type, bytes, digest, content, added_by)
     select $1, ${STATION}, ${id('event')}, ${id('event')}, 'voucher', '票', 'image/png', 1, '\\x00', '\\x00', $3 ${ROWS}`,
  `insert into heli.correction (county_id, station_id, event_id, new_event_id, corrected_by)
     select $1, ${STATION}, ${id('event')}, ${id('event', 'g + 2')}, $3 ${ROWS} where g % 10 = 0`,
  `insert into heli.project (county_id, station_id, id, kind, name, created_by)
     select $1, ${STATION}, ${id('event')}, 'service', '项目', $3 ${ROWS} where g <= 4000`,
  `insert into heli.partner (county_id, station_id, id, name, kind, sector, created_by)
     select $1, ${STATION}, ${id('event')}, '合作社' || g, 'organisation', 'enterprise', $3 ${ROWS} where g <= 600`,
  `insert into heli.gathering (county_id, station_id, id, kind, name, created_by)
     select $1, ${STATION}, ${id('event')}, 'meeting', '议事会', $3 ${ROWS} where g <= 4000`,
  `insert into heli.month_served (county_id, station_id, month, person_id, kind, field, area, times)
     select $1, ${STATION}, (date_trunc('month', now()) - g / 2 % 24 * interval '1 month')::date, ${id('person')}, 'visit',
       'elder-care', '', 1 ${ROWS}`,
];

const NOTES = [
  `insert into heli.notice (county_id, id, station_id, title, starts_at, entered_by)
     select $1, ${id('notice')}, ${STATION}, '义诊', now() + (50000 - g) * interval '11 minutes', $3 ${ROWS}`,
  `insert into heli.journal (county_id, station_id, seq, account_id, made_at, received_at, command, version, subject_kind,
       subject_id, fields, digest, previous, hash)
     select $1, ${STATION}, 1000000 + g, $3, now(), now(), 'people.add', 1, 'person', ${id('person')}, '{name}', '\\x00', '\\x00',
       '\\x00' ${ROWS}`,
  `insert into heli.journal_key (county_id, station_id, seq, subject_id, key)
     select $1, ${STATION}, 1000000 + g, ${id('person')}, '\\x00' ${ROWS}`,
  `insert into heli.answer (county_id, key, account_id, station_id, subject_id, body_digest, answer, expires_at)
     select $1, ${id('answer')}, $3, ${STATION}, ${id('person')}, '\\x00', '{}', now() + interval '80 days' ${ROWS}`,
  `insert into heli.access_log (county_id, id, account_id, what, outcome)
     select $1, ${id('log')}, $3, 'sign-in', 'done' ${ROWS}`,
  `insert into heli.population (county_id, area, group_code, as_of, count, source, entered_by)
     select $1, a.code, 'group ' || n, '2024-12-31', 7, '台账', $3 from heli.area a, generate_series(1, 10) n
     where a.code >= '$1000000' and a.code <= '$1999999' and a.level = 5`,
];

const PROVINCE = [
  `insert into heli.organisation (id, name, kind) select ${id('organisation')}, '机构', 'social-work' from generate_series(1, ${SOME}) g`,
  `insert into heli.station (id, county_id, area, slug, name, level, operator_id, opened_on)
     select ${id('station')}, left(code, 6)::int, code, 'crowd-' || code, '站', 'station', ${id('organisation')}, '2020-01-01'
     from (select row_number() over (order by code) as g, code from heli.area where level = 4 and left(code, 6) <> '$1' limit ${SOME}) a`,
  `insert into heli.account (id, county_id, kind, name, username, phone)
     select ${id('account')}, 1, 'staff', '某人', 'crowd' || g, (13000000000 + g)::text from generate_series(1, ${SOME}) g`,
  `insert into heli.access_grant (id, account_id, role, county_id, station_id, granted_by)
     select ${id('grant')}, ${id('account')}, 'worker', 1, ${id('station')}, $3 from generate_series(1, ${SOME}) g`,
  `insert into heli.access_grant (id, account_id, role, county_id, area_from, area_to, granted_by)
     select ${id('reach')}, ${id('account')}, 'officer', 430200 + g, '430200000000', '430299999999', $3
     from generate_series(1, ${SOME}) g`,
  `insert into heli.invitation (id, token_digest, county_id, station_id, role, name, invited_by, expires_at)
     select ${id('invitation')}, sha256(g::text::bytea), 1, ${id('station')}, 'worker', '某人', $3, now() + interval '7 days'
     from generate_series(1, ${SOME}) g`,
  `insert into heli.sign_in_guard (login, failures, last_failure_at) select md5(g::text), 1, now() from generate_series(1, ${SOME}) g`,
  `insert into auth."user" (id, name, email, "emailVerified", username)
     select ${id('account')}, '某人', g || '@crowd.invalid', false, 'crowd' || g from generate_series(1, ${SOME}) g`,
  `insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
     select ${id('login')}, ${id('account')}, 'credential', ${id('account')}, 'x', now() from generate_series(1, ${SOME}) g`,
  `insert into auth.session (id, "userId", token, "expiresAt", "updatedAt")
     select ${id('session')}, ${id('account')}, ${id('token')}, now() + interval '9 days', now() from generate_series(1, ${SOME}) g`,
  `insert into auth.verification (id, identifier, value, "expiresAt")
     select ${id('verification')}, 'crowd' || g, g, now() + interval '9 days' from generate_series(1, ${SOME}) g`,
  `insert into auth."twoFactor" (id, secret, "backupCodes", "userId")
     select ${id('factor')}, g, g, ${id('account')} from generate_series(1, ${SOME}) g`,
];

/** Who and where, written into the statements as they stand. */
interface Crowding {
  county: number;
  stations: [string, string];
  worker: string;
  town: string;
}

function written(statement: string, { county, stations, worker, town }: Crowding): string {
  return statement
    .replaceAll('$1', String(county))
    .replaceAll('$2', `'{${stations.join()}}'`)
    .replaceAll('$3', `'${worker}'::uuid`)
    .replaceAll('$4', `'${town}'`);
}

async function load(address: Address, crowding: Crowding, statements: string[]): Promise<void> {
  const client = new pg.Client({ ...address, ssl: false });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off; set session_replication_role = replica');
    const keys = NAMES.map(nameKeys);
    await client.query('create temporary table crowd_name (i int, name text, pinyin text, initials text, grams text)');
    await client.query(
      'insert into crowd_name select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[])',
      [
        NAMES.map((_, index) => index),
        NAMES,
        keys.map((key) => key.pinyin),
        keys.map((key) => key.initials),
        keys.map((key) => key.grams.join(' ')),
      ],
    );
    for (const statement of statements) await client.query(written(statement, crowding));
  } finally {
    await client.end();
  }
}

/** Fills the two stations; answers once the statistics are fresh. */
export async function fill(owner: pg.Pool, address: Address, crowding: Crowding): Promise<void> {
  await Promise.all([load(address, crowding, [...PEOPLE, ...PROVINCE]), load(address, crowding, [...WORK, ...NOTES])]);
  await owner.query('analyze');
}
