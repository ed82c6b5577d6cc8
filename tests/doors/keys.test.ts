// One submission key is one change, for as long as its answer is kept.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweep, sweepEveryHour } from '../../src/platform/pipeline/sweep.ts';
import { LIU_GUIZHEN } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { changesBetween, readContents } from './contents.ts';
import { type Listening, listenToStderr } from './quiet.ts';
import { openTown, type Town } from './town.ts';

let stderr: Listening;
let program: TestProgram;
let town: Town;

beforeAll(async () => {
  stderr = listenToStderr();
  program = await startProgram();
  town = await openTown(program.address, program.database.owner);
});
afterAll(async () => {
  await program?.stop();
  stderr.stop();
});

const newPerson = () => ({ station: town.station, id: randomUUID(), ...LIU_GUIZHEN });
const newKey = () => ({ 'idempotency-key': randomUUID() });

/** Refused with one sentence in each language, and nothing is changed by it. */
async function refuse(client: TestClient, input: object, key: Record<string, string>): Promise<void> {
  const before = await readContents(town.owner);
  const chinese = await client.call('people/add', input, key);
  expect([chinese.status, chinese.body.sentence]).toEqual([422, '这个提交编号已经用过，内容却不一样。什么都没有改。']);
  const english = await client.call('people/add', input, { ...key, 'accept-language': 'en' });
  expect(english.body.sentence).toBe('This submission key was used before with other content. Nothing was changed.');
  expect(changesBetween(before, await readContents(town.owner))).toEqual([]);
}

describe('a key that was used is refused', () => {
  test('with another body, however small the difference', async () => {
    const key = newKey();
    const person = newPerson();
    const worker = town.people.何晓川;
    expect((await worker.call('people/add', person, key)).status).toBe(200);
    await refuse(worker, { ...person, phone: '1' }, key);
    await refuse(worker, newPerson(), key);
  });

  test('for another command', async () => {
    const key = newKey();
    const worker = town.people.何晓川;
    expect((await worker.call('people/add', newPerson(), key)).status).toBe(200);
    const notice = { station: town.station, id: randomUUID(), title: '义诊', startsAt: new Date().toISOString() };
    const refused = await worker.call('activities/announce', { ...notice, place: '', note: '' }, key);
    expect([refused.status, refused.body.reason]).toEqual([422, 'key-reused']);
  });

  test('by another account, which learns nothing of the answer', async () => {
    const key = newKey();
    const person = newPerson();
    expect((await town.people.何晓川.call('people/add', person, key)).status).toBe(200);
    await refuse(town.people.周敏, newPerson(), key);
    // Even with the very same body: the record is there already, and the answer belongs to whoever sent it first.
    const same = await town.people.周敏.call('people/add', person, key);
    expect([same.status, same.body.reason, same.body.id]).toEqual([409, 'already-there', undefined]);
  });
});

describe('a key that was used gives the first answer again', () => {
  test('for the same body, whatever the order of its fields, and nothing is done twice', async () => {
    const key = newKey();
    const person = newPerson();
    const worker = town.people.何晓川;
    const first = await worker.call('people/add', person, key);
    const before = await readContents(town.owner);
    const turned = Object.fromEntries(Object.entries(person).reverse());
    const again = await worker.call('people/add', turned, key);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(changesBetween(before, await readContents(town.owner))).toEqual([]);
  });
});

const expire = (key: Record<string, string>) =>
  town.owner.query(`update heli.answer set expires_at = now() - interval '1 second' where key = $1`, [
    key['idempotency-key'],
  ]);

describe('an answer that has run out', () => {
  test('is not given; its key counts as new, once', async () => {
    const key = newKey();
    const worker = town.people.何晓川;
    const first = newPerson();
    await worker.call('people/add', first, key);
    await expire(key);
    const repeated = await worker.call('people/add', first, key);
    expect([repeated.status, repeated.body.reason]).toEqual([409, 'already-there']);
    const second = newPerson();
    const fresh = await worker.call('people/add', second, key);
    expect([fresh.status, fresh.body.id]).toEqual([200, second.id]);
    await refuse(worker, newPerson(), key);
  });

  test('its key used by eight at the same moment: one of them', async () => {
    const key = newKey();
    await town.people.何晓川.call('people/add', newPerson(), key);
    await expire(key);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => town.people.何晓川.call('people/add', newPerson(), key)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array(7).fill(422)]);
  });
});

describe('what has run out is swept', () => {
  const count = async (table: string) =>
    (await town.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? 0;

  test('not by anyone who is not the program itself', async () => {
    const { rows } = await town.owner.query<{ account: string; token: string }>(
      `select x."userId" as account, x.token from auth.session x join heli.account a on a.id::text = x."userId"
        where a.name = '周敏'`,
    );
    const client = await program.database.app.connect();
    try {
      for (const [account, session] of [
        [rows[0]?.account, rows[0]?.token],
        ['00000000-0000-7000-8000-000000000001', null],
      ]) {
        await client.query('begin');
        await client.query('select heli.become($1, 430181, $2)', [account, session]);
        await expect(client.query('select heli.sweep()')).rejects.toMatchObject({ code: '42501' });
        await client.query('rollback');
      }
      await expect(client.query('select heli.sweep()')).rejects.toMatchObject({ code: '42501' });
    } finally {
      client.release();
    }
  });

  test('expired answers go, the others stay; so do counted failures of yesterday and sessions that are over', async () => {
    const keys = [newKey(), newKey(), newKey()];
    for (const key of keys) await town.people.何晓川.call('people/add', newPerson(), key);
    const [one = {}, two = {}] = keys;
    await expire(one);
    await expire(two);
    await town.owner.query(
      `insert into heli.sign_in_guard values ('x', 1, now() - interval '2 days'), ('y', 1, now())`,
    );
    await town.owner.query(
      `insert into auth.session (id, token, "userId", "expiresAt", "updatedAt")
        select 'over', 'over', "userId", now() - interval '1 second', now() from auth.session limit 1`,
    );
    const [answers, sessions] = [await count('heli.answer'), await count('auth.session')];
    expect(await sweep(program.database.app)).toBe(2);
    expect(await count('heli.answer')).toBe(answers - 2);
    expect(await count('auth.session')).toBe(sessions - 1);
    const { rows } = await town.owner.query(`select login from heli.sign_in_guard where login in ('x', 'y')`);
    expect(rows).toEqual([{ login: 'y' }]);
    expect(await sweep(program.database.app)).toBe(0);
  });

  test('again and again while the program runs; a sweep that fails is reported, and the next one does the work', async () => {
    const key = newKey();
    await town.people.何晓川.call('people/add', newPerson(), key);
    await town.owner.query(`alter function heli.sweep() rename to swept`);
    const sweeping = sweepEveryHour(program.database.app, 50);
    await expect.poll(() => stderr.heard()).toContain('"what":"sweep-failed"');
    await expire(key);
    await town.owner.query(`alter function heli.swept() rename to sweep`);
    await expect
      .poll(async () => (await town.owner.query('select 1 from heli.answer where expires_at <= now()')).rowCount)
      .toBe(0);
    await sweeping.stop();
    for (const line of stderr.heard().trim().split('\n'))
      expect(Object.keys(JSON.parse(line)).sort()).toEqual(['at', 'code', 'what']);
  });
});
