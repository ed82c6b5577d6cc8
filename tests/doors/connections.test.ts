// Connections to the database are cut under load: what was acknowledged is there, once.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIU_GUIZHEN, setUpStation, ZHOU_MIN } from '../support/cast.ts';
import { openClient, type TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { type Listening, listenToStderr } from './quiet.ts';

let stderr: Listening;
let program: TestProgram;
let zhou: TestClient;
let station: string;

beforeAll(async () => {
  stderr = listenToStderr();
  program = await startProgram();
  ({ zhou, station } = await setUpStation(program.address));
});
afterAll(async () => {
  try {
    await program?.stop();
  } finally {
    stderr.stop();
  }
  expect(stderr.heard()).not.toContain('"what":"fault"');
});

const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and usename = any ($1) and pid <> pg_backend_pid()`;

/**
 * Cuts the connections of these roles again and again, until the work is done. Between two cuts something has gone well:
 * on a busy machine, too, the work comes to its end.
 */
async function cutting<T>(
  roles: string[],
  everyMs: number,
  work: (wentWell: () => void) => Promise<T>,
): Promise<{ cuts: number; done: T }> {
  let cuts = 0;
  let well = 0;
  let seen = 0;
  const sent: Promise<void>[] = [];
  const timer = setInterval(() => {
    if (well === seen) return;
    seen = well;
    const cut = program.database.owner.query(CUT, [roles]).then(({ rowCount }) => {
      cuts += rowCount ?? 0;
    });
    cut.catch(() => {}); // told below, when the work is done
    sent.push(cut);
  }, everyMs);
  try {
    return {
      done: await work(() => {
        well += 1;
      }),
      cuts,
    };
  } finally {
    clearInterval(timer);
    await Promise.all(sent); // a cut still on its way would hit what comes next
  }
}

/** As the outbox does: the same key until there is an answer that is not "away". */
async function addOnce(person: object): Promise<number> {
  const key = { 'idempotency-key': randomUUID() };
  for (let attempt = 0; attempt < 60; attempt++) {
    const { status } = await zhou.call('people/add', person, key);
    if (status !== 503) return status;
  }
  return 503;
}

async function count(table: string): Promise<number> {
  const { rows } = await program.database.owner.query<{ n: number }>(
    `select count(*)::int as n from heli.${table} where station_id = $1`,
    [station],
  );
  return rows[0]?.n ?? 0;
}

describe('the connections of heli_app are cut again and again', () => {
  test('while eight people write: every change is answered, and lands once', { timeout: 300_000 }, async () => {
    const lines = await count('journal');
    // Nobody like another: what is tried here is not the search for people who are there twice.
    const people = Array.from({ length: 160 }, (_, nth) => ({
      station,
      id: randomUUID(),
      ...LIU_GUIZHEN,
      bornOn: new Date(Date.UTC(1940, 0, 1 + nth)).toISOString().slice(0, 10),
    }));
    const { done, cuts } = await cutting(['heli_app'], 150, async (wentWell) => {
      const waiting = [...people];
      const statuses: number[] = [];
      const write = async () => {
        for (let person = waiting.pop(); person; person = waiting.pop()) {
          statuses.push(await addOnce(person));
          wentWell();
        }
      };
      await Promise.all(Array.from({ length: 8 }, write));
      return statuses;
    });
    expect(done).toEqual(Array(160).fill(200));
    expect(cuts).toBeGreaterThan(5);
    const { rows } = await program.database.owner.query<{ id: string }>(
      'select id from heli.person where station_id = $1',
      [station],
    );
    expect(rows.map((row) => row.id).sort()).toEqual(people.map((person) => person.id).sort());
    expect(await count('journal')).toBe(lines + 160);
    const counted = await zhou.call('people/list', { station, limit: 1, withTotal: true });
    expect(counted.body.total).toBe(160);
    expect(stderr.heard()).not.toContain('"what":"fault"');
  });

  test('while they read: a list is whole, or it is said that the database is away', { timeout: 180_000 }, async () => {
    const { done } = await cutting(['heli_app'], 250, (wentWell) => {
      const list = async () => {
        const answer = await zhou.call('people/list', { station, limit: 200 });
        if (answer.status === 200) wentWell();
        return answer;
      };
      return Promise.all(Array.from({ length: 24 }, list));
    });
    const told = done.map(({ status, body }) => (status === 200 ? body.items.length : body.sentence));
    const AWAY = '数据库暂时连不上，刚才的没有存进去；内容还在这里，会自动再试。';
    expect(told.filter((one) => one !== 160 && one !== AWAY)).toEqual([]);
    expect(told).toContain(160);
  });
});

describe('all connections are cut, those of the passwords too', () => {
  test('while people sign in: the right password is never called wrong, and nothing is a fault', {
    timeout: 180_000,
  }, async () => {
    const { done } = await cutting(['heli_app', 'heli_auth'], 120, async (wentWell) => {
      const told: string[] = [];
      for (let nth = 0; nth < 25; nth++) {
        const client = openClient(program.address);
        const entered = await client.call('access/signIn', { login: ZHOU_MIN.username, password: ZHOU_MIN.password });
        const me = await client.call('access/me');
        told.push(`${entered.status} ${me.status}`);
        if (me.status === 200) wentWell();
      }
      return told;
    });
    // 503: away for longer than the program waits. Never 401 for who typed the right password.
    const right = ['200 200', '200 503', '503 401', '503 503'];
    expect(done.filter((statuses) => !right.includes(statuses))).toEqual([]);
    expect(done).toContain('200 200');
    expect(stderr.heard()).not.toContain('"what":"fault"');
  });
});
