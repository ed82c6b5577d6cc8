import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLiu, LIU_GUIZHEN, setUpStation } from './support/cast.ts';
import type { TestClient } from './support/client.ts';
import { startProgram, type TestProgram } from './support/program.ts';

let program: TestProgram;
let zhou: TestClient;
let station: string;

beforeAll(async () => {
  program = await startProgram();
  ({ zhou, station } = await setUpStation(program.address));
});
afterAll(() => program?.stop());

const visit = (person: string, more: object = {}) => ({
  station,
  id: randomUUID(),
  person,
  startedAt: new Date(Date.now() - 60_000).toISOString(),
  minutes: 30,
  needs: ['medical'],
  note: '降压药还剩 5 天',
  nextOn: null,
  ...more,
});

describe('what is refused, and changes nothing', () => {
  test('a command with a field the program does not know', async () => {
    const answer = await zhou.call('people/add', { station, id: randomUUID(), ...LIU_GUIZHEN, score: 7 });
    expect(answer.status).toBe(400);
    expect(answer.body.sentence).toContain('score');
  });
  test('the same key with another body', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = { station, id: randomUUID(), ...LIU_GUIZHEN };
    expect((await zhou.call('people/add', first, key)).status).toBe(200);
    const second = await zhou.call('people/add', { ...first, id: randomUUID() }, key);
    expect(second.status).toBe(422);
    expect(second.body.reason).toBe('key-reused');
  });
  test('a command without a key', async () => {
    const answer = await zhou.call(
      'people/add',
      { station, id: randomUUID(), ...LIU_GUIZHEN },
      { 'idempotency-key': 'x' },
    );
    expect(answer.body.reason).toBe('key-missing');
  });
  test('an edit based on an old version: both values are shown', async () => {
    const id = await addLiu(zhou, station);
    const change = { station, id, version: 1, ...LIU_GUIZHEN };
    expect((await zhou.call('people/change', { ...change, phone: '13812342207' })).status).toBe(200);
    const stale = await zhou.call('people/change', { ...change, phone: '15912348846' });
    expect(stale.status).toBe(409);
    expect(stale.body.mine.phone).toBe('15912348846');
    expect(stale.body.theirs.phone).toBe('13812342207');
  });
  test('a visit in the future, and a next visit in the past: both told at once', async () => {
    const id = await addLiu(zhou, station);
    const answer = await zhou.call(
      'ledger/recordVisit',
      visit(id, { startedAt: '2099-01-01T00:00:00Z', nextOn: '2020-01-01' }),
    );
    expect(answer.status).toBe(400);
    expect(answer.body.fields.map((field: { path: string[] }) => field.path[0])).toEqual(['startedAt', 'nextOn']);
  });
  test('a visit to a person of nobody', async () => {
    const answer = await zhou.call('ledger/recordVisit', visit(randomUUID()));
    expect(answer.status).toBe(404);
  });
  test('an area code that does not exist', async () => {
    const answer = await zhou.call('people/add', {
      station,
      id: randomUUID(),
      ...LIU_GUIZHEN,
      village: '999999999999',
    });
    expect(answer.body.reason).toBe('unknown-area');
  });
});

describe('what is kept', () => {
  test('the same key at the same moment, eight times: one answer, one record', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const input = { station, id: randomUUID(), ...LIU_GUIZHEN, name: '八次' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => zhou.call('people/add', input, key)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
    const found = await zhou.call('people/search', { station, text: '八次' });
    expect(found.body.items).toHaveLength(1);
  });
  test('a visit appears under today, with its sentence, its worker and the next date', async () => {
    const id = await addLiu(zhou, station);
    const nextOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    expect((await zhou.call('ledger/recordVisit', visit(id, { nextOn }))).status).toBe(200);
    const today = await zhou.call('activities/today', { station });
    expect(today.body.recorded[0]).toMatchObject({ note: '降压药还剩 5 天', workers: ['周敏'], minutes: 30, nextOn });
  });
  test('each command appends one line to the station’s journal', async () => {
    const lines = async () => {
      const { rows } = await program.database.owner.query(
        'select count(*)::int as n from heli.journal where station_id = $1',
        [station],
      );
      return rows[0].n;
    };
    const before = await lines();
    await addLiu(zhou, station);
    expect(await lines()).toBe(before + 1);
  });
  test('the REST door does the same, and reads numbers and booleans from the address line', async () => {
    const response = await fetch(`${program.address}/api/people/list?station=${station}&limit=2&withTotal=true`, {
      headers: { cookie: zhou.cookie() },
    });
    const body = (await response.json()) as { items: unknown[]; total: number; next: string };
    expect(body.items).toHaveLength(2);
    expect(body.total).toBeGreaterThan(2);
    expect(body.next).toBeTruthy();
  });
});
