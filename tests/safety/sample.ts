import type pg from 'pg';
import { makeRoles, migrate } from '../../src/platform/database/migrate.ts';
import { openPool } from '../../src/platform/database/pool.ts';

/** A server on which tests make databases of their own. */
export interface Server {
  host: string;
  port: number;
  superuser: string;
}

export function poolOn({ host, port, superuser: user }: Server, database: string): pg.Pool {
  return openPool({ host, port, user, database }, { most: 4 });
}

/** A template for new, empty databases at this program's level: the migrations run once for a server. */
export async function makeEmptyTemplate(server: Server): Promise<void> {
  const admin = poolOn(server, 'postgres');
  await admin.query('create database empty_template');
  await admin.end();
  const pool = poolOn(server, 'empty_template');
  await migrateTo(pool);
  await pool.end();
}

/** A new, empty database at this program's level (copied from the server's template), or at the one named. */
export async function emptyDatabase(server: Server, name: string, upTo?: string): Promise<pg.Pool> {
  const admin = poolOn(server, 'postgres');
  await admin.query(`create database ${name} template ${upTo ? 'template1' : 'empty_template'} strategy file_copy`);
  await admin.end();
  const pool = poolOn(server, name);
  await migrateTo(pool, upTo);
  return pool;
}

/** Brings a database to this program's level, or to the one named; rights on it, which are not copied with it, are given. */
export async function migrateTo(pool: pg.Pool, upTo?: string): Promise<void> {
  const client = await pool.connect();
  try {
    await makeRoles(client, {});
    await migrate(client, upTo);
  } finally {
    client.release();
  }
}

export const COUNTY = 330106;
const KEEPER = '00000000-0000-7000-8000-000000000002';
/** The nth id of a kind: ids that can be read in a failing test. */
export const idOf = (kind: number, n: number) => `0190000${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Appends journal lines for a station through the only door there is. */
export async function settleLines(pool: pg.Pool, station: string, lines: number): Promise<void> {
  const client = await pool.connect();
  try {
    for (let n = 0; n < lines; n += 1) {
      await client.query('begin');
      await client.query('select heli.become($1, $2, null)', [KEEPER, COUNTY]);
      await client.query(
        `select heli.settle(jsonb_build_object('station', $1::text, 'command', 'people.register', 'version', 1,
          'subjectKind', 'person', 'subject', gen_random_uuid(), 'madeAt', '2026-03-04T05:06:07.089Z',
          'key', gen_random_uuid(), 'keepDays', 90), '{name,village}', sha256('x'), sha256('k'), sha256('b'),
          '{"id":"一"}')`,
        [station],
      );
      await client.query('commit');
    }
  } finally {
    client.release();
  }
}

/** Two stations with people, an account and a journal: awkward texts among them. */
export async function fillSample(pool: pg.Pool, people: number, lines: number): Promise<void> {
  const area = '330106000000';
  await pool.query(`insert into heli.area (code, level, name) values ($1, 3, '西湖区') on conflict do nothing`, [area]);
  await pool.query('insert into heli.county (county_id) values ($1)', [COUNTY]);
  for (const n of [1, 2]) {
    await pool.query(
      `insert into heli.station (id, county_id, area, slug, name, level, opened_on)
        values ($1, $2, $3, $4, $5, 'station', '2026-01-01')`,
      [idOf(1, n), COUNTY, area, `s${n}`, `第 ${n} 站`],
    );
  }
  await pool.query(
    `insert into heli.account (id, county_id, kind, name, username) values ($1, $2, 'staff', $3, 'hua')`,
    [idOf(2, 1), COUNTY, '华\t\\N\n"引号"'],
  );
  await pool.query(
    `insert into heli.person (county_id, id, station_id, name, pinyin, initials, grams, sex, village_group, created_by)
      select $1, ('01900003-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, $2, '王秀英' || n, 'wangxiuying', 'wxy',
        array['王','王秀','xiu'], 'female', E'三组\\t\\\\\\n' || n, $3 from generate_series(1, $4::int) as n`,
    [COUNTY, idOf(1, 1), idOf(2, 1), people],
  );
  await settleLines(pool, idOf(1, 1), lines);
  await settleLines(pool, idOf(1, 2), 3);
  await pool.query('analyze');
}

/** Everything in a database, as text: for saying that two hold the same. */
export async function contentOf(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(`select n.nspname || '."' || relname || '"' as name
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where nspname in ('heli', 'auth') and relkind = 'r' and relname <> 'migration' order by 1`);
  const parts: string[] = [];
  for (const { name } of rows) {
    const found = await pool.query(`select row_to_json(t)::text as row from ${name} t order by 1`);
    parts.push(name, ...found.rows.map((row) => row.row));
  }
  return parts.join('\n');
}
