// A month is closed when its report is handed in: what was handed in stays, what changes afterwards is told and not refused.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change, Report } from '../../src/reports/month/schema.ts';
import { join } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { PIXEL } from '../doors/samples-ledger.ts';
import { type June, recordJune } from './june.ts';

let program: TestProgram;
let june: June;
let worker: TestClient;

beforeAll(async () => {
  program = await startProgram();
  june = await recordJune(program.address);
  worker = await join(program.address, june, { name: '何晓川', role: 'worker' });
});
afterAll(() => program?.stop());

const month = '2026-06';
const report = (more: object = {}) => june.must<Report>('reports/month', { month, ...more });
const changes = async (closing: string): Promise<Change[]> => (await june.must('reports/changes', { closing })).items;
const close = (more: object = {}, by: TestClient = june.zhou) =>
  by.call('reports/closeMonth', { station: june.station, id: randomUUID(), month, ...more });
const reopen = (more: object) => june.zhou.call('reports/reopenMonth', { station: june.station, ...more });

describe('refused, and nothing is closed', () => {
  test('a worker closes no month', async () => {
    expect((await close({}, worker)).status).toBe(403);
    expect((await report()).closings).toEqual([]);
  });

  test('a month that has not begun', async () => {
    const answer = await close({ month: '2999-01' });
    expect([answer.status, answer.body.sentence]).toEqual([422, '这个月还没到，不能定稿。']);
  });

  test('opening again without saying why, and what was never closed', async () => {
    const silent = await reopen({ id: randomUUID(), why: ' ' });
    expect([silent.status, silent.body.fields[0].path]).toEqual([400, ['why']]);
    expect((await reopen({ id: randomUUID(), why: '改一处' })).status).toBe(404);
    expect((await june.zhou.call('reports/changes', { station: june.station, closing: randomUUID() })).status).toBe(
      404,
    );
  });
});

describe('June is handed in', () => {
  let closing: string;
  let handedIn: Report;

  beforeAll(async () => {
    handedIn = await report();
    closing = (await close({ note: '报县里' })).body.id;
  });

  test('it says who closed it, with which code, and that nothing has changed', async () => {
    const { closings } = await report();
    expect(closings).toMatchObject([{ id: closing, closedBy: '周敏', note: '报县里', reopened: null }]);
    expect(closings[0]?.code).toBe(handedIn.head?.code);
    expect(await changes(closing)).toEqual([]);
  });

  test('a second time it is refused: whoever wants another report opens it again', async () => {
    const answer = await close();
    expect([answer.status, answer.body.reason]).toEqual([422, 'month-closed']);
  });

  test('a closing of June is none of May', async () => {
    const asked = { station: june.station, month: '2026-05', closing };
    expect((await june.zhou.call('reports/month', asked)).status).toBe(404);
  });

  test('late records, corrections, what was taken back and what was proven are told, each with its row', async () => {
    const late = randomUUID();
    const visit = { needs: [], note: '', nextOn: null, met: 'self' };
    await june.must('ledger/recordVisit', {
      ...{ ...visit, id: late, person: june.people.刘桂珍, startedAt: '2026-06-20T09:00:00+08:00', minutes: 30 },
    });
    const corrected = randomUUID();
    await june.must('ledger/correctVisit', {
      ...{ ...visit, id: corrected, corrects: june.missed, version: 1, person: june.people.王细妹, minutes: 20 },
      startedAt: '2026-06-11T09:00:00+08:00',
      why: '记错了',
    });
    const { items } = await june.must('reports/rows', { month, count: 'sessions' });
    await june.must('ledger/takeBack', { id: items[0].id, version: items[0].version, why: '记重了' });
    const work = (await june.must('reports/rows', { month, count: 'occasions', kind: 'work-day' })).items[0];
    const sheet = { kind: 'sign-in-sheet', name: '签到', type: 'image/png', content: PIXEL };
    await june.must('ledger/attach', { id: randomUUID(), event: work.id, ...sheet });

    const told = await changes(closing);
    const said = told.map(({ change, was, now }) => [change, was?.id ?? null, now?.id ?? null]);
    expect(said.toSorted()).toEqual(
      [
        ['added', null, late],
        ['corrected', june.missed, corrected],
        ['left', items[0].id, items[0].id],
        ['proof', work.id, work.id],
      ]
        .map(([change, was, now]) => (change === 'left' ? [change, was, null] : [change, was, now]))
        .toSorted(),
    );
    const slip = told.find(({ change }) => change === 'corrected');
    expect([slip?.was?.met, slip?.now?.met]).toEqual(['nobody', 'self']);
  });

  test('the report of then stays as it was handed in, and its numbers open the rows of then', async () => {
    const then = await report({ closing });
    const { asOf: _, plan: __, paper, closings: ___, ...figures } = handedIn;
    expect(then).toMatchObject(figures);
    expect(paper.sections.slice(0, 4)).toEqual(then.paper.sections.slice(0, 4));
    const rows = async (opened: object) => (await june.must('reports/rows', { month, closing, ...opened })).total;
    expect(await rows({ count: 'events' })).toBe(handedIn.total.events);
    expect(await rows({ count: 'household-times' })).toBe(handedIn.total.householdTimes);
    expect(await rows({ count: 'unmet' })).toBe(1);
    expect(await rows({ count: 'sessions' })).toBe(1);
    const people = await june.must('reports/reached', { month, closing, count: 'people' });
    expect(people.items).toHaveLength(handedIn.total.people);
    const now = await report();
    expect([now.total.sessions, now.unmet]).toEqual([0, 0]);
  });

  test('its Word file is the one that was handed in', async () => {
    const file = await june.must('reports/file', { month, closing, as: 'word' });
    expect(file.name).toBe('清河镇社工站2026-06月报.docx');
  });

  test('opened again with a reason and closed once more: both stay', async () => {
    expect((await reopen({ id: closing, why: '县里退回，补了签到' })).status).toBe(200);
    expect((await reopen({ id: closing, why: '再开一次' })).body.reason).toBe('month-open');
    const again = (await close()).body.id;
    const { closings } = await report();
    expect(closings.map(({ id, reopened }) => [id, reopened?.why ?? null])).toEqual([
      [again, null],
      [closing, '县里退回，补了签到'],
    ]);
    expect(await changes(again)).toEqual([]);
    expect((await report({ closing })).total).toEqual(handedIn.total);
  });
});

test('what was agreed with people is not kept with the report', async () => {
  const event = { kind: 'contact', title: '', startedAt: '2026-03-02T09:00:00+08:00', minutes: 15 };
  const next = { on: '2026-04-03', what: '陪刘桂珍去医院' };
  await june.must('ledger/record', { id: randomUUID(), ...event, person: june.people.刘桂珍, next });
  await close({ month: '2026-03' });
  const { rows } = await program.database.owner.query(
    "select report::text from heli.month_closing where month = '2026-03-01'",
  );
  expect(rows[0].report).toContain('"events": 1');
  expect(rows[0].report).not.toMatch(/刘桂珍|医院/);
});

test('two heads close the same month at once: one does', async () => {
  const answers = await Promise.all([close({ month: '2026-02' }), close({ month: '2026-02' })]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
});
