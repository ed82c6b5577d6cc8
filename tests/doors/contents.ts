import type pg from 'pg';

/** Everything in the database: per table how many rows, and one digest of what they say. */
export type Contents = Record<string, string>;

async function listTables(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('heli', 'auth') and c.relkind = 'r' order by 1`,
  );
  return rows.map((row) => row.name);
}

/** Areas are many and change only by being added: they are counted. */
const ADDED_ONLY = ['heli.area'];

export async function readContents(owner: pg.Pool): Promise<Contents> {
  const parts = (await listTables(owner)).map((table) => {
    const digest = ADDED_ONLY.includes(table)
      ? "''"
      : "coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '')";
    return `select '${table}' as name, count(*) || ' ' || ${digest} as said from ${table} t`;
  });
  const { rows } = await owner.query<{ name: string; said: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.name, row.said]));
}

/** What differs, but for tables that may be noted in. */
export function changesBetween(before: Contents, after: Contents, but: readonly string[] = []): string[] {
  return Object.keys(after).filter((table) => before[table] !== after[table] && !but.includes(table));
}
