// People come together again; what they leave to be done.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLiu, setUpStation } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { meetingOf } from '../doors/samples-ledger.ts';

let program: TestProgram;
let zhou: TestClient;
let station: string;
let liu: string;

beforeAll(async () => {
  program = await startProgram();
  ({ zhou, station } = await setUpStation(program.address));
  liu = await addLiu(zhou, station);
});
afterAll(() => program?.stop());

const record = (input: object) => zhou.call('ledger/record', { station, id: randomUUID(), ...input });
const event = async (id: string) => (await zhou.call('ledger/event', { station, id })).body;

describe('coming together again', () => {
  test('the list of last time: everyone who was on it', async () => {
    const gathering = { id: randomUUID(), name: '编织互助小组' };
    const [other, third] = [await addLiu(zhou, station), await addLiu(zhou, station)];
    const session = { ...meetingOf(), kind: 'group-session', title: '', gathering };
    await record({ ...session, present: [{ person: liu, role: 'lead' }, { person: other }], absent: [third] });
    const roster = (await zhou.call('ledger/roster', { station, gathering: gathering.id })).body;
    expect(roster).toMatchObject({ name: '编织互助小组', kind: 'group-session', times: 1 });
    expect(roster.people).toHaveLength(3);
    const { body } = await record({ ...session, present: [{ person: liu }, { person: other }] });
    expect(await event(body.id)).toMatchObject({
      title: '编织互助小组',
      present: 2,
      gathering: { name: '编织互助小组' },
    });
    expect((await zhou.call('ledger/gatherings', { station })).body.items).toMatchObject([{ times: 2 }]);
  });

  test('a person’s file shows what she was at and what she gave', async () => {
    const mine = await addLiu(zhou, station);
    await record({ ...meetingOf(), present: [{ person: mine }] });
    await record({
      ...meetingOf(),
      kind: 'work-day',
      given: [{ partyKind: 'person', party: mine, form: 'labour', minutes: 120 }],
    });
    const kinds = (await zhou.call('ledger/events', { station, person: mine })).body.items.map(
      (one: { kind: string }) => one.kind,
    );
    expect(kinds.sort()).toEqual(['meeting', 'work-day']);
  });

  test('what is left to do stands under today until it is done', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { body } = await record({ ...meetingOf(), next: { on: today, what: '量一下井台' } });
    const steps = async () =>
      (await zhou.call('activities/today', { station })).body.steps.map((one: { event: string }) => one.event);
    expect(await steps()).toContain(body.id);
    await zhou.call('ledger/finishStep', { station, id: body.id });
    expect(await steps()).not.toContain(body.id);
  });
});
