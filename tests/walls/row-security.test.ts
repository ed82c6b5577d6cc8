import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askers, insertAskers, rowsOf, shownSession } from './askers.ts';
import { ATTEMPT, attemptsAt, findSurprises } from './attempts.ts';
import { type Asker, isSomebody, maySee, TABLES, type View, viewOf } from './oracle.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { COUNTIES, KEY_OF, makeWorld, type Row, STATIONS, WORLD_ROWS } from './world.ts';

let walls: TestDatabase;
let client: pg.PoolClient;

beforeAll(async () => {
  walls = await makeDatabase();
  client = await walls.owner.connect();
  await makeWorld(client);
  await client.query(ATTEMPT);
});

afterAll(async () => {
  client?.release();
  await walls?.drop();
});

// One question for everything: no condition, row security alone decides.
const EVERYTHING = TABLES.map((table) => `select '${table}' || ' ' || ${KEY_OF[table]} as row from heli.${table}`).join(
  ' union all ',
);

async function seen(): Promise<string[]> {
  const { rows } = await client.query<{ row: string }>({ name: 'everything', text: EVERYTHING });
  return rows.map(({ row }) => row).sort();
}

function expected(rows: Row[], view: View): string[] {
  return rows
    .filter((row) => maySee(row, view))
    .map((row) => `${row.table} ${row.key}`)
    .sort();
}

function become(one: Asker, county: number): Promise<unknown> {
  return client.query('select heli.become($1, $2, $3)', [one.id, county, shownSession(one)]);
}

async function refusedWith(work: () => Promise<unknown>): Promise<string> {
  await client.query('savepoint before');
  const code = await work().then(
    () => 'not refused',
    (error: { code?: string }) => error.code ?? String(error),
  );
  await client.query('rollback to savepoint before');
  return code;
}

/** Puts the drawn accounts there, works as the application, and leaves no trace. */
async function among(drawn: Asker[], work: (rows: Row[]) => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await insertAskers(client, drawn);
    await client.query('set local role heli_app');
    await work([...WORLD_ROWS, ...rowsOf(drawn)]);
  } finally {
    await client.query('rollback');
  }
}

describe('row security', () => {
  test('knows every table it guards', async () => {
    const { rows } = await walls.owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'heli'::regnamespace and relkind = 'r' and relrowsecurity`,
    );
    expect(
      rows
        .map(({ name }) => name)
        .filter((name) => name !== 'journal_key')
        .sort(),
    ).toEqual([...TABLES].sort());
  });

  test('is passed by known functions alone: tried below (calling), or for what anyone may know, or for oneself', async () => {
    const tried = [
      'settle',
      'search_people',
      'alike_people',
      'undo_import',
      'count_events',
      'settle_follow_ups',
      'colleagues',
      'withdraw_grant',
      'sweep',
      'accept_clock',
      'hold_journal',
      'return_month',
      'strike_proposal',
      'forget_names',
      'has_county',
      'hold_month',
      'mark_set_up',
      'make_login',
      'use_invitation',
    ];
    const beforeAnyoneIsKnown = [
      'become',
      'asker',
      'installation',
      'login_name',
      'read_invitation',
      'demo_accounts',
      'public_station',
      'public_photo',
      'public_proposal',
    ];
    const ofOneself = ['month_reports', 'me', 'my_sessions', 'end_session'];
    const { rows } = await walls.owner.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'heli'::regnamespace and prosecdef and proname <> 'scope'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...tried, ...beforeAnyoneIsKnown, ...ofOneself].sort());
  });

  test('shows exactly the rows the rules allow, whatever the account, its grants, the county and the record', {
    timeout: 240_000,
  }, async () => {
    let cases = 0;
    await fc.assert(
      fc.asyncProperty(askers, (drawn) =>
        among(drawn, async (rows) => {
          for (const one of drawn) {
            for (const county of COUNTIES) {
              if (isSomebody(one)) {
                await become(one, county);
                expect(await seen()).toEqual(expected(rows, viewOf(one, county)));
              } else expect(await refusedWith(() => become(one, county))).toBe('HE401');
              cases += TABLES.length;
            }
          }
        }),
      ),
      { numRuns: 100 },
    );
    expect(cases).toBeGreaterThan(10_000);
  });

  test('lets nobody write, withdraw or give away what the rules do not', { timeout: 240_000 }, async () => {
    let cases = 0;
    await fc.assert(
      fc.asyncProperty(
        askers,
        fc.array(fc.constantFrom(...STATIONS), { minLength: 12, maxLength: 12 }),
        (drawn, targets) =>
          among(drawn, async (rows) => {
            for (const [index, asker] of drawn.entries()) {
              const target = targets[index];
              if (!target || !isSomebody(asker)) continue;
              // Mostly in the county of the station, now and then from the next one.
              const county = index % 4 === 3 ? (COUNTIES[index % 3] ?? 0) : target.county;
              await become(asker, county);
              const attempts = attemptsAt({ asker, view: viewOf(asker, county), rows, target });
              cases += attempts.length;
              expect(await findSurprises(client, attempts)).toEqual([]);
            }
          }),
      ),
      { numRuns: 60 },
    );
    expect(cases).toBeGreaterThan(10_000);
  });
});
