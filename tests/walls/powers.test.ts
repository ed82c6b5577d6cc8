// What the role that serves may not do, whoever asks.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, spreadTables } from './catalogue.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';

let walls: TestDatabase;

beforeAll(async () => {
  walls = await makeDatabase();
});

afterAll(() => walls?.drop());

async function refusal(sql: string): Promise<string> {
  return walls.app.query(sql).then(
    () => 'not refused',
    (error: { code?: string }) => error.code ?? '',
  );
}

describe('heli_app', () => {
  test('is no superuser, passes no row security, makes no roles, and belongs to no other role', async () => {
    const rows = await ask(
      walls.owner,
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
      (select count(*)::int from pg_auth_members where member = r.oid) as roles from pg_roles r where rolname = 'heli_app'`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        roles: 0,
      },
    ]);
  });

  test('owns nothing', async () => {
    const rows = await ask(
      walls.owner,
      `
      select 'table' as kind, relname::text as name from pg_class where relowner = 'heli_app'::regrole
      union all select 'function', proname from pg_proc where proowner = 'heli_app'::regrole
      union all select 'schema', nspname from pg_namespace where nspowner = 'heli_app'::regrole
      union all select 'type', typname from pg_type where typowner = 'heli_app'::regrole`,
    );
    expect(rows).toEqual([]);
  });

  test.each([
    'set role heli_owner',
    'set session authorization heli_owner',
    'alter table heli.person add column x int',
    'alter table heli.person disable row level security',
    'drop policy may_select on heli.person',
    'drop table heli.person_count',
    'truncate heli.journal',
    'create table heli.mine (x int)',
    'create table public.mine (x int)',
    'create or replace function heli.asking_county() returns int language sql as $$ select 1 $$',
    'select from auth.session',
    'select from auth."user"',
    'select from heli.journal_key',
    'select from heli.migration',
    "select heli.scope('00000000-0000-7000-8000-000000000001', 1)",
    "select heli.allow('heli.person', 'select', 'true')",
    "select pg_read_file('/etc/hostname')",
  ])('may not: %s', async (sql) => {
    expect(['42501', '42P17']).toContain(await refusal(sql));
  });

  test('may not reach the chain of the journal but through heli.settle', async () => {
    const rows = await ask(
      walls.owner,
      `select t.name, p.name as power
      from unnest(array['journal', 'journal_head', 'journal_key']) as t(name),
        unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as p(name)
      where has_table_privilege('heli_app', 'heli.' || t.name, p.name) or
        (p.name in ('INSERT', 'UPDATE') and has_any_column_privilege('heli_app', 'heli.' || t.name, p.name))`,
    );
    expect(rows).toEqual([]);
  });

  test('reads what is counted and what is owed, and writes none of it: counting alone does', async () => {
    const rows = await ask(
      walls.owner,
      `select t.name, p.name as power
      from unnest(array['month_sum', 'month_given_sum', 'month_served', 'given_fact', 'fact_day', 'follow_up']) as t(name),
        unnest(array['INSERT', 'UPDATE', 'DELETE']) as p(name)
      where has_table_privilege('heli_app', 'heli.' || t.name, p.name) or
        (p.name <> 'DELETE' and has_any_column_privilege('heli_app', 'heli.' || t.name, p.name))`,
    );
    expect(rows).toEqual([]);
    const steps = ['count_sums', 'count_given', 'keep_facts', 'drop_empty_sums', 'require_counting'];
    const may = `select name from unnest($1::text[]) as s(name) join pg_proc p on p.proname = s.name
      where has_function_privilege('heli_app', p.oid, 'EXECUTE')`;
    expect(await ask(walls.owner, may, [steps])).toEqual([]);
  });

  test('may empty no table, and may delete only what is kept without history', async () => {
    const tables = [...spreadTables().county, ...spreadTables().reference];
    const may = async (power: string) =>
      (
        await ask<{ name: string }>(
          walls.owner,
          `select name from unnest($1::text[]) as t(name)
        where has_table_privilege('heli_app', 'heli.' || name, $2) order by 1`,
          [tables, power],
        )
      ).map((row) => row.name);
    expect(await may('TRUNCATE')).toEqual([]);
    // Lists are written anew, forms and indicators are no records, and whoever does not come after all leaves nothing behind.
    const listed = ['next_step', 'duplicate_pair', 'person_contact', 'person_group', 'sign_in_guard'];
    const forms = ['export_profile', 'report_template', 'contract_indicator'];
    expect(await may('DELETE')).toEqual([...listed, ...forms, 'notice_coming'].sort());
  });

  test('does not see the schema of passwords, and the role of passwords does not see ours', async () => {
    const rows = await ask(
      walls.owner,
      `select has_schema_privilege('heli_app', 'auth', 'usage') as app,
      has_schema_privilege('heli_auth', 'heli', 'usage') as auth`,
    );
    expect(rows).toEqual([{ app: false, auth: false }]);
  });
});
