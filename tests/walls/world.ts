// A small made-up country: three counties, each with a county centre, two town stations and two village points, run
// by three organisations; at every station one record of every kind.
import type pg from 'pg';

export const COUNTIES = [370203, 370211, 441900] as const;

export interface StationSeed {
  id: string;
  county: number;
  area: string;
  level: 'centre' | 'station' | 'point';
  parent: string | null;
  operator: string | null;
}

/** One row as row security sees it: its table, a key to know it by, and the columns that rules speak of. */
export interface Row {
  table: string;
  key: string;
  county: number;
  station?: string | null;
  account?: string | null;
  kind?: string;
}

/** A made-up id: a word of hex digits for the kind, and a number. */
export function madeId(kind: string, number: number): string {
  return `00000000-0000-4000-8000-${kind.padStart(4, '0')}${number.toString(16).padStart(8, '0')}`;
}

export const ORGANISATIONS = [1, 2, 3].map((number) => madeId('0f', number));
const operatorOf = (number: number): string | null => ORGANISATIONS[number % 4] ?? null;

function stationsOf(county: number, index: number): StationSeed[] {
  const at = (number: number) => madeId('5a', index * 10 + number);
  const seeds: Pick<StationSeed, 'area' | 'level' | 'parent'>[] = [
    { area: `${county}000000`, level: 'centre', parent: null },
    { area: `${county}001000`, level: 'station', parent: at(0) },
    { area: `${county}001001`, level: 'point', parent: at(1) },
    { area: `${county}001002`, level: 'point', parent: at(1) },
    { area: `${county}002000`, level: 'station', parent: at(0) },
  ];
  return seeds.map((seed, number) => ({ ...seed, id: at(number), county, operator: operatorOf(index + number) }));
}

export const STATIONS: StationSeed[] = COUNTIES.flatMap(stationsOf);
const AREAS = [...new Set(STATIONS.map((station) => station.area))];

/** Who made everything; belongs to nobody that is drawn. */
export const SOMEBODY = madeId('ace', 0);
export const RECORDS = {
  person: 1,
  event: 2,
  spareEvent: 3,
  contribution: 4,
  notice: 5,
  access: 6,
  reading: 7,
  glass: 8,
  answer: 9,
  invitation: 10,
  household: 11,
  consent: 12,
  merge: 13,
  otherPerson: 14,
} as const;

/** The id of the record of a kind at the n-th station. */
export function recordId(kind: keyof typeof RECORDS, station: number): string {
  return madeId(`0${RECORDS[kind].toString(16)}`, station + 1);
}

const COMMON = `
  with s as (select * from jsonb_to_recordset($1) as s(id uuid, n int, county int, area text, level text, parent uuid, operator uuid,
    person uuid, event uuid, "spareEvent" uuid, contribution uuid, notice uuid, access uuid, reading uuid, glass uuid, answer uuid,
    invitation uuid, household uuid, consent uuid, merge uuid, "otherPerson" uuid))`;

const INSERTS = [
  `insert into heli.station (id, county_id, area, slug, name, level, parent_id, operator_id, opened_on)
     select id, county, area, 's' || n, 's' || n, level, parent, operator, '2020-01-01' from s`,
  `insert into heli.person (county_id, id, station_id, name, pinyin, initials, grams, sex, created_by)
     select county, p, id, '人', 'ren', 'r', '{人}', 'unknown', $2 from s, unnest(array[person, "otherPerson"]) as p`,
  `insert into heli.household (county_id, id, station_id, created_by) select county, household, id, $2 from s`,
  `insert into heli.person_contact (county_id, station_id, person_id, nth, kind, name) select county, id, person, 1, 'carer', '人' from s`,
  `insert into heli.consent (county_id, id, station_id, person_id, purpose, agreed, given_by, how, given_on, entered_by)
     select county, consent, id, person, 'photo', false, 'self', 'spoken', '2024-12-31', $2 from s`,
  `insert into heli.duplicate_pair (county_id, station_id, one_id, other_id, rank, reasons)
     select county, id, person, "otherPerson", 1, '{phone}' from s`,
  `insert into heli.person_merge (county_id, id, station_id, survivor_id, merged_id, merged_by)
     select county, merge, id, person, "otherPerson", $2 from s`,
  `insert into heli.person_group (county_id, person_id, station_id, code) select county, person, id, 'left' from s`,
  `insert into heli.event (county_id, id, station_id, kind, started_at, channel, phase, subject_kind, inference_version, entered_by)
     select county, e, id, 'visit', now(), 'home', 'deliver', 'person', 1, $2 from s, unnest(array[event, "spareEvent"]) as e`,
  `insert into heli.contribution (county_id, id, station_id, event_id, party_kind, party_id, sector, form, minutes)
     select county, contribution, id, event, 'person', person, 'resident', 'labour', 30 from s`,
  `insert into heli.visit (county_id, event_id, station_id, person_id, met, needs) select county, event, id, person, 'self', '{}' from s`,
  `insert into heli.follow_up (county_id, station_id, person_id, due_on) select county, id, person, '2030-01-01' from s`,
  `insert into heli.notice (county_id, id, station_id, title, starts_at, entered_by) select county, notice, id, '讲座', now(), $2 from s`,
  `insert into heli.notice_coming (county_id, station_id, id, notice_id, name, people, said_at) select county, id, event, notice, '张婶', 2, now() from s`,
  `insert into heli.proposal (county_id, station_id, id, code, what, said_at, owed_on) select county, id, event, lpad(n::text, 10, '0'), '装路灯', now(), '2030-01-01' from s`,
  `insert into heli.person_count (county_id, station_id, village, people) select county, id, '000000000000', 1 from s`,
  `insert into heli.project (county_id, station_id, id, kind, name, created_by) select county, id, event, 'service', '项目', $2 from s`,
  `insert into heli.partner (county_id, station_id, id, name, kind, sector, created_by) select county, id, event, '合作社', 'organisation', 'enterprise', $2 from s`,
  `insert into heli.gathering (county_id, station_id, id, kind, name, created_by) select county, id, event, 'meeting', '议事会', $2 from s`,
  `insert into heli.attendance (county_id, station_id, event_id, person_id, present) select county, id, event, person, true from s`,
  `insert into heli.expense (county_id, station_id, id, event_id, amount) select county, id, event, event, 1 from s`,
  `insert into heli.next_step (county_id, station_id, event_id, what, due_on) select county, id, event, '问一下', '2030-01-01' from s`,
  `insert into heli.correction (county_id, station_id, event_id, corrected_by) select county, id, event, $2 from s`,
  `insert into heli.attachment (county_id, station_id, id, event_id, kind, name, type, bytes, digest, content, added_by)
     select county, id, event, event, 'voucher', '票', 'image/png', 1, '\\x00', '\\x00', $2 from s`,
  `insert into heli.month_sum (county_id, station_id, month, kind, field, phase, outside, area) select county, id, '2026-06-01', 'visit', 'x', 'x', false, '' from s`,
  `insert into heli.month_given_sum (county_id, station_id, month, sector, form, phase, mode, pay, with_worker, unit)
     select county, id, '2026-06-01', 'x', 'x', 'x', 'x', 'x', true, '' from s`,
  `insert into heli.month_served (county_id, station_id, month, person_id, kind, field, area) select county, id, '2026-06-01', person, 'visit', 'x', '' from s`,
  `insert into heli.given_fact (county_id, station_id, day, contribution_id, event_id, party_kind, party_id, sector, form, mode, pay, minutes,
       amount, kind, phase, strategies, initiator, asked_by, with_worker, evidence, project_id, area, entered_by, days_late)
     select county, id, '2026-06-01', contribution, event, 'person', person, 'x', 'x', 'x', 'x', 30, 0, 'x', 'x', '', 'x', '', true, 1, person, '', $2, 0 from s`,
  `insert into heli.fact_day (county_id, station_id, day, changes) select county, id, '2026-06-01', 1 from s`,
  `insert into heli.shock (county_id, station_id, id, kind, name, from_on, to_on, created_by) select county, id, event, 'flood', '大水', '2026-06-01', '2026-06-03', $2 from s`,
  `insert into heli.sheet_count (county_id, station_id, event_id, day, on_paper, on_list, on_both, counted_by) select county, id, event, '2026-06-01', 1, 1, 1, $2 from s`,
  `insert into heli.lens_snapshot (county_id, scope, subject, year, stations, taken_at, program, lenses) select county, 'station', id::text, 2025, array[id], now(), '0', '{}' from s`,
  `insert into heli.import_batch (county_id, station_id, id, file_name, plans, rows, created_by, created_at)
     select county, id, event, '台账.xlsx', '[]', 1, $2, now() from s`,
  `insert into heli.import_row (county_id, station_id, batch_id, position, plan, source_row, cells) select county, id, event, 0, 0, 0, '[]' from s`,
  `insert into heli.import_mapping (county_id, station_id, signature, kind, roles, updated_by, updated_at)
     select county, id, '姓名', 'people', '{name}', $2, now() from s`,
  `insert into heli.month_closing (county_id, station_id, id, month, report, closed_by, closed_at)
     select county, id, event, '2026-05-01', '{}', $2, now() from s`,
  `insert into heli.month_closed_event (county_id, station_id, closing_id, event_id, kind, started_at, evidence, attached)
     select county, id, event, event, 'visit', now(), 1, 0 from s`,
  `insert into heli.report_template (county_id, station_id, id, name, bytes, digest, content, added_by, added_at)
     select county, id, event, '月报.docx', 1, '\\x00', '\\x00', $2, now() from s`,
  `insert into heli.export_profile (county_id, station_id, id, name, layout, updated_by, updated_at)
     select county, id, event, '平台', '{}', $2, now() from s`,
  `insert into heli.contract_indicator (county_id, station_id, id, name, unit, target, from_month, to_month, updated_by, updated_at)
     select county, id, event, '走访', 'household-time', 400, '2026-01-01', '2026-12-01', $2, now() from s`,
  `insert into heli.population (county_id, area, group_code, as_of, count, source, entered_by)
     select county, area, 'all', '2024-12-31', 100, '统计公报', $2 from s`,
  `insert into heli.journal (county_id, station_id, seq, account_id, made_at, received_at, command, version, subject_kind, subject_id,
       fields, digest, previous, hash)
     select county, id, 1, $2, now(), now(), 'x', 1, 'person', person, '{}', '\\x00', '\\x', '\\x01' from s`,
  `insert into heli.journal_key (county_id, station_id, seq, subject_id, key) select county, id, 1, person, '\\x00' from s`,
  `insert into heli.journal_head (county_id, station_id, seq, hash) select county, id, 1, '\\x01' from s`,
  `insert into heli.answer (county_id, key, account_id, station_id, subject_id, body_digest, answer, expires_at)
     select county, answer, $2, id, person, '\\x00', '{}', now() + interval '1 day' from s`,
  `insert into heli.access_log (county_id, id, account_id, what, outcome) select county, access, $2, 'sign-in', 'done' from s`,
  `insert into heli.reading_log (county_id, id, account_id, station_id, subject_kind, subject_id)
     select county, reading, $2, id, 'case', person from s`,
  `insert into heli.break_glass (county_id, id, account_id, station_id, case_id, reason, closes_at)
     select county, glass, $2, id, person, '夜间急诊，家属来电请求帮助', now() + interval '1 hour' from s`,
  `insert into heli.invitation (id, token_digest, county_id, station_id, role, name, invited_by, expires_at)
     select invitation, sha256(invitation::text::bytea), county, id, 'worker', '新人', $2, now() + interval '7 days' from s`,
];

/** Writes the country into an empty database, as its owner. */
export async function makeWorld(owner: pg.ClientBase): Promise<void> {
  const ids = (index: number) =>
    Object.fromEntries((Object.keys(RECORDS) as (keyof typeof RECORDS)[]).map((kind) => [kind, recordId(kind, index)]));
  const stations = STATIONS.map((station, n) => ({ ...station, n, ...ids(n) }));
  await owner.query(
    'insert into heli.area (code, level, name) select unnest($1::text[]), 4, $2 on conflict do nothing',
    [AREAS, '某地'],
  );
  await owner.query("insert into heli.organisation (id, name, kind) select unnest($1::uuid[]), '机构', 'social-work'", [
    ORGANISATIONS,
  ]);
  await owner.query('insert into heli.county (county_id) select unnest($1::int[])', [COUNTIES]);
  await owner.query("insert into heli.account (id, county_id, kind, name) values ($1, 0, 'staff', '某人')", [SOMEBODY]);
  await owner.query(`insert into auth."user" (id, name, email, "emailVerified") values ($1, '某人', 'x', false)`, [
    SOMEBODY,
  ]);
  await owner.query(
    `insert into auth.session (id, "userId", token, "expiresAt", "updatedAt") values ($1, $1, 'token of ' || $1, now() + interval '1 day', now())`,
    [SOMEBODY],
  );
  for (const insert of INSERTS) {
    const values = insert.includes('$2') ? [JSON.stringify(stations), SOMEBODY] : [JSON.stringify(stations)];
    await owner.query(`${COMMON} ${insert}`, values);
  }
}

const AT_STATION: Record<string, keyof typeof RECORDS> = {
  person: 'person',
  event: 'event',
  contribution: 'contribution',
  notice: 'notice',
  reading_log: 'reading',
  break_glass: 'glass',
  answer: 'answer',
  access_log: 'access',
  invitation: 'invitation',
  visit: 'event',
  person_group: 'person',
  follow_up: 'person',
  household: 'household',
  person_contact: 'person',
  consent: 'consent',
  duplicate_pair: 'person',
  person_merge: 'merge',
};

/** One row a station. */
const OF_WORK = [
  'notice_coming',
  'proposal',
  'project',
  'partner',
  'gathering',
  'attendance',
  'expense',
  'next_step',
  'correction',
  'attachment',
  'month_sum',
  'month_given_sum',
  'month_served',
  'given_fact',
  'fact_day',
  'shock',
  'sheet_count',
  'lens_snapshot',
  'import_batch',
  'import_row',
  'import_mapping',
  'month_closing',
  'month_closed_event',
  'report_template',
  'export_profile',
  'contract_indicator',
];

function rowsAt(seed: StationSeed, index: number): Row[] {
  const at = { county: seed.county, station: seed.id, account: SOMEBODY };
  const named = Object.entries(AT_STATION).map(([table, kind]) => ({ ...at, table, key: recordId(kind, index) }));
  const byStation = ['station', 'journal', 'journal_head', 'person_count', ...OF_WORK].map((table) => ({
    ...at,
    table,
    key: seed.id,
  }));
  const spare = { ...at, table: 'event', key: recordId('spareEvent', index) };
  const other = { ...at, table: 'person', key: recordId('otherPerson', index) };
  return [...named, ...byStation, spare, other, { ...at, table: 'population', key: seed.area }];
}

/** Every row of the country, besides those of the accounts that are drawn. */
export const WORLD_ROWS: Row[] = [
  ...STATIONS.flatMap(rowsAt),
  ...COUNTIES.map((county) => ({ table: 'county', key: String(county), county })),
  { table: 'account', key: SOMEBODY, county: 0, account: SOMEBODY, kind: 'staff' },
];

/** What tells a row of each table from the others. A table that is not here is one these tests do not know. */
export const KEY_OF: Record<string, string> = {
  person: 'id',
  person_group: 'person_id',
  household: 'id',
  person_contact: 'person_id',
  consent: 'id',
  duplicate_pair: 'one_id',
  person_merge: 'id',
  event: 'id',
  contribution: 'id',
  visit: 'event_id',
  follow_up: 'person_id',
  notice: 'id',
  person_count: 'station_id',
  ...Object.fromEntries(OF_WORK.map((table) => [table, 'station_id'])),
  lens_snapshot: 'subject',
  population: 'area',
  journal: 'station_id',
  journal_head: 'station_id',
  answer: 'key',
  access_log: 'id',
  reading_log: 'id',
  break_glass: 'id',
  invitation: 'id',
  access_grant: 'id',
  station: 'id',
  account: 'id',
  county: 'county_id',
};
