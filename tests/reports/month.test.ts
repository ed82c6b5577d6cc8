// The monthly report, counted by hand: every number in its own unit, and each opens the rows it was counted from.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Opened, Paper, Report, ReportRow } from '../../src/reports/month/schema.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { type June, recordJune } from './june.ts';

let program: TestProgram;
let june: June;

beforeAll(async () => {
  program = await startProgram();
  june = await recordJune(program.address);
});
afterAll(() => program?.stop());

const report = (month = '2026-06') => june.must<Report>('reports/month', { month });
const rows = (opened: Opened, more: object = {}) => june.must('reports/rows', { month: '2026-06', ...opened, ...more });
const reached = (opened: Opened, more: object = {}) =>
  june.must('reports/reached', { month: '2026-06', ...opened, ...more });

/** All numbers of the paper that open something. */
const openings = (paper: Paper) =>
  [
    ...paper.sections.flatMap((section) => [...section.paragraphs, ...(section.table?.rows.flat() ?? [])]),
    ...paper.attached,
  ]
    .flat()
    .flatMap(({ text, opens }) => (opens ? [{ text, opens }] : []));

/** The first number of a text: 1,200.5 元 is 1200.5. */
const numberIn = (text: string) => Number(/[\d,.]+/.exec(text)?.[0].replaceAll(',', ''));

async function recount(opened: Opened): Promise<number> {
  const { count } = opened;
  if (count === 'people' || count === 'households') return (await reached(opened)).items.length;
  const { items, total } = await rows(opened);
  const sum = (of: (row: ReportRow) => number) => items.reduce((all: number, row: ReportRow) => all + of(row), 0);
  if (count === 'person-times') return sum((row) => row.personTimes);
  if (count === 'worked') return Math.round(sum((row) => row.worked) / 6) / 10;
  if (count === 'spent') return sum((row) => row.spent);
  return total;
}

describe('what is not answered', () => {
  test.each([
    ['a month that is none', { month: '2026-13' }],
    ['a day instead of a month', { month: '2026-06-01' }],
    ['without a month', {}],
  ])('%s', async (_, input) => {
    const answer = await june.zhou.call('reports/month', { station: june.station, ...input });
    expect([answer.status, answer.body.fields[0].path]).toEqual([400, ['month']]);
  });

  test('a number that is none, and a cursor that is not ours', async () => {
    const asked = { station: june.station, month: '2026-06' };
    const none = await june.zhou.call('reports/rows', { ...asked, count: 'everything' });
    expect([none.status, none.body.fields[0].path]).toEqual([400, ['count']]);
    const cursor = await june.zhou.call('reports/rows', { ...asked, count: 'events', cursor: 'x' });
    expect([cursor.status, cursor.body.fields[0].path]).toEqual([400, ['cursor']]);
  });

  test('a station that one may not see', async () => {
    const answer = await june.zhou.call('reports/month', { station: randomUUID(), month: '2026-06' });
    expect(answer.status).toBe(403);
  });
});

test('a month in which nothing was recorded says so, and has no figures', async () => {
  const empty = await report('2019-06');
  expect(empty.total).toMatchObject({ events: 0, people: 0, spent: 0 });
  expect(empty.kinds).toEqual([]);
  expect(empty.paper.sections[0]?.paragraphs).toEqual([[{ text: '本月还没有记下服务。' }]]);
  expect(openings(empty.paper)).toEqual([]);
});

describe('June 2026, counted by hand', () => {
  test('人, 人次, 户, 户次, 节, 场, hours and yuan, each in its own unit', async () => {
    expect((await report()).total).toEqual({
      events: 8,
      people: 3, // 刘桂珍, 陈友福, 王细妹: her second file is hers
      personTimes: 1 + 1 + 0 + 1 + 1 + 5 + 40 + 1,
      households: 2, // 刘桂珍 and 陈友福 keep house together
      householdTimes: 3, // at one of the four visits nobody was met
      sessions: 1,
      occasions: 2,
      worked: 30 + 40 + 20 + 25 + 15 + 90 + 120 + 60,
      proven: 1,
      outside: 1,
      spent: 350.5,
    });
  });

  test('by service field: people are counted once in each, and once in all', async () => {
    const { fields } = await report();
    const found = fields.map(({ field, people, personTimes, households, householdTimes, sessions, occasions }) => [
      ...[field, people, personTimes, households, householdTimes, sessions, occasions],
    ]);
    expect(found).toEqual([
      ['social-assistance', 1, 1, 1, 1, 0, 0],
      ['elder-care', 2, 3, 2, 2, 0, 0],
      ['child-welfare', 0, 0, 0, 0, 0, 0],
      ['governance', 2, 46, 0, 0, 1, 2],
      ['social-affairs', 0, 0, 0, 0, 0, 0],
    ]);
  });

  test('money by line of the budget, what residents gave, what is attached', async () => {
    const { spending, given, attachments } = await report();
    expect(spending).toEqual([
      { budgetLine: '活动物料', amount: 320.5 },
      { budgetLine: '交通', amount: 30 },
    ]);
    // An hour at the work day, and an hour and a half as a volunteer of the group.
    expect(given).toEqual({ residents: { minutes: 60 + 90, amount: 50 }, committee: { minutes: 0, amount: 0 } });
    expect(attachments).toEqual([{ kind: 'voucher', count: 1 }]);
  });

  test('what is doubtful comes first: entered months later, only heard of, spent without a voucher', async () => {
    const { doubts, unmet } = await report();
    expect(unmet).toBe(1);
    expect(doubts).toEqual([
      { doubt: 'late', count: 8 },
      { doubt: 'heard', count: 1 },
      { doubt: 'no-voucher', count: 1 },
    ]);
  });

  test('every number on the paper equals the rows it opens', async () => {
    const { paper } = await report();
    const opened = openings(paper).filter(({ opens }) => !/hours|money/.test(opens.count));
    expect(opened.length).toBeGreaterThan(30);
    for (const { text, opens } of opened)
      expect([text, opens, await recount(opens)]).toEqual([text, opens, numberIn(text)]);
  });

  test('the paper says them as a station would', async () => {
    const { paper, head } = await report();
    const said = paper.sections.map(({ paragraphs }) =>
      paragraphs.map((pieces) =>
        pieces
          .map(({ text }) => text)
          .join('')
          .replaceAll('\u00a0', ' '),
      ),
    );
    expect(paper.title).toBe('清河镇社工站工作月报');
    expect(said[0]?.[0]).toContain('走访 3 户次，涉及 2 户');
    expect(said[0]?.[0]).toContain('小组 1 节、5 人次');
    expect(said[0]?.[1]).toContain('社工投入 6.7 小时');
    expect(said[3]?.[0]).toBe('本月支出 350.5 元，其中活动物料 320.5 元，交通 30 元。');
    expect(paper.code).toContain(head?.code);
    expect(paper.code).toMatch(/[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}/);
  });

  test('the rows come page after page, each once', async () => {
    const first = await rows({ count: 'events' }, { limit: 5 });
    const second = await rows({ count: 'events' }, { limit: 5, cursor: first.next });
    const ids = [...first.items, ...second.items].map((row: ReportRow) => row.id);
    expect([first.total, first.items.length, second.items.length, second.next]).toEqual([8, 5, 3, undefined]);
    expect(new Set(ids).size).toBe(8);
    expect(first.evidence).toEqual({ full: 1, half: 6, hollow: 1 });
    const people = await reached({ count: 'people' }, { limit: 2 });
    const rest = await reached({ count: 'people' }, { limit: 2, cursor: people.next });
    expect([...people.items, ...rest.items].map((one) => [one.name, one.times])).toEqual([
      ['陈友福', 1],
      ['刘桂珍', 4],
      ['王细妹', 2],
    ]);
    expect((await reached({ count: 'households' })).items.map((one: { name: string }) => one.name)).toEqual([
      '陈友福', // the head stands for the house
      '王细妹',
    ]);
  });
});

test('work of today is not late; putting it right later does not make it so', async () => {
  const month = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 7);
  const startedAt = new Date().toISOString();
  const visit = { person: june.people.刘桂珍, startedAt, minutes: 30, met: 'self', needs: [], note: '', nextOn: null };
  const id = randomUUID();
  await june.must('ledger/recordVisit', { id, ...visit });
  await june.must('ledger/correctVisit', { id: randomUUID(), corrects: id, version: 1, ...visit, minutes: 45 });
  const now = await report(month);
  expect([now.total.worked, now.doubts]).toEqual([45, []]);
});

test('what is agreed and announced for July stands in the June report, and names nobody', async () => {
  await june.must('activities/announce', {
    id: randomUUID(),
    ...{ title: '端午包粽子', startsAt: '2026-07-05T09:00:00+08:00', place: '晒谷坪', note: '' },
  });
  const { plan, paper } = await report();
  expect(plan.notices).toMatchObject([{ title: '端午包粽子' }]);
  const next = paper.sections
    .at(-1)
    ?.paragraphs.flat()
    .map(({ text }) => text);
  expect(next?.join('')).toBe('已通知居民的活动：7 月 5 日端午包粽子。');
});

test('one visit is put right: the row, the field, every total and the paper change with it', async () => {
  const before = await report();
  const id = randomUUID();
  const visit = {
    person: june.people.王细妹,
    startedAt: '2026-06-11T09:00:00+08:00',
    needs: [],
    note: '',
    nextOn: null,
  };
  const corrected = { ...visit, minutes: 50, met: 'self', field: 'social-assistance' };
  await june.must('ledger/correctVisit', { id, corrects: june.missed, version: 1, ...corrected, why: '记错了' });
  const after = await report();
  expect(after.total).toEqual({
    ...before.total,
    personTimes: 51,
    householdTimes: 4,
    worked: before.total.worked + 30,
  });
  const poor = after.fields.find(({ field }) => field === 'social-assistance');
  expect(poor).toMatchObject({ people: 2, personTimes: 2, households: 2, householdTimes: 2, worked: 90 });
  expect(after.unmet).toBe(0);
  const { items } = await rows({ count: 'household-times', field: 'social-assistance' });
  expect(items.map((row: ReportRow) => [row.id, row.corrected])).toContainEqual([id, 1]);
  expect((await rows({ count: 'unmet' })).items).toEqual([]);
  const paper = after.paper.sections[0]?.paragraphs[0]
    ?.map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ');
  expect(paper).toContain('走访 4 户次，涉及 2 户');
});
