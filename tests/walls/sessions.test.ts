import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertAskers, shownSession } from './askers.ts';
import { type Asker, type Grant, TABLES } from './oracle.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { KEY_OF, madeId, makeWorld, recordId, STATIONS } from './world.ts';

const [, STATION] = STATIONS;
if (!STATION) throw new Error('no station');
const HOME = STATION.county;

function asker(number: number, change: Partial<Asker> = {}): Asker {
  const grant: Grant = {
    id: madeId('9a', number),
    role: 'worker',
    county: HOME,
    scope: { kind: 'station', station: STATION?.id ?? '' },
    state: 'live',
  };
  return {
    id: madeId('ace', number),
    county: HOME,
    kind: 'staff',
    closed: false,
    session: 'live',
    grants: [grant],
    ...change,
  };
}

const WORKER = asker(1);
const COLLEAGUE = asker(2);
const LEFT = asker(3, { closed: true });
const LATE = asker(4, { session: 'expired' });
const PROGRAM = asker(5, { kind: 'system', session: 'none' });
const STRANGER = asker(6, { session: 'missing' });

let walls: TestDatabase;
let app: pg.PoolClient;

beforeAll(async () => {
  walls = await makeDatabase();
  const owner = await walls.owner.connect();
  await makeWorld(owner);
  await insertAskers(owner, [WORKER, COLLEAGUE, LEFT, LATE, PROGRAM, STRANGER]);
  owner.release();
});

afterAll(() => walls?.drop());

beforeEach(async () => {
  app = await walls.app.connect();
  return async () => {
    await app.query('rollback');
    app.release();
  };
});

const become = (one: Asker, session = shownSession(one), county: number | null = HOME) =>
  app.query('select heli.become($1, $2, $3)', [one.id, county, session]);

const EVERYTHING = TABLES.map((table) => `select '${table} ' || ${KEY_OF[table]} as row from heli.${table}`).join(
  ' union all ',
);

async function seen(): Promise<string[]> {
  const { rows } = await app.query<{ row: string }>(EVERYTHING);
  return rows.map(({ row }) => row);
}

async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => 'not refused',
    (error: { code?: string }) => error.code,
  );
}

const PERSON = `person ${recordId('person', 1)}`;

describe('who asks is said for one transaction', () => {
  test('a worker sees the people of the station, and not those of the next one', async () => {
    await app.query('begin');
    await become(WORKER);
    const rows = await seen();
    expect(rows).toContain(PERSON);
    expect(rows).not.toContain(`person ${recordId('person', 4)}`);
  });

  test('nobody said: nothing is seen in any table', async () => {
    expect(await seen()).toEqual([]);
    await app.query('begin');
    expect(await seen()).toEqual([]);
  });

  test('said outside a transaction, it is forgotten at once', async () => {
    await become(WORKER);
    expect(await seen()).toEqual([]);
  });

  test('the next transaction on the same connection sees nothing', async () => {
    await app.query('begin');
    await become(WORKER);
    await app.query('commit');
    await app.query('begin');
    expect(await seen()).toEqual([]);
  });

  test('after a rollback nothing is seen either, not even by a statement that was prepared before', async () => {
    const prepared = { name: 'people', text: 'select id from heli.person' };
    await app.query('begin');
    await become(WORKER);
    expect((await app.query(prepared)).rowCount).toBeGreaterThan(0);
    await app.query('rollback');
    expect((await app.query(prepared)).rowCount).toBe(0);
  });

  test('a second asker in the same transaction has nothing of the first', async () => {
    await app.query('begin');
    await become(WORKER);
    await become(asker(5, { ...PROGRAM }), null, 0);
    expect((await seen()).filter((row) => !row.startsWith('access_grant') && !row.startsWith('account'))).toEqual([]);
  });

  test('another connection knows nothing of it', async () => {
    await app.query('begin');
    await become(WORKER);
    const { rowCount } = await walls.app.query('select from heli.person');
    expect(rowCount).toBe(0);
  });

  test('without a county it is refused', async () => {
    await app.query('begin');
    expect(await refusal(become(WORKER, shownSession(WORKER), null))).toBe('42601');
  });
});

describe('who has no live session is nobody (HE401)', () => {
  const cases: [string, Asker, string | null][] = [
    ['a session that has expired', LATE, shownSession(LATE)],
    ['a session that is not there', STRANGER, shownSession(STRANGER)],
    ['the session of a colleague', WORKER, shownSession(COLLEAGUE)],
    ['no session, for an ordinary account', WORKER, null],
    ['an empty session', WORKER, ''],
    ['a closed account, whatever its session', LEFT, shownSession(LEFT)],
    ['an account that is not there', asker(99), null],
  ];
  test.each(cases)('%s', async (_, one, session) => {
    await app.query('begin');
    expect(await refusal(become(one, session))).toBe('HE401');
  });

  test('a session that was ended a moment ago', async () => {
    await app.query('begin');
    await become(COLLEAGUE);
    await app.query('commit');
    await walls.owner.query('delete from auth.session where "userId" = $1', [COLLEAGUE.id]);
    await app.query('begin');
    expect(await refusal(become(COLLEAGUE))).toBe('HE401');
  });
});

describe('grants count from their beginning to their end', () => {
  const set = (change: string) =>
    walls.owner.query(`update heli.access_grant set ${change} where account_id = $1`, [WORKER.id]);
  const sees = async () => {
    await app.query('begin');
    await become(WORKER);
    const rows = await seen();
    await app.query('commit');
    return rows.includes(PERSON);
  };

  test('taken back, they stop with the next transaction', async () => {
    expect(await sees()).toBe(true);
    await set('revoked_at = now()');
    expect(await sees()).toBe(false);
    await set('revoked_at = null');
    expect(await sees()).toBe(true);
  });

  test('ended a second ago, or beginning in a second, they are not there', async () => {
    await set("ends_at = now() - interval '1 second'");
    expect(await sees()).toBe(false);
    await set("ends_at = null, starts_at = now() + interval '1 second'");
    expect(await sees()).toBe(false);
    await set("starts_at = now() - interval '1 second', ends_at = now() + interval '1 minute'");
    expect(await sees()).toBe(true);
  });
});
