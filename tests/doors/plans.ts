// Asks PostgreSQL how it would carry out what was sent, as the role that sent it and as whoever it was sent for.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TestDatabase } from '../support/database.ts';
import { TEST_SECRETS } from '../support/secrets.ts';
import type { Exchange, Sent } from './watched.ts';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Schema?: string;
  'One-Time Filter'?: string;
  Plans?: Plan[];
}

function quoted(text: string): string {
  return pg.escapeLiteral(text);
}

/** A value as it stands in SQL; PostgreSQL gives it the parameter's type. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return quoted(value.toISOString());
  if (Buffer.isBuffer(value)) return quoted(`\\x${value.toString('hex')}`);
  if (Array.isArray(value)) return quoted(arrayText(value));
  return quoted(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

function arrayText(items: unknown[]): string {
  const told = items.map((item) => {
    if (item === null || item === undefined) return 'NULL';
    const text = item instanceof Date ? item.toISOString() : String(item);
    return `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;
  });
  return `{${told.join()}}`;
}

/** Nothing below a condition that is never true is carried out; PostgreSQL 15 still plans it. */
const NEVER = ['false', 'NULL::boolean'];

function scansOf(plan: Plan): string[] {
  if (NEVER.includes(plan['One-Time Filter'] ?? '')) return [];
  const own = plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? '?'] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scansOf)];
}

async function scannedBy(client: pg.Client, { text, values }: Sent): Promise<string[]> {
  await client.query(`prepare asked as ${text}`);
  const scanned: string[] = [];
  const given = values.length > 0 ? `(${values.map(literal).join()})` : '';
  for (const mode of ['force_custom_plan', 'force_generic_plan']) {
    await client.query(`set local plan_cache_mode = ${mode}`);
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `explain (format json) execute asked${given}`,
    );
    for (const table of scansOf(rows[0]?.['QUERY PLAN'][0]?.Plan ?? { 'Node Type': '' })) {
      scanned.push(`${table} (${mode.slice(6, 13).replace('_', '')}): ${text.replace(/\s+/g, ' ').slice(0, 160)}`);
    }
  }
  await client.query('deallocate asked');
  return scanned;
}

const BECOME = /heli\.become/;

/** Becomes the same asker again; the session may have ended since, so it gets another. */
async function become(client: pg.Client, database: TestDatabase, [asker, county, session]: unknown[]): Promise<void> {
  const token = session === null ? null : randomUUID();
  if (token) {
    await database.owner.query(
      `insert into auth.session (id, "userId", token, "expiresAt", "updatedAt") values ($1, $2, $1, now() + interval '1 hour', now())`,
      [token, asker],
    );
  }
  await client.query('select heli.become($1, $2, $3)', [asker, county, token]);
}

export interface Explaining {
  /** Which tables each statement of an exchange would read from end to end, and in which plan. */
  scans: (exchange: Exchange) => Promise<string[]>;
  end: () => Promise<void>;
}

export async function openExplaining(database: TestDatabase): Promise<Explaining> {
  const at = { ...database.address, ssl: false };
  const clients = {
    app: new pg.Client({ ...at, user: 'heli_app', password: TEST_SECRETS.appPassword }),
    auth: new pg.Client({
      ...at,
      user: 'heli_auth',
      password: TEST_SECRETS.authPassword,
      options: '-c search_path=auth',
    }),
  };
  await Promise.all([clients.app.connect(), clients.auth.connect()]);
  return {
    scans: async ({ as, statements }) => {
      const client = clients[as];
      const scanned: string[] = [];
      await client.query('begin');
      try {
        for (const sent of statements) {
          if (BECOME.test(sent.text)) await become(client, database, sent.values);
          else scanned.push(...(await scannedBy(client, sent)));
        }
      } finally {
        await client.query('rollback');
      }
      return scanned;
    },
    end: async () => {
      await Promise.all([clients.app.end(), clients.auth.end()]);
    },
  };
}
