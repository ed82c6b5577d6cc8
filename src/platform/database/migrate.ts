import { createHash } from 'node:crypto';
import type pg from 'pg';
import { HeliError } from '../errors.ts';
import { sqlState } from './flight.ts';

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

export interface Migration {
  name: string;
  text: string;
  digest: string;
}

/** Every migration in order. */
export const migrations: Migration[] = Object.entries(files)
  .map(([path, text]) => ({
    name: path.replace(/^.*\/|\.sql$/g, ''),
    text,
    digest: createHash('sha256').update(text).digest('hex'),
  }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The newest migration's name: what a backup or a data folder is compared with. */
export const migrationLevel = (): string => migrations.at(-1)?.name ?? '';

const RACED = ['XX000', '42710', '23505'];

/**
 * Roles and extensions: the one step that needs a superuser (or CREATEROLE). Safe to repeat. Roles belong to the whole
 * server, so two programs starting on two of its databases may meet here: whoever loses tries again.
 */
export async function makeRoles(client: pg.ClientBase, passwords: { app?: string; auth?: string }): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await makeRolesOnce(client, passwords);
      return;
    } catch (error) {
      if (attempt === 8 || !RACED.includes(sqlState(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt * (1 + Math.random())));
    }
  }
}

async function makeRolesOnce(client: pg.ClientBase, passwords: { app?: string; auth?: string }): Promise<void> {
  const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const login = (password?: string) => (password ? `login password ${quote(password)}` : 'login');
  const roles: [string, string][] = [
    ['heli_owner', 'nologin'],
    ['heli_app', login(passwords.app)],
    ['heli_auth', login(passwords.auth)],
  ];
  for (const [name, options] of roles) {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    await client.query(`${known.rowCount ? 'alter' : 'create'} role ${name} ${options}`);
  }
  await client.query('grant heli_owner to current_user');
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  await client.query(`grant create, temporary on database ${rows[0]?.name} to heli_owner`);
}

async function prepare(client: pg.ClientBase): Promise<Map<string, string>> {
  await client.query(`create schema if not exists heli authorization heli_owner;
    create schema if not exists auth authorization heli_owner`);
  await client.query('create extension if not exists btree_gin');
  await client.query(`create table if not exists heli.migration
    (name text primary key, digest text not null, at timestamptz not null default now())`);
  await client.query('alter table heli.migration owner to heli_owner');
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from heli.migration');
  return new Map(rows.map((row) => [row.name, row.digest]));
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query('set local role heli_owner');
    // Harmless on a plain server; on Citus, foreign keys from a county table to reference tables need both.
    await client.query(`set local citus.enable_local_reference_table_foreign_keys = off;
      set local citus.multi_shard_modify_mode = 'sequential'`);
    await client.query(migration.text);
    await client.query('insert into heli.migration (name, digest) values ($1, $2)', [migration.name, migration.digest]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/**
 * Brings a database to this program's level, or only to an earlier one (to receive a backup of that level). Refuses one
 * that a newer program has already changed. Answers the names of the migrations applied.
 */
export async function migrate(client: pg.ClientBase, upTo: string = migrationLevel()): Promise<string[]> {
  const applied = await prepare(client);
  const known = new Set(migrations.map((migration) => migration.name));
  const foreign = [...applied.keys()].find((name) => !known.has(name));
  if (foreign) throw new HeliError('not-allowed-now', 'database-newer', { params: { level: foreign } });
  const done: string[] = [];
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue;
    if (known.has(upTo) && migration.name > upTo) break;
    await apply(client, migration);
    done.push(migration.name);
  }
  return done;
}
