import type pg from 'pg';

/** A table as the catalogue shows it: what a backup holds and in which order it can be put back. */
export interface Table {
  /** Schema and name, such as heli.person. */
  name: string;
  /** Columns that hold something of their own (not computed), in order. */
  columns: string[];
}

interface Found extends Table {
  /** Tables that must be filled before this one. */
  needs: string[];
}

// heli.migration says how the tables were made; the database that receives a backup has its own. Open sessions are left
// out: whoever finds a backup must not find a way in, and after a restore everyone signs in anew.
const TABLES = `
  select n.nspname || '.' || c.relname as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns,
    array(select distinct fn.nspname || '.' || f.relname
      from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
      where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as needs
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('heli', 'auth') and c.relkind in ('r', 'p') and not c.relispartition
    and n.nspname || '.' || c.relname not in ('heli.migration', 'auth.session', 'auth.verification')
  order by 1`;

/** Puts every table behind the tables it refers to; among equals by name. */
export function inOrder(found: Found[]): Table[] {
  const waiting = [...found];
  const placed = new Set<string>();
  const ordered: Table[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex((table) => table.needs.every((name) => placed.has(name)));
    const [next] = waiting.splice(at, at < 0 ? 0 : 1);
    if (!next)
      throw new Error(`tables refer to each other in a ring: ${waiting.map((table) => table.name).join(', ')}`);
    placed.add(next.name);
    ordered.push({ name: next.name, columns: next.columns });
  }
  return ordered;
}

/** Every table of Heli, parents first. */
export async function findTables(client: pg.ClientBase): Promise<Table[]> {
  return inOrder((await client.query<Found>(TABLES)).rows);
}

/** The names of the migrations a database has had, oldest first. */
export async function findLevels(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from heli.migration order by name collate "C"');
  return rows.map((row) => row.name);
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A table and its columns as they stand in a COPY statement. */
export function copyTarget({ name, columns }: Table): string {
  const [schema = '', table = ''] = name.split('.');
  return `${quote(schema)}.${quote(table)} (${columns.map(quote).join(', ')})`;
}
