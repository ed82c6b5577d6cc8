// What the database says of itself.
import type pg from 'pg';
import { migrations } from '../../src/platform/database/migrate.ts';

const SPREAD = /heli\.(distribute|replicate)\((?:t\)\s+from\s+unnest\(array\[([^\]]+)\]|'(heli\.\w+)'\))/g;

/** The tables that migrations spread by county, and those they keep the same everywhere. */
export function spreadTables(): { county: string[]; reference: string[] } {
  const text = migrations.map((migration) => migration.text).join('\n');
  const dropped = [...text.matchAll(/^drop table heli\.(\w+);$/gm)].map(([, name]) => name);
  const found = { county: [] as string[], reference: [] as string[] };
  for (const [, how, many, one] of text.matchAll(SPREAD)) {
    const names = (many ?? `'${one}'`).match(/heli\.\w+/g) ?? [];
    found[how === 'distribute' ? 'county' : 'reference'].push(...names.map((name) => name.slice(5)));
  }
  return { ...found, county: found.county.filter((name) => !dropped.includes(name)) };
}

/** Every condition of a policy as it stands in the migrations, with its {placeholders}. */
export function policyConditions(): string[] {
  const text = migrations.map((migration) => migration.text).join('\n');
  const calls = [...text.matchAll(/heli\.allow\([^,]+,\s*'\w+',\s*'((?:[^']|'')*)'\)/g)];
  return calls.map(([, condition]) => condition?.replaceAll("''", "'") ?? '');
}

export async function ask<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await pool.query<Row>(text, values)).rows;
}

export interface Key {
  table: string;
  name: string;
  columns: string[];
  definition: string;
}

/** Every primary, unique and exclusion key and every index, by its columns in order; GIN and expressions told apart. */
export function listIndexes(pool: pg.Pool): Promise<(Key & { method: string })[]> {
  return ask(
    pool,
    `
    select t.relname as "table", i.relname as name, m.amname as method, pg_get_indexdef(i.oid) as definition,
      array(select coalesce(a.attname, '(expression)')::text from unnest(x.indkey) with ordinality as k(n, o)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n and k.n > 0 order by k.o) as columns
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid join pg_am m on m.oid = i.relam
    where t.relnamespace = 'heli'::regnamespace and t.relkind = 'r'`,
  );
}

export interface ForeignKey {
  table: string;
  name: string;
  target: string;
  columns: string[];
  targetColumns: string[];
  onDelete: string;
  onUpdate: string;
}

export function listForeignKeys(pool: pg.Pool): Promise<ForeignKey[]> {
  const names = (keys: string, table: string) =>
    `array(select attname::text from unnest(c.${keys}) with ordinality as k(n, o)
       join pg_attribute a on a.attrelid = c.${table} and a.attnum = k.n order by k.o)`;
  return ask(
    pool,
    `
    select t.relname as "table", c.conname as name, f.relname as target, c.confdeltype as "onDelete", c.confupdtype as "onUpdate",
      ${names('conkey', 'conrelid')} as columns, ${names('confkey', 'confrelid')} as "targetColumns"
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
    where c.contype = 'f' and t.relnamespace = 'heli'::regnamespace`,
  );
}

export interface Table {
  name: string;
  owner: string;
  secured: boolean;
  forced: boolean;
  countyType: string | null;
}

export function listTables(pool: pg.Pool): Promise<Table[]> {
  return ask(
    pool,
    `
    select t.relname as name, pg_get_userbyid(t.relowner) as owner, t.relrowsecurity as secured, t.relforcerowsecurity as forced,
      (select format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end from pg_attribute a
        where a.attrelid = t.oid and a.attname = 'county_id') as "countyType"
    from pg_class t where t.relnamespace = 'heli'::regnamespace and t.relkind in ('r', 'p') order by 1`,
  );
}

export interface Policy {
  table: string;
  name: string;
  roles: string[];
  action: string;
  permissive: string;
  using: string | null;
  check: string | null;
}

export function listPolicies(pool: pg.Pool): Promise<Policy[]> {
  return ask(
    pool,
    `select tablename as "table", policyname as name, roles::text[] as roles, cmd as action, permissive, qual as using,
    with_check as "check" from pg_policies where schemaname = 'heli'`,
  );
}

export interface Routine {
  name: string;
  owner: string;
  definer: boolean;
  settings: string[];
  everyone: boolean;
  app: boolean;
}

export function listRoutines(pool: pg.Pool): Promise<Routine[]> {
  return ask(
    pool,
    `
    select p.proname as name, pg_get_userbyid(p.proowner) as owner, p.prosecdef as definer, coalesce(p.proconfig, '{}') as settings,
      has_function_privilege('heli_app', p.oid, 'execute') as app,
      exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0) as everyone
    from pg_proc p where p.pronamespace = 'heli'::regnamespace`,
  );
}
