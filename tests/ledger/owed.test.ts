// When the next visit is owed to somebody.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLiu, setUpStation } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { visitOf } from '../doors/samples-ledger.ts';

let program: TestProgram;
let zhou: TestClient;
let station: string;

beforeAll(async () => {
  program = await startProgram();
  ({ zhou, station } = await setUpStation(program.address));
});
afterAll(() => program?.stop());

const visit = (input: { person: string; nextOn: string | null; startedAt?: string }) =>
  zhou.call('ledger/recordVisit', { station, id: randomUUID(), ...visitOf(), ...input });

describe('when the next visit is owed', () => {
  const due = async (person: string) => {
    const { rows } = await program.database.owner.query(
      'select due_on::text as due from heli.follow_up where person_id = $1',
      [person],
    );
    return rows[0]?.due ?? null;
  };
  const inDays = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
  const change = async (person: string, part: object) => {
    const { version } = (await zhou.call('people/get', { station, id: person })).body;
    const answer = await zhou.call('people/change', { station, id: person, version, ...part });
    expect([answer.status, answer.body.reason]).toEqual([200, undefined]);
  };

  test('by the follow-up level, until a visit says otherwise; nobody is owed one who moved away', async () => {
    const person = await addLiu(zhou, station);
    expect(await due(person)).toBeNull();
    await change(person, { followUpLevel: 2 });
    expect(await due(person)).toBe(inDays(14));
    await visit({ person, nextOn: inDays(3) });
    expect(await due(person)).toBe(inDays(3));
    await visit({ person, startedAt: new Date().toISOString(), nextOn: null });
    expect(await due(person)).toBe(inDays(14));
    await change(person, { life: 'moved', lifeOn: inDays(0) });
    expect(await due(person)).toBeNull();
  });

  test('a merged file owes nothing of its own; its visits count for the file that stands; taken apart, as before', async () => {
    const [one, other] = [await addLiu(zhou, station), await addLiu(zhou, station)];
    await visit({ person: other, nextOn: inDays(9) });
    const id = randomUUID();
    const merged = await zhou.call('people/merge', { station, id, survivor: one, merged: other, reason: '同一个人' });
    expect([merged.status, merged.body.reason]).toEqual([200, undefined]);
    expect([await due(one), await due(other)]).toEqual([inDays(9), null]);
    expect((await zhou.call('ledger/events', { station, person: one })).body.items).toHaveLength(1);
    await zhou.call('people/undoMerge', { station, id });
    expect([await due(one), await due(other)]).toEqual([null, inDays(9)]);
  });
});
