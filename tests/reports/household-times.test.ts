// 户次: a household counts once a day, when somebody was met at home. Calls, closed doors and second visits are told apart.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/reports/month/schema.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { type June, recordJune } from './june.ts';

let program: TestProgram;
let june: June;
const month = '2026-03';

beforeAll(async () => {
  program = await startProgram();
  june = await recordJune(program.address);
  const { 刘桂珍: liu, 陈友福: chen, 王细妹: wang } = june.people;
  // 刘桂珍 and 陈友福 keep house together.
  await visit(liu, '2026-03-02T09:00:00+08:00');
  await visit(chen, '2026-03-02T16:00:00+08:00', { field: 'social-assistance' });
  await visit(liu, '2026-03-02T23:50:00+08:00');
  await visit(liu, '2026-03-03T00:10:00+08:00');
  await visit(wang, '2026-03-03T10:00:00+08:00', { met: 'nobody' });
  await visit(wang, '2026-03-03T15:00:00+08:00', { met: 'family' });
  await visit(wang, '2026-03-04T10:00:00+08:00', { channel: 'phone' });
  await june.must('ledger/record', {
    ...{
      id: randomUUID(),
      kind: 'contact',
      title: '',
      person: wang,
      startedAt: '2026-03-05T10:00:00+08:00',
      minutes: 10,
    },
  });
});
afterAll(() => program?.stop());

const visit = (person: string, startedAt: string, more: object = {}) =>
  june.must('ledger/recordVisit', {
    ...{ id: randomUUID(), person, startedAt, minutes: 30, met: 'self', needs: [], note: '', nextOn: null },
    ...more,
  });

const rowsOf = (count: string, more: object = {}) => june.must('reports/rows', { month, count, ...more });

test('a household met three times on one day is one 户次, and another after midnight', async () => {
  const { total, unmet, again, byPhone } = await june.must<Report>('reports/month', { month });
  expect(total).toMatchObject({ households: 2, householdTimes: 3, people: 3, personTimes: 7 });
  expect({ unmet, again, byPhone }).toEqual({ unmet: 1, again: 2, byPhone: 1 });
});

test('the number opens as many rows as it says, the first of each day; the others have rows of their own', async () => {
  const days = (await rowsOf('household-times')).items.map((row: { startedAt: string }) => row.startedAt);
  expect(days).toEqual(['2026-03-03T07:00:00.000Z', '2026-03-02T16:10:00.000Z', '2026-03-02T01:00:00.000Z']);
  expect([(await rowsOf('again')).total, (await rowsOf('unmet')).total, (await rowsOf('by-phone')).total]).toEqual([
    2, 1, 1,
  ]);
});

test('in a service field too, so that the fields together may be more than the month', async () => {
  const { fields } = await june.must<Report>('reports/month', { month });
  const times = fields.map(({ field, householdTimes }) => [field, householdTimes]).filter(([, times]) => times !== 0);
  expect(times).toEqual([
    ['social-assistance', 1],
    ['elder-care', 3],
  ]);
  expect((await rowsOf('household-times', { field: 'social-assistance' })).total).toBe(1);
});

test('a list of visits says of each whether it is a 户次', async () => {
  const people = await june.must('reports/reached', { month, count: 'households' });
  expect(people.items.map(({ name, times }: { name: string; times: number }) => [name, times])).toEqual([
    ['陈友福', 4],
    ['王细妹', 1],
  ]);
});
