// What an asker may try to write at one station, and what the rules say must come of it. Every attempt is undone.
import type pg from 'pg';
import { type Attempt, NEW, once, type Place, q, touched } from './attempt.ts';
import { recordInserts } from './record-attempts.ts';
import { COUNTIES, ORGANISATIONS, recordId, type Row, SOMEBODY, STATIONS } from './world.ts';

/** Runs one statement, undoes it, and says what happened: the rows it touched, or its SQLSTATE. */
export const ATTEMPT = `
  create schema walls;
  create function walls.attempt(statement text) returns text language plpgsql as $$
  declare touched int;
  begin
    execute statement;
    get diagnostics touched = row_count;
    raise exception using errcode = 'HE000', message = touched::text;
  exception
    when sqlstate 'HE000' then return sqlerrm;
    when others then return sqlstate;
  end $$;
  grant usage on schema walls to heli_app`;

/** With no WHERE at all: row security alone decides how many rows change. */
function sweeping({ view, rows }: Place): Attempt[] {
  const all = (table: string, sql: string, may: (row: Row) => boolean): Attempt => ({
    what: sql,
    sql,
    allowed: rows.filter((row) => row.table === table && row.county === view.county && may(row)).length,
  });
  const written = (row: Row) => view.writes.has(row.station ?? '');
  const managedHere = (row: Row) => view.manages.has(row.station ?? '');
  const managed = (row: Row) => view.manages.has(row.station ?? '') || view.keepsHost;
  return [
    all('person', 'update heli.person set phone = phone', written),
    all('event', 'update heli.event set version = version', written),
    all('notice', 'update heli.notice set note = note', written),
    all('person_count', 'update heli.person_count set people = people', written),
    all('person_group', 'delete from heli.person_group', written),
    all('notice_coming', 'update heli.notice_coming set people = people', written),
    all('notice_coming', 'delete from heli.notice_coming', written),
    all('proposal', 'update heli.proposal set answer = answer', written),
    all('project', 'update heli.project set place = place', written),
    all('attachment', 'update heli.attachment set removed_by = removed_by', written),
    all('next_step', 'delete from heli.next_step', written),
    all('sheet_count', 'update heli.sheet_count set on_paper = on_paper', written),
    all('household', 'update heli.household set note = note', written),
    all('person_contact', 'delete from heli.person_contact', written),
    all('consent', 'update heli.consent set note = note', written),
    all('duplicate_pair', 'update heli.duplicate_pair set rank = rank', written),
    all('duplicate_pair', 'delete from heli.duplicate_pair', written),
    all('person_merge', 'update heli.person_merge set reason = reason', written),
    all('import_batch', 'update heli.import_batch set state = state', written),
    all('import_row', 'update heli.import_row set state = state', written),
    all('month_closing', 'update heli.month_closing set reopened_why = reopened_why', managedHere),
    all('report_template', 'delete from heli.report_template', managedHere),
    all('export_profile', 'update heli.export_profile set name = name', managedHere),
    all('export_profile', 'delete from heli.export_profile', managedHere),
    all('contract_indicator', 'update heli.contract_indicator set target = target', managedHere),
    all('contract_indicator', 'delete from heli.contract_indicator', managedHere),
    all('population', 'update heli.population set count = count', () => view.manages.size > 0),
    all('invitation', 'update heli.invitation set withdrawn_at = now()', managed),
    all('access_grant', 'update heli.access_grant set revoked_at = now()', managed),
    all('station', 'update heli.station set phone = phone', managed),
  ];
}

function granting({ asker, target, view }: Place): Attempt[] {
  const here = target.county === view.county;
  const grant = (role: string, scope: 'station' | 'host', may: boolean): Attempt => ({
    what: `grant a ${role} the ${scope}`,
    sql: `insert into heli.access_grant (id, account_id, county_id, granted_by, role, station_id, host)
      values (${NEW}, ${q(asker.id)}, ${target.county}, ${q(asker.id)}, '${role}',
        ${scope === 'host' ? 'null, true' : `${q(target.id)}, false`})`,
    allowed: once(may),
  });
  const account = (kind: string, may: boolean): Attempt => ({
    what: `make a ${kind} account`,
    sql: `insert into heli.account (id, county_id, kind, name) values (${NEW}, ${target.county}, '${kind}', '新人')`,
    allowed: once(may),
  });
  const manages = here && (view.manages.has(target.id) || view.keepsHost);
  return [
    grant('worker', 'station', manages),
    grant('keeper', 'station', false),
    grant('system', 'station', false),
    grant('worker', 'host', false),
    grant('keeper', 'host', here && view.keepsHost),
    grant('system', 'host', false),
    account('staff', here && (view.manages.size > 0 || view.keepsHost)),
    account('system', false),
    {
      what: 'rename another account',
      sql: `update heli.account set name = 'x' where id <> ${q(asker.id)}`,
      allowed: 0,
    },
    { what: 'rename oneself', sql: "update heli.account set name = 'x'", allowed: touched(true) },
  ];
}

/** A head invites to the station, and to areas of its county; only the keeper of the host gives what reaches further. */
function inviting({ asker, target, view }: Place): Attempt[] {
  const here = target.county === view.county;
  const invite = (role: string, reach: { area?: string; organisation?: string }, may: boolean): Attempt => ({
    what: `invite a ${role} ${JSON.stringify(reach)}`,
    sql: `insert into heli.invitation (id, token_digest, county_id, station_id, role, name, invited_by, expires_at, area_from, area_to,
        organisation_id)
      values (${NEW}, 'x', ${target.county}, ${q(target.id)}, '${role}', '新人', ${q(asker.id)}, now() + interval '1 day',
        ${q(reach.area ?? null)}, ${q(reach.area ?? null)}, ${q(reach.organisation ?? null)})`,
    allowed: once(may),
  });
  const head = here && (view.manages.has(target.id) || view.keepsHost);
  const keeper = here && view.keepsHost;
  const abroad = `${COUNTIES.find((county) => county !== target.county)}001001`;
  return [
    invite('worker', {}, head),
    invite('cadre', { area: `${target.county}001001` }, head),
    invite('cadre', { area: abroad }, keeper),
    invite('officer', { area: `${target.county}000000` }, keeper),
    invite('supervisor', { organisation: ORGANISATIONS[0] ?? '' }, keeper),
  ];
}

function placing({ target, view }: Place): Attempt[] {
  const here = target.county === view.county;
  const open = (level: string, parent: string | null, may: boolean): Attempt => ({
    what: `open a ${level}`,
    sql: `insert into heli.station (id, county_id, area, slug, name, level, parent_id, opened_on)
      values (${NEW}, ${target.county}, ${q(target.area)}, 'new', '新', '${level}', ${q(parent)}, '2025-01-01')`,
    allowed: once(may),
  });
  return [
    open('station', target.id, here && view.keepsHost),
    open('point', target.id, here && (view.keepsHost || view.manages.has(target.id))),
    {
      what: 'change a station',
      sql: `update heli.station set name = 'x' where id = ${q(target.id)}`,
      allowed: touched(here && (view.keepsHost || view.manages.has(target.id))),
    },
    {
      what: 'enter a population',
      sql: `insert into heli.population (county_id, area, group_code, as_of, count, source, entered_by)
        values (${target.county}, ${q(target.area)}, 'all', '2025-01-01', 1, 'x', ${NEW})`,
      allowed: once(here && view.manages.size > 0),
    },
  ];
}

function logging({ asker, target, view }: Place): Attempt[] {
  const here = target.county === view.county;
  const [county, station, self] = [target.county, q(target.id), q(asker.id)];
  const read = (what: string, by: string, may: boolean): Attempt => ({
    what,
    sql: `insert into heli.reading_log (county_id, id, account_id, station_id, subject_kind, subject_id)
      values (${county}, ${NEW}, ${by}, ${station}, 'case', ${NEW})`,
    allowed: once(may),
  });
  const refused = (sql: string): Attempt => ({ what: sql, sql, allowed: 'refused' });
  return [
    read('note what I read', self, here),
    read('note what another read', q(SOMEBODY), false),
    {
      what: 'look urgently',
      sql: `insert into heli.break_glass (county_id, id, account_id, station_id, case_id, reason, closes_at)
        values (${county}, ${NEW}, ${self}, ${station}, ${NEW}, '夜间急诊，家属来电请求帮助', now() + interval '1 hour')`,
      allowed: once(here && view.sees.has(target.id)),
    },
    ...[
      'person',
      'event',
      'visit',
      'notice',
      'proposal',
      'project',
      'partner',
      'gathering',
      'attendance',
      'expense',
      'correction',
      'attachment',
      'journal',
      'journal_head',
      'journal_key',
      'answer',
      'access_log',
      'reading_log',
      'break_glass',
      'household',
      'consent',
      'person_merge',
      'import_batch',
      'import_row',
      'import_mapping',
      'station',
      'account',
      'access_grant',
      'population',
    ].map((table) => refused(`delete from heli.${table}`)),
    ...[
      'proposal set what = what',
      'journal set command = command',
      'journal_head set seq = 0',
      "journal_key set key = ''",
      'access_log set what = what',
      'reading_log set reason = reason',
      'answer set answer = answer',
    ].map((change) => refused(`update heli.${change}`)),
    refused('select from heli.journal_key'),
  ];
}

/** Functions that run with the owner's rights, and so must ask for themselves who may. */
function calling({ target, view }: Place): Attempt[] {
  const station = q(target.id);
  const call = (name: string, values: string, may: boolean): Attempt => ({
    what: `call ${name}`,
    sql: `select count(*) from heli.${name}(${values})`,
    allowed: once(may),
  });
  const writes = target.county === view.county && view.writes.has(target.id);
  const line = `'{"station": "${target.id}", "madeAt": "2025-01-01T00:00:00Z", "command": "x", "version": 1, "subjectKind": "x",
    "subject": "${target.id}", "key": "${target.id}", "keepDays": 1}'`;
  return [
    call('settle', `${line}, '{}', '', '', '', '{}'`, view.sees.has(target.id) || view.keepsHost),
    call('search_people', `${station}, '{人}', '%人%', '{人}', null, null, null, 10`, view.reads.has(target.id)),
    call('alike_people', `${station}, '{ren}', '{null}', '{}', '{null}', '{null}'`, view.reads.has(target.id)),
    call('count_events', `${target.county}, ${station}, '{}', 1`, writes),
    call('settle_follow_ups', `${target.county}, ${station}, '{}', '{7}'`, writes),
    call('undo_import', `${station}, ${NEW}, '{7}'`, false),
    call('colleagues', station, view.sees.has(target.id)),
    call('withdraw_grant', `${station}, ${NEW}`, false),
    call('sweep', '', false),
    call('accept_clock', station, view.keepsHost),
    call('hold_journal', station, view.manages.has(target.id)),
    call('strike_proposal', `${station}, ${q(recordId('event', STATIONS.indexOf(target)))}`, writes),
    call('forget_names', 'now()', false),
    call('has_county', station, view.sees.has(target.id)),
    call('hold_month', `${station}, ${NEW}`, view.sees.has(target.id)),
    call('return_month', `${station}, ${NEW}, '数字不对'`, false),
    call('mark_set_up', 'false', view.keepsHost),
    call('make_login', `${NEW}, 'new', 'new', 'x'`, view.keepsHost),
    call('use_invitation', `${q(recordId('invitation', STATIONS.indexOf(target)))}, ${q(SOMEBODY)}`, view.keepsHost),
  ];
}

/** Everything tried by one asker in one county at one station. */
export function attemptsAt(place: Place): Attempt[] {
  return [
    ...recordInserts(place),
    ...sweeping(place),
    ...granting(place),
    ...inviting(place),
    ...placing(place),
    ...logging(place),
    ...calling(place),
  ];
}

const REFUSALS = ['42501', '23514'];

/** Tries them all; answers those that came out otherwise. */
export async function findSurprises(client: pg.ClientBase, attempts: Attempt[]): Promise<string[]> {
  const { rows } = await client.query<{ outcome: string }>(
    'select walls.attempt(sql) as outcome from unnest($1::text[]) with ordinality as a(sql, n) order by n',
    [attempts.map((attempt) => attempt.sql)],
  );
  return attempts.flatMap(({ what, allowed }, index) => {
    const outcome = rows[index]?.outcome ?? '';
    const right = allowed === 'refused' ? REFUSALS.includes(outcome) : outcome === String(allowed);
    return right ? [] : [`${what}: ${outcome}, should be ${allowed}`];
  });
}
