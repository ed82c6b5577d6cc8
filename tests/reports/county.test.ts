// A month goes to the county, which may return it; and it is told against what the contract asks for.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import type { MonthReports, Report } from '../../src/reports/month/schema.ts';
import { dayInChina } from '../../src/platform/clock.ts';
import { join, QINGHE } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { type June, recordJune } from './june.ts';

let program: TestProgram;
let june: June;
let worker: TestClient;
let officer: TestClient;

beforeAll(async () => {
  program = await startProgram();
  june = await recordJune(program.address);
  worker = await join(program.address, june, { name: '何晓川', role: 'worker' });
  officer = await join(program.address, june, { name: '白露', role: 'officer', area: '430181000000' });
}, 60_000);
afterAll(() => program?.stop());

const month = '2026-06';
const report = (of = month) => june.must<Report>('reports/month', { month: of });
const toCounty = (id: string, by: TestClient = june.zhou, more: object = {}) =>
  by.call('reports/reportMonth', { station: june.station, id, ...more });
const close = async (of = month) =>
  (await june.must('reports/closeMonth', { id: randomUUID(), month: of })).id as string;
const handedIn = async (by: TestClient = officer): Promise<MonthReports['items']> =>
  (await by.call('reports/monthReports', { month })).body.items;
const giveBack = (closing: string, more: object = {}, by: TestClient = officer) =>
  by.call('reports/returnMonth', { station: june.station, month, closing, why: '走访户次和名单对不上', ...more });

describe('to the county: refused', () => {
  test('what is not closed, and by a worker', async () => {
    expect((await toCounty(randomUUID())).status).toBe(404);
    expect((await toCounty(randomUUID(), worker)).status).toBe(403);
    expect(await handedIn()).toEqual([]);
  });

  test('nobody but the county returns a month, and not without a reason', async () => {
    const closing = await close();
    await toCounty(closing);
    expect((await giveBack(closing, {}, june.zhou)).status).toBe(403);
    expect((await giveBack(closing, {}, worker)).status).toBe(403);
    expect((await giveBack(closing, { why: ' ' })).status).toBe(400);
    expect((await giveBack(randomUUID())).status).toBe(404);
    expect((await report()).closings).toMatchObject([{ id: closing, reopened: null }]);
    await june.must('reports/reopenMonth', { id: closing, why: '重来' });
    expect((await toCounty(closing)).body.reason).toBe('month-open');
    expect((await giveBack(closing)).body.reason).toBe('month-open');
  });

  test('a month that is not over', async () => {
    const running = dayInChina(new Date()).slice(0, 7);
    const closing = await close(running);
    expect((await toCounty(closing)).body).toMatchObject({ code: 'not-allowed-now', reason: 'month-running' });
    await june.must('reports/reopenMonth', { id: closing, why: '没过完' });
  });

  test('figures that have changed since the month was closed, with both; as it was closed only when that is said', async () => {
    const closing = await close();
    const late = { person: june.people.王细妹, startedAt: '2026-06-25T09:00:00+08:00', minutes: 30, met: 'self' };
    const id = randomUUID();
    await june.must('ledger/recordVisit', { id, ...late, needs: [], note: '', nextOn: null });
    const { status, body } = await toCounty(closing);
    expect([status, body.reason]).toEqual([409, 'month-changed']);
    expect([body.mine.householdTimes, body.theirs.householdTimes]).toEqual([3, 4]);
    expect((await handedIn()).map((one) => one.closing)).not.toContain(closing);
    expect((await toCounty(closing, june.zhou, { asClosed: true })).status).toBe(200);
    expect((await report()).closings[0]?.reported).toMatchObject({ by: '周敏' });
    await june.must('ledger/takeBack', { id, version: 1, why: '试的' });
    await giveBack(closing);
  });

  test('two who return a month at once: the second is told that it is open', async () => {
    const closing = await close();
    await toCounty(closing);
    const other = await program.database.owner.connect();
    await other.query('begin');
    await other.query('select from heli.month_closing where id = $1 for update', [closing]);
    const second = giveBack(closing);
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await program.database.owner.query(waits)).rowCount).toBe(1);
    await other.query(
      `update heli.month_closing set reopened_at = now(), reopened_by = closed_by, reopened_why = '退' where id = $1`,
      [closing],
    );
    await other.query('commit');
    other.release();
    expect((await second).body).toMatchObject({ code: 'not-allowed-now', reason: 'month-open' });
  });

  test('where nobody of the county has an account here; the report says so beforehand', async () => {
    expect((await report()).county).toBe(true);
    const closing = await close();
    await program.database.owner.query(`update heli.access_grant set revoked_at = now() where role = 'officer'`);
    expect((await report()).county).toBe(false);
    expect((await toCounty(closing)).body.reason).toBe('no-county');
    await program.database.owner.query(`update heli.access_grant set revoked_at = null where role = 'officer'`);
    await june.must('reports/reopenMonth', { id: closing, why: '重来' });
  });
});

test('June is handed in, returned with a reason, put right and handed in again; both reports stay', async () => {
  const first = await close();
  expect((await toCounty(first)).status).toBe(200);
  expect((await toCounty(first)).body.reason).toBe('month-reported');
  expect(await handedIn()).toMatchObject([{ station: june.station, closing: first, by: '周敏', reopened: null }]);
  expect(JSON.stringify(await handedIn())).not.toContain('people');
  expect((await giveBack(first)).status).toBe(200);
  // Who only sees that there is a station learns how it stands, neither names nor reasons.
  const cadre = await join(program.address, june, { name: '吴国平', role: 'cadre', area: QINGHE.town });
  expect(await handedIn(cadre)).toMatchObject([{ by: '', reopened: { by: '', why: '', returned: true } }]);
  const [back] = await handedIn();
  expect(back?.reopened).toMatchObject({ by: '白露', why: '走访户次和名单对不上', returned: true });
  expect((await report()).closings[0]).toMatchObject({
    id: first,
    reported: { by: '周敏' },
    reopened: { returned: true },
  });
  const given = async () => (await june.zhou.call('reports/returnedMonths', { station: june.station })).body.items;
  expect(await given()).toEqual([{ month: '2026-06', by: '白露', why: '走访户次和名单对不上' }]);
  const second = await close();
  expect(await given()).toEqual([]);
  await toCounty(second);
  expect(await handedIn()).toMatchObject([{ closing: second, reopened: null }]);
  const { closings } = await report();
  expect(closings.map(({ id }) => id)).toEqual(expect.arrayContaining([first, second]));
});

const indicator = (more: object = {}) => ({
  ...{ id: randomUUID(), version: 0, name: '走访', unit: 'household-time', target: 400 },
  ...{ from: '2026-05', to: '2026-12', kind: 'visit', field: '', ...more },
});
const drop = (input: object) => june.zhou.call('reports/dropIndicator', { station: june.station, ...input });
const save = (input: object) => june.zhou.call('reports/saveIndicator', { station: june.station, ...input });

describe('the contract: refused, and nothing is kept', () => {
  test.each([
    ['turned months', { from: '2026-12', to: '2026-01' }, 'to'],
    ['group sessions counted in 户次', { kind: 'group-session' }, 'kind'],
    ['nothing asked for', { target: 0 }, 'target'],
    ['a unit that is none', { unit: '个' }, 'unit'],
  ])('%s', async (_, more, path) => {
    const answer = await save(indicator(more));
    expect([answer.status, answer.body.fields[0].path]).toEqual([400, [path]]);
    expect((await june.must('reports/indicators', {})).items).toEqual([]);
  });

  test('a change of what somebody else has changed meanwhile, or of what is not there', async () => {
    expect((await save(indicator({ version: 1 }))).status).toBe(404);
    const kept = indicator();
    await save(kept);
    expect((await save({ ...kept, target: 300 })).status).toBe(409);
    expect((await drop({ id: randomUUID(), version: 1 })).status).toBe(404);
    await save({ ...kept, version: 1, target: 300 });
    const stale = await drop({ id: kept.id, version: 1 });
    expect([stale.status, stale.body.mine, stale.body.theirs]).toMatchObject([409, { version: 1 }, { target: 300 }]);
    expect((await drop({ id: kept.id, version: 2 })).status).toBe(200);
  });
});

describe('the contract against the month', () => {
  beforeAll(async () => {
    for (const more of [
      {},
      { name: '走访户数', unit: 'household', target: 100 },
      { name: '服务人数', unit: 'person', target: 10, kind: '' },
      { name: '小组', unit: 'session', target: 8, kind: '' },
      { name: '社区活动', unit: 'occasion', target: 24, kind: 'activity' },
      { name: '社工投入', unit: 'hour', target: 500, kind: '' },
      { name: '去年的', unit: 'person', target: 10, from: '2025-01', to: '2025-12' },
    ])
      await june.must('reports/saveIndicator', indicator(more));
  });

  test('in the month, and from the contract’s first month to its end: 户, 户次 and 人 counted once', async () => {
    const { contract, total } = await report();
    const told = Object.fromEntries(contract.map(({ name, inMonth, done }) => [name, [inMonth, done]]));
    expect(told).toMatchObject({ 走访: [3, 4], 走访户数: [2, 2], 服务人数: [3, 3], 小组: [1, 1], 社区活动: [1, 1] });
    expect(told).not.toHaveProperty('去年的');
    expect(told.社工投入?.[0]).toBe(Math.round(total.worked / 6) / 10);
    expect(told.走访?.[0]).toBe(total.householdTimes);
    const july = (await report('2026-07')).contract.find(({ name }) => name === '走访');
    expect(july).toMatchObject({ inMonth: 1, done: 5 });
  });

  test('on paper: units never leave their numbers, and small targets are no percentage', async () => {
    const { paper } = await report();
    const section = paper.sections.find(({ heading }) => heading.endsWith('对照合同'));
    expect(section?.table?.head.at(-1)).toBe('时间过了 25%，做了');
    const texts = section?.table?.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('')));
    const plain = texts?.map((row) => row.map((text) => text.replaceAll('\u00a0', ' ')));
    expect(plain).toContainEqual(['走访', '3 户次', '4 户次', '400 户次', '1%']);
    expect(plain).toContainEqual(['小组', '1 节', '1 节', '8 节', '1 / 8']);
    const opens = section?.table?.rows.flatMap((row) => row[1]?.[0]?.opens ?? []);
    expect(opens).toContainEqual({ count: 'household-times', kind: 'visit' });
  });

  test('in the Excel file; and a month that was closed before keeps its own', async () => {
    const file = await june.must('reports/file', { month, as: 'excel' });
    const { sheets } = await readXlsx(Buffer.from(file.content, 'base64'));
    expect(JSON.stringify(sheets.find(({ name }) => name === '对照合同'))).toContain('户次');
    const [latest] = (await report()).closings;
    const then = await june.must<Report>('reports/month', { month, closing: latest?.id });
    expect(then.contract).toEqual([]);
  });
});
